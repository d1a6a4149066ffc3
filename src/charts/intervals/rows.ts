/** What rows have in every arrangement: room for the axis, links, and one sentence beside them all. */
import { tenth } from '../space.ts';
import { wrap } from '../text.ts';
import { line } from './place.ts';
import type { Link, Mark, Row, Text, Words } from './types.ts';

export const NARROW = 480;
export const AXIS = 22;

/** One link a place, not a row: the order of the links is what is seen, whatever is drawn in them. */
export const linksOf = (rows: readonly Row[], top: number, pitch: number, width: number): Link[] =>
  rows.map((row, index) => ({
    id: row.id,
    passport: row.rate?.id ?? null,
    say: row.say,
    hit: { x: 0, y: tenth(top + index * pitch), width, height: tenth(pitch) },
  }));

/** A bracket and a sentence beside all rows, where one published number stands for them together. */
export function besideAll(
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
