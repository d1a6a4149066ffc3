import { describe, expect, test } from 'vitest';
import { layout } from '../../src/charts/lattice/layout.ts';
import { KINDS, type Input, type Square } from '../../src/charts/lattice/types.ts';

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
  count: 'Four of many',
  answer: [],
};
const count = (d: string): number => d.match(/M/g)?.length ?? 0;

describe('the lattice', () => {
  test.each([
    [720, 420],
    [358, 140],
    [300, 800],
  ])('has every mix once, at %i by %i', (width, height) => {
    const { paths } = layout(input, { width, height });
    expect(KINDS.map((kind) => count(paths[kind]))).toEqual([2, 1, 1, 2 * 8 * 12 - 5]);
  });

  test('is wide, stacked in a high still, mini on a low stage', () => {
    const kinds = [
      [720, 420],
      [300, 800],
      [358, 140],
      [720, 90],
    ].map(([width = 0, height = 0]) => layout(input, { width, height }).arrangement);
    expect(kinds).toEqual(['wide', 'stacked', 'mini', 'mini']);
  });

  test('gives way in order where it is low: sentence, key, innermost labels', () => {
    const shown = [420, 258, 225, 180].map((height) => {
      const { texts } = layout(input, { width: 720, height });
      return ['count-0', 'key-solid', 'row-0-2-0-0'].map((id) => texts.some((text) => text.id === id));
    });
    expect(shown).toEqual([
      [true, true, true],
      [false, true, true],
      [false, false, true],
      [false, false, false],
    ]);
  });

  test('links each published square by a target of 24 pixels or more; the mini one has none', () => {
    const { links } = layout(input, { width: 720, height: 420 });
    expect(links.map(({ id }) => id)).toEqual(['one', 'two', 'three', 'wide']);
    for (const { hit } of links) {
      expect(hit.width).toBeGreaterThanOrEqual(24);
      expect(hit.height).toBeGreaterThanOrEqual(24);
    }
    expect(layout(input, { width: 112, height: 96 }).links).toEqual([]);
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
