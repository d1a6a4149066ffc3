import fc from 'fast-check';
import { render } from 'svelte/server';
import { describe, expect, test, vi } from 'vitest';
import type { Box } from '../../src/charts/space.ts';
import { textWidth } from '../../src/charts/text.ts';
import { spec, type FrameView } from '../../src/figures/frame/figure.ts';
import { layout } from '../../src/figures/frame/layout.ts';
import type { Line } from '../../src/figures/frame/types.ts';
import World from '../../src/figures/frame/World.svelte';
import { data, filledWords, ratesOf } from './fixture.ts';
import { golden } from './golden.ts';

// Hundreds of layouts a test: seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const words = filledWords(spec.id);
const rows = ratesOf(spec.rows);
const inside: FrameView = { show: 'inside' };
const outside: FrameView = { show: 'outside' };

function html(view: FrameView, width: number, height = spec.height(width, view), live = false): string {
  return render(World, {
    props: { rows, words, view, size: { width, height }, live, patch: () => undefined },
  }).body;
}

describe('golden pictures', () => {
  for (const [name, view] of Object.entries(spec.views)) {
    for (const width of [360, 720])
      test(`${name} at ${width}`, () => golden(`frame-${name}-${width}`, html(view, width)));
    test(`${name} on a phone’s stage`, () => golden(`frame-${name}-phone`, html(view, 358, 230, true)));
  }
});

/** Where a line is seen, or null from the side from which it is not. */
interface Seen extends Box {
  readonly what: string;
}

function seen(line: Line, camera?: { x: number; y: number; zoom: number }): Seen {
  const { x, y, zoom } = camera ?? { x: 0, y: 0, zoom: 1 };
  const size = line.size * zoom;
  // The estimate is for the widest letters; what is drawn is narrower.
  const width = textWidth(line.text, size) * (line.tone === 'big' ? 0.92 : 0.96);
  const shift = line.anchor === 'end' ? width : line.anchor === 'middle' ? width / 2 : 0;
  return {
    what: line.text,
    x: line.x * zoom + x - shift,
    y: line.y * zoom + y - size * 0.75,
    width,
    height: size * 0.95,
  };
}

const meet = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width - 0.5 &&
  b.x < a.x + a.width - 0.5 &&
  a.y < b.y + b.height - 0.5 &&
  b.y < a.y + a.height - 0.5;

const stages = fc.record({
  width: fc.integer({ min: 280, max: 1100 }),
  height: fc.integer({ min: 150, max: 640 }),
});

function everywhere(check: (drawn: ReturnType<typeof layout>, size: Box) => void): void {
  fc.assert(
    fc.property(stages, ({ width, height }) => {
      // A still on a phone is as high as it needs to be; a stage is never narrow and that high.
      const high = width < 520 && height >= 400 ? spec.height(width, outside) : height;
      check(layout(words.labels, { width, height: high }, 123), { x: 0, y: 0, width, height: high });
    }),
    { numRuns: 300, seed: 27 },
  );
}

describe('at every size', () => {
  const within = (box: Seen, outer: Box, by: number): void => {
    const where = `${box.what} on ${outer.width} x ${outer.height}`;
    expect(box.x, where).toBeGreaterThanOrEqual(outer.x - by);
    expect(box.y, where).toBeGreaterThanOrEqual(outer.y - by);
    expect(box.x + box.width, where).toBeLessThanOrEqual(outer.x + outer.width + by);
    expect(box.y + box.height, where).toBeLessThanOrEqual(outer.y + outer.height + by);
  };
  const apart = (boxes: readonly Seen[], size: Box): void => {
    boxes.forEach((box, at) => {
      for (const other of boxes.slice(at + 1))
        expect(meet(box, other), `${box.what} meets ${other.what} on ${size.width} x ${size.height}`).toBe(
          false,
        );
    });
  };

  test('words stand apart and on the stage, seen from outside', () => {
    everywhere((drawn, size) => {
      const lines = [...drawn.notes, ...drawn.caption, ...drawn.outer.flatMap((mark) => mark.lines)];
      const boxes = lines.map((line) => seen(line));
      for (const box of boxes) within(box, size, 2);
      apart(boxes, size);
      for (const line of lines) expect(line.size, line.text).toBeGreaterThanOrEqual(12);
      const { frame } = drawn;
      for (const line of drawn.caption) within(seen(line), { ...frame }, -3);
      for (const mark of drawn.outer)
        for (const line of mark.lines) expect(meet(seen(line), frame), line.text).toBe(false);
    });
  });

  test('words stand apart and in the frame, seen from inside', () => {
    everywhere((drawn, size) => {
      const { camera, frame } = drawn;
      const framed = {
        x: frame.x * camera.zoom + camera.x,
        y: frame.y * camera.zoom + camera.y,
        width: frame.width * camera.zoom,
        height: frame.height * camera.zoom,
      };
      within({ ...framed, what: 'the frame' }, size, -1);
      const lines = drawn.inner.flatMap((mark) => mark.lines);
      for (const line of lines) {
        expect(line.size * camera.zoom, line.text).toBeGreaterThan(12);
        within(seen(line, camera), framed, 0);
      }
      within(seen(drawn.title, camera), size, 0);
      apart(
        [...lines, drawn.title].map((line) => seen(line, camera)),
        size,
      );
    });
  });

  test('the camera steps in: the frame fills the stage in one direction', () => {
    everywhere(({ camera, frame }, size) => {
      expect(camera.zoom).toBeGreaterThan(1.25);
      const share = Math.max(
        (frame.width * camera.zoom) / size.width,
        (frame.height * camera.zoom) / size.height,
      );
      expect(share).toBeGreaterThan(0.9);
    });
  });

  test('every mark can be hit, and no two at one place', () => {
    everywhere((drawn, size) => {
      const marks = [...drawn.outer, ...drawn.inner];
      for (const { id, box } of marks) {
        expect(box.width, `${id} on ${size.width} x ${size.height}`).toBeGreaterThanOrEqual(24);
        expect(box.height, `${id} on ${size.width} x ${size.height}`).toBeGreaterThanOrEqual(24);
      }
      apart(
        marks.map(({ id, box }) => ({ ...box, what: id })),
        size,
      );
    });
  });
});

