/**
 * The set-up of the system card's test, part by part, inside the dashed frame. It shows no rates.
 * Its parts are those of `charts/scene`; the ids of its views are the ids of the steps.
 */
import { PARTS } from '../../charts/scene/types.ts';
import type { Part } from '../../charts/scene/types.ts';
import type { FigureSpec } from '../spec.ts';
import { table } from './describe.ts';

export type SetupView = { readonly show: Part };

/** Height in pixels that each step's scene needs, narrow (under 520 px) and wide; tested against the layout. */
const HEIGHTS: Readonly<Record<Part, readonly [number, number]>> = {
  role: [280, 280],
  inbox: [320, 390],
  replacement: [320, 390],
  secret: [320, 390],
  nudge: [430, 390],
  corner: [580, 520],
};

export const spec: FigureSpec<SetupView> = {
  id: 'setup',
  initial: { show: 'corner' },
  views: Object.fromEntries(PARTS.map((show) => [show, { show }])),
  rows: [],
  status: () => 'simulated',
  speak: (view) => view.show,
  height: (width, view) => HEIGHTS[view.show][width < 520 ? 0 : 1],
  table: (_rows, words, view) => table(words, view.show),
};

export { default as Drawing } from './Setup.svelte';
