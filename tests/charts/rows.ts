/** Rows of any values, and what every drawing of them must keep. */
import fc from 'fast-check';
import { expect } from 'vitest';
import { boxOf, isHollow, overlap, percentAt } from '../../src/charts/intervals/place.ts';
import type { Drawing, Row, Words } from '../../src/charts/intervals/types.ts';
import type { Box } from '../../src/charts/space.ts';
import { valueText } from '../../src/model/format.ts';
import { counts, wilson } from '../../src/model/proportion.ts';
import type { Evidence, Rate, Value } from '../../src/model/rate.ts';

export const counted = (k: number, n: number): Value => ({
  kind: 'counts',
  counts: counts(k, n),
  origin: 'published',
  interval: wilson(counts(k, n)),
});
export const rateOf = (id: string, value: Value, evidence: Evidence = 'text'): Rate => ({
  id,
  fact: 'F-1',
  model: id,
  test: 'a-test',
  condition: '',
  measure: 'blackmail',
  unit: 'runs',
  value,
  strength: 'P',
  evidence,
  source: 'am',
  place: '',
  date: '2025-06',
  measuredBy: '',
  not: '',
});
export const rowOf = (id: string, name: string, rate: Rate | null, strong = false): Row => ({
  id,
  label: name,
  rate,
  value: rate ? valueText(rate) : 'not published',
  note: rate ? 'chart, one reading' : '',
  say: `${name} in a test`,
  strong,
});

export const words: Words = {
  known: 'Known from',
  shared: null,
  axis: 'of runs',
  caution: 'The model chose its own label: nobody drew lots.',
  keys: [
    { sample: 'filled', text: 'text, table or two readings' },
    { sample: 'hollow', text: 'one reading' },
    { sample: 'line', text: 'interval: what chance alone can do' },
  ],
};

export const NAMES = [
  'Claude Opus 4',
  'Gemini 2.5 Flash',
  'Claude Sonnet 3.6',
  'GPT-4.1',
  'Qwen3-235B',
  'GPT-4.5 Preview',
  'Llama 4 Maverick',
  'DeepSeek-R1',
];
const value = fc.oneof(
  { weight: 6, arbitrary: fc.nat(100).map((k) => counted(k, 100)) },
  {
    weight: 1,
    arbitrary: fc.nat(100).map((percent): Value => ({ kind: 'percent', percent, bound: 'about' })),
  },
);
const evidence = fc.constantFrom<Evidence[]>('text', 'table', 'table-one', 'chart', 'chart-one');
export const manyRows = fc
  .array(fc.tuple(fc.option(value, { freq: 12 }), evidence), { minLength: 3, maxLength: 16 })
  .map((list) =>
    list.map(([found, known], index) =>
      rowOf(
        `m${index}`,
        NAMES[index % NAMES.length] ?? '',
        found && rateOf(`r${index}`, found, known),
        index === 0,
      ),
    ),
  );
export const sixteen = manyRows.filter((rows) => rows.length === 16);
export const sizes = fc.record({
  width: fc.integer({ min: 280, max: 780 }),
  height: fc.integer({ min: 120, max: 640 }),
});

interface Placed {
  readonly what: string;
  readonly box: Box;
}
export const textsOf = (drawing: Drawing): Placed[] => [
  ...drawing.texts.map((text) => ({ what: text.id, box: boxOf(text) })),
  ...drawing.marks.flatMap(({ id, y, texts }) =>
    texts.map((text) => ({ what: `${id} ${text.id}`, box: boxOf({ ...text, y: text.y + y }) })),
  ),
];
export const dotsOf = (drawing: Drawing): Placed[] =>
  drawing.marks.flatMap(({ id, y, dot }) =>
    dot
      ? [
          {
            what: `${id} dot`,
            box: {
              x: dot.x - dot.radius,
              y: y - dot.radius,
              width: 2 * dot.radius,
              height: 2 * dot.radius,
            },
          },
        ]
      : [],
  );
const fontsOf = (drawing: Drawing): number[] =>
  [...drawing.texts, ...drawing.marks.flatMap(({ texts }) => texts)].map(({ size }) => size);

export function collisions(things: readonly Placed[]): string[] {
  return things.flatMap((a, index) =>
    things
      .slice(index + 1)
      .filter((b) => overlap(a.box, b.box))
      .map((b) => `${a.what} meets ${b.what}`),
  );
}

function outside(things: readonly Placed[], { width, height }: { width: number; height: number }): string[] {
  return things
    .filter(({ box }) => {
      const far = Math.max(-box.x, -box.y, box.x + box.width - width, box.y + box.height - height);
      return far > 1;
    })
    .map(({ what, box }) => `${what} at ${Math.round(box.x)},${Math.round(box.y)}`);
}

/** What holds for every drawing of this kind. */
export function sound(drawing: Drawing, rows: readonly Row[], size: { width: number; height: number }): void {
  const ids = drawing.texts.map(({ id }) => id);
  expect(new Set(ids).size, 'a name for each text, by which it is kept when things move').toBe(ids.length);
  const texts = textsOf(drawing);
  expect(collisions(texts)).toEqual([]);
  expect(outside([...texts, ...dotsOf(drawing)], size)).toEqual([]);
  expect(Math.min(...fontsOf(drawing))).toBeGreaterThanOrEqual(12);
  expect(drawing.marks.map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
  for (const row of rows) {
    const mark = drawing.marks.find(({ id }) => id === row.id);
    expect(mark?.line !== null, `${row.id}: a line only, and always, where there are counts`).toBe(
      row.rate?.value.kind === 'counts',
    );
    expect(mark?.dot !== null).toBe(row.rate !== null);
    expect(mark?.hatch !== null).toBe(row.rate === null);
    if (mark?.dot && row.rate) {
      expect(mark.dot.hollow).toBe(isHollow(row.rate));
      const { x, width } = drawing.axis;
      // Rows may stand in two columns, each with its axis.
      const column =
        drawing.arrangement === 'stacked' ? (drawing.links.find(({ id }) => id === row.id)?.hit.x ?? NaN) : 0;
      expect(mark.dot.x).toBeCloseTo(column + x + (width * (percentAt(row.rate) ?? NaN)) / 100, 0);
    }
    if (mark?.dot && mark.line) {
      expect(mark.dot.x).toBeGreaterThanOrEqual(mark.line.x - 0.1);
      expect(mark.dot.x).toBeLessThanOrEqual(mark.line.x + mark.line.width + 0.1);
    }
  }
}
