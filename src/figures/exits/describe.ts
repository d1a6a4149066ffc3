import { label } from '../../charts/words.ts';
import { runsText, valueText } from '../../model/format.ts';
import type { Rate } from '../../model/rate.ts';
import type { Cell, FigureWords, Table } from '../spec.ts';

/** Everything the picture says, each with its own label; the last row is what neither scene shows. */
export function table(rows: readonly Rate[], { labels }: FigureWords): Table {
  const say = (key: string, fills?: Record<string, string>): string => label(labels, key, fills);
  const rate = rows[0];
  const row = (key: string, status: string, passport?: string, fills?: Record<string, string>): Cell[] => [
    { text: say(`what-${key}`) },
    { text: say(`known-${key}`, fills), ...(passport ? { rate: passport } : {}) },
    { text: say(`status-${status}`) },
  ];
  return {
    caption: say('table-caption'),
    columns: ['what', 'known', 'label'].map((key) => say(`column-${key}`)),
    rows: [
      row('general', 'reported', 'exits-preference'),
      row('missing', 'unknown'),
      row('open', 'opinion'),
      row('closed', 'reported', rate?.id, rate && { value: valueText(rate), runs: runsText(rate) }),
      row('who', 'real', 'set-corner'),
      row('order', 'opinion', 'exits-order'),
    ],
  };
}
