import fc from 'fast-check';
import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import { boxOf, overlap } from '../../src/charts/intervals/place.ts';
import { describe as inWords } from '../../src/figures/sample/describe.ts';
import { REPEATS, samples, SIZES } from '../../src/figures/sample/draws.ts';
import { spec } from '../../src/figures/sample/figure.ts';
import { layout } from '../../src/figures/sample/layout.ts';
import Sample from '../../src/figures/sample/Sample.svelte';
import type { SampleView } from '../../src/figures/sample/view.ts';
import { filledWords, ratesOf } from './fixture.ts';
import { golden } from './golden.ts';

const words = filledWords(spec.id);
const rows = ratesOf(spec.rows);
const strip: SampleView = { ...spec.initial, show: 'strip' };

function html(view: SampleView, width: number, height = spec.height(width, view), live = true): string {
  return render(Sample, {
    props: { rows, words, view, size: { width, height }, live, patch: () => undefined },
  }).body;
}

const anyView: fc.Arbitrary<SampleView> = fc.record({
  show: fc.constantFrom('draw' as const, 'strip' as const),
  rate: fc.integer({ min: 0, max: 100 }),
  n: fc.constantFrom(...SIZES),
  seed: fc.integer({ min: 1, max: 999 }),
});

describe('golden pictures', () => {
  for (const [name, view] of Object.entries(spec.views)) {
    for (const width of [360, 720])
      test(`${name} at ${width}`, () => golden(`sample-${name}-${width}`, html(view, width)));
    test(`${name} on a phone`, () => golden(`sample-${name}-phone`, html(view, 358, 216)));
  }
});

