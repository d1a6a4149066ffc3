/**
 * Figure `map`: which mixes of the pieces of the scenario have a published result. The reader switches the pieces; the
 * page answers with rows of the data, or says that nobody published one.
 */
import { naturalHeight } from '../../charts/lattice/layout.ts';
import { PICTURES } from '../../charts/picture.ts';
import type { FigureSpec } from '../spec.ts';
import { answer } from './answer.ts';
import { card, cells, type Pieces } from './cells.ts';
import { table } from './describe.ts';

export type MapView = Readonly<Pick<Pieces, keyof Pieces>>;

const initial: MapView = card;

export const spec: FigureSpec<MapView> = {
  id: 'map',
  initial,
  views: {
    map: initial,
    'way-out': { ...initial, scene: 'june', conflict: 'yes', values: 'unsaid', exits: 'yes' },
    'other-model': { ...initial, model: 'sonnet36', scene: 'june' },
  },
  rows: cells.map(({ row }) => row),
  status: (view) => ('exact' in answer(view) ? 'reported' : 'unknown'),
  speak: ({ model, exits }) => (model !== 'opus4' ? 'other-model' : exits === 'yes' ? 'way-out' : 'map'),
  height: (width, view) => naturalHeight(width, !('exact' in answer(view))),
  // Made where pages are built; the browser finds it in the page.
  table: PICTURES ? table : () => ({ caption: '', columns: [], rows: [] }),
};

export { default as Drawing } from './Map.svelte';
