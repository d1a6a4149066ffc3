/** Content that does not fit the story's steps and figures stops the build: all of it is named, each with its line. */
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkContent, openContent } from '../../src/build/content.ts';
import { loadData } from '../../src/data/door.ts';
import { fillAll, watched } from '../../src/site/words.ts';
import { steps } from '../../src/story/steps.ts';

const read = (name: string): string => readFileSync(`src/content/en/${name}`, 'utf8');
const figures = Object.keys((JSON.parse(read('embed.json')) as { cards: object }).cards).filter(
  (id) => id !== 'story',
);
const data = loadData('data');
const check = (changed: Record<string, string> = {}, drawn = figures) =>
  checkContent(
    { folder: 'src/content/en', bytes: (name) => new TextEncoder().encode(changed[name] ?? read(name)) },
    { figures: drawn, sources: [...data.sources.keys()] },
  );
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

  it('names a step that the longest lesson leaves out', () => {
    const last = steps.at(-1)?.id ?? '';
    const lesson = read('lesson.json');
    const at = lesson.lastIndexOf(`{ "id": "${last}"`);
    const text = lesson.slice(0, at).replace(/,\s*$/, '') + lesson.slice(lesson.indexOf('}', at) + 1);
    expect(() => check({ 'lesson.json': text })).toThrow('The data has 1 fault(s)');
    expect(() => check({ 'lesson.json': text })).toThrow(`no minutes for step “${last}”`);
  });

  it('names a card of a question whose step or source there is not, with its line', () => {
    const quiz = read('quiz.json');
    const text = quiz
      .replace(/"step": "[^"]*"/, '"step": "nowhere"')
      .replace(/"source": "[^"]*"/, '"source": "hearsay"');
    expect(() => check({ 'quiz.json': text })).toThrow('The data has 2 fault(s)');
    for (const wrong of ['nowhere', 'hearsay']) {
      const line = lineOf(text, new RegExp(wrong));
      expect(() => check({ 'quiz.json': text })).toThrow(
        `src/content/en/quiz.json, line ${line}, column “cards.0.`,
      );
    }
  });

  it('names figures without a card and cards without a figure at once', () => {
    const line = lineOf(read('embed.json'), /"rate": {/);
    const drawn = [...figures.filter((id) => id !== 'rate'), 'pie'];
    expect(() => check({}, drawn)).toThrow('no card of figure “pie”');
    expect(() => check({}, drawn)).toThrow(`src/content/en/embed.json, line ${line}, column “cards.rate”`);
  });
});

describe('a file of the content', () => {
  const root = mkdtempSync(join(tmpdir(), 'content-'));
  mkdirSync(join(root, 'src/content/en'), { recursive: true });
  const words = (name: string, text?: string): unknown => {
    if (text !== undefined) writeFileSync(join(root, 'src/content/en', name), text);
    return openContent(root, 'en', data).words(name);
  };

  it('comes with its rows filled in, and markup as it is', () =>
    expect(words('a.json', '{ "a": [":rate[opus4-shared-values] <b>", 2, null] }')).toEqual({
      a: [`${fillAll(':rate[opus4-shared-values]', data, 'a.json')} <b>`, 2, null],
    }));
  it('that is broken is named with the line', () =>
    expect(() => words('b.json', '{\n  "a": "b"\n  "c": 1\n}')).toThrow('src/content/en/b.json, line 2'));
  it('that is not there is named', () =>
    expect(() => words('c.json')).toThrow('src/content/en/c.json\n  found:    no such file'));
  it('has all its wrong rows named with their lines', () => {
    const text = '{\n  "a": ":rate[nothing]",\n  "b": [":rate[opus4-shared-values]{as=poem}"]\n}';
    expect(() => words('d.json', text)).toThrow('The data has 2 fault(s)');
    expect(() => words('d.json', text)).toThrow(/line 2, column “a”\n {2}found: {4}:rate\[nothing\]/);
    expect(() => words('d.json', text)).toThrow(/line 3, column “b\.0”\n {2}found: .*as=poem/);
  });
});

it('a label that a figure shows and its words lack stops the build; one it can do without does not', () => {
  const words = { views: {}, labels: { axis: 'of runs' } };
  const { labels } = watched(words, 'src/content/en/figures/strip.json');
  expect(labels['axis']).toBe('of runs');
  expect(labels['heading-may']).toBeUndefined();
  expect(() => labels['table-caption']).toThrow(
    /strip\.json, column “labels”[\s\S]*found: +no "table-caption"[\s\S]*expected:/,
  );
  expect(JSON.parse(JSON.stringify(labels))).toEqual({ axis: 'of runs' });
});
