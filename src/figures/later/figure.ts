/** Figure `later`: newer models near zero, and what makes readers of these results careful. */
import { lanesSpec } from '../lanes.ts';

export const spec = lanesSpec(
  'later',
  'later',
  [
    'tcw-sonnet45',
    'tcw-since-haiku45',
    'sonnet45-awareness',
    'workspace-before',
    'workspace-after',
    'opus46-inhibited',
  ],
  4,
  1,
);

export { default as Drawing } from '../Lanes.svelte';
