/**
 * Rows with a label, a dot, an interval line and a value on an axis of 0 to 100%.
 *
 * Three arrangements, by the room there is: columns (label, line, value), stacked (label and value over the line, for
 * a narrow and high drawing), direct (a low drawing: the lines close together, labels only where they have room).
 * What must stay true: nothing overlaps, no text is under 12 px, and only a rate with counts gets a line.
 */
import { tenth } from '../space.ts';
import type { Box, Size } from '../space.ts';
import { PICTURES } from '../picture.ts';
import { textWidth, wrap } from '../text.ts';
import {
  axis,
  boxOf,
  cell,
  key,
  line,
  measure,
  moveDown,
  overlap,
  percentAt,
  scale,
  ticks,
} from './place.ts';
import type { Drawing, Link, Mark, Row, Text, Words } from './types.ts';

const NARROW = 480;
/** Least height of a row with a 12 px label beside it, and with a label above it. */
const LEAST = 14.5;
const LEAST_STACKED = 27;
const AXIS = 22;
const GAP = 10;

/**
 * Places the rows from top to bottom.
 * @param rows in the order in which they are to stand
 * @param size pixels, 280 x 110 or more
 */
export function layout(rows: readonly Row[], size: Size, words: Words): Drawing {
  const count = Math.max(1, rows.length);
  const narrow = size.width < NARROW;
  const legend = key(words.keys, size.width, narrow ? 12 : 13);
  const inner = size.height - AXIS - legend.height - GAP;
  if (PICTURES && narrow && inner / count >= LEAST_STACKED) return stacked(rows, size, words, legend);
  if (inner / count >= LEAST) return columns(rows, size, words, legend);
  return direct(rows, size, words);
}

type Legend = ReturnType<typeof key>;

/** Height in pixels in which so many rows, and a key of so many lines, stand comfortably at this width. */
export function naturalHeight(count: number, width: number, keyLines: number): number {
  const narrow = width < NARROW;
  return AXIS + GAP + keyLines * (narrow ? 17 : 19) + count * (narrow ? 32 : 29);
}

function columns(rows: readonly Row[], size: Size, words: Words, legend: Legend): Drawing {
  const narrow = size.width < NARROW;
  const bottom = size.height - legend.height - GAP;
  const pitch = Math.min(44, (bottom - AXIS) / rows.length);
  const font = pitch < 17 ? 12 : pitch < 21 || narrow ? 13 : pitch < 30 ? 14 : 15;
  const small = Math.max(12, font - 1.5);
  const labels = Math.max(...rows.map(({ label, strong }) => textWidth(label, font, strong)));
  const x = Math.ceil(labels + (narrow ? 10 : 16));
  const withNotes = size.width >= 600 && rows.some(({ note }) => note !== '');
  const notes = withNotes
    ? Math.ceil(Math.max(textWidth(words.known, 12), ...rows.map(({ note }) => textWidth(note, small)))) + 22
    : 0;
  const valueEnd = size.width - notes;
  // The value of a low rate may reach into the plot, where it has nothing to meet.
  const high = rows.filter(({ rate }) => (percentAt(rate) ?? 0) >= 50).map(({ value }) => value);
  const values = Math.max(...['100%', ...high].map((value) => textWidth(value, font, true)));
  const width = valueEnd - Math.ceil(values) - (narrow ? 8 : 14) - x;
  const at = scale(x, width);
  const radius = tenth(Math.min(5.5, pitch * 0.24));

  const marks = rows.map((row, index): Mark => {
    const base = tenth(font * 0.35);
    const texts: Text[] = [
      line('label', row.label, x - (narrow ? 10 : 16), base, font, 'end', row.strong),
      row.rate === null
        ? line('value', row.value, x + 10, base, small, 'start', false, 'soft')
        : line('value', row.value, valueEnd, base, font, 'end', row.strong),
    ];
    if (withNotes && row.note !== '')
      texts.push(line('note', row.note, valueEnd + 22, base, small, 'start', false, 'soft'));
    return {
      id: row.id,
      y: tenth(AXIS + (index + 0.5) * pitch),
      strong: row.strong,
      band: null,
      fill: null,
      hatch: row.rate === null ? cell(x, width, pitch * 0.62) : null,
      ...measure(row.rate, at, row.strong ? tenth(radius * 1.3) : radius, row.strong ? 3.5 : 2.5),
      texts,
    };
  });
  const texts = ticks(x, width, 12, narrow ? 12 : 13, size.width);
  if (withNotes) texts.push(line('known', words.known, valueEnd + 22, 12, 12, 'start', false, 'soft'));
  if (textWidth(words.axis, 12) <= labels)
    texts.push(line('axis', words.axis, x - (narrow ? 10 : 16), 12, 12, 'end', false, 'soft'));
  const end = AXIS + rows.length * pitch;
  const beside = besideAll(rows, words, marks, endOf(marks) + 18, valueEnd - 46, AXIS, end, font);
  return {
    axis: axis(x, width, [[AXIS - 4, end]]),
    links: linksOf(rows, AXIS, pitch, size.width),
    marks,
    texts: [...texts, ...beside.texts, ...moveDown(legend.texts, size.height - legend.height)],
    samples: moveDown(legend.samples, size.height - legend.height),
    bracket: beside.bracket,
    arrangement: 'columns',
  };
}

