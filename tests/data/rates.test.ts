/** One row at a time: what it becomes, and what is refused. */
import { describe, expect, test } from 'vitest';
import type { Rate } from '../../src/model/rate.ts';
import { DataError } from '../../src/data/errors.ts';
import type { Problem } from '../../src/data/errors.ts';
import { evidenceOf, readRate } from '../../src/data/rates.ts';

const GOOD: Readonly<Record<string, string>> = {
  id: 'a-row',
  fact: 'F-999',
  model: 'A model',
  test: 'a-test',
  condition: 'a condition',
  measure: 'blackmail',
  unit: 'runs',
  kind: 'counts',
  k: '9',
  n: '10',
  counts: 'published',
  strength: 'P',
  source: 'a-source',
  place: 'p. 1',
  date: '2025-06-20',
  measured_by: 'Somebody',
  not: 'Not another thing.',
};
const bare = { k: '', n: '', counts: '' };
const percent = { ...bare, kind: 'percent', rate: '8' };
const amount = { ...bare, kind: 'amount', amount: '698' };
const words = { ...bare, kind: 'words', words: 'higher' };

function row(cells: Readonly<Record<string, string>>): { rate: Rate | null; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const rate = readRate({ line: 7, cells: { ...GOOD, ...cells } }, 'data/rates.csv', problems);
  return { rate, problems };
}

describe('a row becomes', () => {
  test('counts with their interval', () => {
    const value = row({}).rate?.value;
    expect(value).toMatchObject({ kind: 'counts', counts: { k: 9, n: 10 }, origin: 'published' });
    expect((value?.interval?.low ?? 0) * 100).toBeCloseTo(59.6, 1);
  });
  test.each([
    ['a printed rate', percent, { kind: 'percent', percent: 8 }],
    [
      'a printed range',
      { ...percent, rate_to: '9', bound: 'up to', assumed_n: '100' },
      { kind: 'percent', percent: 8, percentTo: 9, bound: 'up to', assumedN: 100 },
    ],
    [
      'an amount, with the unit as its noun',
      { ...amount, bound: 'about' },
      { kind: 'amount', value: 698, of: 'runs', bound: 'about' },
    ],
    ['words', words, { kind: 'words', words: 'higher' }],
    [
      'words that compare',
      { ...words, compared_with: 'other' },
      { kind: 'words', words: 'higher', comparedWith: 'other' },
    ],
  ])('%s', (_name, cells, value) => expect(row(cells).rate?.value).toEqual(value));
});

test.each([
  ['1,000 with a comma', { k: '1,000' }, 'k'],
  ['a number written with an exponent', { k: '1e0' }, 'k'],
  ['digits of another script', { k: '٣' }, 'k'],
  ['more digits than a number can hold', { k: '1', n: '99999999999999999999' }, 'n'],
  ['half a run', { k: '0.5' }, 'k'],
  ['a rate with its sign', { ...percent, rate: '8%' }, 'rate'],
  ['a range that goes down', { ...percent, rate_to: '7' }, 'rate_to'],
  ['a range that goes nowhere', { ...percent, rate_to: '8' }, 'rate_to'],
  ['a range above 100', { ...percent, rate_to: '108' }, 'rate_to'],
  ['runs unread, but counted', { runs_unread: 'yes' }, 'runs_unread'],
  ['runs unread, perhaps', { ...percent, runs_unread: 'no' }, 'runs_unread'],
  ['an assumed number of 0', { ...percent, assumed_n: '0' }, 'assumed_n'],
  ['k beside a printed rate', { ...percent, k: '8' }, 'k'],
  ['a negative amount', { ...amount, amount: '-2' }, 'amount'],
  ['a bound on exact counts', { bound: 'about' }, 'bound'],
  ['a comparison of a number', { compared_with: 'other' }, 'compared_with'],
  ['a month that is none', { date: '2025-13' }, 'date'],
  ['a day that is none', { date: '2025-02-30' }, 'date'],
  ['no kind', { kind: '' }, 'kind'],
  ['a kind that only sounds like one', { kind: 'toString' }, 'kind'],
])('refused: %s', (_name, cells, column) => {
  const { rate, problems } = row(cells);
  expect(rate).toBeNull();
  expect(problems).toMatchObject([{ file: 'data/rates.csv', line: 7, column }]);
});

test('the message can be read without knowing the program', () => {
  expect(new DataError(row({ rate: '90', k: '9' }).problems).message).toBe(
    [
      'The data has 1 fault(s).',
      '',
      'data/rates.csv, line 7, column “rate”',
      '  found:    “90”',
      '  expected: nothing, since the kind is “counts”',
      '  to fix:   Leave the rate out: it follows from k and n.',
    ].join('\n'),
  );
});

test.each([
  ['P', 'text'],
  ['P×5', 'text'],
  ['T2', 'table'],
  ['T1', 'table-one'],
  ['C2', 'chart'],
  ['C1', 'chart-one'],
  ['S', 'reported'],
  ['S×10', 'reported'],
  ['D', 'derived'],
])('strength %s is evidence "%s"', (strength, evidence) => expect(evidenceOf(strength)).toBe(evidence));
