import { expect, test } from 'vitest';
import { SIZES, sizeFor } from '../../src/figures/sizes.ts';

test('the smallest stage and any smaller one get the smallest drawing', () => {
  expect(sizeFor({ width: 200, height: 100 })).toBe(SIZES[0]);
  expect(sizeFor({ width: 284, height: 202 })).toBe(SIZES[0]);
});

test('a drawing is never made smaller where a smaller one fits, and the largest that fits is taken', () => {
  for (let width = 284; width < 1200; width += 7)
    for (let height = 200; height < 800; height += 7) {
      const size = sizeFor({ width, height });
      expect(size.width).toBeLessThanOrEqual(width + 2);
      expect(size.height).toBeLessThanOrEqual(height + 2);
      const larger = SIZES.slice(SIZES.indexOf(size) + 1);
      for (const next of larger) expect(next.width > width + 2 || next.height > height + 2).toBe(true);
    }
});

test('common stages get a drawing made for them', () => {
  expect(sizeFor({ width: 354, height: 283 }).width).toBe(348);
  expect(sizeFor({ width: 324, height: 281 }).width).toBe(324);
  expect(sizeFor({ width: 672, height: 414 }).width).toBe(672);
  expect(sizeFor({ width: 766, height: 680 }).width).toBe(760);
});
