/**
 * Places the test as it is seen from outside. Pure: words, size and number of pages in, placed picture out.
 * The frame stands in the middle of the upper part; who wrote the scene on its left, what came out on its right;
 * below them the report with its page, and the line of what took place, by date (not to scale).
 */
import type { Size } from '../../charts/space.ts';
import { PICTURES } from '../../charts/picture.ts';
import { textWidth, wrap } from '../../charts/text.ts';
import { label } from '../../charts/words.ts';
import { inside } from './inside.ts';
import { arrow, bead, EVENTS, frameIn, mark, pageAt, report, sides, text } from './parts.ts';
import type { Labels, Outside } from './parts.ts';
import { dates } from './shapes.ts';
import { tall } from './tall.ts';
import type { Picture } from './types.ts';

/**
 * The picture at one size.
 * @param size pixels; 280 x 140 or more
 * @param count pages of the report
 */
export function layout(labels: Labels, size: Size, count: number): Picture {
  // A live drawing in a narrow, high frame of another page is too narrow for `room`: its sides would be cut off.
  const narrow = size.width < (PICTURES ? 520 : 420);
  const place = size.height < 400 ? low : narrow ? (PICTURES ? tall : low) : room;
  const { box, small, ...outside } = place(labels, size, count);
  return { ...inside(labels, size, box, small), ...outside };
}

/** Wide: everything has its words. */
function room(labels: Labels, size: Size, count: number): Outside {
  const { width, height } = size;
  const whole = Math.min(width, 940);
  const left = (width - whole) / 2;
  const airy = Math.min(1, Math.max(0, (height - 430) / 150));
  const big = whole < 640 ? 22 : 27;
  const font = whole < 640 ? 14 : 15;
  const said = whole < 800 ? 14 : 15;
  const side = 30 + 28 * airy;
  const column = whole / 3;
  const says = EVENTS.map(({ id }) => wrap(label(labels, id), said, column - 14, true));
  const rows = Math.max(...says.map((lines) => lines.length));
  const line = height - 32 - rows * (said + 4);
  const strip = { x: left + 120, y: line - side - 42 - 22 * airy, width: whole - 121, height: 24 };
  const top = big + 10 + 12 * airy;
  const free = strip.y - 30 - 12 * airy - top;
  const frame = frameIn(size, whole * 0.48, free);
  const box = { x: left + (whole - frame.width) / 2, y: top + (free - frame.height) / 2, ...frame };
  const gutter = (whole - frame.width) / 2;
  const icon = Math.min(90, gutter * 0.46, frame.height * 0.42);
  const fonts = { name: font, note: 13, short: whole < 640 };
  const { marks, links } = sides(labels, { left, width: whole }, box, icon, fonts, whole < 640 ? 36 : 44);
  const out = marks[1].box;
  const fall = out.x + out.width / 2;
  const { book, pages } = report(
    labels,
    strip,
    count,
    [
      text(label(labels, 'report'), left, strip.y + 8, font, 'strong'),
      text(label(labels, 'pages'), left, strip.y + 8 + font + 3, 13, 'soft'),
      text(label(labels, 'page'), pageAt(strip, count) + 9, strip.y - 6, 13, 'real'),
    ],
    { x: left, y: strip.y - 18, width: whole, height: 48 },
  );
  const events = EVENTS.map(({ id, passport, draw }, at) => {
    const x = left + at * column;
    return mark(
      labels,
      id,
      passport,
      { x: x - 1, y: line - side - 4, width: column - 10, height: height - line + side + 3 },
      draw(x + 1, line - side, side),
      [
        text(label(labels, `date-${id}`), x, line + 23, 13, 'real'),
        ...(says[at] ?? []).map((words, row) =>
          text(words, x, line + 24 + (row + 1) * (said + 4), said, 'strong'),
        ),
      ],
    );
  });
  return {
    box,
    small: 14,
    pages,
    outer: [...marks, book, ...events],
    links: [
      ...links,
      arrow(fall, out.y + out.height + 2, fall, strip.y - 5),
      { ink: 'real', d: dates(left, left + 1.4 * column, left + 2 * column + side, line) },
    ],
    notes: [
      text(label(labels, 'nobody'), left, big * 0.82, big, 'big'),
      text(label(labels, 'later'), left + 2 * column - 14, line - 9, 13, 'soft', 'end'),
    ],
  };
}

/** Low, as on a phone's stage: names only. */
function low(labels: Labels, size: Size, count: number): Outside {
  const { width, height } = size;
  const whole = Math.min(width, 860);
  const left = (width - whole) / 2;
  const font = whole < 330 ? 12 : 13;
  const column = whole / 3;
  const line = height - 2 * font - (height < 190 ? 13 : 17);
  // Two scales, of pages and of days: so far apart that they are not read as one.
  const strip = {
    x: left + 1,
    y: line - (height < 190 ? 24 : 33),
    width: whole - 2,
    height: height < 190 ? 9 : 12,
  };
  const free = strip.y - font - 10;
  const frame = frameIn(size, whole * (whole < 330 ? 0.44 : 0.47), free);
  const box = { x: left + (whole - frame.width) / 2, y: 1 + (free - frame.height) / 2, ...frame };
  const gutter = (whole - frame.width) / 2;
  const gap = gutter > 100 ? 34 : 8;
  const icon = Math.min(free - font - 14, (gutter - gap) * 0.56, 84);
  const fonts = { name: font, note: 0, short: true };
  const { marks, links } = sides(labels, { left, width: whole }, box, icon, fonts, gap);
  const page = pageAt(strip, count) + 6;
  const total = label(labels, 'report-pages');
  const long = label(labels, 'page');
  const fits = textWidth(long, font, true) + textWidth(total, font, true) + 10 <= left + whole - page;
  const { book, pages } = report(
    labels,
    strip,
    count,
    [
      text(fits ? long : label(labels, 'page-short'), page, strip.y - 4, font, 'real'),
      text(total, left + whole, strip.y - 4, font, 'strong', 'end'),
    ],
    { x: left, y: strip.y - font - 3, width: whole, height: Math.max(24, font + 4 + strip.height) },
  );
  const events = EVENTS.map(({ id, passport }, at) => {
    const x = left + at * column;
    return mark(
      labels,
      id,
      passport,
      { x, y: line - 6, width: column - 4, height: height - line + 6 },
      [bead(x, line, 4.5)],
      [
        text(label(labels, `short-${id}`), x, line + font + 6, font, 'strong'),
        text(label(labels, `date-${id}`), x, line + 2 * font + 9, font, 'soft'),
      ],
    );
  });
  return {
    box,
    small: font,
    pages,
    outer: [...marks, book, ...events],
    links: [{ ink: 'real', d: dates(left, left + 1.5 * column, left + 2 * column + 4, line) }, ...links],
    notes: [],
  };
}
