/**
 * Figure `sample`: what 10, 25, 100 or 500 runs can tell of a rate that the reader chooses. Simulated draws, our
 * drawing; beside them, solid and apart, three measured rates, one of which can have no range.
 */
import type { FigureSpec } from '../spec.ts';
import { table } from './describe.ts';
import type { SampleView } from './view.ts';

/** Fifty is chosen as the middle: no test on this page reported it. */
const initial: SampleView = { show: 'draw', rate: 50, n: 10, seed: 1 };

export const spec: FigureSpec<SampleView> = {
  id: 'sample',
  initial,
  views: {
    draw: initial,
    'draw-500': { ...initial, n: 500 },
    strip: { ...initial, show: 'strip' },
  },
  // The labelled runs of June 2025 stand in the table only: they are the nearest to five hundred.
  rows: ['opus4-shared-values', 'june-both-opus4', 'inspect-opus4'],
  status: () => 'illustration',
  speak: ({ show }) => show,
  height: (width, { show }) => (width < 480 ? (show === 'strip' ? 620 : 500) : show === 'strip' ? 600 : 520),
  table,
};

export { default as Drawing } from './Sample.svelte';
