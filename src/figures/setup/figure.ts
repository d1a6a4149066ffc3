/**
 * The set-up of the system card's test, part by part, inside the dashed frame. It shows no rates.
 * Its parts are those of `charts/scene`; the ids of its views are the ids of the steps.
 */
import { PARTS } from '../../charts/scene/types.ts';
import type { Part } from '../../charts/scene/types.ts';
import type { FigureSpec } from '../spec.ts';
import { table } from './describe.ts';

export type SetupView = { readonly show: Part };

/** Heights are fixed here for the English words; another language's longer words are set tighter, not cut. */
export const spec: FigureSpec<SetupView> = {
  id: 'setup',
  initial: { show: 'corner' },
  views: Object.fromEntries(PARTS.map((show) => [show, { show }])),
  rows: [],
  status: () => 'simulated',
  speak: (view) => view.show,
  height: (width, view) => (width < 520 ? 480 : 490) ,
  table: (_rows, words, view) => table(words, view.show),
};

export { default as Drawing } from './Setup.svelte';
