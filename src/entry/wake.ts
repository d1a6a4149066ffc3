/** Live figures: each is fetched and drawn when its stage comes near, in place of the still that stands there. */
import { mount } from 'svelte';
import Island from '../figures/Island.svelte';
import type { FigureComponent, FigureSpec, FigureWords } from '../figures/spec.ts';
import type { Rate } from '../model/rate.ts';
import { unpack } from '../model/sent.ts';
import { keepFocus, showDrawn } from '../story/drawn.ts';
import { ask, framed } from '../story/modes.ts';
import type { Views } from '../story/places.ts';
import { flying } from '../story/scroll.ts';
import type { Story } from '../story/story.svelte.ts';

interface Loaded {
  spec: FigureSpec;
  Drawing: FigureComponent;
}
const figures = import.meta.glob<Loaded>('../figures/*/figure.ts');

interface Live {
  badges: Record<string, string>;
  figures: Record<string, { rows: Rate[]; words: FigureWords; views: Views }>;
}
let live: Promise<Live> | undefined;
/**
 * What live figures say and show: one file, asked for once, since together they compress a quarter smaller. In a frame
 * it is in the page: a frame may have no origin, and then nothing can be asked for.
 */
const liveData = async (): Promise<Live> => {
  const here = document.getElementById('figures')?.textContent;
  return here ? (JSON.parse(here) as Live) : (await ask('figures.json')).json();
};

/** Milliseconds: from a figure that is asked for to the word that it is late, and until a new drawing has its size. */
const LATE = 1200;
const SETTLED = 300;
/** Milliseconds a task waits at most, where the browser says when it has nothing better to do; where it does not; and
    until it is asked again whether the reader still flies past. */
const IDLE = 800;
const REST = 200;

/** Begins when the browser has nothing better to do, so that no long task stands between the reader and the page. */
export const later: (task: () => void) => void =
  typeof requestIdleCallback === 'function'
    ? (task) => requestIdleCallback(task, { timeout: IDLE })
    : (task) => setTimeout(task, REST);

/**
 * Watches the stages.
 * @param status where the page says that a figure is late; it holds the words
 * @param lost called when a figure cannot be had; in a frame its still stays on the stage
 */
export function wakeNear(story: Story, status: HTMLElement | null, lost: () => void): void {
  /** Says on the stage that its figure is late. It goes with the picture that it speaks of. */
  const late = (host: HTMLElement): void => {
    const line = document.createElement('p');
    line.className = 'is-slow';
    line.textContent = status?.dataset['slow'] ?? '';
    host.firstElementChild?.append(line);
  };
  /** A reader who flies past sees the picture that is in the page; waking it would only hold up the scrolling. */
  const wakeSoon = (host: HTMLElement): void =>
    later(() => {
      if (flying()) setTimeout(() => wakeSoon(host), REST);
      else {
        const timer = setTimeout(late, LATE, host);
        void wake(host, story)
          .catch(framed ? () => undefined : lost)
          .finally(() => {
            clearTimeout(timer);
            host.querySelector('.is-slow')?.remove();
          });
      }
    });
  const near = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        near.unobserve(target);
        wakeSoon(target as HTMLElement);
      }
    },
    { rootMargin: '100% 0px' },
  );
  for (const host of document.querySelectorAll('[data-island]')) near.observe(host);
}

async function wake(host: HTMLElement, story: Story): Promise<void> {
  const name = host.dataset['island'] ?? '';
  const load = figures[`../figures/${name}/figure.ts`];
  const target = host.querySelector<HTMLElement>('.island');
  const scene = (host.dataset['scene'] ?? '').split(' ');
  if (!target) return;
  const box = target.querySelector('.drawing-box');
  const room = { width: box?.clientWidth ?? 0, height: box?.clientHeight ?? 0 };
  // Built beside the page and put in its place later: two short tasks, not one long one.
  const fresh = target.cloneNode() as HTMLElement;
  if (load) {
    // Words, rows and views come with the figures, so that the page does not hold them twice.
    const [{ spec, Drawing }, { badges, figures: all }] = await Promise.all([load(), (live ??= liveData())]);
    const own = all[name];
    if (!own) throw new Error(`no data for ${name}`);
    const { words, views } = own;
    const rows = own.rows.map(unpack);
    const stage = story.stage(scene, views);
    fresh.style.setProperty('--move', '1ms');
    mount(Island, {
      target: fresh,
      props: {
        rows,
        words,
        badges,
        spec,
        Drawing,
        room,
        get view() {
          return stage.view;
        },
      },
    });
  } else await showDrawn(fresh, name, room);
  await new Promise<void>(later);
  keepFocus(target, fresh, () => target.replaceWith(fresh));
  host.dataset['awake'] = '';
  // While it takes its size nothing moves: the reader shall see a picture, not how it was made.
  setTimeout(() => fresh.removeAttribute('style'), SETTLED);
}
