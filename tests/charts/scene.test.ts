import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Box } from '../../src/charts/space.ts';
import { layout, zoomOf } from '../../src/charts/scene/layout.ts';
import { PARTS } from '../../src/charts/scene/types.ts';
import type { Line, Part, Scene } from '../../src/charts/scene/types.ts';
import { textWidth } from '../../src/charts/text.ts';

const words = JSON.parse(
  readFileSync(new URL('../../src/content/en/figures/setup.json', import.meta.url), 'utf8'),
) as { labels: Record<string, string> };
const { labels } = words;

// Hundreds of layouts a test: seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const sizes = fc.record({
  width: fc.integer({ min: 280, max: 800 }),
  height: fc.integer({ min: 180, max: 640 }),
});
const anyShow = fc.constantFrom<Part>(...PARTS);

interface Placed extends Box {
  readonly what: string;
}

function textBox(line: Line, dx: number, dy: number): Placed {
  const width = textWidth(line.text, line.size) * (line.tone === 'quote' ? 0.9 : 0.97);
  const from = line.anchor === 'end' ? width : line.anchor === 'middle' ? width / 2 : 0;
  return {
    what: line.text,
    x: line.x + dx - from,
    y: line.y + dy - line.size * 0.75,
    width,
    height: line.size * 0.95,
  };
}

function texts(scene: Scene): Placed[] {
  const inside = scene.marks.flatMap((mark) =>
    mark.pieces.flatMap((piece) => piece.lines.map((line) => textBox(line, piece.x, piece.y + scene.shift))),
  );
  return [textBox(scene.title, 0, 0), ...scene.note.map((line) => textBox(line, 0, 0)), ...inside];
}

function pieces(scene: Scene): Placed[] {
  return scene.marks.flatMap((mark) =>
    mark.pieces.map((piece) => ({
      what: piece.id,
      x: piece.x,
      y: piece.y + scene.shift,
      width: piece.width,
      height: piece.height,
    })),
  );
}

const leaves = (box: Placed, outer: Box, by: number): boolean =>
  box.x < outer.x - by ||
  box.y < outer.y - by ||
  box.x + box.width > outer.x + outer.width + by ||
  box.y + box.height > outer.y + outer.height + by;

const meet = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width - 0.5 &&
  b.x < a.x + a.width - 0.5 &&
  a.y < b.y + b.height - 0.5 &&
  b.y < a.y + a.height - 0.5;

function everywhere(
  check: (scene: Scene, size: { width: number; height: number }, show: Part) => void,
): void {
  fc.assert(
    fc.property(sizes, anyShow, fc.boolean(), (size, show, steady) =>
      check(layout(labels, size, show, steady), size, show),
    ),
    { numRuns: 250, seed: 27 },
  );
}

describe('the scene of the test', () => {
  it('draws nothing outside its size, at any size', () =>
    everywhere((scene, size) => {
      const sheet = { x: 0, y: 0, ...size };
      expect(texts(scene).filter((box) => leaves(box, sheet, 0.5))).toEqual([]);
      expect(leaves({ what: 'frame', ...scene.frame }, sheet, 0)).toBe(false);
    }));

  it('keeps every part inside the dashed frame', () =>
    everywhere((scene) => {
      expect(pieces(scene).filter((box) => leaves(box, scene.frame, 0))).toEqual([]);
      const said = texts(scene).slice(1 + scene.note.length);
      expect(said.filter((box) => leaves(box, scene.frame, -1))).toEqual([]);
    }));

  it('lets no two texts meet', () =>
    everywhere((scene) => {
      const boxes = texts(scene);
      const pairs = boxes.flatMap((a, index) =>
        boxes.slice(index + 1).flatMap((b) => (meet(a, b) ? [`${a.what} / ${b.what}`] : [])),
      );
      expect(pairs).toEqual([]);
    }));

  it('keeps each piece where it is from step to step', () => {
    fc.assert(
      fc.property(sizes, anyShow, anyShow, (size, one, other) => {
        const places = (show: Part) =>
          new Map(
            layout(labels, size, show).marks.flatMap((mark) =>
              mark.pieces.map(({ id, x, y, width, height }) => [id, { x, y, width, height }]),
            ),
          );
        const after = places(other);
        for (const [id, place] of places(one)) if (after.has(id)) expect(after.get(id), id).toEqual(place);
      }),
      { numRuns: 150, seed: 27 },
    );
  });

  it('draws text at 12 px or more, and at 13 px where there is room', () =>
    everywhere((scene, size) => {
      const lines = scene.marks.flatMap((mark) => mark.pieces.flatMap((piece) => piece.lines));
      const smallest = Math.min(...lines.map((line) => line.size));
      expect(smallest).toBeGreaterThanOrEqual(size.width >= 288 ? 13 : 12);
    }));

  it('gives every link 24 x 24 px to hit, from 288 x 190 px on', () =>
    everywhere((scene, size) => {
      if (size.height < 190) return;
      for (const mark of scene.marks) {
        const largest = mark.pieces.some((piece) => piece.width >= 24 && piece.height >= 24);
        expect(largest, mark.part).toBe(true);
      }
    }));

  it('marks the newest part, and only that one, and shows nothing that comes later', () =>
    everywhere((scene, _size, show) => {
      expect(scene.marks.filter((mark) => mark.fresh).map((mark) => mark.part)).toEqual([show]);
      expect(scene.marks.at(-1)?.part).toBe(show);
    }));

  it('names each piece once and stays under 300 nodes', () =>
    everywhere((scene) => {
      const ids = scene.marks.flatMap((mark) => mark.pieces.map((piece) => piece.id));
      expect(new Set(ids).size).toBe(ids.length);
      const nodes = scene.marks.flatMap((mark) =>
        mark.pieces.map((piece) => 2 + piece.shapes.length + piece.lines.length),
      );
      expect(nodes.reduce((sum, count) => sum + count, 20)).toBeLessThan(300);
    }));

  it('shows all six parts at once where there is room for them', () => {
    for (const size of [
      { width: 720, height: 500 },
      { width: 300, height: 560 },
    ])
      expect(layout(labels, size, 'corner').marks.map((mark) => mark.part)).toEqual([...PARTS]);
  });

  it('is shown larger on a large stage, and never smaller', () => {
    expect(zoomOf({ width: 1440, height: 1000 })).toBe(2);
    expect(zoomOf({ width: 1440, height: 550 })).toBe(1.1);
    expect(zoomOf({ width: 360, height: 300 })).toBe(1);
  });

  it('says who invented it all, at every size', () =>
    everywhere((scene) => {
      expect(scene.note.map((line) => line.text).join(' ')).toMatch(/invented/);
    }));
});
