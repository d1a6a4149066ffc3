import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layoutBands } from '../../src/charts/intervals/bands.ts';
import { layout, naturalHeight } from '../../src/charts/intervals/layout.ts';
import { percentAt } from '../../src/charts/intervals/place.ts';
import type { Band } from '../../src/charts/intervals/types.ts';
import { label } from '../../src/charts/words.ts';
import {
  NAMES,
  collisions,
  counted,
  dotsOf,
  manyRows,
  rateOf,
  rowOf,
  sixteen,
  sizes,
  sound,
  textsOf,
  words,
} from './rows.ts';

describe('rows', () => {
  test('are sound at every size, with any values', () => {
    fc.assert(
      fc.property(manyRows, sizes, (rows, size) => {
        const drawing = layout(rows, size, words);
        sound(drawing, rows, size);
        expect(collisions(dotsOf(drawing)), 'rows do not run into each other').toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('stand in the order given, and their links cover each its own place', () => {
    fc.assert(
      fc.property(manyRows, sizes, (rows, size) => {
        const drawing = layout(rows, size, words);
        const heights = drawing.marks.map(({ y }) => y);
        // Down, and then perhaps down a second column.
        const column = drawing.links.map(({ hit }) => hit.x);
        const order = heights.map((_, index) => index);
        const down = (a: number, b: number): number =>
          (column[a] ?? 0) - (column[b] ?? 0) || (heights[a] ?? 0) - (heights[b] ?? 0);
        expect([...order].sort(down)).toEqual(order);
        expect(drawing.links.map(({ say }) => say)).toEqual(rows.map(({ say }) => say));
        drawing.links.forEach(({ hit }, index) => {
          const y = heights[index] ?? NaN;
          expect(hit.y).toBeLessThanOrEqual(y);
          expect(hit.y + hit.height).toBeGreaterThanOrEqual(y);
          const following = drawing.links[index + 1]?.hit;
          const next = following?.x === hit.x ? following.y : size.height;
          expect(hit.y + hit.height).toBeLessThanOrEqual(next + 0.3);
          expect(hit.width).toBeGreaterThanOrEqual(24);
        });
      }),
    );
  });

  test('show no label over a dot or a line', () => {
    fc.assert(
      fc.property(sixteen, sizes, (rows, size) => {
        const drawing = layout(rows, size, words);
        const lines = drawing.marks.flatMap(({ id, y, line }) =>
          line ? [{ what: `${id} line`, box: { x: line.x, y: y - 1, width: line.width, height: 2 } }] : [],
        );
        const met = collisions([...textsOf(drawing), ...dotsOf(drawing), ...lines]);
        expect(met.filter((text) => / (label|value|note) meets .*(dot|line)$/.test(text))).toEqual([]);
      }),
    );
  });

  test('carry every label and value where there is height for them, and always the highlighted one', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(100), { minLength: 16, maxLength: 16 }), sizes, (percents, size) => {
        const rows = percents
          .sort((a, b) => b - a)
          .map((k, index) =>
            rowOf(`m${index}`, NAMES[index % 8] ?? '', rateOf(`r${index}`, counted(k, 100)), index === 0),
          );
        const drawing = layout(rows, size, words);
        const labelled = drawing.marks.filter(({ texts }) => texts.some(({ id }) => id === 'label'));
        // Lower than this no stage is: there, sixteen lines leave no room for a word.
        if (size.height >= 140) expect(labelled.map(({ id }) => id)).toContain('m0');
        if (drawing.arrangement !== 'direct') expect(labelled).toHaveLength(16);
      }),
    );
  });

  test('take the arrangement that the room allows', () => {
    const rows = NAMES.concat(NAMES).map((name, index) =>
      rowOf(`m${index}`, name, rateOf(`r${index}`, counted(90 - 5 * index, 100)), index === 0),
    );
    const how = (width: number, height: number): string => layout(rows, { width, height }, words).arrangement;
    expect(how(720, naturalHeight(16, 720, 1))).toBe('columns');
    expect(how(300, naturalHeight(16, 300, 3))).toBe('stacked');
    expect(how(358, 190)).toBe('direct');
    expect(how(288, 150)).toBe('direct');
    expect(how(358, 330)).toBe('columns');
  });

  test('say once what one number says of all of them', () => {
    const rate = rateOf('all', counted(0, 100));
    const rows = NAMES.concat(NAMES).map((name, index) => rowOf(`m${index}`, name, rate, index === 0));
    for (const size of [
      { width: 720, height: 500 },
      { width: 300, height: 580 },
      { width: 358, height: 190 },
      { width: 288, height: 150 },
    ]) {
      const drawing = layout(rows, size, {
        ...words,
        shared: 'All of them, stated together: none in 100 runs each',
      });
      sound(drawing, rows, size);
      expect(drawing.bracket).not.toBeNull();
      expect(drawing.texts.filter(({ id }) => id.startsWith('shared')).length).toBeGreaterThan(0);
    }
    expect(layout(rows, { width: 720, height: 500 }, words).bracket).toBeNull();
  });
});

describe('bands', () => {
  const bandsOf = (sizes: readonly number[], shares: readonly (number | null)[]): Band[] => {
    const all = sizes.reduce((sum, size) => sum + size, 0);
    return sizes.map((n, index) => {
      const share = shares[index] ?? null;
      const rate = share === null ? null : rateOf(`b${index}`, counted(Math.round(share * n), n), 'derived');
      return {
        ...rowOf(`g${index}`, ['Said it was real', 'Said it was a test', 'Said neither'][index] ?? '', rate),
        note: rate ? `${Math.round((share ?? 0) * n)} of ${n} runs` : '',
        runs: rateOf(`n${index}`, counted(n, all), 'derived'),
        runsText: `${n} of ${all} runs`,
        saySize: 'a test',
      };
    });
  };
  const groups = fc
    .tuple(
      fc.array(fc.integer({ min: 60, max: 330 }), { minLength: 3, maxLength: 3 }),
      fc.array(fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { freq: 4 }), {
        minLength: 3,
        maxLength: 3,
      }),
    )
    .map(([sizes, shares]) => bandsOf(sizes, shares));
  const places = fc.record({
    width: fc.integer({ min: 280, max: 780 }),
    height: fc.integer({ min: 140, max: 640 }),
  });

  test('are sound at every size, with any groups', () => {
    fc.assert(
      fc.property(groups, places, (bands, size) => sound(layoutBands(bands, size, words), bands, size)),
      { numRuns: 300 },
    );
  });

  test('are as high as their runs and filled as far as their rate', () => {
    fc.assert(
      fc.property(groups, places, (bands, size) => {
        const { marks, axis } = layoutBands(bands, size, words);
        const total = marks.reduce((sum, { band }) => sum + (band?.height ?? 0), 0);
        bands.forEach(({ runs, rate }, index) => {
          const mark = marks[index];
          expect(mark?.band?.height).toBeCloseTo((total * (percentAt(runs) ?? NaN)) / 100, 0);
          if (rate) expect(mark?.fill?.width).toBeCloseTo((axis.width * (percentAt(rate) ?? NaN)) / 100, 0);
          else expect(mark?.fill).toBeNull();
        });
      }),
    );
  });
});

describe('labels', () => {
  test('are filled, with the level of the interval', () =>
    expect(label({ a: '{level} of {what}, {other}' }, 'a', { what: 'runs' })).toBe('95% of runs, {other}'));
  test('that do not exist are an error', () => expect(() => label({}, 'a')).toThrow(/no label "a"/));
});
