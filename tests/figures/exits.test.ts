import fc from 'fast-check';
import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import { overlap } from '../../src/charts/intervals/place.ts';
import { textWidth } from '../../src/charts/text.ts';
import Exits from '../../src/figures/exits/Exits.svelte';
import { RATE, spec } from '../../src/figures/exits/picture.ts';
import { layout } from '../../src/figures/exits/layout.ts';
import type { Drawing, Text } from '../../src/figures/exits/types.ts';
import { filledWords, ratesOf } from './fixture.ts';
import { golden } from './golden.ts';

const words = filledWords(spec.id);
const rows = ratesOf(spec.rows);
const view = spec.initial;
const place = (width: number, height: number): Drawing =>
  layout(words.labels, '84%', 0.84, { width, height });

function html(width: number, height: number, live = true): string {
  return render(Exits, {
    props: { rows, words, view, size: { width, height }, live, patch: () => undefined },
  }).body;
}

describe('golden pictures', () => {
  for (const width of [360, 720])
    test(`other-exits at ${width}`, () =>
      golden(`exits-other-exits-${width}`, html(width, spec.height(width, view))));
  test('on a phone', () => golden('exits-other-exits-phone', html(358, 230)));
});

describe('the two scenes', () => {
  const ink = (drawing: Drawing, id: string): string[] =>
    (drawing.marks.find((mark) => mark.id === id)?.shapes ?? []).map((shape) => shape.ink);

  test('no door is shut on the left, one bar shuts the other ways on the right', () => {
    for (const [width, height] of [
      [720, 440],
      [360, 720],
      [358, 230],
    ] as const) {
      const drawing = place(width, height);
      expect(drawing.frames).toHaveLength(2);
      expect(ink(drawing, 'preference')).not.toContain('shut');
      expect(ink(drawing, 'corner').filter((one) => one === 'bar')).toHaveLength(1);
    }
  });

  test('the left rate is hatched and has no fill, the right one is as long as its share', () => {
    for (const [width, height] of [
      [720, 440],
      [300, 720],
      [358, 230],
    ] as const) {
      const drawing = place(width, height);
      expect(ink(drawing, 'preference')).toContain('hatch');
      expect(ink(drawing, 'preference')).not.toContain('share');
    }
    const rate = place(720, 440).marks.find(({ id }) => id === 'rate');
    const wide = (name: string): number =>
      Number(/h([\d.]+)/.exec(rate?.shapes.find((shape) => shape.ink === name)?.d ?? '')?.[1]);
    expect(wide('share') / wide('track')).toBeCloseTo(0.84, 2);
  });

  test('the printed share is on the right only', () => {
    for (const { id, texts } of place(760, 600).marks)
      expect(
        texts.some(({ text }) => text.includes('84%')),
        id,
      ).toBe(id === 'rate');
  });

  test('doors of the two scenes stand level, and so do the bars', () => {
    const drawing = place(760, 600);
    const y = (id: string, name: string): string | undefined =>
      /^M\s?\S+ ([\d.]+)/.exec(
        drawing.marks.find((mark) => mark.id === id)?.shapes.find((shape) => shape.ink === name)?.d ?? '',
      )?.[1];
    expect(y('preference', 'floor')).toBe(y('corner', 'floor'));
    expect(y('preference', 'hatch')).toBe(y('rate', 'track'));
  });
});

/** Every text with its estimated box. */
const boxes = (drawing: Drawing) =>
  [...drawing.titles, ...drawing.marks.flatMap(({ texts }) => texts)].map((one: Text) => {
    const width = textWidth(one.text, one.size, one.tone !== 'plain' && one.tone !== 'soft');
    const x = one.x - (one.middle ? width / 2 : 0);
    return { name: one.text, x, y: one.y - one.size * 0.72, width, height: one.size * 0.92 };
  });

