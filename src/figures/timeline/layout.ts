/**
 * Places the timeline: time runs down the right edge of the dashed frame. Tests are named inside, all else outside.
 * Pure: words, view and size in, placed marks out. Where there is no room to name all, those in focus are named
 * first and the rest stay ticks.
 */
import { tenth, type Size } from '../../charts/space.ts';
import { layoutFrame, type Gap } from '../../charts/frame/layout.ts';
import { PICTURES } from '../../charts/picture.ts';
import { balance, textWidth } from '../../charts/text.ts';
import { label } from '../../charts/words.ts';
import { EVENTS, inFocus, timeOf, type Happening, type Show, type Way } from './events.ts';
import { ASIDE, choose, datesOutside, MARK, place, type Column, type Labels } from './labels.ts';
import type { Band, Block, Drawing, Path, Text } from './types.ts';

/** How far small marks stand apart. */
const RUG = 6;
const TESTS = EVENTS.filter(({ status }) => status === 'reported').length;
/** From this width on there is room for the labels of both sides. */
const WIDE = 560;

/**
 * The whole drawing.
 * @param size pixels; 280 x 180 or more
 */
export function layout(labels: Labels, show: Show, size: Size): Drawing {
  const { width, height } = size;
  const narrow = width < WIDE;
  // Narrow and high is a picture in the page, never a stage.
  const tall = PICTURES && narrow && height >= 420;
  const say = (key: string): string => label(labels, key);
  const axis = tall ? 121 : narrow ? 60 : Math.round(Math.min(330, width * 0.3));
  const font = narrow ? 13 : 15;
  const gutter = tall ? 22 : narrow ? 20 : 52;
  const out = axis + gutter;
  const left = out - MARK / 2;
  const step = narrow ? 0 : Math.max(40, Math.min(260, width - out - ASIDE - 350));
  const texts: Text[] = [
    { text: say(narrow ? 'in-short' : 'in'), x: narrow ? 8 : 16, y: font + 8, size: font, tone: 'in' },
    { text: say('out'), x: left, y: font + 8, size: font, tone: 'out' },
  ];
  let top = font + (narrow ? 14 : 18);
  const keys: { way: Way; x: number; y: number; words: Text }[] = [];
  if (show === 'voices') {
    const small = narrow ? 12 : 13;
    let x = out;
    let y = top + 9;
    for (const way of ['less', 'care', 'cause'] as const) {
      const text = say(`key-${way}`);
      const wide = textWidth(text, small);
      if (x + ASIDE + wide > width - 2) {
        // One label alone has this sign, and says it too.
        if (way === 'cause' && height < 270) break;
        x = out;
        y += 21;
      }
      const words: Text = { text, x: x + ASIDE - 2, y: y + small * 0.35, size: small, tone: 'soft' };
      keys.push({ way, x, y, words });
      // Wide enough, the two kinds stand in columns of their own, and these are the heads.
      x = step >= 100 && way === 'less' ? out + step : x + ASIDE + wide + (narrow ? 15 : 24);
    }
    top = y + (narrow ? 11 : 14);
  }
  top += narrow ? 2 : 8;
  const band = show === 'real-world' ? bandOf(labels, size, left, top, narrow, tall) : null;
  const bottom = height - (narrow ? 6 : 16);
  const from = top + 10;
  const to = height - 16;
  const at = (event: Happening): number => from + timeOf(event.date) * (to - from);
  const room = (band?.text ?? width) - out - ASIDE - 2;
  const short = narrow && !tall;
  const outside: Column = {
    inside: false,
    dates: tall ? 'above' : datesOutside(labels, show, short, step, room),
    short,
    x: out,
    indent: step,
    width: room,
    top,
    bottom: band?.bottom ?? bottom,
  };
  const inside: Column = {
    inside: true,
    dates: 'above',
    short: false,
    x: axis - (narrow ? 20 : 52),
    indent: 0,
    width: axis - (narrow ? 24 : 58) - ASIDE,
    top: font + 20,
    bottom,
  };
  const dated = choose(labels, show, inside, narrow);
  // The names of all tests say more than the dates of some; the axis tells the time.
  const tests =
    narrow || dated.length === TESTS ? dated : choose(labels, show, { ...inside, dates: 'none' }, narrow);
  const blocks = [...place(tests, inside, at), ...place(choose(labels, show, outside, narrow), outside, at)];
  const named = blocks.filter(({ focus }) => focus).length;
  const all = EVENTS.filter((event) => inFocus(event, show)).length;
  const aside =
    named < all
      ? label(labels, 'some', { named, all })
      : ['opinion', 'real']
          .filter((status) => blocks.some(({ event }) => event.status === status))
          .map((status) => say(status))
          .join(', ');
  const x = left + textWidth(say('out'), font, true) + 9;
  if (x + textWidth(aside, 12) <= width) texts.push({ text: aside, x, y: font + 8, size: 12, tone: 'soft' });
  const used = keys.filter(({ way }) => blocks.some(({ event }) => event.way === way));
  texts.push(...used.map(({ words }) => words));
  // Where there is no room for names of what the view is not about, it has no marks either.
  const marked = EVENTS.filter((event) => !narrow || event.status === 'reported' || inFocus(event, show));
  const paths = trace(marked, blocks, axis, at, narrow ? 4 : 16);
  // A line inside the frame over each year; where there is room, a gap in the frame's edge for it.
  let lines = '';
  const gaps: Gap[] = [];
  if (!tall)
    for (const year of ['2025', '2026']) {
      // The story begins in May 2025: that year stands at its beginning.
      const y = Math.max(from - (narrow ? 0 : 8), from + timeOf(`${year}-01-01`) * (to - from));
      if (narrow) {
        if (y > from) lines += `M8 ${tenth(y)}H${axis}`;
        texts.push({ text: year, x: 8, y: tenth(y + 13), size: 12, tone: 'soft' });
      } else {
        gaps.push({ side: 'right', from: y - 9, to: y + 9 });
        texts.push({ text: year, x: axis, y: tenth(y + 4.5), size: 12, tone: 'soft', middle: true });
      }
    }
  if (lines) paths.push({ kind: 'year', d: lines });
  if (narrow && !tall) {
    // What the squares are: they have no names here. Below the last of them the frame is empty.
    const y = height - 12;
    paths.push({ kind: 'rug tests key', d: `M11 ${y - 4}h.01` });
    texts.push({ text: say('key-test'), x: 18, y, size: 12, tone: 'soft' });
  }
  const frame = layoutFrame(1, 1, axis - 1, height - 2, undefined, gaps);
  blocks.sort((a, b) => EVENTS.indexOf(a.event) - EVENTS.indexOf(b.event));
  return { frame, axis, blocks, texts, keys: used, band, paths };
}

