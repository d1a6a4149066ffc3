/** What the tests of the figure `timeline` share: its words, and how it is drawn. */
import { render } from 'svelte/server';
import type { Show } from '../../src/figures/timeline/events.ts';
import { spec } from '../../src/figures/timeline/figure.ts';
import Timeline from '../../src/figures/timeline/Timeline.svelte';
import { filledWords } from './fixture.ts';

export const words = filledWords(spec.id);
export const shows: readonly Show[] = ['voices', 'real-world'];

export function html(show: Show, width: number, height: number, live = true): string {
  return render(Timeline, {
    props: { rows: [], words, view: { show }, size: { width, height }, live, patch: () => undefined },
  }).body;
}
export const still = (show: Show, width: number): number => spec.height(width, { show });
