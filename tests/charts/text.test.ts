import fc from 'fast-check';
import { expect, test } from 'vitest';
import { balance, textWidth, wrap } from '../../src/charts/text.ts';

test('even lines leave no word alone where it need not be', () => {
  expect(wrap('an opinion piece, which we read in copies', 13, 230)).toEqual([
    'an opinion piece, which we read in',
    'copies',
  ]);
  expect(balance('an opinion piece, which we read in copies', 13, 230)).toEqual([
    'an opinion piece, which',
    'we read in copies',
  ]);
});

test('even lines are as many as greedy ones, no wider, and hold the same words', () => {
  const text = fc
    .array(fc.stringMatching(/^[a-zA-Z,.]{1,12}$/), { maxLength: 14 })
    .map((words) => words.join(' '));
  fc.assert(
    fc.property(text, fc.integer({ min: 20, max: 400 }), (said, width) => {
      const greedy = wrap(said, 13, width);
      const even = balance(said, 13, width);
      expect(even).toHaveLength(greedy.length);
      expect(even.join(' ')).toBe(greedy.join(' '));
      const widest = (lines: string[]): number => Math.max(0, ...lines.map((line) => textWidth(line, 13)));
      expect(widest(even)).toBeLessThanOrEqual(widest(greedy));
    }),
  );
});
