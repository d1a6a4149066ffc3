/**
 * Figure `frame`: the camera steps out of the dashed frame. Inside it stands the made-up scene of the test; outside
 * stand the people and pages that were there. Its one row is the number of pages of the report.
 */
import type { FigureSpec } from '../spec.ts';
import { table } from './describe.ts';

export type FrameView = Readonly<{ show: 'inside' | 'outside' }>;

export const spec: FigureSpec<FrameView> = {
  id: 'frame',
  initial: { show: 'outside' },
  views: { outside: { show: 'outside' }, inside: { show: 'inside' } },
  rows: ['card-pages'],
  status: ({ show }) => (show === 'inside' ? 'simulated' : 'real'),
  speak: ({ show }) => show,
  height: (width, { show }) =>
    show === 'inside' ? Math.round(width * (width < 520 ? 0.72 : 0.62)) : width < 520 ? 590 : 560,
  table,
};

export { default as Drawing } from './World.svelte';
