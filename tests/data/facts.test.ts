/** The real data: complete, and in agreement with what was published. */
import { describe, expect, test } from 'vitest';
import ui from '../../src/content/en/ui.json';
import { loadData } from '../../src/data/door.ts';

const data = loadData('data');
const rows = [...data.rates.values()];
const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at);

describe('rates.csv', () => {
  const codes = [
    ...range(1, 5),
    ...range(101, 119),
    ...range(121, 134),
    ...range(141, 146),
    ...range(151, 157),
    ...range(161, 163),
    ...range(171, 173),
    ...range(181, 183),
    ...range(201, 204),
    ...range(211, 218),
    ...[221, 222, 231],
    ...range(241, 243),
    ...range(251, 255),
    ...[261, 262, 271],
    ...range(281, 284),
  ].map((code) => `F-${String(code).padStart(3, '0')}`);

  test.each(codes)('has fact %s', (code) =>
    expect(rows.filter((row) => row.fact === code)).not.toHaveLength(0),
  );

  test('the 84 has no number of runs, and so no interval', () => {
    const value = data.rates.get('opus4-shared-values')?.value;
    expect(value).toEqual({ kind: 'percent', percent: 84 });
  });

  test.each([
    ['june-both-opus4', 90.2, 98.4],
    ['june-both-gemini25flash', 90.2, 98.4],
    ['june-both-sonnet36', 79.0, 92.2],
    ['june-both-sonnet35', 77.9, 91.5],
    ['june-both-gpt41', 71.1, 86.7],
    ['june-both-grok3beta', 71.1, 86.7],
    ['june-both-deepseekr1', 70.0, 85.8],
    ['june-both-sonnet4', 70.0, 85.8],
    ['june-both-gpt45', 57.3, 75.4],
    ['june-both-sonnet37', 55.3, 73.6],
    ['june-both-gpt4o', 9.3, 23.3],
    ['june-both-haiku35', 5.5, 17.4],
    ['june-both-qwen3', 4.8, 16.2],
    ['june-both-llama4', 0, 3.7],
    ['june-replacement-opus4', 77.9, 91.5],
    ['june-replacement-gemini25pro', 68.9, 85.0],
    ['june-replacement-gemini25flash', 63.6, 80.7],
    ['june-replacement-deepseekr1', 56.3, 74.5],
    ['june-replacement-sonnet36', 53.2, 71.8],
    ['june-replacement-grok3beta', 41.3, 60.6],
    ['june-replacement-sonnet35', 35.6, 54.8],
    ['june-replacement-opus3', 29.1, 47.8],
    ['june-replacement-sonnet4', 17.5, 34.3],
    ['june-replacement-gpt45', 2.8, 12.5],
    ['june-replacement-sonnet37', 0.2, 5.4],
    ['june-replacement-gpt41', 0, 3.7],
    ['june-replacement-gpt4o', 0, 3.7],
    ['june-real-blackmail', 45.7, 64.2],
    ['june-test-blackmail', 4.3, 9.7],
    ['inspect-opus4', 59.6, 98.2],
    ['inspect-sonnet4', 72.2, 100],
    ['inspect-gpt4o', 10.8, 60.3],
    ['workspace-after', 4.3, 12.0],
    ['workspace-before', 0, 2.1],
  ])('%s: interval %f to %f', (id, low, high) => {
    const interval = data.rates.get(id)?.value.interval;
    expect(interval?.low).toBeDefined();
    expect(Math.round((interval?.low ?? 0) * 1000) / 10).toBeCloseTo(low, 5);
    expect(Math.round((interval?.high ?? 0) * 1000) / 10).toBeCloseTo(high, 5);
  });

  test('the shares of the June notice add up to all runs', () => {
    const k = ['june-label-real', 'june-label-test', 'june-label-neither'].map((id) => {
      const value = data.rates.get(id)?.value;
      return value?.kind === 'counts' ? value.counts.k : Number.NaN;
    });
    expect(k.reduce((sum, part) => sum + part, 0)).toBe(500);
  });

  test('what only others report, and what one reader read, is marked so', () => {
    expect(data.rates.get('workspace-after')?.evidence).toBe('reported');
    expect(data.rates.get('june-both-sonnet36')?.evidence).toBe('chart-one');
    for (const row of rows.filter((one) => one.evidence === 'reported'))
      expect(`${row.measuredBy} ${row.place} ${row.not}`, row.id).toMatch(/report|quoted|abstract/);
  });
});

test('the change log names the day on which the facts were compiled', () =>
  expect(
    ui.changed.map(({ date }) => date),
    'a new day needs an entry in "changed" of src/content/en/ui.json',
  ).toContain(data.compiled));

describe('article.json', () => {
  const of = (...verdicts: string[]): number =>
    data.article.claims.filter(({ verdict }) => verdicts.includes(verdict)).length;
  const amount = (id: string): number => {
    const value = data.rates.get(id)?.value;
    return value?.kind === 'amount' ? value.value : Number.NaN;
  };

  test('holds the claims from 1 on, each number once', () =>
    expect(data.article.claims.map(({ id }) => id)).toEqual(range(1, data.article.claims.length)));

  test('its verdicts are those that the page counts', () => {
    expect(of('supported', 'incomplete')).toBe(amount('article-supported'));
    expect(of('imprecise')).toBe(amount('article-imprecise'));
    expect(of('contradicted')).toBe(amount('article-contradicted'));
    expect(of('opinion')).toBe(amount('article-opinion'));
    expect(of('off-topic')).toBe(amount('article-offtopic'));
    expect(data.article.claims).toHaveLength(amount('article-claims'));
  });

  test('every verdict of fact names its source and place', () => {
    for (const claim of data.article.claims)
      if (['supported', 'incomplete', 'imprecise', 'contradicted'].includes(claim.verdict))
        expect([claim.id, claim.source, claim.place]).toEqual([
          claim.id,
          expect.stringMatching(/./),
          expect.stringMatching(/./),
        ]);
  });
});

test('everything is frozen', () => {
  expect(Object.isFrozen(data.rates.get('june-both-opus4'))).toBe(true);
  expect(Object.isFrozen(data.rates.get('june-both-opus4')?.value)).toBe(true);
  expect(Object.isFrozen(data.article.claims[0])).toBe(true);
});
