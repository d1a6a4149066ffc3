/**
 * Rows with a label, a dot, an interval line and a value on an axis of 0 to 100%.
 *
 * Three arrangements, by the room there is: columns (label, line, value), stacked (label and value over the line, for
 * a narrow and high drawing), direct (a low drawing: the lines close together, labels only where they have room).
 * What must stay true: nothing overlaps, no text is under 12 px, and only a rate with counts gets a line.
 */
import { PICTURES } from '../picture.ts';
import { tenth, type Size } from '../space.ts';
import { textWidth } from '../text.ts';
import { direct } from './direct.ts';
import { axis, cell, key, line, measure, moveDown, percentAt, scale, ticks } from './place.ts';
import { AXIS, NARROW, besideAll, linksOf } from './rows.ts';
import type { Drawing, Mark, Row, Text, Words } from './types.ts';

/** Least height of a row with a 12 px label beside it, and with a label above it. */
const LEAST = 14.5;
const LEAST_STACKED = 27;
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
  const texts = ticks(x, width, 12, narrow ? 12 : 13, withNotes ? valueEnd + 10 : size.width, words);
  if (withNotes) texts.push(line('known', words.known, valueEnd + 22, 12, 12, 'start', false, 'soft'));
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

/** Label and value over the line. */
function stacked(rows: readonly Row[], size: Size, words: Words, legend: Legend): Drawing {
  const bottom = size.height - legend.height - GAP;
  const pitch = Math.min(40, (bottom - AXIS) / rows.length);
  const font = 13;
  const x = 7;
  const width = size.width - 2 * x;
  // Label and line stand in the middle of their row, nearer to each other than to what is above and below.
  const top = -2;
  const lower = top + 9;
  const inset = 8;
  const end = AXIS + rows.length * pitch;
  const marks = rows.map((row, index): Mark => {
    const text = (id: string, said: string, at: number, anchor: Text['anchor'], tone?: Text['tone']): Text =>
      line(id, said, at, top - lower, font, anchor, row.strong, tone);
    return {
      id: row.id,
      // The middle of a mark is its line: label and value stand above it.
      y: tenth(AXIS + (index + 0.5) * pitch + lower),
      strong: row.strong,
      band: null,
      fill: null,
      hatch: row.rate === null ? cell(x, width, 10) : null,
      ...measure(row.rate, scale(x, width), row.strong ? 5.5 : 4.5, row.strong ? 3.5 : 2.5),
      texts: [
        text('label', row.label, x + inset, 'start'),
        text('value', row.value, x + width - inset, 'end', row.rate ? undefined : 'soft'),
      ],
    };
  });
  const labels = Math.max(...rows.map(({ label, strong }) => textWidth(label, font, strong)));
  const beside = besideAll(rows, words, marks, x + inset + labels + 12, size.width - 54, AXIS, end, font);
  return {
    axis: axis(x, width, [[AXIS - 5, end]]),
    links: linksOf(rows, AXIS, pitch, size.width),
    marks,
    texts: [
      ...ticks(x, width, 12, 12, size.width, words),
      ...beside.texts,
      ...moveDown(legend.texts, size.height - legend.height),
    ],
    samples: moveDown(legend.samples, size.height - legend.height),
    bracket: beside.bracket,
    arrangement: 'stacked',
  };
}

const endOf = (marks: readonly Mark[]): number =>
  Math.max(0, ...marks.map(({ line: mark }) => (mark ? mark.x + mark.width : 0)));