/**
 * Dots on the axis and lines from them to their labels. What is not named stays small and grey: outside a dot on the
 * axis, a test a square inside the frame, apart from the others, so that they can be counted.
 * @param stub how far a line leaves the axis straight, so that what stands on the axis is not crossed
 */
function trace(
  events: readonly Happening[],
  blocks: readonly Block[],
  axis: number,
  at: (event: Happening) => number,
  stub: number,
): Path[] {
  const tests: { x: number; y: number }[] = [];
  let world = '';
  const lines = ['', ''];
  const dots = ['', ''];
  for (const event of events) {
    const y = Math.round(at(event));
    const inside = event.status === 'reported';
    const side = inside ? -1 : 1;
    const block = blocks.find(({ id }) => id === event.id);
    if (block) {
      const kind = block.focus ? 1 : 0;
      // The tip of a sign that points back stands out.
      const end = block.x - side * (MARK / 2 + (event.way === 'less' ? 3 : 1));
      const near = Math.min(Math.abs(end - axis), stub + 30);
      const straight = stub > 4 ? `h${side * (stub - 4)}` : '';
      lines[kind] += `M${axis + side * 4} ${y}${straight}L${axis + side * near} ${block.y}H${end}`;
      // A ring where only the year is known: its place in it is not.
      (event.date.length > 4 ? dots : lines)[kind] +=
        `M${axis - 3.5} ${y}a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0`;
    } else if (inside) {
      let x = axis - RUG - 2;
      while (tests.some((other) => other.x === x && Math.abs(other.y - y) < RUG)) x -= RUG;
      tests.push({ x, y });
    } else world += `M${axis} ${y}h.01`;
  }
  return [
    { kind: 'rug tests', d: tests.map(({ x, y }) => `M${x} ${y}h.01`).join('') },
    { kind: 'rug world', d: world },
    ...lines.map((d, lit) => ({ kind: lit ? 'lead focus' : 'lead', d })),
    ...dots.map((d, lit) => ({ kind: lit ? 'dot focus' : 'dot', d })),
  ].filter(({ d }) => d !== '');
}

/** The band: on a wide drawing a column with its words in the middle, else a strip below everything. */
function bandOf(
  labels: Labels,
  { width, height }: Size,
  left: number,
  top: number,
  narrow: boolean,
  tall: boolean,
): Band & { text: number; bottom: number } {
  const font = narrow ? 13 : 14;
  const lead = narrow ? 16 : 19;
  const end = width - 1;
  const foot = height - 1;
  const x = narrow ? left : end - Math.round(Math.min(220, Math.max(height < 300 ? 160 : 128, width * 0.18)));
  const inset = narrow ? 5 : 8;
  const from = x + inset;
  const room = end - from - inset - 2 * (narrow ? 4 : 6);
  const words: { text: string; tone: Text['tone'] }[] = balance(label(labels, 'g-none'), font, room).map(
    (text) => ({ text, tone: 'plain' }),
  );
  if (tall || !narrow) words.unshift({ text: label(labels, 't-none'), tone: 'none' });
  // As we set it, it fits on one line; as readers set it, it may not.
  if (tall || !narrow)
    for (const text of balance(label(labels, 'when'), 12, room)) words.push({ text, tone: 'soft' });
  const high = words.length * lead + (narrow ? 7 : 12);
  const y = Math.round(narrow ? foot - inset - high : (top + height - high) / 2);
  const upper = narrow ? y - inset : top;
  return {
    d: `M${x} ${upper}H${end}V${foot}H${x}z`,
    plate: { x: from, y, width: end - from - inset, height: high },
    texts: words.map(({ text, tone }, row) => ({
      text,
      tone,
      x: from + (narrow ? 4 : 6),
      y: y + lead + (narrow ? -1 : 1) + row * lead,
      size: tone === 'soft' ? 12 : font,
    })),
    text: narrow ? width : x - 6,
    bottom: narrow ? upper - 4 : height - 16,
  };
}
