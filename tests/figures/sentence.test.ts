import fc from 'fast-check';
import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import { textWidth } from '../../src/charts/text.ts';
import { spec } from '../../src/figures/sentence/picture.ts';
import { layout, type Drawing } from '../../src/figures/sentence/layout.ts';
import Sentence from '../../src/figures/sentence/Sentence.svelte';
import { LIGHTS, PARTS, type SentenceView } from '../../src/figures/sentence/view.ts';
import { data, filledWords } from './fixture.ts';
import { golden } from './golden.ts';

const words = filledWords(spec.id);
type Lit = SentenceView['lit'];
const place = (lit: Lit, width: number, height: number): Drawing =>
  layout(words.labels, lit, { width, height });

function html(lit: Lit, width: number, height: number, live = true): string {
  return render(Sentence, {
    props: { rows: [], words, view: { lit }, size: { width, height }, live, patch: () => undefined },
  }).body;
}
const still = (width: number): number => spec.height(width, spec.initial);

describe('golden pictures', () => {
  for (const lit of ['all', 'often'] as const) {
    for (const width of [360, 720])
      test(`${lit} at ${width}`, () => golden(`sentence-${lit}-${width}`, html(lit, width, still(width))));
    test(`${lit} on a phone`, () => golden(`sentence-${lit}-phone`, html(lit, 348, 276)));
  }
});

/** The claim as it can be read in the drawing, line by line. */
function read({ words: plain, marks }: Drawing): string {
  const all = [
    ...plain,
    ...marks.flatMap((mark) =>
      mark.gap ? [{ ...mark.gap, y: mark.texts.at(-1)?.y ?? 0, text: '___' }] : mark.words,
    ),
  ];
  return all
    .sort((a, b) => a.y - b.y || a.x - b.x)
    .map(({ text }) => text)
    .join(' ')
    .replace(/\s+([;.])/g, '$1')
    .replaceAll('\u00a0', ' ');
}

describe('the claim', () => {
  test('is whole at every size, with a gap for the share', () => {
    for (const [width, height] of [
      [300, still(300)],
      [720, still(720)],
      [358, 192],
      [280, 146],
      [1100, 560],
    ] as const)
      expect(read(place('all', width, height)), `${width}`).toBe(
        'In a test, Claude tried to blackmail “its designers” in ___ of cases when it “believed” it would be replaced; safeguards followed “in response”.',
      );
  });

  test('never shows the share that is held back, nor any other number of runs', () => {
    const shown =
      JSON.stringify(words) +
      LIGHTS.map((lit) => html(lit, 720, still(720)))
        .join('')
        .replace(/<[^>]+>/g, ' ');
    expect(shown).not.toMatch(/84|%|percent/);
    for (const { id, says, not } of data.statements.filter(({ id }) => id.startsWith('sentence-')))
      expect(says + not, id).not.toMatch(/84|%/);
  });

  test('stands still when another part is lit', () => {
    for (const [width, height] of [
      [358, 192],
      [760, 576],
    ] as const) {
      const at = (lit: Lit): unknown => {
        const { words: plain, marks, font } = place(lit, width, height);
        return [font, plain, marks.map(({ words: run, bracket, gap }) => [run, bracket, gap])];
      };
      for (const lit of PARTS) expect(at(lit)).toEqual(at('all'));
    }
  });

  test('is as large as print of a headline', () => {
    expect(place('all', 348, 276).font).toBeGreaterThanOrEqual(19);
    expect(place('all', 284, 200).font).toBeGreaterThanOrEqual(14);
    expect(place('all', 300, still(300)).font).toBeGreaterThanOrEqual(21);
    expect(place('all', 720, still(720)).font).toBeGreaterThanOrEqual(36);
    expect(place('all', 1100, 560).font).toBeGreaterThanOrEqual(44);
  });
});

describe('the questions', () => {
  test('all stand below the claim in a single picture, whatever is lit', () => {
    for (const width of [280, 300, 340, 360, 430, 480, 560, 640, 720, 800])
      for (const lit of LIGHTS) {
        const drawing = place(lit, width, still(width));
        expect(drawing.arrangement, `${width}`).toBe('full');
        for (const { part, texts } of drawing.marks)
          expect(texts.map(({ text }) => text).join(' '), `${width}`).toContain(words.labels[`ask-${part}`]);
      }
  });

  test('stand below the claim on a phone too, in a few words', () => {
    for (const lit of LIGHTS)
      for (const [width, height] of [
        [284, 200],
        [348, 276],
        [538, 300],
      ] as const) {
        const { marks } = place(lit, width, height);
        for (const mark of marks) {
          expect(mark.lit).toBe(lit === 'all' || mark.part === lit);
          const asked = mark.texts.filter(({ tone }) => tone === 'ask').map(({ text }) => text);
          expect([words.labels[`ask-${mark.part}`], words.labels[`brief-${mark.part}`]]).toContain(
            asked.join(' '),
          );
        }
      }
  });
});