describe('at any size', () => {
  const sizes = fc.oneof(
    fc.record({ width: fc.integer({ min: 280, max: 430 }), height: fc.integer({ min: 180, max: 260 }) }),
    fc.record({ width: fc.integer({ min: 280, max: 760 }), height: fc.integer({ min: 190, max: 760 }) }),
    fc.record({ width: fc.integer({ min: 560, max: 1200 }), height: fc.integer({ min: 300, max: 1000 }) }),
    fc.integer({ min: 280, max: 800 }).map((width) => ({ width, height: spec.height(width, view) })),
  );

  test('texts stay inside and apart, and are large enough', () => {
    fc.assert(
      fc.property(sizes, ({ width, height }) => {
        const drawing = place(width, height);
        const all = boxes(drawing);
        const outside = all.filter(
          (box) => box.x < 0 || box.x + box.width > width || box.y < 0 || box.y + box.height > height,
        );
        // Nothing but its title stands on a frame's line.
        const crossing = all
          .slice(2)
          .filter((box) =>
            drawing.frames.some((frame) =>
              [frame.y, frame.y + frame.height].some((line) => box.y < line && line < box.y + box.height),
            ),
          );
        const clashes = all.flatMap((a, index) =>
          all
            .slice(index + 1)
            .filter((b) => overlap(a, b))
            .map((b) => `${a.name} on ${b.name}`),
        );
        expect([...outside, ...crossing].map(({ name }) => name).concat(clashes)).toEqual([]);
        for (const { size } of drawing.marks.flatMap(({ texts }) => texts))
          expect(size).toBeGreaterThanOrEqual(12);
      }),
      // Where a door's name once stood on the words below it, and words on the frame's edge.
      { numRuns: 150, examples: [[{ width: 280, height: 640 }], [{ width: 307, height: 190 }]] },
    );
  });

  test('the order of events is named wherever it fits in a line or there is room', () => {
    for (const [width, height] of [
      [358, 230],
      [358, 190],
      [300, 720],
      [720, 440],
      [280, 230],
    ] as const)
      expect(place(width, height).marks.map(({ id }) => id)).toContain('order');
  });
});

describe('for every reader', () => {
  test('links lead to passports, with one tab stop, and plain in a still', () => {
    const live = html(720, 440);
    expect([...live.matchAll(/href="#passport-([^"]*)"/g)].map(([, id]) => id)).toEqual([
      'exits-preference',
      'set-corner',
      RATE,
      'exits-order',
    ]);
    expect(live.match(/tabindex="0"/g)).toHaveLength(1);
    expect(live.match(/tabindex="-1"/g)).toHaveLength(3);
    expect(html(720, 440, false)).not.toMatch(/tabindex/);
  });

  test('the table says it all, each row with its label', () => {
    const { caption, columns, rows: lines } = spec.table(rows, words, view);
    expect(caption).toMatch(/test scenario/);
    expect(columns).toHaveLength(3);
    expect(lines.map((line) => line[2]?.text)).toEqual([
      'Measured in a test',
      'Not known',
      'A reading',
      'Measured in a test',
      'In the world',
      'A reading',
    ]);
    expect(lines.flat().filter((cell) => cell.rate === RATE)).toHaveLength(1);
    expect(lines[3]?.[1]?.text).toBe(
      'Blackmail in 84% of runs, in one version; number of runs: not published',
    );
    for (const cell of lines.flat()) expect(cell.text).not.toBe('');
  });

  test('the words say whose reading, whose order, and what is not published', () => {
    const said = words.views['other-exits'];
    expect(said?.title.length).toBeLessThanOrEqual(75);
    expect(said?.alt).toMatch(/84% of runs; the number of runs is not published/);
    expect(said?.alt).toMatch(/as we read a general remark.*names no test/);
    expect(said?.alt).toMatch(/order of a press story. The report tells of no such order/);
    expect(JSON.stringify(words)).not.toMatch(/\b(wanted?|wants|fear(ed|s)?|decided)\b/i);
  });
});
