/**
 * Figure `timeline`: May 2025 to November 2026 along the edge of the dashed frame, tests inside, everything else
 * outside. One view lights the opinions, in both directions; the other what happened outside any test, and the
 * hatched band of what nobody reported.
 */
import type { FigureSpec } from '../spec.ts';
import { table } from './describe.ts';
import type { TimelineView } from './events.ts';

export type { TimelineView } from './events.ts';

const initial: TimelineView = { show: 'voices' };

/** So high that all is named that the view names, by width in pixels; tested against the layout. */
const LAST = { below: Infinity, voices: 590, 'real-world': 670 };
const HEIGHTS = [
  { below: 300, voices: 920, 'real-world': 920 },
  { below: 360, voices: 815, 'real-world': 810 },
  { below: 560, voices: 620, 'real-world': 620 },
  { below: 600, voices: 790, 'real-world': 1130 },
  { below: 720, voices: 750, 'real-world': 920 },
  { below: 800, voices: 590, 'real-world': 760 },
];

export const spec: FigureSpec<TimelineView> = {
  id: 'timeline',
  initial,
  views: { voices: initial, 'real-world': { show: 'real-world' } },
  rows: [
    'opus4-shared-values',
    'sonnet45-honeypots',
    'opus46-inhibited',
    'palisade-allowed',
    'palisade-not-allowed',
    'cltr-incidents',
    'cltr-transcripts',
    'sacks-200',
  ],
  status: ({ show }) => (show === 'voices' ? 'opinion' : 'real'),
  speak: ({ show }) => show,
  height: (width, { show }) => (HEIGHTS.find(({ below }) => width < below) ?? LAST)[show],
  table,
};

export { default as Drawing } from './Timeline.svelte';
