/**
 * The labels of one side of the timeline: which events are named in the room there is, with how many words, and where.
 * They keep the order of time and give way to each other.
 */
import { tenth } from '../../charts/space.ts';
import { balance, textWidth } from '../../charts/text.ts';
import { label } from '../../charts/words.ts';
import { dateText } from '../../model/format.ts';
import { EVENTS, FIRST, inFocus, type Happening, type Show } from './events.ts';
import type { Block, Piece } from './types.ts';

export type Labels = Readonly<Record<string, string>>;

/** Side of a mark. */
export const MARK = 18;
/** From the middle of a mark to its text. */
export const ASIDE = 15;

export interface Column {
  readonly inside: boolean;
  /** Where dates stand: on lines of their own, before their titles, or beside them in a column of their own, if at all. */
  readonly dates: 'above' | 'before' | 'beside' | 'none';
  /** Short words, and no days. */
  readonly short: boolean;
  /** Middle of the marks. */
  readonly x: number;
  readonly indent: number;
  /** Room of a text without indent. */
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
}

interface Draft {
  readonly event: Happening;
  readonly focus: boolean;
  readonly indent: number;
  readonly size: number;
  readonly lead: number;
  readonly date: string;
  readonly dates: Column['dates'];
  /** Room that dates take beside their titles. */
  readonly hang: number;
  readonly title: readonly string[];
  readonly gist: readonly string[];
  readonly height: number;
}

/** "4 Jul 2025", with spaces that do not break. */
function shortDate(date: string): string {
  return dateText(date)
    .replace(/([A-Z][a-z]{2})[a-z]+/, '$1')
    .replaceAll(' ', '\u00a0');
}

function draft(
  labels: Labels,
  event: Happening,
  show: Show,
  column: Column,
  narrow: boolean,
  gist: boolean,
): Draft {
  const focus = inFocus(event, show);
  const size = narrow ? (column.inside ? 12 : 13) : focus ? 14 : 13;
  const lead = size + (column.short ? 1 : narrow ? 3 : 4);
  const indent = show === 'voices' && event.way === 'care' ? column.indent : 0;
  const width = column.width - indent;
  const date = dateOf(event, column);
  const named = nameOf(labels, event, column);
  // What is not in focus keeps to one line where it can.
  const dates = column.inside || focus || column.dates === 'beside' ? column.dates : 'before';
  const hang = dates === 'beside' ? dateRoom(size) : 0;
  const room = width - 5 + (focus ? textWidth(date, size) * 0.05 : 0);
  const before = dates === 'before';
  const title = before
    ? balance(`${date} ${named}`, size, room, focus)
    : balance(named, size, width - hang, focus);
  if (before) title[0] = title[0]?.slice(date.length + 1) ?? '';
  const more = gist ? balance(labels[`g-${event.id}`] ?? '', size, width - hang) : [];
  const air = narrow ? (column.short ? 5 : 6) : focus ? 9 : 7;
  const rows = title.length + more.length + (dates === 'above' ? 1 : 0);
  const height = Math.max(24, rows * lead + air);
  return { event, focus, indent, size, lead, date, dates, hang, title, gist: more, height };
}

const dateOf = ({ date }: Happening, { short }: Pick<Column, 'short'>): string =>
  shortDate(short ? date.slice(0, 7) : date);

const nameOf = (labels: Labels, { id }: Happening, { short }: Pick<Column, 'short'>): string =>
  (short ? labels[`s-${id}`] : undefined) ?? label(labels, `t-${id}`);

/** Room of the widest short date and of the space behind it. */
const dateRoom = (size: number): number =>
  4 + Math.max(...EVENTS.map((event) => textWidth(dateOf(event, { short: true }), size)));

/**
 * Where the dates outside stand: on the line of their titles, unless more than three titles would break there.
 * @param room of a date and its title
 */
export function datesOutside(
  labels: Labels,
  show: Show,
  short: boolean,
  indent: number,
  room: number,
): Column['dates'] {
  const size = short ? 13 : 14;
  const broken = EVENTS.filter((event) => {
    if (!inFocus(event, show)) return false;
    const date = short ? dateRoom(size) : 5 + textWidth(dateOf(event, { short }), size);
    const name = textWidth(nameOf(labels, event, { short }), size, true);
    return date + name > room - (event.way === 'care' ? indent : 0);
  });
  return broken.length > 3 ? 'above' : short ? 'beside' : 'before';
}

