import { runsText, valueText } from '../../model/format.ts';
import type { Rate } from '../../model/rate.ts';
import type { FigureWords, Table } from '../spec.ts';
import type { RateView } from './figure.ts';

/** Which rows a view draws. */
const DRAWN: Readonly<Record<RateView['show'], readonly string[]>> = {
  guess: [],
  'eighty-four': ['opus4-shared-values'],
  'values-differ': ['opus4-shared-values', 'opus4-values-differ'],
  'earlier-models': ['opus4-shared-values', 'earlier-models'],
};

/** What the view shows, as a table; empty before the guess, so that it gives nothing away. */
export function table(rows: readonly Rate[], words: FigureWords, { show }: RateView): Table {
  const drawn = rows.filter(({ id }) => DRAWN[show].includes(id));
  return {
    caption: words.views[show]?.title ?? '',
    columns: ['column-condition', 'column-published', 'column-runs'].map((key) => words.labels[key] ?? ''),
    rows: drawn.map((row) => [
      { text: `${row.model}: ${row.condition}` },
      { text: valueText(row), rate: row.id },
      { text: runsText(row) },
    ]),
  };
}
