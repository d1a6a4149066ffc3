/** Places our drawing inside a dotted outline, and below it, on the same axis, what was measured. */
import { gapFor, layoutFrame } from '../../charts/frame/layout.ts';
import { tenth, type Size } from '../../charts/space.ts';
import type { Text } from '../../charts/intervals/types.ts';
import { textWidth } from '../../charts/text.ts';
import type { Rate } from '../../model/rate.ts';
import type { FigureWords } from '../spec.ts';
import { blockOf, type Block } from './block.ts';
import { fillsOf } from './describe.ts';
import { samples, type Sample } from './draws.ts';
import { heightOf, placeMeasured, type Measured, type Tier } from './measured.ts';
import { drawGrid, drawRanges, numbersOf, Writer, type Axis, type Paths } from './parts.ts';
import { shownOf, type SampleView } from './view.ts';

interface Layout {
  /** Dotted outline: all inside it is our drawing. The caption stands in a gap of its upper edge. */
  readonly top: number;
  readonly bottom: number;
  readonly frame: string;
  readonly blocks: readonly Block[];
  readonly paths: Readonly<Paths>;
  /** Thickness of a range. */
  readonly thick: number;
  readonly texts: readonly Text[];
  readonly measured: readonly Measured[];
}

/** Room above our drawing for half a line, and below it for the numbers of the axis. */
const TOP = 8;
const TICKS = 18;
/** A strip that is lower than this has its four parts two by two, without dots. */
const LOW = 250;
/** Room between the two columns of a low strip. */
const GUTTER = 28;

/** How far words stand from the line at zero. */
const CLEAR = 5;

/** The inside of the outline. */
interface Room {
  readonly top: number;
  readonly bottom: number;
  readonly pad: number;
  readonly wide: boolean;
  readonly axis: Axis;
  /** Width of what stands left of the axis. */
  readonly left: number;
}

/** Places the simulated runs and their ranges, and below them, where there is room, what was measured. */
export function layout(
  view: SampleView,
  rates: readonly Rate[],
  words: FigureWords,
  { width, height }: Size,
): Layout {
  const wide = width >= 520;
  const strip = view.show === 'strip';
  const writer = new Writer(words, wide ? 14 : width < 320 ? 12 : 13);
  const { font } = writer;
  const pad = wide ? 16 : 9;
  const inner = width - 2 * pad;

  // What is measured gets what our drawing can spare: question and answer too, only the rows, or nothing.
  const least: Readonly<Record<Tier, number>> = strip
    ? { whole: LOW, tight: LOW }
    : { whole: 170, tight: 92 };
  const all = height - TOP - TICKS;
  const tier = (['whole', 'tight'] as const).find((one) => all - heightOf(one, writer, inner) >= least[one]);
  const bottom = tenth(TOP + all - (tier ? heightOf(tier, writer, inner) : 0));
  const low = strip && bottom - TOP < LOW;

  const left = !wide ? (strip ? 78 : 96) : strip ? Math.min(300, width * 0.4) : Math.min(250, width * 0.32);
  const x = Math.round(pad + left + (wide ? 28 : 8));
  const room: Room = {
    top: TOP + font * (wide ? 0.9 : 0.6),
    bottom,
    pad,
    wide,
    axis: { x, width: Math.round(width - x - (wide ? 24 : pad)) },
    left,
  };

  // Clear of the corner, where the outline bends.
  const named = Math.max(pad, 15);
  const [caption = ''] = low
    ? writer.fit('drawing-low', [view], width - 2 * named, true)
    : [writer.say('drawing', view)];
  writer.put('caption', caption, named, TOP + font * 0.35, 'accent', { bold: true });
  const frame = layoutFrame(1, TOP, width - 2, bottom - TOP, 5, [gapFor(caption, named, font, 6)]);
  const paths: Paths = { grid: '', chosen: '', held: '', missed: '', crosses: '', first: '', share: '' };
  const shown = shownOf(samples(view.rate, view.seed), view);
  const [one] = shown;
  const blocks = low
    ? placeLow(shown, view, room, writer, paths, width)
    : strip
      ? placeStrip(shown, view, room, writer, paths, width)
      : one
        ? placeOne(one, view, room, writer, paths, width)
        : [];
  const measured = tier
    ? placeMeasured(tier, rates, writer, paths, room.axis, bottom + TICKS, pad, width)
    : [];
  return {
    top: TOP,
    bottom,
    frame: frame.parts[0]?.d ?? '',
    blocks,
    paths,
    thick: strip ? 1.5 : 2,
    texts: writer.texts,
    measured,
  };
}

/** The numbers of the axis, its lines, and over them the chosen rate; returns where the ranges may begin. */
function placeAxis(view: SampleView, room: Room, writer: Writer, paths: Paths, width: number): number {
  const { axis, top, bottom, wide } = room;
  const { font } = writer;
  const text = writer.say('chosen', view);
  const half = textWidth(text, font, true) / 2;
  const at = axis.x + (axis.width * view.rate) / 100;
  const from = tenth(top + font + 8);
  writer.put('chosen', text, Math.min(Math.max(at, axis.x + half), width - 8 - half), top + font, 'strong', {
    anchor: 'middle',
  });
  drawGrid(paths, axis, from - 3, bottom);
  writer.texts.push(...numbersOf(axis, bottom + 15, !wide));
  return from;
}

