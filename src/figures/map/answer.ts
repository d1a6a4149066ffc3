/**
 * What the page answers to one mix of pieces: the published rows of exactly that cell, or the nearest measured
 * neighbours and the pieces in which they differ, or nothing. Rows are only looked up here; no number is made.
 */
import { ALL, cells, EARLIER, PIECES, type Cell, type Piece, type Pieces } from './cells.ts';

type Difference = Piece | 'average';
export interface Neighbour {
  readonly row: string;
  readonly differs: readonly Difference[];
}
type Answer =
  | { readonly exact: readonly string[] }
  | { readonly nearest: readonly Neighbour[] }
  | { readonly none: true };

const HOME = 'opus4';
/** A cell that differs in more pieces is another scene and no neighbour. */
const NEAR = [1, 2];
/** What makes a neighbour more distant than one that differs in other pieces. */
const GREAT: readonly Difference[] = ['model', 'scene', 'average'];

/** The mix as it is asked: without a threat there is no successor who could have values. */
export function settle(choice: Pieces): Pieces {
  return choice.threat === 'no' ? { ...choice, values: 'unsaid' } : choice;
}

/** In which pieces a published cell differs from a mix; none: it is that cell. */
export function differences(cell: Cell, choice: Pieces): Difference[] {
  const same = (piece: Piece): boolean => {
    const level = cell[piece];
    if (level === choice[piece]) return true;
    if (level === ALL) return choice.model !== EARLIER || piece !== 'model';
    // Without a threat on one side, the values differ by that alone.
    return piece === 'values' && cell.threat !== choice.threat;
  };
  const found: Difference[] = PIECES.filter((piece) => !same(piece));
  return cell.average ? ['average', ...found] : found;
}

/** In which order neighbours of the same distance stand. */
const ORDER = ['open', 'close', 'great'] as const;
/** "open": it may even be the same cell, since its source leaves a piece open. */
function kindOf({ row, differs }: Neighbour): (typeof ORDER)[number] {
  if (differs.some((piece) => GREAT.includes(piece))) return 'great';
  const cell = cells.find((one) => one.row === row);
  return differs.some((piece) => piece !== 'average' && cell?.[piece] === 'unstated') ? 'open' : 'close';
}

/** The answer to a mix of pieces. Neighbours of another model are taken from the card's model only. */
export function answer(choice: Pieces): Answer {
  const asked = settle(choice);
  const compared = cells
    .filter(({ model }) => model === asked.model || model === HOME || model === ALL)
    .map((cell) => ({ row: cell.row, differs: differences(cell, asked) }));
  const at = (distance: number): Neighbour[] => compared.filter(({ differs }) => differs.length === distance);
  const exact = at(0);
  if (exact.length > 0) return { exact: exact.map(({ row }) => row) };
  for (const distance of NEAR) {
    const found = at(distance);
    const nearest = ORDER.flatMap((kind) => found.filter((one) => kindOf(one) === kind));
    if (nearest.length > 0) return { nearest };
  }
  return { none: true };
}
