/** What both arrangements of the chart need: a scale, the axis, the key, and the room a text takes. */
import { tenth, type Box } from '../space.ts';
import { textWidth, wrap } from '../text.ts';
import type { Bound, Rate } from '../../model/rate.ts';
import type { Drawing, Key, Mark, Row, Text, Words } from './types.ts';

/** Share as percent, 0 to 100; null where the row is no share or not published. */
export function percentAt(rate: Rate | null): number | null {
  if (rate?.value.kind === 'counts') return (100 * rate.value.counts.k) / rate.value.counts.n;
  return rate?.value.kind === 'percent' ? rate.value.percent : null;
}

/** Hollow: one reading only, read through others, or printed as "about". */
export function isHollow(rate: Rate): boolean {
  return (
    rate.evidence === 'chart-one' ||
    rate.evidence === 'table-one' ||
    rate.evidence === 'reported' ||
    (rate.value.kind === 'percent' && rate.value.bound === 'about')
  );
}

/** A bound as a sign, where there is no room for the word. */
const SIGNS: Readonly<Record<Bound, string>> = {
  about: '≈',
  'at most': '≤',
  'up to': '≤',
  'more than': '>',
  'less than': '<',
};

/** The value of a row with a sign for its bound. */
export function short({ rate, value }: Row): string {
  const bound = rate?.value.kind === 'percent' ? rate.value.bound : undefined;
  return bound === undefined ? value : value.replace(bound, SIGNS[bound]);
}

/** From percent to x. */
export function scale(x: number, width: number): (percent: number) => number {
  return (percent) => tenth(x + (width * percent) / 100);
}

/** The dot and the line of a rate. There is a line only where there are counts. */
export function measure(
  rate: Rate | null,
  at: (percent: number) => number,
  radius: number,
  thick: number,
): Pick<Mark, 'dot' | 'line'> {
  const percent = percentAt(rate);
  if (rate === null || percent === null) return { dot: null, line: null };
  const { interval } = rate.value;
  const hollow = isHollow(rate);
  const low = interval && at(interval.low * 100);
  return {
    // The outline of a hollow dot stands half outside it.
    dot: { x: at(percent), radius: hollow ? tenth(radius - 0.7) : radius, hollow },
    line:
      interval && low !== undefined ? { x: low, width: tenth(at(interval.high * 100) - low), thick } : null,
  };
}

/** Room of a text, a little generous. */
export function boxOf({ text, tail, x, y, size, anchor, bold }: Text): Box {
  const width = textWidth(text, size, bold) + (!tail ? 0 : textWidth(`  ${tail}`, size, !bold));
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { x: left, y: y - size * 0.78, width, height: size };
}

/** Whether two boxes share a point inside both. */
export function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/**
 * Tick labels 0 to 100%, fewer on a short axis; the outer ones stay inside the drawing. The first says of what, behind
 * its number, so that each number stands at its line.
 */
export function ticks(
  x: number,
  width: number,
  y: number,
  size: number,
  all: number,
  { axis }: Pick<Words, 'axis'>,
): Text[] {
  const at = scale(x, width);
  const half = (text: string): number => textWidth(text, size) / 2;
  const start = Math.max(0, at(0) - half('0'));
  const named = `0% ${axis}`;
  const ends = (text: string): number => start + 2 * half(text) + 0.7 * size;
  const first = ends(named) < at(50) - half('50') ? named : '0';
  const full = width >= 170 && ends(first) < at(25) - half('25');
  const tick = (text: string, place: number, anchor: Text['anchor']): Text =>
    line(`tick-${Math.round(place)}`, text, place, y, size, anchor, false, 'soft');
  return [
    tick(first, start, 'start'),
    ...(full ? [25, 50, 75] : [50]).map((percent) => tick(String(percent), at(percent), 'middle')),
    tick('100%', Math.min(all, at(100) + half('100%')), 'end'),
  ];
}

const SAMPLE = 24;

/** Keys, the one with most words first: all signs; these without what a colon adds; and those that need a word most. */
export function keysOf({ keys }: Pick<Words, 'keys'>): (readonly Key[])[] {
  const short = (all: readonly Key[]): Key[] =>
    all.map((key) => ({ ...key, text: key.text.replace(/:.*/, '') }));
  const most = keys.filter(({ sample }) => sample !== 'filled');
  return [keys, short(keys), most, short(most)];
}

