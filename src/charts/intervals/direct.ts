/** The arrangement for a low drawing: lines close together, labels only where they have room. */
import { tenth, type Box, type Size } from '../space.ts';
import { NARROW, besideAll, linksOf } from './rows.ts';
import {
  axis,
  boxOf,
  cell,
  keyThatFits,
  keysOf,
  line,
  measure,
  moveDown,
  overlap,
  percentAt,
  scale,
  ticks,
} from './place.ts';
import type { Drawing, Mark, Row, Text, Words } from './types.ts';

/** Room for the axis: its ticks stand close to the first line. */
const AXIS = 16;

/** Lines close together; the labels stand beside them, the most telling first, the others where there is room. */
export function direct(rows: readonly Row[], size: Size, words: Words): Drawing {
  const font = size.width < NARROW ? 12 : 13;
  const legend = keyThatFits(keysOf(words), size.width, 12, (height) => size.height >= 185 && height <= 18);
  const bottom = size.height - (legend.height === 0 ? 2 : legend.height + 4);
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

  const texts: Text[] = ticks(x, width, 12, 12, size.width, words);
  const labels = new Map<string, Text>();
  const taken: Box[] = bare.map(({ room }) => room);
  const values = bare.map(({ row }) => percentAt(row.rate) ?? -1);
  const importance = (index: number): number =>
    bare[index]?.row.strong ? 0 : index === bare.length - 1 || values[index] === Math.max(...values) ? 1 : 2;
  const order = bare.map((_, index) => index).sort((a, b) => importance(a) - importance(b) || a - b);
  const free = (box: Box): boolean =>
    box.x >= x + 2 &&
    box.x + box.width <= size.width &&
    box.y >= AXIS - 1 &&
    box.y + box.height <= bottom + 2 &&
    !taken.some((other) => overlap(other, box));
  // The highlighted row is named even where its own place is taken.
  const anywhere = Array.from({ length: Math.floor(size.width / 12) }, (_, at) => size.width - 3 - 12 * at);
  for (const index of order) {
    const one = bare[index];
    if (!one) continue;
    const { row, room } = one;
    const value = words.shared === null ? row.value : '';
    const label = (x: number, y: number, anchor: Text['anchor'], name = row.label): Text =>
      row.strong
        ? line('label', `${name}\u00a0 ${value}`.trim(), x, y, font, anchor, true)
        : { ...line('label', name, x, y, font, anchor, false), tail: value };
    const shifts = row.strong ? [0, -5, 5, -10, 10, -15, 15, -20, 20, 30, 40] : [0];
    const tries = shifts.flatMap((shift): Text[] => {
      // At the edge a label may stand a little above or below its line.
      const y = Math.min(Math.max(one.y, AXIS + font * 0.36), bottom - font * 0.3) + shift;
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
        label(after, base, 'start'),
        label(before, base, 'end'),
        label(after, base, 'start', row.brief),
        label(before, base, 'end', row.brief),
        ...(shift === 0 ? [] : anywhere.map((x) => label(x, base, 'end'))),
      ];
    });
    const box = (text: Text): Box => boxOf({ ...text, y: text.y + one.y });
    const away = (text: Text): number => {
      const { x: left, width: wide } = box(text);
      const aside = Math.max(0, room.x - left - wide, left - room.x - room.width);
      return aside + 2 * Math.abs(text.y - font * 0.35);
    };
    if (row.strong) tries.sort((a, b) => away(a) - away(b));
    const fits = tries.find((text) => free(padded(box(text))));
    if (!fits) continue;
    labels.set(row.id, row.strong ? { ...fits, tone: 'accent' } : fits);
    taken.push(box(fits));
  }
  if (labels.size < rows.length) {
    // Names are worth more than a key.
    if (legend.height > 0) return direct(rows, size, { ...words, keys: [] });
    const lines = Array.from({ length: Math.floor((bottom - AXIS) / 6) }, (_, at) =>
      line('caution', words.caution, size.width - 3, bottom - 3 - 6 * at, 12, 'end', false, 'soft'),
    );
    texts.push(...lines.filter((text) => free(boxOf(text))).slice(0, 1));
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

const padded = (box: Box): Box => ({ ...box, x: box.x - 2, width: box.width + 4 });
