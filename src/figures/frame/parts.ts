/** What all arrangements of the picture share: lines, marks, those beside the frame, the report, the events. */
import { tenth, type Box, type Size } from '../../charts/space.ts';
import { wrap } from '../../charts/text.ts';
import { label } from '../../charts/words.ts';
import { path } from '../../charts/scene/shapes.ts';
import { house, newspaper, people, sheets, study } from './shapes.ts';
import type { Line, Mark, Picture, Shape, Tone } from './types.ts';

export type Labels = Readonly<Record<string, string>>;

/** What an arrangement gives: all that stands outside, and the place of the frame. */
export type Outside = Pick<Picture, 'outer' | 'links' | 'notes' | 'pages'> & {
  readonly box: Box;
  /** Font size of the words in the frame, as seen from outside. */
  readonly small: number;
};

/** Where the test stands in the report: section 4.1.1.2. A place, like any citation's. */
const PAGE = 27;

/** What took place, by date. */
export const EVENTS = [
  { id: 'company', passport: 'frame-release', draw: house },
  { id: 'press', passport: 'frame-press', draw: newspaper },
  { id: 'study', passport: 'frame-study', draw: study },
] as const;

/** A text of the picture. Pixels; `y` is its base line. */
export function text(
  words: string,
  x: number,
  y: number,
  size: number,
  tone: Tone,
  anchor: Line['anchor'] = 'start',
): Line {
  return { text: words, x: tenth(x), y: tenth(y), size, tone, anchor };
}

/** A part of the picture that opens a passport. */
export function mark(
  labels: Labels,
  id: string,
  passport: string,
  box: Box,
  shapes: readonly Shape[],
  lines: readonly Line[],
): Mark {
  const { x, y, width, height } = box;
  return {
    id,
    passport,
    label: label(labels, `say-${id}`),
    box: { x: tenth(x), y: tenth(y), width: tenth(width), height: tenth(height) },
    shapes,
    lines,
  };
}

/** The frame as large as `width` and `height` allow, shaped like the stage so that it can fill it. */
export function frameIn(size: Size, width: number, height: number): Size {
  const aspect = Math.min(2.1, Math.max(1.42, size.width / size.height));
  const wide = Math.min(width, height * aspect);
  return { width: wide, height: wide / aspect };
}

/** Testers left of the frame, transcripts right of it, and the arrows of the way from the one to the other. */
export function sides(
  labels: Labels,
  whole: { left: number; width: number },
  box: Box,
  icon: number,
  fonts: { readonly name: number; readonly note: number; readonly short?: boolean },
  gap: number,
): { marks: [Mark, Mark]; links: Shape[]; level: number } {
  const lane = (whole.width - box.width) / 2 - gap;
  const { name: font, note: soft } = fonts;
  const words = (['testers', 'transcripts'] as const).map((id) => ({
    id,
    name: wrap(label(labels, fonts.short ? `short-${id}` : id), font, lane, true),
    note: soft === 0 ? [] : wrap(label(labels, `note-${id}`), soft, lane),
  }));
  // Both the same height, so that their pictures stand on one level.
  const under =
    8 + Math.max(...words.map(({ name, note }) => name.length * (font + 3) + note.length * (soft + 4)));
  const top = box.y + (box.height - icon - under) / 2;
  const base = top + icon + 8;
  const level = tenth(top + icon / 2);
  const marks = words.map(({ id, name, note }, at) => {
    const x = at === 0 ? whole.left + lane / 2 : whole.left + whole.width - lane / 2;
    return mark(
      labels,
      id,
      `frame-${id}`,
      { x: x - lane / 2, y: top - 2, width: lane, height: icon + under + 3 },
      at === 0 ? people(x, top + icon, icon) : sheets(x - icon * 0.42, top, icon * 0.84, icon, 4),
      [
        ...name.map((line, row) =>
          text(line, x, base + font - 2 + row * (font + 3), font, 'strong', 'middle'),
        ),
        ...note.map((line, row) =>
          text(line, x, base + name.length * (font + 3) + soft + row * (soft + 4), soft, 'soft', 'middle'),
        ),
      ],
    );
  }) as [Mark, Mark];
  const right = box.x + box.width;
  const links =
    gap < 20
      ? []
      : [
          arrow(whole.left + lane + 4, level, box.x - 8, level),
          arrow(right + 8, level, whole.left + whole.width - lane - 3, level),
        ];
  return { marks, links, level };
}

const exact = (value: number): number => Math.round(value * 1e4) / 1e4;

/** Middle of the page of the test in a strip of `count` pages. */
export function pageAt(strip: Box, count: number): number {
  return strip.x + ((PAGE - 0.5) * strip.width) / count;
}

/** The report as its pages' edges, the page of the test drawn out of the row. */
export function report(
  labels: Labels,
  strip: Box,
  count: number,
  lines: readonly Line[],
  box: Box,
): { book: Mark; pages: Picture['pages'] } {
  const x = pageAt(strip, count);
  const pitch = strip.width / count;
  const half = Math.max(1.5, pitch * 0.4);
  const foot = strip.y + strip.height;
  const top = strip.y - strip.height * 0.55;
  return {
    pages: {
      d: path('M', strip.x, strip.y + strip.height / 2, 'h', strip.width),
      height: tenth(strip.height),
      // Fine enough that over all pages it is off by less than a tenth of a pixel.
      dash: [exact(pitch * 0.3), exact(pitch * 0.7)],
    },
    book: mark(
      labels,
      'report',
      'card-pages',
      box,
      [{ ink: 'solid', d: path('M', x - half, foot, 'V', top, 'h', 2 * half, 'V', foot, 'z') }],
      lines,
    ),
  };
}

/** A straight line with an open head at its end: across if `y1` equals `y2`, else down. */
export function arrow(x1: number, y1: number, x2: number, y2: number): Shape {
  const head = y1 === y2 ? 'm-5-5 5 5-5 5' : 'm-5-5 5 5 5-5';
  return { ink: 'link', d: path('M', x1, y1, 'L', x2, y2) + head };
}

/** A filled dot whose left edge is at `x`. */
export function bead(x: number, y: number, radius: number): Shape {
  return {
    ink: 'solid',
    d: path(
      'M',
      x,
      y,
      'a',
      radius,
      radius,
      0,
      1,
      0,
      2 * radius,
      0,
      'a',
      radius,
      radius,
      0,
      1,
      0,
      -2 * radius,
      0,
    ),
  };
}
