/** The only importer of scrollama: turns native scrolling into `story.goto(id, 'scroll')`. */
import scrollama from 'scrollama';
import { WIDE, framed, mode } from './modes.ts';
import type { Story } from './story.svelte.ts';

/** What scrollama 3.2 can do beyond its own type file: trigger lines in pixels, moved later. */
interface Watch {
  setup(options: { step: HTMLElement[]; offset: string }): Watch;
  onStepEnter(callback: () => void): Watch;
  onStepExit(callback: () => void): Watch;
  offset(line: string): Watch;
}

/** Screens per millisecond above which nobody reads: six in five seconds. */
const FLICK = 1.2 / 1000;
// Measured from the start, since what wakes while the page is still being made asks too.
let speed = 0;
let last = { at: 0, y: 0 };
addEventListener(
  'scroll',
  ({ timeStamp }) => {
    const gap = timeStamp - last.at;
    // A frame or two are too short to measure.
    if (gap < 80) return;
    speed = Math.abs(scrollY - last.y) / gap / innerHeight;
    last = { at: timeStamp, y: scrollY };
  },
  { passive: true },
);

/** Whether the page flies past the reader: then no picture needs to move, or to wake, yet. */
export const flying = (): boolean => speed > FLICK && performance.now() - last.at < 150;

/**
 * Watches the steps while `active()` holds. Scrollama says when a step crosses the trigger line; which step that
 * leaves the reader at is asked of the page itself, since a leap (Home, End, a scroll bar) can pass over steps
 * without entering them. In a flick steps are passed over: the story moves when the reader slows down. The line is
 * kept while only the height changes: a phone’s address bar does not move it.
 */
export function watchScroll(story: Story, active: () => boolean): void {
  const steps = [...document.querySelectorAll<HTMLElement>('[data-step]')];
  const watch = scrollama() as unknown as Watch;
  const measure = (): number => Math.round(innerHeight * (matchMedia(WIDE).matches ? 0.55 : 0.78));
  let line = measure();
  const here = (): HTMLElement | undefined =>
    steps.findLast((step) => step.getBoundingClientRect().top <= line);
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const look = (): void => {
    clearTimeout(waiting);
    waiting = undefined;
    if (!active()) return;
    if (flying()) {
      waiting = setTimeout(look, 100);
      return;
    }
    const id = here()?.dataset['step'] ?? null;
    if (id !== story.current) story.goto(id, 'scroll');
  };
  watch
    .setup({ step: steps, offset: `${line}px` })
    .onStepEnter(look)
    .onStepExit(look);
  // A leap from one end of the page to the other crosses the line in no step.
  addEventListener('scrollend', look);
  // A window that turns or changes its width lays out everything anew: what is read stays where it is read.
  let read: { step: HTMLElement; share: number } | undefined;
  /** How far the top of a step has passed the place to which a jump brings it, pixels. */
  const passed = (step: HTMLElement): number =>
    parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) +
    parseFloat(getComputedStyle(step).scrollMarginTop) -
    step.getBoundingClientRect().top;
  const note = (): void => {
    const step = here();
    const share = step ? passed(step) / step.offsetHeight : 1;
    read = step && share < 1 ? { step, share: Math.max(0, share) } : undefined;
  };
  let resting: ReturnType<typeof setTimeout> | undefined;
  const rest = (): void => {
    clearTimeout(resting);
    resting = setTimeout(note, 100);
  };
  addEventListener(
    'scroll',
    () => {
      if (waiting !== undefined && !flying()) look();
      rest();
    },
    { passive: true },
  );
  // Whoever came to a step by its address is there already.
  if (story.current === null) rest();
  else note();
  let width = innerWidth;
  addEventListener('resize', () => {
    if (innerWidth === width) return;
    width = innerWidth;
    line = measure();
    if (read && !framed && mode() !== 'step') {
      const { step, share } = read;
      scrollBy({ top: share * step.offsetHeight - passed(step), behavior: 'instant' });
    }
    watch.offset(`${line}px`);
    look();
  });
}
