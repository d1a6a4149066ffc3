import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { REPEATS, samples, SIZES } from '../../src/figures/sample/draws.ts';
import { mulberry32 } from '../../src/model/random.ts';

const anyRate = fc.integer({ min: 0, max: 100 });
const anySeed = fc.integer({ min: 1, max: 100_000 });

describe('the simulated runs', () => {
  test('the generator is the well-known one', () => {
    const next = mulberry32(1);
    expect([next(), next(), next()]).toEqual([0.6270739405881613, 0.002735721180215478, 0.5274470399599522]);
  });

  test('same seed and rate: same draws; the first drawing of the page is this one, everywhere', () => {
    expect(samples(50, 1)).toEqual(samples(50, 1));
    expect(samples(50, 1).map(({ n, draws, held }) => [n, draws[0]?.k, held])).toEqual([
      [10, 3, 20],
      [25, 16, 20],
      [100, 53, 19],
      [500, 255, 18],
    ]);
    expect(samples(50, 2)).not.toEqual(samples(50, 1));
  });

  test('k is 0 to n, grows with more runs and with the rate, and lies in its own range', () =>
    fc.assert(
      fc.property(anyRate, anySeed, (rate, seed) => {
        const found = samples(rate, seed);
        const higher = samples(Math.min(100, rate + 5), seed);
        found.forEach(({ n, draws, held }, size) => {
          expect(draws).toHaveLength(REPEATS);
          expect(held).toBe(draws.filter(({ holds }) => holds).length);
          draws.forEach(({ k, low, high }, index) => {
            expect(Number.isInteger(k) && k >= 0 && k <= n).toBe(true);
            expect(low <= k / n && k / n <= high).toBe(true);
            expect(k).toBeGreaterThanOrEqual(found[size - 1]?.draws[index]?.k ?? 0);
            expect(higher[size]?.draws[index]?.k).toBeGreaterThanOrEqual(k);
          });
        });
      }),
      { numRuns: 60, seed: 1 },
    ));

  test('nothing at a rate of none, everything at a rate of all', () => {
    for (const { draws } of samples(0, 3)) expect(draws.every(({ k }) => k === 0)).toBe(true);
    for (const { n, draws } of samples(100, 3)) expect(draws.every(({ k }) => k === n)).toBe(true);
  });

  test.each([10, 30, 50, 84])('about nineteen ranges in twenty catch a rate of %i', (rate) => {
    const seeds = Array.from({ length: 150 }, (_, index) => index + 1);
    const held = SIZES.map(() => 0);
    for (const seed of seeds)
      samples(rate, seed).forEach((sample, index) => (held[index] = (held[index] ?? 0) + sample.held));
    for (const count of held) {
      const share = count / (seeds.length * REPEATS);
      expect(share).toBeGreaterThan(0.91);
      expect(share).toBeLessThan(0.99);
    }
  });

  test('the middle of many draws is the chosen rate', () => {
    const shares = Array.from({ length: 100 }, (_, index) => samples(37, index + 1)[3]?.draws ?? []).flat();
    const mean = shares.reduce((sum, { k }) => sum + k / 500, 0) / shares.length;
    expect(Math.abs(mean - 0.37)).toBeLessThan(0.005);
  });
});
