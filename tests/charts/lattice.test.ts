import { describe, expect, test } from 'vitest';
import { allot } from '../../src/charts/lattice/allot.ts';
import { layout, pitchOf } from '../../src/charts/lattice/layout.ts';
import { KINDS, type Input, type Square } from '../../src/charts/lattice/types.ts';
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
  brief: { keys: [{ sample: 'solid', text: 'known' }], axes: ['Across: pairs', 'Down: letters'] },
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
  const answer = [
    'Published for exactly this mix of pieces:',
    '84% of runs in one test; number of runs not known.',
  ];

  test('leaves the answer whole and never makes the lattice smaller than a third of it', () => {
    for (let width = 270; width <= 550; width += 20)
      for (let height = 140; height <= 300; height += 20) {
        const found = allot([answer], { width, height });
        if (!found) throw new RangeError(`Nothing for ${width} by ${height}`);
        const { room, below } = found;
        const column = below ? width : width - room.width;
        const lines = answer.flatMap((text) => wrap(text, 13, column)).length;
        expect((below ? room.height : 0) + lines * 16.25, `${width} ${height}`).toBeLessThanOrEqual(height);
        const { size } = layout(input, room);
        expect(size.width, `${width} ${height}`).toBeLessThanOrEqual(room.width + 1);
        expect(size.height, `${width} ${height}`).toBeLessThanOrEqual(room.height + 1);
        expect(size.width * size.height).toBeGreaterThan((width * height) / 3);
      }
  });

  test('keeps room for a longer answer where the squares stay large', () => {
    const long = [...answer, ...answer];
    const room = { width: 356, height: 165 };
    expect(allot([long, answer], room)).toEqual(allot([long], room));
    expect(allot([long, answer], room)).not.toEqual(allot([answer], room));
    const small = { width: 273, height: 150 };
    expect(allot([long, answer], small)).toEqual(allot([answer], small));
  });

  test('has nothing for a lattice where there is no room for one', () => {
    expect(allot([answer], { width: 270, height: 70 })).toBeNull();
  });

  test('takes fields wider than high before it takes small squares', () => {
    expect(pitchOf({ width: 200, height: 200 }).x).toBeLessThan(1.1 * pitchOf({ width: 200, height: 200 }).y);
    const { x, y } = pitchOf({ width: 270, height: 115 });
    expect(x).toBeGreaterThan(1.5 * y);
    expect(x).toBeLessThanOrEqual(2 * y + 0.2);
  });
});
