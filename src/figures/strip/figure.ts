/** Figure `strip`: five published numbers for one model, which are answers of different tests. */
import { lanesSpec } from '../lanes.ts';

export const spec = lanesSpec('strip', 'five-numbers', [
  'opus4-shared-values',
  'june-both-opus4',
  'june-replacement-opus4',
  'inspect-opus4',
  'addendum-opus4',
]);

export { default as Drawing } from '../Lanes.svelte';
