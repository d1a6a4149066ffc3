/** Where each mix of pieces lies in the lattice, and what is drawn there for one model. */
import { PICTURES } from '../../charts/picture.ts';
import type { Band, Input, Place, Square } from '../../charts/lattice/types.ts';
import { label } from '../../charts/words.ts';
import type { Rate } from '../../model/rate.ts';
import type { FigureWords } from '../spec.ts';
import { answer, settle } from './answer.ts';
import { ALL, ANSWERS, cells, DIRECTIONS, EARLIER, LABELS, SCENES, type Cell, type Pieces } from './cells.ts';
import { itemOf, linesOf, sayAnswer, shown } from './sentence.ts';

/** Columns in pairs of "no goal conflict, goal conflict": without a threat, then by the successor's values. */
const PAIRS = ['no unsaid', 'yes shared', 'yes differ', 'yes unsaid'];

/** All mixes that one model has: two panels of eight columns and twelve rows. */
export const COMBINATIONS = SCENES.flatMap((scene) =>
  ANSWERS.flatMap((exits) =>
    ANSWERS.flatMap((rules) =>
      LABELS.flatMap((told) =>
        PAIRS.flatMap((pair) =>
          ANSWERS.map((conflict): Omit<Pieces, 'model'> => {
            const [threat, values] = pair.split(' ') as [Pieces['threat'], Pieces['values']];
            return { scene, threat, conflict, values, exits, told, rules };
          }),
        ),
      ),
    ),
  ),
);

const at = (list: readonly string[], item: string): number => list.indexOf(item);

/** The square of a mix or of a cell; null for an average or an unclear piece, which have none. */
export function placeOf(mix: Pieces | Cell): Place | null {
  const pair = at(PAIRS, `${mix.threat} ${mix.values}`);
  const open = mix.conflict === 'unstated';
  const conflict = open ? 0 : at(ANSWERS, mix.conflict);
  if (pair < 0 || conflict < 0) return null;
  return {
    panel: at(SCENES, mix.scene),
    column: pair * ANSWERS.length + conflict,
    row:
      (at(ANSWERS, mix.exits) * ANSWERS.length + at(ANSWERS, mix.rules)) * LABELS.length +
      at(LABELS, mix.told),
    span: open ? ANSWERS.length : 1,
  };
}

/** Does a cell speak of this model? */
const holds = (cell: Cell, model: string): boolean =>
  cell.model === model || (cell.model === ALL && model !== EARLIER);

/** The published squares of one model. */
export function squaresOf(words: FigureWords, rates: readonly Rate[], model: string): Square[] {
  return cells.flatMap((cell): Square[] => {
    const place = placeOf(cell);
    const rate = rates.find(({ id }) => id === cell.row);
    if (!place || !rate || !holds(cell, model)) return [];
    const { value, rest } = itemOf(words, rates, { row: cell.row, differs: [] });
    const arrow = DIRECTIONS[cell.row] ?? null;
    const kind = arrow ? 'direction' : /-one$|reported/.test(rate.evidence) ? 'hollow' : 'solid';
    // Beside the answer it is plain what is counted; a square is heard alone.
    const say = `${value} ${rest}`;
    const what = say.includes(rate.measure) ? '' : `${rate.measure}, `;
    return [{ ...place, id: cell.row, kind, arrow, text: shown(rate), say: what + say }];
  });
}

/** All that the lattice shows for a view. */
export function inputOf(words: FigureWords, rates: readonly Rate[], view: Pieces, live: boolean): Input {
  const say = (key: string, fills?: Record<string, string | number>): string =>
    label(words.labels, key, fills);
  const bands = (keys: readonly string[], span: number): Band[] =>
    keys.map((key) => ({ text: say(key), span }));
  const found = answer(view);
  const home = placeOf(settle(view)) ?? { panel: 0, column: 0, row: 0, span: 1 };
  const near = 'nearest' in found ? found.nearest : [];
  const squares = squaresOf(words, rates, view.model);
  const rings = near.flatMap(({ row }) => squares.filter(({ id }) => id === row));
  const numbers = squares.filter(({ kind }) => kind !== 'direction');
  const fills = {
    model: modelName(words, rates, view.model),
    all: COMBINATIONS.length,
    numbers: numbers.length,
    directions: squares.length - numbers.length,
  };
  const both = (keys: readonly string[]): string[] => [...keys, ...keys];
  const conflicts = bands(both(both(['no', 'yes'])), 1);
  return {
    panels: SCENES.map((scene) => ['panel', 'choose-scene', 'short'].map((name) => say(`${name}-${scene}`))),
    columns: [
      {
        name: say('head-threat'),
        bands: [
          { text: say('no'), span: 2 },
          { text: say('yes'), span: 6 },
        ],
      },
      {
        name: say('head-values'),
        bands: [{ text: '', span: 2 }, ...bands(['values-shared', 'values-differ', 'values-unsaid'], 2)],
      },
      { name: say('head-conflict'), bands: conflicts },
    ],
    rows: [
      bands(['row-exits-no', 'row-exits-yes'], 6),
      bands(both(['row-rules-no', 'row-rules-yes']), 3),
      bands(both(both(['row-told-none', 'row-told-real', 'row-told-test'])), 1),
    ],
    squares,
    chosen: home,
    near: rings,
    keys: (['solid', 'hollow', 'direction', 'blank', 'chosen', 'near'] as const)
      .filter((sample) =>
        sample === 'near'
          ? rings.length > 0
          : sample === 'blank' || sample === 'chosen' || squares.some(({ kind }) => kind === sample),
      )
      .map((sample) => ({
        sample,
        text: say(sample === 'solid' && squares.some(({ span }) => span > 1) ? 'key-wide' : `key-${sample}`),
      })),
    brief: {
      keys: (['solid', 'direction', 'blank', 'near'] as const)
        .filter((sample) => sample !== 'near' || rings.length > 0)
        .map((sample) => ({ sample, text: say(`brief-${sample}`) })),
      columns: [
        {
          name: say('brief-values'),
          bands: bands(['brief-nobody', 'values-shared', 'values-differ', 'values-unsaid'], 2),
        },
        { name: say('short-conflict'), bands: conflicts },
      ],
    },
    count: say(view.model === EARLIER ? 'count-earlier' : 'count', fills),
    answer: PICTURES && !live ? linesOf(sayAnswer(words, rates, view)) : [],
  };
}

/** A model's name as its own rows print it. */
export function modelName(words: FigureWords, rates: readonly Rate[], model: string): string {
  if (model === EARLIER) return label(words.labels, 'earlier');
  const row = cells.find((cell) => cell.model === model)?.row;
  return rates.find(({ id }) => id === row)?.model ?? model;
}
