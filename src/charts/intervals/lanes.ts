/**
 * A few set-ups, one under the other, each with a name, a line that says in what it differs, and its rate on an axis
 * of 0 to 100%. For rates of different tests: nothing joins the rows, headings part them, and a rate without a
 * published number of runs carries a sign of its own where others have their interval.
 */
import { tenth, type Box, type Size } from '../space.ts';
import type { Rate } from '../../model/rate.ts';
import { textWidth } from '../text.ts';
import {
  axis,
  boxOf,
  boxesOf,
  cell,
  keyThatFits,
  line,
  measure,
  moveDown,
  percentAt,
  scale,
  short,
  ticks,
} from './place.ts';
import type { Drawing, Link, Mark, Row, Text, Words } from './types.ts';

export interface Lane extends Row {
  /** In what this set-up differs; shown where there is room. */
  readonly sub: string;
  /** Heading over this row and those after it; empty for none. */
  readonly heading: string;
  /** Stands beside a rate that has no interval, to say why. */
  readonly bare: string;
  /** What is said in place of a mark, with {value}: for a share of something else than the axis. Empty for a mark. */
  readonly apart: string;
}

const AXIS = 22;
const GAP = 8;
const NARROW = 480;
/** Least height of a row with a line of text above its mark, and how far the axis then stands from the edges. */
const ABOVE = 32;
const INSET = 6;
/** From a mark to its value. */
const BESIDE = 7;
/** Least height of a row with all of them, and of one beside a key. */
const CLOSE = 16;
const KEYED = 18;
/**
 * Sizes of names and of what stands below them, radius of a dot, thickness of an interval, and sizes of values by the
 * least height of a row; names are as large where rows are lower. A few rows on a wide stage are seen from further away.
 */
const LOOKS = {
  narrow: { font: 13, small: 12, radius: 5, thick: 3, values: [[ABOVE, 17]] },
  wide: {
    font: 15,
    small: 13,
    radius: 6.5,
    thick: 3.5,
    values: [
      [40, 22],
      [28, 18],
    ],
  },
  few: { font: 17, small: 14, radius: 7.5, thick: 4, values: [[0, 30]] },
} as const;
/** A heading, as part of the height of a row. */
const HEADING = 0.75;

/** Height in pixels that suits so many rows and headings at this width. */
export function lanesHeight(rows: number, headings: number, width: number): number {
  const narrow = width < NARROW;
  return AXIS + GAP + (narrow ? 17 : 22) + Math.round((rows + headings * HEADING) * (narrow ? 35 : 46));
}

/** Where a rate with a bound may lie, as percent from and to; null for a rate that is a point. */
function rangeOf(rate: Rate | null): readonly [number, number] | null {
  if (rate?.value.kind !== 'percent') return null;
  const { percent, bound } = rate.value;
  if (bound === 'more than') return [percent, 100];
  return bound === 'at most' || bound === 'less than' || bound === 'up to' ? [0, percent] : null;
}

/**
 * Places the rows from top to bottom.
 * @param all a lane without a rate is words alone
 * @param size pixels, 280 x 150 or more
 */
