import { label } from '../../charts/words.ts';
import { intervalText, runsText, valueText } from '../../model/format.ts';
import type { Rate } from '../../model/rate.ts';
import type { Cell, FigureWords, Table } from '../spec.ts';
import { CONDITIONS, knownText, MODELS, nameOf, rateOf } from './rows.ts';

/** All three conditions side by side, whatever the view: with counts, interval and how each is known. */
export function table(rates: readonly Rate[], words: FigureWords): Table {
  const say = (key: string, fills?: Record<string, string>): string => label(words.labels, key, fills);
  const cell = (rate: Rate | null): Cell => {
    if (!rate) return { text: say('missing') };
    const parts = [
      runsText(rate),
      say(rate.value.interval ? 'table-cell-interval' : 'table-cell-no-interval', {
        interval: intervalText(rate) ?? '',
      }),
      knownText(words, rate),
    ];
    return { text: `${valueText(rate)}: ${parts.join('; ')}`, rate: rate.id };
  };
  return {
    caption: say('table-caption'),
    columns: [say('column-model'), ...CONDITIONS.map((condition) => say(`condition-${condition}`))],
    rows: MODELS.map((model) => [
      { text: nameOf(rates, model) },
      ...CONDITIONS.map((condition) => cell(rateOf(rates, model, condition))),
    ]),
  };
}
