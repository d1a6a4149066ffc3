import fc from 'fast-check';
import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import { layoutBands } from '../../src/charts/intervals/bands.ts';
import { boxesOf, boxOf, overlap } from '../../src/charts/intervals/place.ts';
import type { Drawing } from '../../src/charts/intervals/types.ts';
import Belief from '../../src/figures/belief/Belief.svelte';
import { spec } from '../../src/figures/belief/picture.ts';
import { bandsOf, wordsOf } from '../../src/figures/belief/rows.ts';
import { SIZES } from '../../src/figures/sizes.ts';
import { crossed } from './crossed.ts';
import { data, filledWords, ratesOf } from './fixture.ts';
import { golden } from './golden.ts';

const words = filledWords(spec.id);
const rows = ratesOf(spec.rows);
const view = spec.initial;

function html(width: number, height: number, live = true): string {
  return render(Belief, {
    props: { rows, words, view, size: { width, height }, live, patch: () => undefined },
  }).body;
}

describe('golden pictures', () => {
  for (const width of [360, 720])
    test(`test-or-real at ${width}`, () =>
      golden(`belief-test-or-real-${width}`, html(width, spec.height(width, view))));
  test('on the smallest stage', () => golden('belief-test-or-real-phone', html(288, 190)));
});

test.each(SIZES)('a line is explained at $width × $height, over nothing else', (size) => {
  const { samples, texts, marks } = layoutBands(bandsOf(rows, words), size, wordsOf(words));
  const sign = samples.find(({ sample }) => sample === 'line');
  const said = [
    ...texts,
    ...marks.flatMap(({ y, texts: own }) => own.map((text) => ({ ...text, y: y + text.y }))),
  ];
  const level = said.find(({ text }) => text.startsWith('95% interval'));
  if (!sign || !level) throw new Error('no key of the line');
  expect(Math.abs(level.y - sign.y)).toBeLessThan(level.size / 2);
  expect(level.x - sign.x).toBe(16);
  for (const other of said)
    if (other !== level) expect(overlap(boxOf(other), boxOf(level)), other.text).toBe(false);
});

describe('the groups', () => {
  const [real, test_, neither] = bandsOf(rows, words);

  test('are all in the data, each once', () => {
    const found = [...data.rates.keys()].filter((id) => spec.rows.includes(id));
    expect([...spec.rows].sort()).toEqual(found.sort());
  });

  test('carry their sizes, rates and derived intervals', () => {
    expect([real?.runsText, test_?.runsText, neither?.runsText]).toEqual([
      '107 of 500 runs',
      '324 of 500 runs',
      '69 of 500 runs',
    ]);
    expect([real?.value, test_?.value, neither?.value]).toEqual(['55.1%', '6.5%', 'no rate found']);
    for (const band of [real, test_]) {
      expect(band?.rate?.value.interval).toBeDefined();
      expect(band?.say).toMatch(/worked out from the published percentages.*chose its own label/);
    }
    expect(neither?.rate).toBeNull();
  });

  test('lead to their passports: the rate, and the size of the group', () => {
    for (const [width, height] of [
      [720, 430],
      [288, 190],
    ] as const) {
      const found = html(width, height);
      const links = [...found.matchAll(/href="#passport-([^"]*)"/g)].map(([, id]) => id);
      expect([...links].sort()).toEqual([...spec.rows].sort());
      expect(found.match(/tabindex="0"/g)).toHaveLength(1);
    }
  });
});

describe('at any size', () => {
  const everywhere = (check: (drawing: Drawing) => void): void =>
    fc.assert(
      fc.property(fc.integer({ min: 280, max: 1100 }), fc.integer({ min: 180, max: 640 }), (width, height) =>
        check(layoutBands(bandsOf(rows, words), { width, height }, wordsOf(words))),
      ),
      { numRuns: 150 },
    );

  test('no line of the axis runs through a text', () =>
    everywhere(({ axis, marks }) => {
      expect(crossed(axis, boxesOf(marks))).toEqual([]);
    }));

  test('the texts of all bands lie apart', () =>
    everywhere(({ marks, texts }) => {
      const boxes = [...boxesOf(marks), ...texts.map(boxOf)];
      boxes.forEach((one, index) =>
        expect(boxes.slice(index + 1).filter((other) => overlap(one, other))).toEqual([]),
      );
    }));

  test('like things are set alike: rates, their counts, and the sizes of the groups', () =>
    everywhere(({ marks }) => {
      const measured = marks.filter(({ dot }) => dot !== null);
      const set = (id: string, among: typeof marks) =>
        among.map(({ texts }) => {
          const text = texts.find((one) => one.id === id);
          return text && [text.size, text.bold, text.tone];
        });
      for (const [id, among] of [
        ['value', measured],
        ['note', measured],
        ['label', marks],
        ['runs', marks],
      ] as const)
        expect(new Set(set(id, among).map((one) => JSON.stringify(one))).size, id).toBe(1);
    }));
});

describe('the words', () => {
  const said = words.views['test-or-real'];

  test('name a test, another scenario, and what it cannot show', () => {
    expect(said?.title).toMatch(/another test.*55\.1% against 6\.5%/i);
    expect(said?.summary).toMatch(/cannot show.*cannot be sure of any of these conclusions/);
    expect(said?.alt).toMatch(/not the system card’s scenario/);
    expect(said?.source).toMatch(/not the system card’s scenario.*worked out/);
  });

  test('stand in the drawing where there is room', () => {
    expect(html(720, 430)).toMatch(/The model chose its own label/);
    expect(html(720, 430)).toMatch(/counts derived from percentages/);
  });
});

test('the table marks what was derived', () => {
  const { columns, rows: lines } = spec.table(rows, words, view);
  expect(columns).toHaveLength(5);
  expect(lines.map((line) => line.map(({ text }) => text).slice(0, 4))).toEqual([
    ['Said it was real', '107 of 500 runs', '55.1% (59 of 107 runs)', '45.7% to 64.2%'],
    ['Said it was a test', '324 of 500 runs', '6.5% (21 of 324 runs)', '4.3% to 9.7%'],
    ['Said neither', '69 of 500 runs', 'no rate found', 'none found'],
  ]);
  for (const line of lines) expect(line[4]?.text).toMatch(/worked out from the published percentages/);
});
