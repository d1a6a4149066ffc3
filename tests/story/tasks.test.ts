import { describe, expect, test } from 'vitest';
import { inTurn } from '../../src/story/tasks.ts';

/** Turns of the browser that have been asked for, and what has been done. */
function stage() {
  const turns: (() => void)[] = [];
  const done: string[] = [];
  const task = (name: string) => (): void => void done.push(name);
  /** Lets the browser have all its turns. */
  const play = async (): Promise<void> => {
    while (turns.length > 0) {
      turns.shift()?.();
      await new Promise((go) => setTimeout(go));
    }
  };
  return { turns, done, task, play, soon: (go: () => void): void => void turns.push(go) };
}

describe('tasks in turn', () => {
  test('nothing is done at once; then one a turn, in order', async () => {
    const { turns, done, task, play, soon } = stage();
    inTurn([task('a'), task('b')], soon, () => false);
    expect(done).toEqual([]);
    turns.shift()?.();
    await new Promise((go) => setTimeout(go));
    expect(done).toEqual(['a']);
    await play();
    expect(done).toEqual(['a', 'b']);
  });

  test('a task that puts another first is followed by it; one that takes long is waited for', async () => {
    const { done, task, play, soon } = stage();
    const first = inTurn(
      [
        async () => {
          await new Promise((go) => setTimeout(go, 1));
          task('a')();
          first(task('more'));
        },
        task('b'),
      ],
      soon,
      () => false,
    );
    await play();
    await new Promise((go) => setTimeout(go, 5));
    await play();
    expect(done).toEqual(['a', 'more', 'b']);
  });

  test('what comes when all is done is done as well', async () => {
    const { done, task, play, soon } = stage();
    const first = inTurn([task('a')], soon, () => false);
    await play();
    first(task('b'), task('c'));
    await play();
    expect(done).toEqual(['a', 'b', 'c']);
  });

  test('while the reader is in a hurry nothing is done', async () => {
    const { turns, done, task, soon } = stage();
    let hurry = true;
    inTurn([task('a')], soon, () => hurry);
    turns.shift()?.();
    expect(done).toEqual([]);
    hurry = false;
    await expect.poll(() => done).toEqual(['a']);
  });
});
