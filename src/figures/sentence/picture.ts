/**
 * Figure `sentence`: the claim of a press story about the test, in our words, set like a line of print. Its five
 * parts can be lit one by one, each with the question it raises. The share it printed is held back.
 */
import type { FigureSpec } from '../spec.ts';
import { table } from './describe.ts';
import { LIGHTS, type SentenceView } from './view.ts';

const initial: SentenceView = { lit: 'all' };

/** So high that the claim is large and every question stands below it, by width in pixels. */
const HEIGHTS = [
  { below: 340, height: 600 },
  { below: 480, height: 575 },
  { below: 640, height: 530 },
  { below: Infinity, height: 510 },
];

export const spec: FigureSpec<SentenceView> = {
  id: 'sentence',
  initial,
  views: Object.fromEntries(LIGHTS.map((lit) => [lit, { lit }])),
  rows: [],
  status: ({ lit }) => (lit === 'often' ? 'unknown' : 'opinion'),
  speak: ({ lit }) => lit,
  height: (width) => HEIGHTS.find(({ below }) => width < below)?.height ?? 510,
  table: (_rows, words) => table(words),
};

export { default as Drawing } from './Sentence.svelte';
