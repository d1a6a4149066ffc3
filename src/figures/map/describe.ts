import { label } from '../../charts/words.ts';
import { runsText } from '../../model/format.ts';
import type { Rate } from '../../model/rate.ts';
import type { Cell as TableCell, FigureWords, Table } from '../spec.ts';
import { ALL, cells, EARLIER, PIECES, type Pieces } from './cells.ts';
import { levelOf, shown } from './sentence.ts';

/** The model of this story. */
const HERE = 'opus4';

/**
 * Every published cell of the view's model, or for a view of another model those of all, with its pieces and its value;
 * at the end what nobody published.
 */
export function table(rates: readonly Rate[], words: FigureWords, { model }: Pieces): Table {
  const one = model === HERE;
  const say = (key: string, fills?: Record<string, string>): string => label(words.labels, key, fills);
  const shownHere = cells.filter((cell) => !one || [HERE, EARLIER, ALL].includes(cell.model));
  const lines = shownHere.flatMap((cell): TableCell[][] => {
    const rate = rates.find(({ id }) => id === cell.row);
    if (!rate) return [];
    const level = (piece: (typeof PIECES)[number]): string =>
      cell[piece] === ALL && piece !== 'model'
        ? say('table-averaged')
        : levelOf(words, rates, cell.row, piece);
    const known = `known-${rate.evidence}`;
    const runs = runsText(rate);
    const value = say(known in words.labels ? 'table-cell-known' : 'table-cell', {
      value: shown(rate),
      runs: runs.startsWith('not ') ? say('no-runs', { runs }) : runs,
      known: known in words.labels ? say(known) : '',
    });
    return [[...PIECES.map((piece) => ({ text: level(piece) })), { text: value, rate: rate.id }]];
  });
  const blank = ['blank-line', 'blank-told', 'blank-exits'].map((key) =>
    [say(key), ...PIECES.slice(1).map(() => say('table-blank-any')), say('blank')].map((text) => ({ text })),
  );
  return {
    caption: say(one ? 'table-caption-one' : 'table-caption'),
    columns: [...PIECES.map((piece) => say(piece)), say('table-published')],
    rows: [...lines, ...blank],
  };
}
