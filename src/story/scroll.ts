/** The only importer of scrollama: turns native scrolling into `story.goto(id, 'scroll')`. */
import scrollama from 'scrollama';
import { WIDE } from './modes.ts';
import type { Story } from './story.svelte.ts';

/** What scrollama 3.2 can do beyond its own type file: trigger lines in pixels, moved later. */
interface Watch {
  setup(options: { step: HTMLElement[]; offset: string }): Watch;
  onStepEnter(callback: (at: { element: HTMLElement }) => void): Watch;
  onStepExit(callback: (at: { index: number; direction?: 'up' | 'down' }) => void): Watch;
  offset(line: string): Watch;
}

/**
 * Watches the steps while `active()` holds. The trigger line is given in pixels and kept while only the height
 * changes, so that a phone's address bar does not move it.
 */
export function watchScroll(story: Story, active: () => boolean): void {
  const watch = scrollama() as unknown as Watch;
  const line = (): string => `${Math.round(innerHeight * (matchMedia(WIDE).matches ? 0.55 : 0.78))}px`;
  watch
    .setup({ step: [...document.querySelectorAll<HTMLElement>('[data-step]')], offset: line() })
    .onStepEnter(({ element }) => {
      const id = element.dataset['step'];
      if (active() && id !== undefined && id !== story.current) story.goto(id, 'scroll');
    })
    .onStepExit(({ index, direction }) => {
      if (active() && index === 0 && direction === 'up') story.goto(null, 'scroll');
    });
  let width = innerWidth;
  addEventListener('resize', () => {
    if (innerWidth === width) return;
    width = innerWidth;
    watch.offset(line());
  });
}
