import { label } from '../../charts/words.ts';
import { intervalText } from '../../model/format.ts';
import type { Rate } from '../../model/rate.ts';
import type { FigureWords, Table } from '../spec.ts';
import { bandsOf } from './rows.ts';

/** Group, runs, blackmail, interval, and what was worked out by this page. */
export function table(rates: readonly Rate[], words: FigureWords): Table {
  const say = (key: string): string => label(words.labels, key);
  return {
    caption: say('table-caption'),
    columns: ['group', 'runs', 'rate', 'interval', 'note'].map((key) => say(`column-${key}`)),
    rows: bandsOf(rates, words).map((band) => [
      { text: band.label },
      { text: band.runsText, rate: band.runs.id },
      band.rate ? { text: `${band.value} (${band.note})`, rate: band.rate.id } : { text: band.value },
      { text: (band.rate && intervalText(band.rate)) ?? say('none') },
      { text: say('derived') },
    ]),
  };
}
