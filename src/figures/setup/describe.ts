/** The set-up in words: one row for each part that the drawing shows at this step. */
import { PARTS } from '../../charts/scene/types.ts';
import type { Part } from '../../charts/scene/types.ts';
import type { FigureWords, Table } from '../spec.ts';

/** The parts up to and including `show`, what the scenario said, and where that is stated. */
export function table(words: FigureWords, show: Part): Table {
  const { labels } = words;
  const cell = (key: string) => ({ text: labels[key] ?? '' });
  return {
    caption: labels['table-caption'] ?? '',
    columns: ['column-part', 'column-said', 'column-place'].map((key) => labels[key] ?? ''),
    rows: PARTS.slice(0, PARTS.indexOf(show) + 1).map((part) => [
      cell(`part-${part}`),
      cell(`said-${part}`),
      cell('place'),
    ]),
  };
}