export function lanes(all: readonly Lane[], size: Size, words: Words): Drawing {
  const narrow = size.width < NARROW;
  const foot = size.height - GAP;
  const pitchOf = (some: readonly Lane[], bottom = foot): number =>
    Math.min(
      112,
      (bottom - AXIS) / (some.length + HEADING * some.filter(({ heading }) => heading !== '').length),
    );
  // Where the rows would stand too close, the key gives way, and if that is not enough, what has no rate.
  const legend = keyThatFits(
    [words.keys, words.keys.slice(0, -1)],
    size.width,
    narrow ? 12 : 13,
    (height) => pitchOf(all, foot - height) >= KEYED,
  );
  const bottom = foot - legend.height;
  const rows = pitchOf(all) < CLOSE ? all.filter(({ rate }) => rate !== null) : all;
  const pitch = pitchOf(rows, bottom);
  const look = narrow ? LOOKS.narrow : size.width >= 640 && pitch >= 56 ? LOOKS.few : LOOKS.wide;
  const { small, radius, thick } = look;
  const font = pitch < 19 ? 12 : look.font;
  const gap = narrow ? 9 : 18;
  const widest = (texts: readonly string[], size: number, bold = false): number =>
    Math.max(0, ...texts.map((text) => textWidth(text, size, bold)));
  const names = widest(
    rows.map(({ label }) => label),
    font,
    true,
  );
  const subs = widest(
    rows.map(({ sub }) => sub),
    small,
  );
  /** The rate that has a mark on the axis. */
  const marked = ({ rate, apart }: Lane): Rate | null => (apart === '' ? rate : null);
  const points = rows.filter((row) => percentAt(marked(row)) !== null);
  /** Values are what is quoted: larger than names, where rows have the height. */
  const large = look.values.find(([least]) => pitch >= least)?.[1] ?? font;
  const label = (row: Lane, tail: string): Text => ({
    ...line('label', row.label, 0, 0, font, 'start', true),
    tail,
  });
  // Where there is no room beside the axis, name and difference share a line above it.
  const above =
    narrow &&
    pitch >= ABOVE &&
    rows.every((row) => boxOf(label(row, row.sub)).width + 2 * INSET + 9 <= size.width);
  /** In full where it stands at a low rate, which leaves it room. */
  const valueOf = (row: Row): string =>
    narrow && (!above || size.width < 340 || (percentAt(row.rate) ?? 0) > 50) ? short(row) : row.value;
  const withSubs = !above && pitch >= 34 && subs < size.width * 0.42;
  const x = above ? INSET : Math.ceil(Math.max(names, withSubs ? subs : 0)) + gap;
  /** Where a row's mark ends, percent. */
  const endOf = ({ rate }: Row): number =>
    rangeOf(rate)?.[1] ?? (rate?.value.interval ? 100 * rate.value.interval.high : (percentAt(rate) ?? 0));
  // As long as it leaves the room that words need to the right of their marks.
  const width = Math.floor(
    Math.min(
      size.width - x - INSET,
      ...points.map((row) => {
        const end = endOf(row);
        const behind = end > 50 || row.rate?.value.interval ? 0 : BESIDE + textWidth(row.bare, small);
        const words = BESIDE + textWidth(valueOf(row), large, true) + behind;
        return (100 * (size.width - x - radius - words)) / Math.max(end, 1);
      }),
    ),
  );
  const at = scale(x, width);
  // A heading stands nearer to the row below it than to the one above.
  const dropOf = ({ sub }: Lane): number => {
    const rise = above || (withSubs && sub !== '') ? 0.8 * font + 3 : 0.43 * font;
    return Math.max(-4, pitch / 2 - rise - 0.25 * small - 3);
  };

  const marks: Mark[] = [];
  const links: Link[] = [];
  const texts: Text[] = ticks(x, width, 12, narrow ? 12 : 13, size.width, words);
  /** Where numbers are few, lines are too. */
  const numbered = texts.length > 3 ? undefined : [50, 100];
  const stretches: [number, number][] = [];
  let y = AXIS;
  let rules = '';
  for (const row of rows) {
    const drop = dropOf(row);
    if (row.heading !== '') {
      // A line over it, but for the first, where there is room.
      if (y > AXIS && pitch > 16) rules += `M0 ${tenth(y + 1 + Math.max(0, drop / 2))}H${size.width}`;
      const base = tenth(y + pitch * HEADING + drop);
      texts.push(line(`heading-${row.id}`, row.heading, 0, base, small, 'start', false, 'soft'));
      y += pitch * HEADING;
    }
    const last = stretches.at(-1);
    if (row.heading === '' && last) last[1] = y + pitch;
    // The first begins at the ticks, unless a heading is in the way; all leave room for a heading's descenders. What is
    // no share of the axis has none behind it.
    else if (row.apart === '')
      stretches.push([last || textWidth(row.heading, small) > x - 4 ? y + 6 + drop : AXIS - 4, y + pitch]);
    marks.push(markOf(row, tenth(y + pitch / 2 + (above ? 9 : 0))));
    const hit: Box = { x: 0, y: tenth(y), width: size.width, height: tenth(pitch) };
    links.push({ id: row.id, passport: row.rate?.id ?? null, say: row.say, hit });
    y += pitch;
  }

  function markOf(row: Lane, middle: number): Mark {
    const rate = marked(row);
    const range = rangeOf(rate);
    const two = withSubs && row.sub !== '';
    const beside = tenth(font * 0.35);
    const base = above ? -12 : beside;
    const measured = range ? { dot: null, line: null } : measure(rate, at, radius, thick);
    const shown = percentAt(rate) !== null;
    // Clear of the lines at both ends of the axis.
    const inset = above ? INSET + 4 : 0;
    const parts: Text[] = [{ ...label(row, above ? row.sub : ''), x: inset, y: two ? -3 : base }];
    if (two) parts.push(line('sub', row.sub, 0, small + 1, small, 'start', false, 'soft'));
    const from = range ? at(range[0]) : 0;
    // To the scale of the axis: a limit that looked higher than it is would say something else.
    const hatch =
      range && cell(from, Math.max(2, at(range[1]) - from), Math.min(above ? 10 : 16, pitch * 0.5));
    if (shown) {
      const ends = [
        ...(hatch ? [hatch.x, hatch.x + hatch.width] : []),
        ...(measured.line ? [measured.line.x, measured.line.x + measured.line.width] : []),
        ...(measured.dot ? [measured.dot.x - radius, measured.dot.x + radius] : []),
      ];
      const right = Math.max(...ends) + BESIDE;
      const value = line('value', valueOf(row), right, large * 0.35, large, 'start', true);
      parts.push(value);
      // Why it has no interval stands where others have theirs: before a high rate, behind a low one.
      const [place, anchor] =
        endOf(row) > 50
          ? ([Math.min(...ends) - BESIDE, 'end'] as const)
          : ([right + boxOf(value).width + BESIDE, 'start'] as const);
      if (!measured.line)
        parts.push(line('bare', row.bare, place, small * 0.35, small, anchor, false, 'soft'));
    } else {
      const said = row.apart === '' ? row.value : row.apart.replace('{value}', valueOf(row));
      const size = row.apart === '' ? Math.min(large, 18) : font;
      parts.push(line('value', said, above ? inset : x + 8, size * 0.35, size, 'start', true));
    }
    return {
      id: row.id,
      y: middle,
      strong: row.strong,
      band: null,
      fill: null,
      hatch,
      ...measured,
      texts: parts,
    };
  }

  const lines = axis(x, width, stretches, [...boxesOf(marks), ...texts.map(boxOf)], numbered);
  return {
    axis: { ...lines, grid: lines.grid + rules },
    links,
    marks,
    texts: [...texts, ...moveDown(legend.texts, size.height - legend.height)],
    samples: moveDown(legend.samples, size.height - legend.height),
    bracket: null,
    arrangement: 'columns',
  };
}