function stacked(rows: readonly Row[], size: Size, words: Words, legend: Legend): Drawing {
  const bottom = size.height - legend.height - GAP;
  const pitch = Math.min(40, (bottom - AXIS) / rows.length);
  const font = 13;
  const radius = 4.5;
  const x = 7;
  const width = size.width - 2 * x;
  const at = scale(x, width);
  // A label is nearer to its own line, below it, than to the line above; it stands clear of the zero line.
  const top = tenth(-pitch / 2 + font * 0.78 + 4);
  const lower = tenth(top + 9);
  const inset = 8;
  const marks = rows.map((row, index): Mark => {
    const measured = measure(row.rate, at, row.strong ? 5.5 : radius, row.strong ? 3.5 : 2.5);
    return {
      id: row.id,
      // The middle of a mark is its line: label and value stand above it.
      y: tenth(AXIS + (index + 0.5) * pitch + lower),
      strong: row.strong,
      band: null,
      fill: null,
      hatch: row.rate === null ? cell(x, width, 10) : null,
      ...measured,
      texts: [
        line('label', row.label, x + inset, tenth(top - lower), font, 'start', row.strong),
        line(
          'value',
          row.value,
          x + width - inset,
          tenth(top - lower),
          font,
          'end',
          row.strong,
          row.rate ? undefined : 'soft',
        ),
      ],
    };
  });
  const end = AXIS + rows.length * pitch;
  const labels = Math.max(...rows.map(({ label, strong }) => textWidth(label, font, strong)));
  const beside = besideAll(rows, words, marks, x + inset + labels + 12, size.width - 54, AXIS, end, font);
  return {
    axis: axis(x, width, [[AXIS - 5, end]]),
    links: linksOf(rows, AXIS, pitch, size.width),
    marks,
    texts: [
      ...ticks(x, width, 12, 12, size.width),
      ...beside.texts,
      ...moveDown(legend.texts, size.height - legend.height),
    ],
    samples: moveDown(legend.samples, size.height - legend.height),
    bracket: beside.bracket,
    arrangement: 'stacked',
  };
}

