import { label } from '../../charts/words.ts';
import { runsText } from '../../model/format.ts';
import type { Rate } from '../../model/rate.ts';
import type { Cell as TableCell, FigureWords, Table } from '../spec.ts';
import { ALL, cells, PIECES } from './cells.ts';
import { levelOf, shown } from './sentence.ts';

/** Every published cell with its pieces and its value, whatever the view; at the end what nobody published. */
export function table(rates: readonly Rate[], words: FigureWords): Table {
  const say = (key: string, fills?: Record<string, string>): string => label(words.labels, key, fills);
  const lines = cells.flatMap((cell): TableCell[][] => {
    const rate = rates.find(({ id }) => id === cell.row);
    if (!rate) return [];
    const level = (piece: (typeof PIECES)[number]): string =>
      cell[piece] === ALL && piece !== 'model' ? say('averaged') : levelOf(words, rates, cell.row, piece);
    const known = `known-${rate.evidence}`;
    const runs = runsText(rate);
    const value = say(known in words.labels ? 'cell-known' : 'cell', {
      value: shown(words, rate),
      runs: runs === 'not published' ? say('no-runs') : runs,
      known: known in words.labels ? say(known) : '',
    });
    return [[...PIECES.map((piece) => ({ text: level(piece) })), { text: value, rate: rate.id }]];
  });
  const blank = ['blank-line', 'blank-told', 'blank-exits'].map((key) =>
    [say(key), ...PIECES.slice(1).map(() => ''), say('blank')].map((text) => ({ text })),
  );
  return {
    caption: say('caption'),
    columns: [...PIECES.map((piece) => say(piece)), say('published')],
    rows: [...lines, ...blank],
  };
}
