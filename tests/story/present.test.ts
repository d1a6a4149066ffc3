/** Keys of a clicker, the stopwatch, counts of a vote, the mild wording, the two windows' messages. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { actionOf, type Action } from '../../src/story/present/keys.ts';
import { swapped } from '../../src/story/present/mild.ts';
import { clockText, elapsed, paused, started, ZERO } from '../../src/story/present/timer.ts';
import { readCount, readCounts } from '../../src/story/present/vote.ts';

const none = { shiftKey: false, altKey: false, ctrlKey: false, metaKey: false };
const plain = (key: string) => actionOf({ ...none, key });
const shifted = (key: string) => actionOf({ ...none, key, shiftKey: true });

describe('keys', () => {
  const wanted: readonly (readonly [Action, string])[] = [
    ['next', 'ArrowRight ArrowDown n N PageDown l j'],
    ['prev', 'ArrowLeft ArrowUp p P PageUp h k'],
    ['first', 'Home'],
    ['last', 'End'],
    ['blank', 'b B . / v V'],
    ['full', 'f'],
    ['goto', 'g'],
    ['overview', 'o Escape'],
    ['help', '? F1'],
    ['speaker', 's'],
    ['vote', 'c'],
    ['code', 'q'],
    ['dark', 'd'],
    ['reset', 'r'],
  ];
  it.each(wanted.flatMap(([action, keys]) => keys.split(' ').map((key) => [key, action] as const)))(
    '%s: %s',
    (key, action) => expect(plain(key)).toBe(action),
  );
  it('Space goes on, Shift and Space go back', () => {
    expect(plain(' ')).toBe('next');
    expect(shifted(' ')).toBe('prev');
  });
  it('Shift and an arrow go to the ends', () => {
    expect(shifted('ArrowLeft')).toBe('first');
    expect(shifted('ArrowRight')).toBe('last');
  });
  it('keys of the browser and of assistive technology are left alone', () => {
    for (const key of ['Tab', 'Enter', 'F5', 'F11', 'a', 'x']) expect(plain(key)).toBeNull();
    for (const held of ['ctrlKey', 'metaKey', 'altKey'] as const)
      expect(actionOf({ ...none, key: 'PageDown', [held]: true })).toBeNull();
    expect(shifted('PageDown')).toBeNull();
  });
});

describe('stopwatch', () => {
  it('counts while it runs, stands while it is paused', () => {
    const first = paused(started(ZERO, 1000), 4000);
    expect(elapsed(first, 90_000)).toBe(3000);
    expect(elapsed(started(first, 10_000), 11_500)).toBe(4500);
  });
  it.each([
    [0, '0:00'],
    [65_400, '1:05'],
    [20 * 60_000, '20:00'],
    [-61_000, '−1:01'],
  ])('%d ms read %s', (time, text) => expect(clockText(time)).toBe(text));
});

describe('counts of a vote', () => {
  it.each([
    ['0', 0],
    ['25', 25],
    ['999', 999],
    ['', null],
    ['-1', null],
    ['2.5', null],
    ['1000', null],
    ['many', null],
  ])('"%s" is %s', (text, count) => expect(readCount(text)).toBe(count));

  it('that were kept are read again, and nothing else is', () => {
    const none = [null, null, null, null];
    expect([...readCounts('{"rate":{"first":[1,2,null,4],"second":[null,null,null,null]}}')]).toEqual([
      ['rate', { first: [1, 2, null, 4], second: none }],
    ]);
    expect([...readCounts('{"rate":{"first":["<b>",-1,2.5,9,9],"second":7},"odd":null}')]).toEqual([
      ['rate', { first: [null, null, null, 9], second: none }],
      ['odd', { first: none, second: none }],
    ]);
    for (const text of [null, '', 'nonsense', '7', 'null']) expect(readCounts(text).size).toBe(0);
    // What cannot even be made text is no count either.
    expect([...readCounts('{"rate":{"first":[{"toString":1},[2],true,"3"]}}')]).toEqual([
      ['rate', { first: none, second: none }],
    ]);
  });
});

describe('mild wording', () => {
  const words = JSON.parse(readFileSync('src/content/en/present.json', 'utf8')) as {
    mild: { swap: string[][] };
  };
  const content = ['story.md', 'ui.json', 'quiz.json', 'ask.json', 'lesson.json'];
  const texts = [
    ...[...content, 'figures/setup.json', 'figures/frame.json'].map((name) => `src/content/en/${name}`),
    'data/statements.json',
    'data/article.json',
  ].map((path) => readFileSync(path, 'utf8'));
  it('there are texts with the secret', () =>
    expect(texts.filter((text) => /affair/i.test(text)).length).toBeGreaterThan(4));
  it('leaves no word of the secret, and every digit as it was', () => {
    for (const text of texts) {
      const mild = swapped(text, words.mild.swap);
      expect(mild).not.toMatch(/\baffairs?\b|extramarital/i);
      expect(mild.replace(/\D/g, '')).toBe(text.replace(/\D/g, ''));
    }
  });
});
