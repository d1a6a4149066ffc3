/** The verdicts on the press article, each with the row that counts it. */
import type { Kind } from '../../charts/tally/layout.ts';
import { label } from '../../charts/words.ts';
import { valueText } from '../../model/format.ts';
import type { Rate } from '../../model/rate.ts';
import { VERDICT_ROWS } from '../../model/records.ts';
import type { FigureWords } from '../spec.ts';

/** Verdicts that have squares of their own, each with the row that counts it, from best to farthest off. */
export const ROWS = Object.entries(VERDICT_ROWS).filter(([verdict]) => verdict !== 'incomplete');

/** The verdicts in their order, each with its row. @throws RangeError if a row is missing or counts nothing */
export function kindsOf(rates: readonly Rate[], words: FigureWords): (Kind & { readonly row: string })[] {
  return ROWS.map(([id, row]) => {
    const rate = rates.find((one) => one.id === row);
    if (rate?.value.kind !== 'amount')
      throw new RangeError(`figure article needs a count in the row "${row}"`);
    return {
      id,
      row,
      label: label(words.labels, id),
      count: rate.value.value,
      value: valueText(rate),
    };
  });
}
