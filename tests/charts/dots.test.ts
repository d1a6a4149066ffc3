/** What must be true of the hundred dots at every size, whatever they show. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DOTS, contour, countAt, placeGrid, type Grid } from '../../src/charts/dots/grid.ts';
import { layout } from '../../src/charts/dots/layout.ts';
import type { DotsInput, Drawing, Picture } from '../../src/charts/dots/types.ts';
import { textWidth } from '../../src/charts/text.ts';

/** Where dot `index`, 0 to 99, has its centre: rows fill from the bottom, as the page says. */
const dotAt = (grid: Grid, index: number): { x: number; y: number } => ({
  x: grid.x + ((index % grid.columns) + 0.5) * grid.pitch,
  y: grid.y + (grid.rows - Math.floor(index / grid.columns) - 0.5) * grid.pitch,
});

const words: DotsInput['words'] = {
  captions: ['Claude Opus 4: 84%, drawn as 84 of 100 dots', '84%, drawn as 84 of 100 dots'],
  number: '84%',
  sentence: 'of runs in this test ended in blackmail',
  missing: ['How many runs?', 'Not published.'],
  guess: 'your guess: 37',
  above: ['higher', 'somewhere here, no number published'],
  still: 'where values are shared',
  below: ['Earlier models', 'did it too, less often: no names, no numbers published'],
  level: 'Claude Opus 4',
  hint: 'Drag across the dots, or tap one',
  own: '37',
  ownSentence: 'Drag across the dots to fill them',
};
const draw = (picture: Picture, guess: number | null, width: number, height: number, share = 84): Drawing =>
  layout({ picture, share, guess, words }, { width, height });

const pictures: readonly Picture[] = ['guess', 'share', 'above', 'below'];
const anySize = { width: fc.integer({ min: 280, max: 800 }), height: fc.integer({ min: 180, max: 640 }) };
const anyGuess = fc.option(fc.integer({ min: 0, max: 100 }), { nil: null });

/** Every number pair of a path of straight lines. */
function pointsOf(d: string | null): { x: number; y: number }[] {
  return [...(d ?? '').matchAll(/[ML]([\d.-]+) ([\d.-]+)/g)].map(([, x, y]) => ({
    x: Number(x),
    y: Number(y),
  }));
}

