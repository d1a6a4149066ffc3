import fc from 'fast-check';
import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import { textWidth } from '../../src/charts/text.ts';
import { layout } from '../../src/figures/safeguards/layout.ts';
import { PASSPORTS, spec } from '../../src/figures/safeguards/picture.ts';
import Safeguards from '../../src/figures/safeguards/Safeguards.svelte';
import { SIZES } from '../../src/figures/sizes.ts';
import { data, filledWords } from './fixture.ts';
import { golden } from './golden.ts';

const words = filledWords(spec.id);
const html = (width: number, height: number, live = true): string =>
  render(Safeguards, {
    props: { rows: [], words, view: spec.initial, size: { width, height }, live, patch: () => undefined },
  }).body;

describe('golden pictures', () => {
  for (const width of [360, 720])
    test(`asl-3 at ${width}`, () =>
      golden(`safeguards-asl-3-${width}`, html(width, spec.height(width, spec.initial))));
});

test('texts stay inside and apart, and every mark has room for a finger', () => {
  const sizes = fc.oneof(
    fc.constantFrom(...SIZES),
    fc.record({ width: fc.integer({ min: 284, max: 470 }), height: fc.integer({ min: 250, max: 420 }) }),
    fc.record({ width: fc.integer({ min: 538, max: 1100 }), height: fc.integer({ min: 300, max: 660 }) }),
  );
  fc.assert(
    fc.property(sizes, (size) => {
      const { heads, marks } = layout(words.labels, size);
      const boxes = [...heads, ...marks.flatMap(({ texts }) => texts)].map(
        ({ text, x, y, size: font, bold }) => ({
          text,
          left: x,
          right: x + textWidth(text, font, bold),
          top: y - font * 0.72,
          foot: y + font * 0.2,
        }),
      );
      for (const box of boxes) {
        expect(box.left, box.text).toBeGreaterThanOrEqual(0);
        expect(box.right, box.text).toBeLessThanOrEqual(size.width + 1);
        expect(box.foot, box.text).toBeLessThanOrEqual(size.height);
        for (const other of boxes)
          if (other !== box)
            expect(
              box.left < other.right &&
                other.left < box.right &&
                box.top < other.foot &&
                other.top < box.foot,
              `${box.text} | ${other.text}`,
            ).toBe(false);
      }
      for (const { hit, id } of marks) expect(hit.height, id).toBeGreaterThanOrEqual(24);
    }),
    { numRuns: 80 },
  );
});

test('each mark leads to a passport that says what it is not', () => {
  const found = [...html(720, 330).matchAll(/href="#passport-([^"]*)"/g)].map(([, id]) => id ?? '');
  expect([...found].sort()).toEqual(Object.values(PASSPORTS).sort());
  for (const id of found)
    expect(data.rates.get(id)?.not ?? data.statements.find((one) => one.id === id)?.not, id).toMatch(/^Not/);
  expect(html(720, 330).match(/tabindex="0"/g)).toHaveLength(1);
  expect(html(720, 330, false)).not.toMatch(/tabindex/);
});

test('the link is the news story’s, and the table says so beside what the announcement says', () => {
  const cells = spec.table([], words, spec.initial).rows.map((row) => row.map(({ text }) => text));
  expect(cells.find(([what]) => what?.startsWith('“in response”'))?.[2]).toBe('A reading');
  expect(cells.flat().join(' ')).toMatch(/does not use the word “blackmail”/);
  expect(cells.flat().join(' ')).toMatch(/had not yet determined/);
});
