/** Figure `conditions`: one model in the June 2025 scene, with one piece of the scene changed at a time. */
import { lanesSpec } from '../lanes.ts';

export const spec = lanesSpec('conditions', 'what-moves-it', [
  'june-control-all',
  'june-goal-only-max',
  'june-replacement-opus4',
  'june-both-opus4',
  'june-rules-opus4',
]);

export { default as Drawing } from '../Lanes.svelte';
