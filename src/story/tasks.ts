/** What is to be done when nobody waits for it: one thing after another, each a task of its own, so that a press or a scroll finds its turn in between. */
type Task = () => unknown;

/** Until it is asked again whether the reader is in a hurry, milliseconds. */
const AGAIN = 200;

/**
 * Begins with the first.
 * @param list what is there to do, in its order
 * @param soon begins a task that is of its own
 * @param busy whether everything waits, at this moment
 * @returns puts more before what is left, and begins anew if nothing was
 */
export function inTurn(
  list: readonly Task[],
  soon: (task: () => void) => void,
  busy: () => boolean,
): (...first: readonly Task[]) => void {
  const left: Task[] = [];
  let running = false;
  const next = async (): Promise<void> => {
    if (busy()) {
      setTimeout(() => void next(), AGAIN);
      return;
    }
    await left.shift()?.();
    running = left.length > 0;
    if (running) soon(() => void next());
  };
  const first = (...more: readonly Task[]): void => {
    left.unshift(...more);
    if (running) return;
    running = true;
    soon(() => void next());
  };
  first(...list);
  return first;
}
