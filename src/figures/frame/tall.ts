/** Narrow and high, as a still on a phone: the line of dates runs down. */
import type { Size } from '../../charts/space.ts';
import { wrap } from '../../charts/text.ts';
import { label } from '../../charts/words.ts';
import { EVENTS, bead, frameIn, mark, pageAt, report, text } from './parts.ts';
import type { Labels, Outside } from './parts.ts';
import { dates, people, sheets } from './shapes.ts';

/** Narrow and high: what stands outside comes above and below the frame. */
export function tall(labels: Labels, { width, height }: Size, count: number): Outside {
  const nobody = wrap(label(labels, 'nobody'), 24, width * 1.06);
  const top = nobody.length * 29 + 16;
  // Shaped as the view from inside has it, where the picture is wider than high.
  const frame = frameIn({ width: 3, height: 2 }, Math.min(width * 0.52, 210), Infinity);
  const box = { x: (width - frame.width) / 2, y: top, ...frame };
  const gutter = (width - frame.width) / 2;
  const icon = Math.min(54, (gutter - 12) / 1.6);
  const floor = top + (frame.height + icon) / 2;
  const under = top + frame.height;
  const lane = gutter - 3;
  const testers = mark(
    labels,
    'testers',
    'frame-testers',
    { x: 0, y: top, width: lane, height: frame.height + 44 },
    people(1 + icon * 0.72, floor, icon),
    [
      text(label(labels, 'testers'), 0, under + 22, 14, 'strong'),
      text(label(labels, 'note-testers'), 0, under + 40, 13, 'soft'),
    ],
  );
  const sheet = icon * 1.1;
  const transcripts = mark(
    labels,
    'transcripts',
    'frame-transcripts',
    { x: width - lane, y: top, width: lane, height: frame.height + 44 },
    sheets(width - 1 - sheet * 0.84, floor - icon / 2 - sheet / 2, sheet * 0.84, sheet, 4),
    [
      text(label(labels, 'transcripts'), width, under + 22, 14, 'strong', 'end'),
      text(label(labels, 'note-transcripts'), width, under + 40, 13, 'soft', 'end'),
    ],
  );
  const strip = { x: 1, y: under + 88, width: width - 2, height: 20 };
  const { book, pages } = report(
    labels,
    strip,
    count,
    [
      text(label(labels, 'page'), pageAt(strip, count) + 7, strip.y - 5, 13, 'real'),
      text(label(labels, 'report'), 0, strip.y + 40, 14, 'strong'),
      text(label(labels, 'pages'), width, strip.y + 40, 13, 'soft', 'end'),
    ],
    { x: 0, y: strip.y - 18, width, height: 64 },
  );
  const first = strip.y + 66;
  const each = (height - first) / EVENTS.length;
  const side = 42;
  const events = EVENTS.map(({ id, passport, draw }, at) => {
    const middle = first + (at + 0.5) * each;
    const says = wrap(label(labels, id), 14, width - 76, true);
    const from = middle - (18 + says.length * 18) / 2;
    return mark(
      labels,
      id,
      passport,
      { x: 0, y: middle - each / 2 + 2, width, height: each - 4 },
      [bead(1, middle, 5), ...draw(24, middle - side / 2, side)],
      [
        text(label(labels, `date-${id}`), 76, from + 13, 13, 'real'),
        ...says.map((words, row) => text(words, 76, from + 32 + row * 18, 14, 'strong')),
      ],
    );
  });
  return {
    box,
    small: 13,
    pages,
    outer: [testers, transcripts, book, ...events],
    links: [{ ink: 'real', d: dates(first + each / 2, first + 2 * each, first + 2.5 * each, 6, true) }],
    notes: nobody.map((words, row) => text(words, 0, 21 + row * 29, 24, 'big')),
  };
}