/** One sample: its dots and its count at the left, the twenty ranges at the right. */
function placeOne(
  sample: Sample,
  view: SampleView,
  room: Room,
  writer: Writer,
  paths: Paths,
  width: number,
): Block[] {
  const { axis, top, bottom, pad, wide, left } = room;
  const { font } = writer;
  const lead = Math.round(font * 1.38);
  const fills = fillsOf(sample);
  const from = placeAxis(view, room, writer, paths, width);
  const foot = bottom - (wide ? 12 : 8);
  drawRanges(paths, sample, view.rate, axis, from, foot - lead + 4);
  const [held = ''] = writer.fit('held', [fills], axis.width + 8 - CLEAR);
  writer.put('held', held, axis.x + CLEAR, foot, 'soft');
  writer.put('runs', writer.say('runs', fills), pad, top + font, 'strong');
  if (wide) writer.put('filled', writer.say('filled'), pad, top + font + lead, 'soft');
  const big = wide ? 30 : 15;
  const more = wide && bottom - top > 150 ? [writer.say('share', fills), writer.say('range', fills)] : [];
  const base = foot - more.length * lead;
  writer.put('count', writer.say('count', fills), pad, base, 'accent', { size: big, bold: true });
  more.forEach((text, index) => writer.put(`more-${index}`, text, pad, base + (index + 1) * lead));
  const start = top + font + (wide ? lead + 10 : 5);
  const end = base - big * 0.8 - (wide ? 10 : 4);
  return [blockOf(sample, [left, end - start], pad, end, 'bottom')];
}

/** All four samples, one under the other, on one axis. */
function placeStrip(
  shown: readonly Sample[],
  view: SampleView,
  room: Room,
  writer: Writer,
  paths: Paths,
  width: number,
): Block[] {
  const { axis, bottom, pad, wide, left, top } = room;
  const { font } = writer;
  const lead = Math.round(font * 1.38);
  const from = placeAxis(view, room, writer, paths, width) - 4;
  writer.put('key', writer.fit('key', [{}], left)[0] ?? '', pad, top + font, 'soft');
  const cell = (bottom - (wide ? 6 : 0) - from) / shown.length;
  const head = wide ? 0 : lead;
  const aside = wide ? 164 : 0;
  return shown.map((sample, index) => {
    const y = from + index * cell;
    const middle = y + head + (cell - head) / 2;
    const fills = fillsOf(sample);
    const { n } = sample;
    if (wide) {
      // Where the rows are flat, the count is left to the dots.
      const flat = cell < 68;
      const first = middle + 5 - (flat ? lead / 2 : lead);
      writer.put(`runs-${n}`, writer.say('runs', fills), pad, first, 'strong', { size: font + 2 });
      if (!flat) writer.put(`count-${n}`, writer.say('count', fills), pad, middle + 5, 'accent');
      writer.put(`held-${n}`, writer.say('held-short', fills), pad, first + (flat ? 1 : 2) * lead, 'soft');
    } else {
      writer.put(`runs-${n}`, writer.say('runs', fills), pad, y + font, 'strong');
      writer.put(`held-${n}`, writer.say('held-short', fills), axis.x + CLEAR, y + font, 'soft');
    }
    drawRanges(paths, sample, view.rate, axis, y + head + 4, y + cell - 5);
    return blockOf(sample, [left - aside, cell - head - 10], pad + aside, middle, 'middle');
  });
}

/** All four samples two by two, ranges only: for a stage that is not high. */
function placeLow(
  shown: readonly Sample[],
  view: SampleView,
  { top, bottom, pad }: Room,
  writer: Writer,
  paths: Paths,
  width: number,
): Block[] {
  const { font } = writer;
  // Clear of the caption in the outline.
  const from = top + 3;
  const cell = (bottom - from - 4) / 2;
  const column = Math.floor((width - 2 * pad - GUTTER) / 2);
  const texts = writer.fit('pair', shown.map(fillsOf), column + 8, true);
  shown.forEach((sample, index) => {
    const axis = { x: pad + (index % 2) * (column + GUTTER), width: column };
    const y = from + Math.floor(index / 2) * cell;
    writer.put(`runs-${sample.n}`, texts[index] ?? '', axis.x, y + font, 'strong');
    drawRanges(paths, sample, view.rate, axis, y + font + 6, y + cell - 4);
    drawGrid(paths, axis, y + font + 4, y + cell - 3);
    if (index < 2) writer.texts.push(...numbersOf(axis, bottom + 15, true));
  });
  // No dots stand here for the first sample: its range is one of the twenty.
  paths.held += paths.first;
  paths.first = '';
  paths.share = '';
  return [];
}