describe('the drawing', () => {
  test('its outline ends before its name and begins behind it, clear of the corners, at every size', () =>
    fc.assert(
      fc.property(
        anyView,
        fc.integer({ min: 256, max: 900 }),
        fc.integer({ min: 200, max: 700 }),
        (view, width, height) => {
          const { frame, texts } = layout(view, rows, words, { width, height });
          const [, from, to] = /^M([\d.]+) [\s\S]*H([\d.]+)$/.exec(frame)?.map(Number) ?? [];
          const name = texts.find(({ id }) => id === 'caption');
          expect(to).toBeGreaterThanOrEqual(9);
          expect(to).toBeLessThanOrEqual((name?.x ?? 0) - 4);
          expect(from).toBeGreaterThan(name?.x ?? Infinity);
          expect(from).toBeLessThanOrEqual(width - 9);
        },
      ),
    ));

  test('same view: same picture, whatever was drawn before', () => {
    const first = html(spec.initial, 720);
    html({ ...spec.initial, seed: 7 }, 720);
    expect(html(spec.initial, 720)).toBe(first);
  });

  test('five hundred dots are three elements, and the whole is small', () => {
    const found = html({ ...spec.initial, n: 500 }, 720);
    expect(found.match(/class="[^"]*block[\s\S]*?<\/g>/)?.[0].match(/<path/g)).toHaveLength(3);
    for (const view of Object.values(spec.views)) {
      const svg = /<svg[\s\S]*<\/svg>/.exec(html(view, 720, undefined, false))?.[0] ?? '';
      expect(svg.match(/<(circle|path|rect|text|a|g)\b/g)?.length).toBeLessThan(90);
    }
  });

  test('draws k filled and n - k open dots', () =>
    fc.assert(
      fc.property(anyView, (view) => {
        const dots = (d: string): number =>
          [...d.matchAll(/h([\d.]+)/g)].reduce((sum, [, length]) => sum + Math.floor(Number(length)) + 1, 0);
        const all = samples(view.rate, view.seed);
        for (const { n, filled, open } of layout(view, rows, words, { width: 720, height: 600 }).blocks) {
          const k = all.find((sample) => sample.n === n)?.draws[0]?.k ?? -1;
          expect([dots(filled), dots(open)]).toEqual([k, n - k]);
        }
      }),
      { numRuns: 40, seed: 2 },
    ));

  test('one cross for every range that misses', () =>
    fc.assert(
      fc.property(anyView, (view) => {
        const { paths } = layout(view, rows, words, { width: 720, height: 600 });
        const shown = samples(view.rate, view.seed).filter(({ n }) => view.show === 'strip' || n === view.n);
        const count = (d: string): number => d.match(/M/g)?.length ?? 0;
        expect(count(paths.crosses)).toBe(shown.reduce((sum, { held }) => sum + REPEATS - held, 0));
        expect(count(paths.held + paths.missed + paths.first)).toBe(shown.length * REPEATS);
      }),
      { numRuns: 40, seed: 3 },
    ));

  test('texts stay inside and apart at every size', () =>
    fc.assert(
      fc.property(
        anyView,
        fc.oneof(
          fc.tuple(fc.integer({ min: 280, max: 519 }), fc.integer({ min: 120, max: 300 })),
          fc.tuple(fc.integer({ min: 280, max: 519 }), fc.integer({ min: 300, max: 700 })),
          fc.tuple(fc.integer({ min: 520, max: 1100 }), fc.integer({ min: 260, max: 640 })),
          fc.constantFrom([300, 620] as const, [300, 500] as const, [720, 600] as const),
        ),
        (view, [width, height]) => {
          const drawing = layout(view, rows, words, { width, height });
          const boxes = drawing.texts.map((text) => ({ ...boxOf(text), say: `${text.id}: ${text.text}` }));
          for (const box of boxes) {
            const where = `${JSON.stringify(view)} ${width}x${height} ${box.say}`;
            expect(box.x, where).toBeGreaterThanOrEqual(-1);
            expect(box.x + box.width, where).toBeLessThanOrEqual(width + 2);
            expect(box.y, where).toBeGreaterThanOrEqual(0);
            expect(box.y + box.height * 0.9, where).toBeLessThanOrEqual(height + 1);
            for (const other of boxes)
              if (other !== box) expect(overlap(box, other), `${where} on ${other.say}`).toBe(false);
          }
          for (const { place } of drawing.blocks) {
            const [, y, pitch] = /,([-\d.]+)px\) scale\(([\d.]+)\)/.exec(place) ?? [];
            expect(Number(y)).toBeGreaterThan(drawing.top);
            expect(Number(pitch)).toBeGreaterThan(0.9);
          }
        },
      ),
      { numRuns: 150, seed: 4 },
    ));

  test('the numbers of the axes on a phone: three each, apart, and no wider than their axis', () => {
    for (const view of [spec.initial, strip])
      for (const [width, height] of [
        [284, 110],
        [354, 180],
      ] as const) {
        const { texts } = layout(view, rows, words, { width, height });
        const numbers = texts.filter(({ id }) => id.startsWith('tick-')).map(boxOf);
        expect(numbers).toHaveLength(view.show === 'strip' ? 6 : 3);
        numbers.slice(1).forEach(({ x }, index) => {
          const last = numbers[index];
          expect(x - (last?.x ?? 0) - (last?.width ?? 0)).toBeGreaterThan(8);
        });
        expect(Math.max(...numbers.map(({ x, width }) => x + width))).toBeLessThanOrEqual(width - 8);
      }
  });

  test('the measured rows are solid, lead to their passports, and share one tab stop', () => {
    for (const view of [spec.initial, strip]) {
      const found = html(view, 720);
      expect([...found.matchAll(/href="#passport-([\w-]+)"/g)].map(([, id]) => id)).toEqual([
        'inspect-opus4',
        'june-both-opus4',
        'opus4-shared-values',
      ]);
      expect(found.match(/tabindex="0"/g)).toHaveLength(1);
      expect(html(view, 720, undefined, false)).not.toMatch(/tabindex|<input|<button/);
    }
    expect(html(spec.initial, 358, 216)).toContain('#passport-opus4-shared-values');
  });

  test('no range is drawn where the number of runs is not published', () => {
    const { measured } = layout(strip, rows, words, { width: 720, height: 600 });
    expect(measured.map(({ line, dot }) => [line !== '', dot !== ''])).toEqual([
      [true, true],
      [true, true],
      [false, true],
    ]);
    expect(html(strip, 720)).toContain('number of runs not published: no range');
  });
});

