/** Content that does not fit the story's steps and figures stops the build: all of it is named, each with its line. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkContent } from '../../src/build/content.ts';
import { steps } from '../../src/story/steps.ts';

const read = (name: string): string => readFileSync(`src/content/en/${name}`, 'utf8');
const figures = Object.keys((JSON.parse(read('embed.json')) as { cards: object }).cards).filter(
  (id) => id !== 'story',
);
const check = (changed: Record<string, string> = {}, drawn = figures) =>
  checkContent((name) => changed[name] ?? read(name), 'src/content/en', drawn);
const lineOf = (text: string, what: RegExp): number => text.slice(0, text.search(what)).split('\n').length;

describe('content', () => {
  it('of the project fits its steps and figures', () => expect(() => check()).not.toThrow());

  it('names a step without a note and an entry of no step, with their lines', () => {
    const last = steps.at(-1)?.id ?? '';
    const lesson = read('lesson.json');
    const key = new RegExp(`"${last}": [{\\[]`);
    expect(lesson).toMatch(key);
    const text = lesson.replace(key, (found) => found.replace(last, 'epilogue'));
    const line = lineOf(text, /"epilogue"/);
    expect(() => check({ 'lesson.json': text })).toThrow('The data has 2 fault(s)');
    expect(() => check({ 'lesson.json': text })).toThrow(`src/content/en/lesson.json, line ${line}`);
    expect(() => check({ 'lesson.json': text })).toThrow(`no note of step “${last}”`);
  });

  it('names figures without a card and cards without a figure at once', () => {
    const line = lineOf(read('embed.json'), /"rate": {/);
    const drawn = [...figures.filter((id) => id !== 'rate'), 'pie'];
    expect(() => check({}, drawn)).toThrow('no card of figure “pie”');
    expect(() => check({}, drawn)).toThrow(`src/content/en/embed.json, line ${line}, column “cards.rate”`);
  });
});