describe('layout of the dots', () => {
  test('everything stays inside the drawing', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...pictures),
        anyGuess,
        anySize.width,
        anySize.height,
        (picture, guess, w, h) => {
          const drawing = draw(picture, guess, w, h);
          const frames = [drawing.grid.frame, ...(drawing.second ? [drawing.second.frame] : [])];
          for (const box of [...frames, ...drawing.boxes]) {
            expect(box.x).toBeGreaterThanOrEqual(0);
            expect(box.y).toBeGreaterThanOrEqual(0);
            expect(box.x + box.width).toBeLessThanOrEqual(w + 0.1);
            expect(box.y + box.height).toBeLessThanOrEqual(h + 0.1);
          }
          for (const line of drawing.texts) {
            expect(line.x).toBeGreaterThanOrEqual(-5);
            expect(line.x + textWidth(line.text, line.size, line.bold), line.text).toBeLessThanOrEqual(w + 1);
            expect(line.y - line.size * 0.76, line.text).toBeGreaterThanOrEqual(-1);
            expect(line.y, line.text).toBeLessThanOrEqual(h);
          }
          for (const point of pointsOf(drawing.guessLine)) expect(point.x).toBeLessThanOrEqual(w);
        },
      ),
      { numRuns: 400 },
    );
  });

  test('a hundred dots that do not touch, all inside the frame', () => {
    fc.assert(
      fc.property(fc.constantFrom(...pictures), anySize.width, anySize.height, (picture, w, h) => {
        const { dots, grid } = draw(picture, null, w, h);
        expect(dots.map(({ id }) => id)).toEqual(Array.from({ length: DOTS }, (_, id) => id));
        expect(2 * grid.radius).toBeLessThan(grid.pitch - 1);
        const places = dots.map(({ id }) => dotAt(grid, id));
        expect(new Set(places.map((dot) => `${dot.x} ${dot.y}`)).size).toBe(DOTS);
        const { x, y, width, height } = grid.frame;
        for (const dot of places) {
          expect(dot.x - grid.radius).toBeGreaterThan(x);
          expect(dot.x + grid.radius).toBeLessThan(x + width);
          expect(dot.y - grid.radius).toBeGreaterThan(y);
          expect(dot.y + grid.radius).toBeLessThan(y + height);
        }
      }),
    );
  });

  test('texts do not overlap', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...pictures),
        anyGuess,
        anySize.width,
        anySize.height,
        (picture, guess, w, h) => {
          const boxes = draw(picture, guess, w, h).texts.map((line) => ({
            text: line.text,
            left: line.x,
            right: line.x + textWidth(line.text, line.size, line.bold),
            top: line.y - line.size * 0.7,
            bottom: line.y,
          }));
          boxes.forEach((one, index) => {
            for (const other of boxes.slice(index + 1)) {
              const apart =
                one.right <= other.left ||
                other.right <= one.left ||
                one.bottom <= other.top + 0.5 ||
                other.bottom <= one.top + 0.5;
              expect(apart, `“${one.text}” and “${other.text}” at ${w} x ${h}`).toBe(true);
            }
          });
        },
      ),
      { numRuns: 300 },
    );
  });

  test('a share of 84 fills the dots 0 to 83, in one group from the bottom row up', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<Picture>('share', 'above', 'below'),
        anySize.width,
        anySize.height,
        (picture, w, h) => {
          const { dots, grid } = draw(picture, null, w, h);
          expect(dots.filter(({ fill }) => fill === 'share').map(({ id }) => id)).toEqual(
            Array.from({ length: 84 }, (_, id) => id),
          );
          const ys = dots.map(({ id }) => dotAt(grid, id).y);
          expect(ys[0]).toBe(Math.max(...ys));
        },
      ),
    );
  });

  test('no dot moves between the views that show the share', () => {
    fc.assert(
      fc.property(anyGuess, anySize.width, anySize.height, (guess, w, h) => {
        const places = (picture: Picture): unknown => draw(picture, guess, w, h).grid;
        expect(places('above')).toEqual(places('share'));
        expect(places('below')).toEqual(places('share'));
      }),
    );
  });

  test('the guess fills as many dots as it says, and stays beside the share as a line that crosses no dot', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), anySize.width, anySize.height, (guess, w, h) => {
        const own = draw('guess', guess, w, h).dots.filter(({ fill }) => fill === 'guess');
        expect(own.length).toBe(guess);
        const told = draw('share', guess, w, h);
        expect(told.guessLine).not.toBeNull();
        expect(told.texts.some(({ id }) => id === 'guess')).toBe(true);
        const edge = contour(told.grid, guess);
        for (const { id } of told.dots) {
          const dot = dotAt(told.grid, id);
          const at = edge.filter((_, index) => {
            const next = edge[index + 1];
            const here = edge[index];
            return (
              next !== undefined &&
              here !== undefined &&
              here.y === next.y &&
              Math.abs(here.y - dot.y) < told.grid.radius &&
              dot.x >= here.x &&
              dot.x <= next.x
            );
          });
          expect(at).toEqual([]);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('the second group has no dots and no number of its own', () => {
    const drawing = draw('below', null, 720, 432);
    expect(drawing.dots).toHaveLength(DOTS);
    expect(drawing.boxes).toHaveLength(1);
    expect(drawing.texts.filter(({ id }) => id !== 'caption').some(({ text }) => /\d\d/.test(text))).toBe(
      false,
    );
    const level = pointsOf(drawing.second?.level ?? null)[0]?.y ?? 0;
    expect(drawing.boxes[0]?.y).toBeCloseTo(level);
  });
});

describe('a pointer on the dots', () => {
  test('means the dots up to the one under it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(10, 20),
        fc.integer({ min: 8, max: 50 }),
        fc.integer({ min: 0, max: 99 }),
        (columns, pitch, index) => {
          const grid = placeGrid(columns, pitch, 2, 20);
          expect(countAt(grid, dotAt(grid, index))).toBe(index + 1);
        },
      ),
    );
  });

  test('below them means none, above them all', () => {
    const grid = placeGrid(10, 20, 0, 0);
    expect(countAt(grid, { x: 50, y: 500 })).toBe(0);
    expect(countAt(grid, { x: 50, y: -5 })).toBe(100);
    expect(countAt(grid, { x: -40, y: dotAt(grid, 15).y })).toBe(10);
    expect(countAt(grid, { x: 900, y: dotAt(grid, 15).y })).toBe(20);
  });
});