interface Box {
  readonly name: string;
  readonly x1: number;
  readonly x2: number;
  readonly y1: number;
  readonly y2: number;
}

/** Every text with its box. */
function boxes({ words: plain, marks, texts, font }: Drawing): Box[] {
  return [
    ...[...plain, ...marks.flatMap((mark) => mark.words)].map(({ text, x, y, width }) => ({
      name: text,
      x1: x,
      x2: x + width,
      y1: y - font * 0.7,
      y2: y + font * 0.22,
    })),
    ...[...texts, ...marks.flatMap((mark) => mark.texts)].map(({ text, x, y, size, tone, end }) => {
      const wide = textWidth(text, size, tone === 'name');
      const x1 = x - (tone === 'hole' ? wide / 2 : end ? wide : 0);
      return { name: text, x1, x2: x1 + wide, y1: y - size * 0.72, y2: y + size * 0.2 };
    }),
  ];
}

describe('at any size', () => {
  const sizes = fc.oneof(
    fc.record({ width: fc.integer({ min: 280, max: 430 }), height: fc.integer({ min: 200, max: 276 }) }),
    fc.record({ width: fc.integer({ min: 280, max: 760 }), height: fc.integer({ min: 200, max: 640 }) }),
    fc.record({ width: fc.integer({ min: 560, max: 1200 }), height: fc.integer({ min: 250, max: 1000 }) }),
    fc.integer({ min: 280, max: 800 }).map((width) => ({ width, height: still(width) })),
  );

  test('texts stay inside and apart', () => {
    fc.assert(
      fc.property(sizes, fc.constantFrom(...LIGHTS), ({ width, height }, lit) => {
        const all = boxes(place(lit, width, height));
        const outside = all.filter(({ x1, x2, y1, y2 }) => x1 < 0 || x2 > width + 1 || y1 < 0 || y2 > height);
        const clashes = all.flatMap((a, index) =>
          all
            .slice(index + 1)
            .filter((b) => a.x1 < b.x2 - 0.2 && b.x1 < a.x2 - 0.2 && a.y1 < b.y2 && b.y1 < a.y2)
            .map((b) => `${a.name} on ${b.name}`),
        );
        expect([...outside.map(({ name }) => name), ...clashes]).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});

describe('for every reader', () => {
  test('links lead to passports, with one tab stop, and plain in a still', () => {
    const known = new Set(data.statements.map(({ id }) => id));
    for (const lit of LIGHTS) {
      const live = html(lit, 720, still(720));
      const links = [...live.matchAll(/href="#passport-([^"]*)"/g)].map(([, id]) => id ?? '');
      expect(links).toEqual(PARTS.map((part) => `sentence-${part}`));
      for (const link of links) expect(known.has(link), link).toBe(true);
      expect(live.match(/tabindex="0"/g)).toHaveLength(1);
      expect(html(lit, 720, still(720), false)).not.toMatch(/tabindex|<button/);
    }
  });

  test('the table has every part with its claim, question, passport and label', () => {
    const { caption, columns, rows } = spec.table([], words, spec.initial);
    expect(caption).toMatch(/\btest\b/);
    expect(columns).toHaveLength(4);
    expect(rows.map((row) => row[1]?.rate)).toEqual(PARTS.map((part) => `sentence-${part}`));
    expect(rows.map((row) => row[3]?.text)).toEqual([
      'A reading',
      'A reading',
      'Not known',
      'A reading',
      'A reading',
    ]);
    for (const { text } of rows.flat()) expect(text).not.toBe('');
  });

  test('titles are short, and quotations a few words', () => {
    for (const lit of LIGHTS) {
      const said = words.views[lit];
      expect(said?.title.length, lit).toBeLessThanOrEqual(75);
      expect(said?.source).toMatch(/Wording ours/);
    }
    for (const [, quote = ''] of JSON.stringify(words).matchAll(/“([^”]+)”/g))
      expect(quote.split(/[ \u00a0]/).length, quote).toBeLessThanOrEqual(4);
    expect(JSON.stringify(words)).not.toMatch(/\b(wanted?|wants|fear(ed|s)?|decided)\b/i);
  });
});
