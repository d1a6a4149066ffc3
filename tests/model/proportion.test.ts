import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { counts, share, wilson } from '../../src/model/proportion.ts';
import type { Interval } from '../../src/model/proportion.ts';
import type { Counted, Printed } from '../../src/model/rate.ts';

const percent = (value: number): number => Math.round(value * 1000) / 10;
const pair = fc
  .integer({ min: 1, max: 5000 })
  .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));

describe('Wilson interval', () => {
  test.each([
    [9, 10, 59.6, 98.2],
    [96, 100, 90.2, 98.4],
    [0, 100, 0, 3.7],
    [59, 107, 45.7, 64.2],
    [21, 324, 4.3, 9.7],
    [0, 3, 0, 56.2],
    [84, 100, 75.6, 89.9],
  ])('%i of %i: %f to %f, as published', (k, n, low, high) => {
    const interval = wilson(counts(k, n));
    expect([percent(interval.low), percent(interval.high)]).toEqual([low, high]);
  });

  test('contains k/n and stays inside 0 to 1', () =>
    fc.assert(
      fc.property(pair, ([k, n]) => {
        const { low, high } = wilson(counts(k, n));
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(k / n);
        expect(high).toBeGreaterThanOrEqual(k / n);
        expect(high).toBeLessThanOrEqual(1);
      }),
    ));

  test('shrinks when there are more runs of the same share', () =>
    fc.assert(
      fc.property(pair, fc.integer({ min: 2, max: 20 }), ([k, n], times) => {
        const few = wilson(counts(k, n));
        const many = wilson(counts(k * times, n * times));
        expect(many.high - many.low).toBeLessThan(few.high - few.low);
      }),
    ));

  test('is symmetric in k and n − k', () =>
    fc.assert(
      fc.property(pair, ([k, n]) => {
        const one = wilson(counts(k, n));
        const other = wilson(counts(n - k, n));
        expect(one.low).toBeCloseTo(1 - other.high, 12);
        expect(one.high).toBeCloseTo(1 - other.low, 12);
      }),
    ));
});

describe('counts', () => {
  test.each([
    [1, 0],
    [-1, 10],
    [11, 10],
    [0.5, 10],
    [1, 10.5],
    [Number.NaN, 10],
  ])('%d of %d is refused', (k, n) => expect(() => counts(k, n)).toThrow(RangeError));
  test('share is a proportion', () => expect(share(counts(21, 84))).toBe(0.25));
});

test('there is no way to an interval without k and n: svelte-check fails if one of these compiles', () => {
  // @ts-expect-error: a plain object is no interval
  const made: Interval = { low: 0.1, high: 0.2 };
  // @ts-expect-error: a pair of numbers is not counts
  expect(wilson({ k: 1, n: 2 }).low).toBeGreaterThan(0);
  // @ts-expect-error: counts without an interval
  const counted: Counted = { kind: 'counts', counts: counts(1, 2), origin: 'published' };
  // @ts-expect-error: a printed rate cannot be given an interval
  const printed: Printed = { kind: 'percent', percent: 84, interval: wilson(counts(84, 100)) };
  expect([made, counted, printed]).toHaveLength(3);
});
