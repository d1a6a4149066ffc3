/**
 * Figure `belief`: runs of a June 2025 scenario in which the model was asked to say whether it was real or a test,
 * and how often it blackmailed in each group. The model chose its group, so no group is a trial of the other.
 */
import type { FigureSpec } from '../spec.ts';
import { table } from './describe.ts';
import { GROUPS, type BeliefView } from './rows.ts';

const initial: BeliefView = { show: 'test-or-real' };

export const spec: FigureSpec<BeliefView> = {
  id: 'belief',
  initial,
  views: { 'test-or-real': initial },
  rows: [
    ...GROUPS.map(({ runs }) => runs),
    ...GROUPS.map(({ rate }) => rate).filter((rate) => rate !== null),
  ],
  status: () => 'reported',
  speak: ({ show }) => show,
  height: (width) => (width < 480 ? 400 : 430),
  table,
};

export { default as Drawing } from './Belief.svelte';
