/** In the browser: finds the islands, wakes each when it comes near, and lets the story move them. */
import { mount } from 'svelte';
import Island from '../figures/Island.svelte';
import type { FigureComponent, FigureSpec, FigureWords } from '../figures/spec.ts';
import type { Rate } from '../model/rate.ts';
import { unpack } from '../model/sent.ts';
import { keepFocus, showDrawn } from '../story/drawn.ts';
import type { Views } from '../story/places.ts';
import { ask, framed, mode, setMode, wirePaper, wireSwitches } from '../story/modes.ts';
import { afterPaint, wirePage } from '../story/page.ts';
import { wirePassports } from '../story/passports.ts';
import { flying, watchScroll } from '../story/scroll.ts';
import { Story } from '../story/story.svelte.ts';
import { showStill } from '../story/still.ts';
import type { Guess } from '../story/story.svelte.ts';

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

const story = new Story(
  [...document.querySelectorAll<HTMLElement>('[data-step]')].map((step) => step.dataset['step'] ?? ''),
  afterPaint,
);

/** Where the page says that a figure is late or lost; it holds the words. */
const status = document.querySelector<HTMLElement>('[data-lost]');

/** A figure that cannot be had leaves the plain article: its stills, words and tables are in the page. In a frame its
    still stays on the stage. */
const plain = (): void => {
  const { href } = location;
  dispatchEvent(new Event('frame:plain'));
  setMode('flat');
  if (!status || status.textContent) return;
  const again = document.createElement('a');
  // The place and the way to read that the reader had chosen.
  again.href = href;
  again.textContent = status.dataset['again'] ?? '';
  // The story would take a link to one of its steps for a jump.
  again.onclick = (event) => {
    event.preventDefault();
    history.replaceState(null, '', href);
    location.reload();
  };
  status.append(`${status.dataset['lost'] ?? ''} `, again);
};

/** Says on the stage that its figure is late. It goes with the picture that it speaks of. */
const late = (host: HTMLElement): void => {
  const line = document.createElement('p');
  line.className = 'is-slow';
  line.textContent = status?.dataset['slow'] ?? '';
  host.firstElementChild?.append(line);
};

async function wake(host: HTMLElement): Promise<void> {
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
  setTimeout(() => fresh.removeAttribute('style'), 300);
}

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

/** Begins when the browser has nothing better to do, so that no long task stands between the reader and the page. */
const later: (task: () => void) => void =
  typeof requestIdleCallback === 'function'
    ? (task) => requestIdleCallback(task, { timeout: 800 })
    : (task) => setTimeout(task, 200);

/** A reader who flies past sees the picture that is in the page; waking it would only hold up the scrolling. */
function wakeSoon(host: HTMLElement): void {
  later(() => {
    if (flying()) setTimeout(() => wakeSoon(host), 200);
    else {
      const timer = setTimeout(late, 1200, host);
      void wake(host)
        .catch(framed ? () => undefined : plain)
        .finally(() => {
          clearTimeout(timer);
          host.querySelector('.is-slow')?.remove();
        });
    }
  });
}

addEventListener('frame:guess', (event) => {
  const { guess, skipped } = (event as CustomEvent<{ guess: number | null; skipped: boolean }>).detail;
  story.guess = { value: guess, committed: !skipped, skipped } satisfies Guess;
  delete document.documentElement.dataset['secret'];
});

/** Parts are laid out one by one, so that neither the arrival of the page nor that of its fonts is one long task. */
const lay = [...document.querySelectorAll('.chapter-head, .scene, .stage, .step, .end > section')].map(
  (part) => () => part.classList.add('is-laid'),
);
/** A jump needs the whole page: what has not been laid out yet has no place to jump to. */
const layAll = (): void => {
  while (lay.length > 0) lay.shift()?.();
};
const hasPlace = location.hash !== '' || location.search !== '';
/**
 * Cards and claims grow by their buttons: before a place in the page is looked for, else when there is time. If their
 * script is long in coming, nothing waits for it.
 */
const learn = (): Promise<void> =>
  Promise.race([
    new Promise<void>((done) => setTimeout(done, 1000)),
    import('../story/learn.ts').then(
      ({ fitStills, keepOffline, learningTasks }) => {
        fitStills();
        keepOffline();
        const over = begin.length === 0;
        begin.unshift(...learningTasks(() => story.guess));
        if (over) void next();
      },
      () => undefined,
    ),
  ]);
const layNext = (): void => {
  lay.shift()?.();
  if (lay.length > 0) begin.unshift(layNext);
  else delete document.documentElement.dataset['waiting'];
};
const asked = new URLSearchParams(location.search);
/** Present mode, a lesson and the mild wording come with one script, for those who ask for one of them. */
const shows = asked.has('lesson') || asked.has('mild') || 'present' in document.documentElement.dataset;
const begin: (() => unknown)[] = [
  ...(hasPlace ? [layAll, learn] : []),
  () => {
    wireSwitches();
    wirePaper();
    // The plain article stood in for it while this script was on its way.
    setMode('late' in document.documentElement.dataset ? 'step' : mode());
    wirePassports();
  },
  () => {
    story.onmove((_, cause) => cause === 'scroll' || layAll());
    story.onmove(showStill);
    wirePage(story);
  },
  () => {
    for (const host of document.querySelectorAll('[data-island]')) near.observe(host);
    document.documentElement.dataset['ready'] = '';
  },
  ...(hasPlace ? [] : [layNext, learn]),
  ...(shows
    ? [() => import('../story/present/present.ts').then(({ present }) => present(story)).catch(plain)]
    : []),
  // Last, since it asks every step for its size. In one file with other pages, the story may be out of sight.
  () => watchScroll(story, () => mode() === 'scroll' && !('leaf' in document.documentElement.dataset)),
];
/** One after the other, each a task of its own; at once if the address asks for a place or a way to read. */
const soon = hasPlace ? queueMicrotask : later;
const next = async (): Promise<void> => {
  // What is left when the page can be used waits for a reader who flies past.
  if ('ready' in document.documentElement.dataset && flying()) {
    setTimeout(() => void next(), 200);
    return;
  }
  await begin.shift()?.();
  if (begin.length > 0) soon(() => void next());
};
soon(() => void next());
