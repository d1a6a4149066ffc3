/**
 * Figure `exits`: what the report says in general of scenes with other ways out, in words only, beside the test's
 * scene, in which all ways but two were closed and one version has a number.
 */
import type { FigureSpec } from '../spec.ts';
import { table } from './describe.ts';

export type ExitsView = Readonly<{ show: 'other-exits' }>;

const initial: ExitsView = { show: 'other-exits' };

/** The one rate it draws. */
export const RATE = 'opus4-shared-values';

export const spec: FigureSpec<ExitsView> = {
  id: 'exits',
  initial,
  views: { 'other-exits': initial },
  rows: [RATE],
  status: () => 'reported',
  speak: ({ show }) => show,
  height: (width) => (width < 340 ? 720 : width < 560 ? 720 : 460),
  table: (rows, words) => table(rows, words),
};

export { default as Drawing } from './Exits.svelte';
