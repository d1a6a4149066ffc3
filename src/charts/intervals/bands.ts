/**
 * Groups of runs, one under the other: the height of a band is its number of runs, the filled part its rate, on the
 * same axis of 0 to 100% as the rows of `layout.ts`. So the filled area stands for the runs that were counted.
 */
import { tenth, type Size } from '../space.ts';
import { textWidth, wrap } from '../text.ts';
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
  ticks,
} from './place.ts';
import type { Band, Drawing, Link, Mark, Text, Words } from './types.ts';

const NARROW = 480;
const LOW = 220;
const AXIS = 22;
const GAP = 12;

/** A band's share of all runs, 0 to 1. */
function shareOf({ runs }: Band): number {
  return runs.value.kind === 'counts' ? runs.value.counts.k / runs.value.counts.n : 0;
}

/**
 * Places the groups.
 * @param bands their `runs` are shares of one and the same total
 * @param size pixels, 280 x 140 or more
 */
export function layoutBands(bands: readonly Band[], size: Size, words: Words): Drawing {
  // In a low drawing too the labels stand above the bands: a thin band has no room for them.
  const narrow = size.width < NARROW || size.height < LOW;
  const head = narrow ? 19 : 0;
  const between = narrow ? 5 : 3;
  const room = (legend: number): number =>
    size.height - AXIS - bands.length * head - (bands.length - 1) * between - (legend > 0 ? legend + GAP : 2);
  // The key gives way before the bands become slivers, last what the height of a band says.
  const heightKey = words.keys.filter(({ sample }) => sample === 'height');
  const legend = keyThatFits(
    [words.keys, heightKey],
    size.width,
    narrow ? 12 : 13,
    (height) => room(height) >= 96,
  );
  const inner = Math.max(30, room(legend.height));

  const labels = Math.max(
    ...bands.map(({ label, runsText }) => Math.max(textWidth(label, 15, true), textWidth(runsText, 13))),
  );
  // Flush with the labels, unless a dot at the very end of the axis needs the room.
  const ends = bands.some(({ rate }) => Math.abs((percentAt(rate) ?? 50) - 50) > 47);
  const margin = ends ? 7 : 1;
  const x = narrow ? margin : Math.ceil(labels) + 18;
  // The value stands behind the end of its interval, so the axis ends early enough for the highest.
  const width = Math.min(
    size.width - x - (narrow ? margin : 20),
    ...bands.map(({ rate, value }) => {
      const high = rate?.value.interval?.high ?? (percentAt(rate) ?? 0) / 100;
      return (size.width - x - 18 - textWidth(value, narrow ? 22 : 34, true)) / Math.max(high, 0.01);
    }),
  );
  const at = scale(x, width);

  const measured = bands.filter(({ rate }) => rate !== null);
  const [roomiest] = [...measured].sort((a, b) => shareOf(b) - shareOf(a));
  const high = (band: Band): number => Math.max(1, inner * shareOf(band));
  // Like things are set alike: what the lowest band has room for holds for all.
  const least = Math.min(...measured.map(high));
  const inside = least >= 19;
  const noted = measured.every((band) => hasNote(band, behind(band, at, narrow), least, size.width, narrow));
  const sized = labelsFit(bands.map(high), between, legend.height > 0 ? GAP : 2);

  const brief = legend.height > 0 ? '' : (words.brief ?? '');
  let top = AXIS;
  const marks: Mark[] = [];
  const links: Link[] = [];
  for (const band of bands) {
    const height = high(band);
    const y = tenth(top + head + height / 2);
    const { dot, line: reach } = measure(band.rate, at, narrow ? 4 : 6, 3);
    const box = cell(x, width, height);
    const beside = behind(band, at, narrow);
    const texts: Text[] = [];
    if (narrow) {
      const base = -height / 2 - 6;
      const fits = band.rate ? inside : height >= 19;
      const name = { ...line('label', band.label, 0, base, 13, 'start', true), tail: band.runsText };
      const rest = size.width - (fits ? 0 : textWidth(band.value, 13, true) + 6);
      texts.push(boxOf(name).width <= rest ? name : { ...name, tail: '' });
      if (fits) texts.push(...besideDot(band, beside, least, noted, true));
      else texts.push(line('value', band.value, size.width, base, 13, 'end', band.rate !== null));
    } else {
      texts.push(line('label', band.label, x - 18, sized ? -4 : 5, 15, 'end', true));
      if (sized) texts.push(line('runs', band.runsText, x - 18, 15, 13, 'end', false, 'soft'));
      texts.push(...besideDot(band, beside, least, noted, false));
    }
    if (band === roomiest && height >= 45 && words.caution !== '')
      texts.push(
        ...caution(words.caution, brief, texts.slice(1), x + width - (narrow ? 8 : 20), height, narrow),
      );
    marks.push({
      id: band.id,
      y,
      strong: band.strong,
      band: box,
      fill: dot === null ? null : { ...box, width: tenth(dot.x - x) },
      hatch: band.rate === null ? box : null,
      dot,
      line: reach,
      texts,
    });
    const whole = { x: 0, y: tenth(top), width: size.width, height: tenth(head + height) };
    if (band.rate === null) links.push({ id: band.id, passport: band.runs.id, say: band.say, hit: whole });
    else {
      const split = narrow
        ? {
            label: { ...whole, height: head },
            plot: { ...whole, y: tenth(top + head), height: tenth(height) },
          }
        : { label: { ...whole, width: x - 6 }, plot: { ...whole, x, width } };
      links.push({ id: `${band.id}-runs`, passport: band.runs.id, say: band.saySize, hit: split.label });
      links.push({ id: band.id, passport: band.rate.id, say: band.say, hit: split.plot });
    }
    top += head + height + between;
  }
  return {
    axis: axis(
      x,
      width,
      narrow
        ? marks.map(({ y, band }) => [y + (band?.y ?? 0), y - (band?.y ?? 0)])
        : [[AXIS - 5, top - between]],
      boxesOf(marks),
    ),
    links,
    marks,
    texts: [
      ...ticks(x, width, 12, narrow ? 12 : 13, size.width, words),
      ...moveDown(legend.texts, size.height - legend.height),
    ],
    samples: legend.height > 0 ? moveDown(legend.samples, size.height - legend.height) : signOf(marks),
    bracket: null,
    arrangement: 'bands',
  };
}

