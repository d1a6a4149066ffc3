/** What every arrangement of the figure is put together from. Pixels, unless said otherwise. */
import { tenth } from '../../charts/space.ts';
import { line, scale } from '../../charts/intervals/place.ts';
import type { Text } from '../../charts/intervals/types.ts';
import { textWidth } from '../../charts/text.ts';
import { label } from '../../charts/words.ts';
import type { FigureWords } from '../spec.ts';
import type { Sample } from './draws.ts';

/** The horizontal axis, from none of the runs to all of them. */
export interface Axis {
  readonly x: number;
  readonly width: number;
}

/** Path data, one path a kind. */
export interface Paths {
  /** Lines of the axis, and the chosen rate. */
  grid: string;
  chosen: string;
  /** Ranges that hold the chosen rate, those that miss it, and the crosses that mark these. */
  held: string;
  missed: string;
  crosses: string;
  /** The range and the share of the sample that is shown as dots. */
  first: string;
  share: string;
}

/** Collects the texts of a drawing, in one size unless told otherwise. */
export class Writer {
  readonly texts: Text[] = [];
  readonly words: FigureWords;
  readonly font: number;

  constructor(words: FigureWords, font: number) {
    this.words = words;
    this.font = font;
  }

  say(key: string, fills?: Readonly<Record<string, string | number>>): string {
    return label(this.words.labels, key, fills);
  }

  put(
    id: string,
    text: string,
    x: number,
    y: number,
    tone: Text['tone'] = 'plain',
    more: Partial<Pick<Text, 'size' | 'anchor' | 'bold'>> = {},
  ): void {
    const { size = this.font, anchor = 'start', bold = tone === 'strong' } = more;
    this.texts.push(line(id, text, x, y, size, anchor, bold, tone));
  }

  /** The first of the labels `key`, `key-mid` and `key-short` that fits in all these fillings, or the last one. */
  fit(
    key: string,
    fillings: readonly Readonly<Record<string, string | number>>[],
    width: number,
    bold = false,
  ): string[] {
    const forms = ['', '-mid', '-short'].map((end) => fillings.map((fills) => this.say(key + end, fills)));
    return (
      forms.find((texts) => texts.every((text) => textWidth(text, this.font, bold) <= width)) ??
      forms.at(-1) ??
      []
    );
  }
}

/** The twenty ranges of a sample, one under the other between two heights, and the chosen rate through them. */
export function drawRanges(
  paths: Paths,
  { n, draws }: Sample,
  rate: number,
  axis: Axis,
  top: number,
  end: number,
): void {
  const at = scale(axis.x, axis.width);
  const room = (end - top) / draws.length;
  // On whole pixels where there is room: else every other line is a little thicker. And as few decimals as can be:
  // eighty ranges are the longest path of the page.
  const pitch = room > 3 ? Math.floor(room) : room;
  const first = Math.round((top + end - pitch * (draws.length - 1)) / 2);
  const arm = tenth(Math.min(4.5, Math.max(2.5, pitch / 2)));
  draws.forEach(({ k, low, high, holds }, index) => {
    const y = tenth(first + index * pitch);
    const middle = Math.round(at((100 * k) / n));
    const d = `M${Math.round(at(low * 100))} ${y}H${Math.round(at(high * 100))}`;
    paths[index === 0 ? 'first' : holds ? 'held' : 'missed'] += d;
    if (!holds)
      paths.crosses += `M${tenth(middle - arm)} ${tenth(y - arm)}l${2 * arm} ${2 * arm}m0 ${-2 * arm}l${-2 * arm} ${2 * arm}`;
    else if (index === 0) paths.share += `M${middle} ${y}h.01`;
  });
  paths.chosen += `M${at(rate)} ${tenth(top - 3)}V${tenth(end + 2)}`;
}

/** What an axis names and has lines at: every quarter, or the halves where it is short. */
const percentsOf = ({ width }: Axis): readonly number[] =>
  width < 260 ? [0, 50, 100] : [0, 25, 50, 75, 100];

/** The numbers of an axis, under their lines; the outer ones end with it where there is no room beside it. */
export function numbersOf(axis: Axis, y: number, tight: boolean): Text[] {
  const at = scale(axis.x, axis.width);
  return percentsOf(axis).map((percent) => {
    const anchor = tight && percent === 0 ? 'start' : tight && percent === 100 ? 'end' : 'middle';
    return line(`tick-${axis.x}-${percent}`, `${percent}%`, at(percent), y, 12, anchor, false, 'soft');
  });
}

/** The lines of an axis. */
export function drawGrid(paths: Paths, axis: Axis, from: number, to: number): void {
  const at = scale(axis.x, axis.width);
  for (const percent of percentsOf(axis)) paths.grid += `M${at(percent)} ${tenth(from)}V${tenth(to)}`;
}