describe('the marks', () => {
  const links = (text: string): string[] =>
    [...text.matchAll(/class="mark[^"]*" href="#passport-([^"]*)"/g)].map(([, id]) => id ?? '');

  test('lead to a row or a statement, with one tab stop from either side', () => {
    const known = new Set([...data.rates.keys(), ...data.statements.map(({ id }) => id)]);
    for (const view of [inside, outside]) {
      const found = html(view, 720, 560, true);
      expect(found.match(/tabindex="0"/g)).toHaveLength(1);
      for (const id of links(found)) expect(known.has(id), id).toBe(true);
      expect(html(view, 720)).not.toMatch(/tabindex/);
    }
    expect(links(html(outside, 720))).toEqual([
      'frame-testers',
      'frame-transcripts',
      'card-pages',
      'frame-release',
      'frame-press',
      'frame-study',
      'set-role',
      'set-inbox',
      'set-secret',
      'frame-threat',
    ]);
  });

  test('of the world are no marks while the camera is inside', () => {
    const within = ['set-role', 'set-inbox', 'set-secret', 'frame-threat'];
    expect(links(html(inside, 720, 560, true))).toEqual(within);
    expect(links(html(inside, 720))).toEqual(within);
  });

  test('the engineer is dashed, the testers are solid', () => {
    const { inner, outer } = layout(words.labels, { width: 720, height: 560 }, 123);
    const inks = (list: typeof inner, id: string): string[] =>
      list.find((mark) => mark.id === id)?.shapes.map(({ ink }) => ink) ?? [];
    expect(inks(inner, 'engineer')).toEqual(['made']);
    expect(inks(outer, 'testers')).toEqual(['tint', 'real']);
  });

  test('the report has as many page edges as pages, one path for all', () => {
    const found = html(outside, 720);
    expect(found.match(/class="pages/g)).toHaveLength(1);
    const { pages } = layout(words.labels, { width: 720, height: 560 }, 123);
    const length = Number(/h([\d.]+)/.exec(pages.d)?.[1]);
    expect(length / (pages.dash[0] + pages.dash[1])).toBeCloseTo(123, 1);
    expect(found.match(/<(path|text|rect|a|g)\b/g)?.length).toBeLessThan(150);
  });
});

test('a button steps in and out, only in the live figure', () => {
  expect(html(outside, 720, 560, true)).toMatch(/<button[^>]*>Step back inside<\/button>/);
  expect(html(inside, 720, 560, true)).toMatch(/<button[^>]*>Step outside<\/button>/);
  expect(html(outside, 720)).not.toMatch(/<button/);
});

describe('the words', () => {
  test('say what is seen and on which side it stands', () => {
    expect(spec.status(inside)).toBe('simulated');
    expect(spec.status(outside)).toBe('real');
    const said = words.views['outside'];
    expect(said?.title).toMatch(/exists only inside the test/);
    expect(said?.alt).toMatch(/123 page edges with page 27.*not to scale.*22 May 2025.*23 May.*20 June/);
    expect(said?.alt).toMatch(/nobody was blackmailed/);
    expect(words.views['inside']?.alt).toMatch(/does not exist/);
    for (const view of Object.values(words.views)) expect(view.title.length).toBeLessThanOrEqual(75);
  });

  test('never say what the model wanted', () => {
    expect(JSON.stringify(words)).not.toMatch(/\b(wanted?|wants|fear(ed|s)?|decided)\b/i);
  });

  test('stand in a table with side, date and label', () => {
    const all = spec.table(rows, words, outside);
    expect(all.columns).toHaveLength(4);
    expect(all.rows.map((row) => row[2]?.text)).toEqual([
      '–',
      '–',
      '–',
      '22 May 2025',
      '23 May 2025',
      '20 June 2025',
      '22 May 2025',
      '5 August 2026',
      ...Array<string>(4).fill('–'),
    ]);
    expect(all.rows.filter((row) => row[3]?.text === 'In the test')).toHaveLength(4);
    expect(all.rows.some((row) => row[0]?.text.includes('123 pages'))).toBe(true);
    expect(spec.table(rows, words, inside).rows).toEqual(all.rows.slice(-4));
  });
});