/** The sign of a line before the words that explain it, if they stand in a band. */
function signOf(marks: readonly Mark[]): Drawing['samples'] {
  return marks.flatMap(({ y, texts }) =>
    texts
      .filter(({ id }) => id === 'brief')
      .map((text) => ({
        sample: 'line' as const,
        x: tenth(text.x - 16),
        y: tenth(y + text.y - text.size * 0.34),
      })),
  );
}

/**
 * At the right end of a high band, if the words beside its dot leave the room.
 * @param brief one line more, behind the sign that it explains; empty for none
 */
function caution(
  text: string,
  brief: string,
  others: readonly Text[],
  right: number,
  height: number,
  narrow: boolean,
): Text[] {
  const size = narrow ? 12 : 14;
  const lead = Math.round(size * 1.4);
  const free = right - Math.max(...others.map((other) => boxOf(other).x + boxOf(other).width)) - 14;
  const lines = wrap(text, size, Math.min(230, free));
  const widest = Math.max(...lines.map((part) => textWidth(part, size)));
  if (widest > free || lines.length * lead > height - 6 || lines.length > 4) return [];
  const count = lines.length + (brief !== '' && (lines.length + 1) * lead <= height - 6 ? 1 : 0);
  const base = (index: number): number => size * 0.35 + (index - (count - 1) / 2) * lead;
  const said = lines.map((part, index) =>
    line(`caution-${index}`, part, right - widest, base(index), size, 'start', false),
  );
  if (count > lines.length)
    said.push(line('brief', brief, right - widest + 24, base(count - 1), size, 'start', false, 'soft'));
  return said;
}

/** Where the words of a band begin: behind the end of its interval. */
function behind({ rate }: Band, at: (percent: number) => number, narrow: boolean): number {
  const { line: reach } = measure(rate, at, 5, 3);
  return (reach ? reach.x + reach.width : at(0)) + (narrow ? 9 : 14);
}

/** Sizes of a rate and of the line under it, in a band so high. */
function fonts(height: number, narrow: boolean): { size: number; note: number } {
  const note = narrow ? 12 : 14;
  if (height >= 70) return { size: narrow ? 22 : 34, note };
  if (height >= 48) return { size: narrow ? 20 : 28, note };
  return { size: height >= 34 ? 22 : height >= 18 ? 17 : 13, note };
}

/** Whether the line under the rate has room. */
function hasNote({ note: text }: Band, x: number, height: number, right: number, narrow: boolean): boolean {
  const { size, note } = fonts(height, narrow);
  return text !== '' && height >= size + note + 14 && x + textWidth(text, note) <= right - 2;
}

/** Whether two lines of label have room beside bands of these heights, between the ticks and what stands `foot` below. */
function labelsFit(heights: readonly number[], between: number, foot: number): boolean {
  const up = 16;
  const down = 18;
  return heights.every((height, index) => {
    const next = heights[index + 1];
    const below = next === undefined ? foot : between + next / 2 - up;
    return height / 2 + (index === 0 ? 5 : up) >= up && height / 2 + below >= down;
  });
}

/** The rate, large, after the end of its interval; where there is room, how many runs of how many under it. */
function besideDot(band: Band, x: number, least: number, noted: boolean, narrow: boolean): Text[] {
  if (band.rate === null) {
    const size = narrow ? 12 : 14;
    return [line('value', band.value, x + (narrow ? 4 : 6), size * 0.35, size, 'start', false, 'hatched')];
  }
  const { size, note } = fonts(least, narrow);
  const value = line('value', band.value, x, noted ? size * 0.16 : size * 0.35, size, 'start', true);
  return noted
    ? [value, line('note', band.note, x, size * 0.16 + note * 1.45, note, 'start', false)]
    : [value];
}