/** Lines close together; the labels stand beside them, the most telling first, the others where there is room. */
function direct(rows: readonly Row[], size: Size, words: Words): Drawing {
  const font = size.width < NARROW ? 12 : 13;
  const short = size.height >= 185 ? key(words.keys, size.width, 12) : null;
  const legend = short && short.height <= 18 ? short : key([], size.width, 12);
  const bottom = size.height - (legend.height === 0 ? 2 : legend.height + 6);
  const pitch = (bottom - AXIS) / rows.length;
  const radius = tenth(Math.max(2.4, Math.min(4.5, pitch * 0.42)));
  const x = 8;
  const width = size.width - 2 * x;
  const at = scale(x, width);
  const bare = rows.map((row, index) => {
    const measured = measure(row.rate, at, row.strong ? tenth(radius * 1.25) : radius, row.strong ? 3 : 2);
    const hatch = row.rate === null ? cell(x, width * 0.15, Math.max(4, pitch * 0.7)) : null;
    const y = tenth(AXIS + (index + 0.5) * pitch);
    const { dot, line: mark } = measured;
    const half = dot?.radius ?? radius;
    const from = hatch?.x ?? Math.min(mark?.x ?? width, (dot?.x ?? width) - half);
    const to = hatch ? hatch.x + hatch.width : Math.max(mark ? mark.x + mark.width : 0, (dot?.x ?? 0) + half);
    return { row, y, hatch, measured, room: { x: from, y: y - half, width: to - from, height: 2 * half } };
  });

  const texts: Text[] = ticks(x, width, 12, 12, size.width);
  const labels = new Map<string, Text>();
  const taken: Box[] = bare.map(({ room }) => room);
  const values = bare.map(({ row }) => percentAt(row.rate) ?? -1);
  const importance = (index: number): number =>
    bare[index]?.row.strong ? 0 : index === bare.length - 1 || values[index] === Math.max(...values) ? 1 : 2;
  const order = bare.map((_, index) => index).sort((a, b) => importance(a) - importance(b) || a - b);
  const free = (box: Box): boolean =>
    box.x >= x + 2 &&
    box.x + box.width <= size.width &&
    box.y >= AXIS - 6 &&
    box.y + box.height <= bottom + 2 &&
    !taken.some((other) => overlap(other, box));
  // The highlighted row is named even where its own place is taken.
  const anywhere = Array.from({ length: Math.floor(size.width / 12) }, (_, at) => size.width - 3 - 12 * at);
  for (const index of order) {
    const one = bare[index];
    if (!one) continue;
    const { row, room } = one;
    const text = words.shared === null ? `${row.label} ${row.value}` : row.label;
    const shifts = row.strong ? [0, -5, 5, -10, 10, -15, 15, -20, 20, 30, 40] : [0];
    const tries = shifts.flatMap((shift): Text[] => {
      // At the edge a label may stand a little above or below its line.
      const y = Math.min(Math.max(one.y, AXIS + font * 0.3), bottom - font * 0.3) + shift;
      const near = taken.filter(
        (other) => Math.abs(other.y + other.height / 2 - y) < (other.height + font) / 2,
      );
      const reach = row.strong ? 60 : 26;
      const ends = near
        .map((other) => other.x + other.width)
        .filter((end) => end < room.x + room.width + reach);
      const starts = near.map((other) => other.x).filter((start) => start > room.x - reach);
      const base = y + font * 0.35 - one.y;
      const after = Math.max(room.x + room.width, ...ends) + 6;
      const before = Math.min(room.x, ...starts) - 6;
      return [
        line('label', text, after, base, font, 'start', row.strong),
        line('label', text, before, base, font, 'end', row.strong),
        ...(shift === 0 ? [] : anywhere.map((x) => line('label', text, x, base, font, 'end', row.strong))),
      ];
    });
    const box = (text: Text): Box => boxOf({ ...text, y: text.y + one.y });
    const away = (text: Text): number => {
      const { x: left, width: wide } = box(text);
      const aside = Math.max(0, room.x - left - wide, left - room.x - room.width);
      return aside + 2 * Math.abs(text.y - font * 0.35);
    };
    if (row.strong) tries.sort((a, b) => away(a) - away(b));
    const fits = tries.find((text) => free(padded(box(text), row.strong ? 1.5 : 0)));
    if (!fits) continue;
    labels.set(row.id, row.strong ? { ...fits, tone: 'accent' } : fits);
    taken.push(box(fits));
  }
  const marks = bare.map(({ row, y, hatch, measured }): Mark => {
    const label = labels.get(row.id);
    return {
      id: row.id,
      y,
      strong: row.strong,
      band: null,
      fill: null,
      hatch,
      ...measured,
      texts: label ? [label] : [],
    };
  });
  const edge = Math.max(0, ...[...labels].map(([, label]) => boxOf(label).x + boxOf(label).width));
  const beside = besideAll(rows, words, marks, edge + 12, size.width, AXIS, bottom, font);
  return {
    axis: axis(x, width, [[AXIS - 4, bottom]]),
    links: linksOf(rows, AXIS, pitch, size.width),
    marks,
    texts: [...texts, ...beside.texts, ...moveDown(legend.texts, size.height - legend.height)],
    samples: moveDown(legend.samples, size.height - legend.height),
    bracket: beside.bracket,
    arrangement: 'direct',
  };
}

const padded = ({ x, y, width, height }: Box, by: number): Box => ({
  x: x - 2,
  y: y - by,
  width: width + 4,
  height: height + 2 * by,
});

const endOf = (marks: readonly Mark[]): number =>
  Math.max(0, ...marks.map(({ line: mark }) => (mark ? mark.x + mark.width : 0)));

/** One link a place, not a row: the order of the links is what is seen, whatever is drawn in them. */
function linksOf(rows: readonly Row[], top: number, pitch: number, width: number): Link[] {
  return rows.map((row, index) => ({
    id: row.id,
    passport: row.rate?.id ?? null,
    say: row.say,
    hit: { x: 0, y: tenth(top + index * pitch), width, height: tenth(pitch) },
  }));
}

/** A bracket and a sentence beside all rows, where one published number stands for them together. */
function besideAll(
  rows: readonly Row[],
  words: Words,
  marks: readonly Mark[],
  x: number,
  right: number,
  top: number,
  bottom: number,
  font: number,
): { texts: Text[]; bracket: string | null } {
  if (words.shared === null || rows.length === 0) return { texts: [], bracket: null };
  const first = tenth(Math.max(top + 2, (marks[0]?.y ?? top) - 6));
  const last = tenth(Math.min(bottom - 1, (marks.at(-1)?.y ?? bottom) + 6));
  const size = Math.max(13, font);
  const left = tenth(x);
  const lines = wrap(words.shared, size, Math.min(260, right - left - 26));
  const lead = Math.round(size * 1.35);
  const start = (first + last) / 2 - ((lines.length - 1) * lead) / 2 + size * 0.35;
  return {
    bracket: `M${left} ${first}h6V${last}h-6M${tenth(left + 6)} ${tenth((first + last) / 2)}h8`,
    texts: lines.map((text, index) =>
      line(`shared-${index}`, text, left + 22, tenth(start + index * lead), size, 'start', false, 'strong'),
    ),
  };
}
