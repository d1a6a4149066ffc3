/** The only importer of scrollama: turns native scrolling into `story.goto(id, 'scroll')`. */
import scrollama from 'scrollama';
import { WIDE } from './modes.ts';
import type { Story } from './story.svelte.ts';

/** What scrollama 3.2 can do beyond its own type file: trigger lines in pixels, moved later. */
interface Watch {
  setup(options: { step: HTMLElement[]; offset: string }): Watch;
  onStepEnter(callback: () => void): Watch;
  onStepExit(callback: () => void): Watch;
  offset(line: string): Watch;
}

/**
 * Watches the steps while `active()` holds. Scrollama says when a step crosses the trigger line; which step that
 * leaves the reader at is asked of the page itself, since a leap (Home, End, a scroll bar) can pass over steps
 * without entering them. The line is kept while only the height changes: a phone's address bar does not move it.
 */
export function watchScroll(story: Story, active: () => boolean): void {
  const steps = [...document.querySelectorAll<HTMLElement>('[data-step]')];
  const watch = scrollama() as unknown as Watch;
  const measure = (): number => Math.round(innerHeight * (matchMedia(WIDE).matches ? 0.55 : 0.78));
  let line = measure();
  const look = (): void => {
    if (!active()) return;
    const at = steps.findLast((step) => step.getBoundingClientRect().top <= line);
    const id = at?.dataset['step'] ?? null;
    if (id !== story.current) story.goto(id, 'scroll');
  };
  watch
    .setup({ step: steps, offset: `${line}px` })
    .onStepEnter(look)
    .onStepExit(look);
  // A leap from one end of the page to the other crosses the line in no step.
  addEventListener('scrollend', look);
  let width = innerWidth;
  addEventListener('resize', () => {
    if (innerWidth === width) return;
    width = innerWidth;
    line = measure();
    watch.offset(`${line}px`);
  });
}