/** Which events of a side are named, and with how much: as much as its height allows. */
export function choose(labels: Labels, show: Show, column: Column, narrow: boolean): Draft[] {
  const here = EVENTS.filter(({ status }) => (status === 'reported') === column.inside);
  const rank = ({ id }: Happening): number => (FIRST[show].indexOf(id) + 99) % 99;
  const focus = here.filter((event) => inFocus(event, show)).sort((a, b) => rank(a) - rank(b));
  const first = focus.filter(({ id }) => FIRST[show].includes(id));
  const chosen = new Map<string, Draft>();
  let left = column.bottom - column.top;
  const add = (events: readonly Happening[], gist: boolean): void => {
    for (const event of events) {
      const wish = draft(labels, event, show, column, narrow, gist);
      const had = chosen.get(event.id)?.height ?? 0;
      if (gist === (had === 0) || wish.height - had > left) continue;
      left -= wish.height - had;
      chosen.set(event.id, wish);
    }
  };
  if (column.width >= 60) {
    add(first, false);
    add(focus, false);
    if (!column.short) add(first, true);
    // A narrow and high picture names outside what its view is about; the other view's picture stands below it.
    if (column.inside || !narrow) add(here, false);
    if (!column.short || focus.every(({ id }) => chosen.has(id))) add(focus, true);
  }
  return here.flatMap(({ id }) => chosen.get(id) ?? []);
}

/** Tops of boxes below each other, each as near to its wish as the others allow (least squares). */
export function stack(
  boxes: readonly { want: number; height: number }[],
  top: number,
  bottom: number,
): number[] {
  const groups: { sum: number; n: number; height: number; y: number }[] = [];
  const clamp = (y: number, height: number): number => Math.max(top, Math.min(bottom - height, y));
  for (const { want, height } of boxes) {
    let group = { sum: want, n: 1, height, y: clamp(want, height) };
    for (
      let last = groups.at(-1);
      last && last.y + last.height > group.y;
      groups.pop(), last = groups.at(-1)
    ) {
      const tall = last.height + group.height;
      const sum = last.sum + group.sum - group.n * last.height;
      const n = last.n + group.n;
      group = { sum, n, height: tall, y: clamp(sum / n, tall) };
    }
    groups.push(group);
  }
  const tops: number[] = [];
  for (const { n, y } of groups) {
    let next = y;
    for (let i = 0; i < n; i += 1) {
      tops.push(next);
      next += boxes[tops.length - 1]?.height ?? 0;
    }
  }
  return tops;
}

/** Places the chosen labels of one side, each as near to its event as the others allow. @param at pixels on the axis */
export function place(drafts: readonly Draft[], column: Column, at: (event: Happening) => number): Block[] {
  const tops = stack(
    drafts.map(({ event, height }) => ({ want: at(event) - 12, height })),
    column.top,
    column.bottom,
  );
  const x = column.inside ? -ASIDE : ASIDE;
  return drafts.map((one, index) => {
    const { event, focus, indent, size, lead, date, dates, hang, title, gist, height } = one;
    const row = (text: string, at: number, tone: Piece['tone']): Piece => ({
      x: tone === 'date' ? x : tenth(x + hang),
      y: tenth(size * 0.35 + at * lead),
      text,
      tone,
    });
    const before = dates === 'before';
    const skip = dates === 'above' ? 1 : 0;
    const pieces = [
      ...(dates === 'none' ? [] : [row(date, 0, 'date')]),
      ...title.map((text, at): Piece =>
        before && at === 0 ? { dx: 5, text, tone: 'title' } : row(text, at + skip, 'title'),
      ),
      ...gist.map((text, at) => row(text, at + skip + title.length, 'gist')),
    ];
    const widths = [
      textWidth(date, size) + (before ? 5 + textWidth(title[0] ?? '', size, focus) : 0),
      ...title.slice(before ? 1 : 0).map((text) => hang + textWidth(text, size, focus)),
      ...gist.map((text) => hang + textWidth(text, size)),
    ];
    const wide = Math.ceil(Math.max(...widths)) + ASIDE;
    return {
      id: event.id,
      event,
      focus,
      end: column.inside,
      size,
      x: column.x + indent,
      y: tenth((tops[index] ?? 0) + 12),
      pieces,
      hit: { x: column.inside ? -wide : -12, y: -12, width: wide + 12, height },
    };
  });
}
