import { describe, expect, test } from 'vitest';
import { layout } from '../../src/charts/lattice/layout.ts';
import { low } from '../../src/charts/lattice/low.ts';
import { KINDS, type Drawing, type Input, type Square } from '../../src/charts/lattice/types.ts';
import { textWidth, wrap } from '../../src/charts/text.ts';

const square = (id: string, more: Partial<Square>): Square => ({
  id,
  panel: 0,
  column: 0,
  row: 0,
  span: 1,
  kind: 'solid',
  arrow: null,
  text: '5',
  say: `Test ${id}`,
  ...more,
});
const pairs = (texts: readonly string[], span: number) => texts.map((text) => ({ text, span }));
const input: Input = {
  panels: [
    ['First test', 'First'],
    ['Second test', 'Second'],
  ],
  columns: [{ name: 'Pair', bands: pairs(['a', 'b', 'c', 'd'], 2) }],
  rows: [pairs(['A', 'B'], 6), pairs(['1', '2', '3', '4'], 3), pairs([...'abcdefghijkl'], 1)],
  squares: [
    square('one', {}),
    square('two', { panel: 1, column: 2, row: 3, kind: 'hollow' }),
    square('three', { column: 4, kind: 'direction', arrow: 'up' }),
    square('wide', { panel: 1, column: 6, row: 1, span: 2 }),
  ],
  chosen: { panel: 1, column: 7, row: 11, span: 1 },
  near: [{ panel: 0, column: 0, row: 0, span: 1 }],
  keys: KINDS.map((sample) => ({ sample, text: sample })),
  brief: {
    keys: [{ sample: 'solid', text: 'known' }],
    columns: [{ name: 'Pair', bands: pairs(['a', 'b', 'c', 'd'], 2) }],
  },
  count: 'Four of many',
  answer: [],
};
const count = (d: string): number => d.match(/M/g)?.length ?? 0;

describe('the lattice', () => {
  test.each([
    [720, 420],
    [600, 320],
    [300, 800],
  ])('has every mix once, at %i by %i', (width, height) => {
    const { paths } = layout(input, { width, height });
    expect(KINDS.map((kind) => count(paths[kind]))).toEqual([2, 1, 1, 2 * 8 * 12 - 5]);
  });

  test('is wide, stacked in a high still', () => {
    const kinds = [
      [720, 420],
      [300, 800],
    ].map(([width = 0, height = 0]) => layout(input, { width, height }).arrangement);
    expect(kinds).toEqual(['wide', 'stacked']);
  });

  test('gives way in order where it is low: sentence, key but for the signs that need one, key', () => {
    const shown = [420, 258, 228, 215].map((height) => {
      const { texts } = layout(input, { width: 720, height });
      return ['count-0', 'key-blank', 'key-solid', 'row-0-2-0-0'].map((id) =>
        texts.some((text) => text.id === id),
      );
    });
    expect(shown).toEqual([
      [true, true, true, true],
      [false, true, true, true],
      [false, false, true, true],
      [false, false, false, true],
    ]);
  });

  test('links each published square by a target of 24 pixels or more', () => {
    const { links } = layout(input, { width: 720, height: 420 });
    expect(links.map(({ id }) => id)).toEqual(['one', 'two', 'three', 'wide']);
    for (const { hit } of links) {
      expect(hit.width).toBeGreaterThanOrEqual(24);
      expect(hit.height).toBeGreaterThanOrEqual(24);
    }
  });

  test('no target lies on another published square', () => {
    const close = [0, 1, 2].flatMap((row) =>
      [0, 1].map((column) => square(`at-${row}-${column}`, { row, column })),
    );
    for (const [width, height] of [
      [720, 420],
      [300, 800],
    ] as const) {
      const { links } = layout({ ...input, squares: close }, { width, height });
      const middles = links.map(({ hit: { x, y, width: w, height: h } }) => [x + w / 2, y + h / 2] as const);
      links.forEach(({ hit }, at) => {
        const inside = middles.filter(
          ([x, y]) => x > hit.x && x < hit.x + hit.width && y > hit.y && y < hit.y + hit.height,
        );
        expect(inside).toEqual([middles[at]]);
      });
    }
  });

  test('rings the chosen square around its own place', () => {
    const { chosen, size } = layout(input, { width: 720, height: 420 });
    expect(chosen.x + chosen.width).toBeLessThanOrEqual(size.width);
    expect(chosen.x).toBeGreaterThan(600);
  });

  test('prints all values or none', () => {
    const values = (squares: readonly Square[]): number =>
      layout({ ...input, squares }, { width: 720, height: 420 }).texts.filter(({ id }) =>
        id.startsWith('value-'),
      ).length;
    expect(values(input.squares)).toBe(2);
    expect(values([...input.squares, square('long', { column: 1, text: 'far too long' })])).toBe(0);
  });
});

