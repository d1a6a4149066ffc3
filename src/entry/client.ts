/** In the browser: connects the story with the page, part by part, and has its figures wake when they come near. */
import { afterPaint, wirePage } from '../story/page.ts';
import { mode, setMode, wirePaper, wireSwitches, writeAddress } from '../story/modes.ts';
import { wirePassports } from '../story/passports.ts';
import { flying, watchScroll } from '../story/scroll.ts';
import { showStill } from '../story/still.ts';
import { Story, type Guess } from '../story/story.svelte.ts';
import { inTurn } from '../story/tasks.ts';
import { later, wakeNear } from './wake.ts';

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
    writeAddress(href);
    location.reload();
  };
  status.append(`${status.dataset['lost'] ?? ''} `, again);
};

addEventListener('frame:guess', ({ detail: { guess, skipped } }) => {
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
/** A jump does not wait longer than this for the script that makes cards and claims grow, milliseconds. */
const PATIENCE = 1000;
/** Cards and claims grow by their buttons: before a place in the page is looked for, else when there is time. */
const learn = (): Promise<void> =>
  Promise.race([
    new Promise<void>((done) => setTimeout(done, PATIENCE)),
    import('../story/learn.ts').then(
      ({ fitStills, keepOffline, learningTasks }) => {
        fitStills();
        keepOffline();
        first(...learningTasks(() => story.guess));
      },
      () => undefined,
    ),
  ]);
const layNext = (): void => {
  lay.shift()?.();
  if (lay.length > 0) first(layNext);
  else delete document.documentElement.dataset['waiting'];
};
const asked = new URLSearchParams(location.search);
/** Present mode, a lesson and the mild wording come with one script, for those who ask for one of them. */
const shows = asked.has('lesson') || asked.has('mild') || 'present' in document.documentElement.dataset;
const first = inTurn(
  [
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
      wakeNear(story, status, plain);
      document.documentElement.dataset['ready'] = '';
    },
    ...(hasPlace ? [] : [layNext, learn]),
    ...(shows
      ? [() => import('../story/present/present.ts').then(({ present }) => present(story)).catch(plain)]
      : []),
    // Last, since it asks every step for its size. In one file with other pages, the story may be out of sight.
    () => watchScroll(story, () => mode() === 'scroll' && !('leaf' in document.documentElement.dataset)),
  ],
  // At once if the address asks for a place or a way to read.
  hasPlace ? queueMicrotask : later,
  // What is left when the page can be used waits for a reader who flies past.
  () => 'ready' in document.documentElement.dataset && flying(),
);
