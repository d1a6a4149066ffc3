/** A sample as a block of dots in very few elements: a row of dots is one line, dotted with the dots themselves. */
import { tenth } from '../../charts/space.ts';
import type { Sample } from './draws.ts';

/** Dots in a row, by number of runs: blocks that are easy to count, the one that is nearest to a square first. */
const COLUMNS: Readonly<Record<number, readonly number[]>> = {
  10: [5, 10],
  25: [5],
  100: [10, 20],
  500: [25, 20, 50],
};

export interface Block {
  readonly n: number;
  /** Where it stands and how far its dots are apart, as a style: the paths count in that distance. */
  readonly place: string;
  /** Path data of the rows of dots that are filled, and of the others. */
  readonly filled: string;
  readonly open: string;
}

/** Rows of dots `from` to `to - 1` of a block; filled from the bottom row up, left to right. */
function lines(from: number, to: number, columns: number, rows: number): string {
  let d = '';
  for (let dot = from; dot < to;) {
    const row = Math.floor(dot / columns);
    const end = Math.min(to, (row + 1) * columns);
    // A little longer than to the centre of its last dot, so that rounding cannot lose it.
    d += `M${(dot % columns) + 0.5} ${rows - row - 0.5}h${tenth(end - dot - 0.9)}`;
    dot = end;
  }
  return d;
}

/**
 * Places the first draw of a sample as filled and open dots.
 * @param room width and height that the block has to fit
 * @param y the block's middle, or its lower edge
 */
export function blockOf(
  { n, draws }: Sample,
  [width, height]: readonly [number, number],
  x: number,
  y: number,
  anchor: 'middle' | 'bottom',
): Block {
  // Few dots are drawn larger, but a small sample must not look like a large one.
  const largest = anchor === 'middle' ? 10 : 34;
  const fit = (columns: number): number =>
    Math.min(largest, width / columns, height / Math.ceil(n / columns));
  const choices = COLUMNS[n] ?? [10];
  // Beside each other all blocks are nearly square: more runs then look like more.
  const columns = (anchor === 'middle' ? choices.slice(0, 1) : choices).reduce((best, other) =>
    fit(other) > fit(best) ? other : best,
  );
  const rows = Math.ceil(n / columns);
  const pitch = Math.max(0.5, Math.round(fit(columns) * 100) / 100);
  const k = draws[0]?.k ?? 0;
  return {
    n,
    place: `transform:translate(${tenth(x)}px,${tenth(y - (rows * pitch) / (anchor === 'middle' ? 2 : 1))}px) scale(${pitch})`,
    filled: lines(0, k, columns, rows),
    open: lines(k, n, columns, rows),
  };
}