describe('the values of a wide lattice', () => {
  const valued = { ...input, squares: input.squares.map((one) => ({ ...one, text: '84%' })) };

  test('have one size and air at both sides, or are not printed', () => {
    const seen = new Set<number>();
    for (let width = 560; width <= 1100; width += 4) {
      const { texts, paths } = layout(valued, { width, height: 420 });
      const inner = Number(/h([\d.]+)/.exec(paths.solid)?.[1]);
      const sizes = texts.filter(({ id }) => id.startsWith('value-')).map(({ size }) => size);
      expect(new Set(sizes).size).toBeLessThanOrEqual(1);
      for (const size of sizes) {
        seen.add(size);
        expect((inner - textWidth('84%', size, true) * 0.94) / 2, `${width}`).toBeGreaterThanOrEqual(2.4);
      }
    }
    expect([...seen]).toEqual([11, 12]);
  });

  test('are printed on the stage of a screen of 1280 pixels', () => {
    const { texts } = layout(valued, { width: 672, height: 270 });
    expect(texts.filter(({ id }) => id.startsWith('value-'))).toHaveLength(2);
  });
});

describe('a low stage', () => {
  const exact = ['Published for this mix:', '84% of runs in one test; number of runs not known.'];
  const far = ['Not published. The nearest is in another mix:', ...exact.slice(1), ...exact.slice(1)];
  const shared = (width: number, height: number, more: Partial<Input> = {}) =>
    low({ ...input, ...more }, [far, exact], { width, height });
  const on = (id: string, drawing: Drawing | null) => drawing?.texts.some((text) => text.id === id) ?? false;

  test('leaves room for the answer of a published mix', () => {
    for (let width = 270; width <= 800; width += 10)
      for (let height = 120; height <= 300; height += 10) {
        const { part, whole } = shared(width, height);
        const column = width - whole.size.width - 10;
        const lines = exact.flatMap((text) => wrap(text, 13, column)).length;
        const say = `${width} ${height}`;
        expect((part?.size.height ?? 0) + lines * 16.25, say).toBeLessThanOrEqual(height);
        expect((part?.size.height ?? 0) + whole.size.height, say).toBeLessThanOrEqual(height + 1);
        expect(part?.size.width ?? 0, say).toBeLessThanOrEqual(width);
      }
  });

  test('shows the rows of the chosen mix with every label, and the numbers in them', () => {
    const { part } = shared(356, 210, { chosen: { panel: 0, column: 3, row: 1, span: 1 } });
    expect(part?.texts.map(({ text }) => text)).toEqual([
      'First test, a, 1',
      'Pair',
      ...['a', 'b', 'c', 'd'],
      ...['a', 'b', 'c'],
      'known',
      '5',
    ]);
    expect(KINDS.map((kind) => count(part?.paths[kind] ?? ''))).toEqual([1, 0, 1, 3 * 8 - 2]);
    expect(part?.links.map(({ id }) => id)).toEqual(['one', 'three']);
  });

  test('has the rows of both panels where they have room', () => {
    const { part } = shared(700, 290, { chosen: { panel: 1, column: 3, row: 1, span: 1 } });
    expect(KINDS.map((kind) => count(part?.paths[kind] ?? ''))).toEqual([2, 0, 1, 2 * 3 * 8 - 4]);
    expect(on('part-0', part) && on('part-1', part)).toBe(true);
  });

  test('shows the whole lattice small, every mix once, with a ring where the part lies', () => {
    const { whole } = shared(356, 190);
    expect(KINDS.map((kind) => count(whole.paths[kind]))).toEqual([2, 1, 1, 2 * 8 * 12 - 5]);
    expect(whole.links).toEqual([]);
    expect(whole.texts.map(({ text }) => text)).toEqual(input.panels.map((lengths) => lengths.at(-1)));
    const { x, y, width, height } = whole.chosen;
    expect(x).toBeGreaterThan(whole.size.width / 2);
    expect(y).toBeGreaterThan(whole.size.height / 2);
    expect(x + width).toBeLessThanOrEqual(whole.size.width + 1);
    expect(y + height).toBeLessThanOrEqual(whole.size.height + 1);
  });

  test('gives up the room for long answers before title and key of the part, and these before the part', () => {
    const shown = [232, 192, 172, 142, 122].map((height) => {
      const { part } = shared(356, height);
      return [part !== null, on('part-0', part), on('key-solid', part)];
    });
    expect(shown).toEqual([
      [true, true, true],
      [true, false, true],
      [true, true, true],
      [true, false, false],
      [false, false, false],
    ]);
  });

  test('keeps its place from mix to mix', () => {
    const sizes = [0, 4, 7].map((column) => {
      const { part, whole } = shared(356, 190, { chosen: { panel: 0, column, row: column, span: 1 } });
      return [part?.size, whole.size];
    });
    expect(new Set(sizes.map((one) => JSON.stringify(one))).size).toBe(1);
  });
});
