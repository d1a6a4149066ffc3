/** The answer in words. Values are printed by `model/format.ts` as everywhere else. */
import { label } from '../../charts/words.ts';
import { asRead, runsText, valueText } from '../../model/format.ts';
import type { Rate } from '../../model/rate.ts';
import type { FigureWords } from '../spec.ts';
import { answer, type Neighbour } from './answer.ts';
import { cells, type Pieces } from './cells.ts';

interface Item {
  readonly row: string;
  /** What the link says: the value alone. */
  readonly value: string;
  readonly rest: string;
}
interface Said {
  /** Published for exactly the chosen mix. */
  readonly exact: boolean;
  readonly lead: string;
  readonly items: readonly Item[];
  /** That more cells are as near, or nothing. */
  readonly more: string;
}

/** Neighbours that are read out; the others are ringed in the lattice. */
const READ = 2;

/** "about" stands before what one reader read from a chart, even where the number of runs is known. */
export const shown = (rate: Rate): string => asRead(rate, valueText(rate));

/** A name as it stands inside a sentence. */
const inside = (name: string): string => name.replace(/^./, (first) => first.toLowerCase());

/** A value that the source gives as a direction stands beside the one it is compared with. */
export function itemOf(words: FigureWords, rates: readonly Rate[], { row, differs }: Neighbour): Item {
  const rate = rates.find(({ id }) => id === row);
  const cell = cells.find((one) => one.row === row);
  if (!rate || !cell) throw new RangeError(`The map has no row ${row}`);
  const say = (key: string, fills?: Record<string, string>): string => label(words.labels, key, fills);
  const beside = rates.find(({ id }) => id === 'opus4-shared-values');
  const runs = runsText(rate);
  const own = `say-${row}`;
  const known = `known-${rate.evidence}`;
  const rest = say(own in words.labels ? own : 'say', {
    model: rate.model,
    test: say(`test-${rate.test}`),
    runs: runs.startsWith('not ') ? say('no-runs', { runs }) : runs,
    other: beside ? valueText(beside) : '',
  });
  const parts = differs.map((piece) =>
    piece === 'average'
      ? say('average')
      : say('differs-one', { piece: inside(say(piece)), how: levelOf(words, rates, row, piece) }),
  );
  return {
    row,
    value: shown(rate),
    rest: [
      rest,
      known in words.labels ? say(known) : '',
      parts.length > 0 ? say('differs', { parts: parts.join(say('and')) }) : '.',
    ].join(''),
  };
}

/** What a cell says of a piece, in words. */
export function levelOf(
  words: FigureWords,
  rates: readonly Rate[],
  row: string,
  piece: keyof Pieces,
): string {
  const cell = cells.find((one) => one.row === row);
  const level = cell?.[piece] ?? '';
  if (piece === 'model') return rates.find(({ id }) => id === row)?.model ?? '';
  if (piece === 'values' && cell?.threat === 'no') return label(words.labels, 'values-nobody');
  const own = `${piece}-${level}`;
  return label(words.labels, own in words.labels ? own : level);
}

/** What is said to a choice. */
export function sayAnswer(words: FigureWords, rates: readonly Rate[], choice: Pieces): Said {
  const found = answer(choice);
  const say = (key: string, fills?: Record<string, number>): string => label(words.labels, key, fills);
  if ('none' in found) return { exact: false, lead: say('lead-none'), items: [], more: '' };
  const exact = 'exact' in found;
  const all = exact ? found.exact.map((row) => ({ row, differs: [] })) : found.nearest;
  const left = all.slice(READ).length;
  return {
    exact,
    lead: say(exact ? 'lead-exact' : 'lead-near'),
    items: all.slice(0, READ).map((one) => itemOf(words, rates, one)),
    more: left > 0 ? say('more', { left }) : '',
  };
}

/** The same as lines of plain text. */
export const linesOf = ({ lead, items, more }: Said): string[] => [
  lead,
  ...items.map(({ value, rest }) => `${value} ${rest}`),
  ...(more ? [more] : []),
];