/** The key in as many lines as the width needs; y counts from 0. */
export function key(
  keys: readonly Key[],
  width: number,
  size: number,
): Pick<Drawing, 'samples'> & { texts: Text[]; height: number } {
  const lead = Math.round(size * 1.45);
  const samples: Drawing['samples'][number][] = [];
  const texts: Text[] = [];
  let x = 0;
  let line = 0;
  keys.forEach(({ sample, text }, index) => {
    const needs = SAMPLE + textWidth(text, size);
    if (x > 0 && x + needs > width) {
      x = 0;
      line += 1;
    }
    const y = line * lead + size;
    samples.push({ sample, x: x + 8, y: tenth(y - size * 0.34) });
    const lines = wrap(text, size, width - x - SAMPLE);
    lines.forEach((part, at) =>
      texts.push({
        id: `key-${index}-${at}`,
        text: part,
        x: x + SAMPLE,
        y: y + at * lead,
        size,
        anchor: 'start',
        tone: 'soft',
        bold: false,
      }),
    );
    line += lines.length - 1;
    x = lines.length > 1 ? width : tenth(x + needs + 16);
  });
  return { samples, texts, height: keys.length === 0 ? 0 : (line + 1) * lead };
}

/**
 * The first of several keys, the longest first, that leaves the room; none if none does.
 * @param fits whether a key of this height does
 */
export function keyThatFits(
  options: readonly (readonly Key[])[],
  width: number,
  size: number,
  fits: (height: number) => boolean,
): ReturnType<typeof key> {
  return (
    options.map((keys) => key(keys, width, size)).find(({ height }) => fits(height)) ?? key([], width, size)
  );
}

/** A text of one line, its place rounded to a tenth of a pixel. @param y base line */
export function line(
  id: string,
  text: string,
  x: number,
  y: number,
  size: number,
  anchor: Text['anchor'],
  bold: boolean,
  tone: Text['tone'] = bold ? 'strong' : 'plain',
): Text {
  return { id, text, x: tenth(x), y: tenth(y), size, anchor, bold, tone };
}

/** A hatched place: nothing is published there. */
export function cell(x: number, width: number, height: number): Box {
  return { x: tenth(x), y: tenth(-height / 2), width: tenth(width), height: tenth(height) };
}

/** A piece of a line shorter than this is left out: between two texts it would look like a letter. */
const STUB = 10;

/**
 * The lines of the axis, drawn over each of the given stretches of y.
 * @param texts what the lines must not run through: they end above it and go on below it
 * @param lines percent of the lines besides that at 0
 */
export function axis(
  x: number,
  width: number,
  stretches: readonly (readonly [number, number])[],
  texts: readonly Box[] = [],
  lines: readonly number[] = [25, 50, 75, 100],
): Drawing['axis'] {
  const at = scale(x, width);
  const path = (percent: number): string => {
    const place = at(percent);
    const cuts = texts
      .filter((box) => box.x - 3 < place && place < box.x + box.width + 3)
      .sort((a, b) => a.y - b.y);
    return stretches
      .flatMap(([top, bottom]) => {
        let from = top;
        const pieces: [number, number][] = [];
        for (const cut of cuts.filter(({ y, height }) => y < bottom && y + height > top)) {
          pieces.push([from, cut.y - 2]);
          from = Math.max(from, cut.y + cut.height + 2);
        }
        const whole = from === top;
        pieces.push([from, bottom]);
        return whole ? pieces : pieces.filter(([start, end]) => end - start >= STUB);
      })
      .map(([from, to]) => `M${place} ${tenth(from)}V${tenth(to)}`)
      .join('');
  };
  return { x, width, zero: path(0), grid: lines.map(path).join('') };
}

/** The room that the texts of placed rows take in the drawing. */
export function boxesOf(marks: readonly Mark[]): Box[] {
  return marks.flatMap(({ y, texts }) => texts.map((text) => boxOf({ ...text, y: text.y + y })));
}

/** The same things `by` pixels lower. */
export function moveDown<T extends { readonly y: number }>(things: readonly T[], by: number): T[] {
  return things.map((thing) => ({ ...thing, y: tenth(thing.y + by) }));
}
