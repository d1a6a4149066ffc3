import { label } from '../../charts/words.ts';
import type { Rate } from '../../model/rate.ts';
import type { FigureWords, Table } from '../spec.ts';
import { kindsOf } from './rows.ts';

/** Verdict, number of claims, and what the verdict means. */
export function table(rates: readonly Rate[], words: FigureWords): Table {
  const say = (key: string): string => label(words.labels, key);
  return {
    caption: say('table-caption'),
    columns: [say('column-verdict'), say('column-claims'), say('column-means')],
    rows: kindsOf(rates, words).map(({ id, row, label: verdict, value }) => [
      { text: verdict },
      { text: value, rate: row },
      { text: say(`means-${id}`) },
    ]),
  };
}