describe('what the reader can do', () => {
  const found = html(spec.initial, 358, 216);

  test('slider, number, five radio buttons, two buttons', () => {
    expect(found).toMatch(/<input[^>]*type="range"[^>]*aria-label="Chosen true rate/);
    expect(found).toMatch(/<input[^>]*type="number"[^>]*aria-label="Chosen true rate/);
    expect(found.match(/type="radio"/g)).toHaveLength(5);
    expect(found.match(/<button/g)).toHaveLength(1);
    expect(found).toMatch(/role="radiogroup" aria-label="Number of simulated runs"/);
    expect(found).toMatch(/role="status"[^>]*>Drawing no\. 1, chosen rate 50%/);
  });
});

describe('the words', () => {
  test('say that it is our drawing, in title, alt text, picture and caption', () => {
    for (const view of [spec.initial, strip]) {
      const said = words.views[spec.speak(view)];
      expect(said?.title).toMatch(/^Our drawing of simulated runs/);
      expect(said?.source).toMatch(/^Our drawing/);
      const { alt, told } = inWords(words, view);
      expect(alt).toMatch(/^Our drawing, made by chance and not measured: simulated runs/);
      expect(alt + told).not.toMatch(/[{}]/);
      expect(spec.table(rows, words, view).caption).toMatch(/^Our drawing of simulated runs/);
      expect(spec.status(view)).toBe('illustration');
      for (const [width, height] of [
        [720, 600],
        [358, 216],
      ] as const)
        expect(html(view, width, height)).toMatch(/<text[^>]*>Our drawing no\. 1/);
    }
  });

  test('answer whether two measured rates could be one, and keep the tests apart', () => {
    const { alt } = inWords(words, strip);
    expect(alt).toContain('9 of 10');
    expect(alt).toContain('96 of 100');
    expect(alt).toMatch(/84% of runs, how many not published/);
    // The ranges are said by the marks and stand in the table: a name of a chart that goes on and on is not listened to.
    expect(alt.length).toBeLessThan(800);
    expect(alt).toMatch(/chance alone could give both.*two different tests/i);
  });
});

test('the table has all four sizes, the measured rows and their labels', () => {
  const { columns, rows: lines } = spec.table(rows, words, spec.initial);
  expect(columns).toHaveLength(5);
  expect(lines.slice(0, 4).map((line) => line.map(({ text }) => text))).toEqual([
    [
      '10 simulated runs, first draw',
      '3 of 10',
      '10.8% to 60.3%',
      '20 catch the chosen rate, 0 miss it',
      'Our drawing',
    ],
    [
      '25 simulated runs, first draw',
      '16 of 25',
      '44.5% to 79.8%',
      '20 catch the chosen rate, 0 miss it',
      'Our drawing',
    ],
    [
      '100 simulated runs, first draw',
      '53 of 100',
      '43.3% to 62.5%',
      '19 catch the chosen rate, 1 miss it',
      'Our drawing',
    ],
    [
      '500 simulated runs, first draw',
      '255 of 500',
      '46.6% to 55.4%',
      '18 catch the chosen rate, 2 miss it',
      'Our drawing',
    ],
  ]);
  const measured = lines.slice(4, 7);
  expect(measured.map((line) => line[1]?.rate)).toEqual(spec.rows);
  expect(measured.map((line) => line[2]?.text)).toEqual([
    'none: number of runs not published',
    '90.2% to 98.4%',
    '59.6% to 98.2%',
  ]);
  for (const line of measured) expect(line[4]?.text).toBe('Measured in a test');
  expect(lines.at(-1)?.at(-1)?.text).toBe('Not known');
});
