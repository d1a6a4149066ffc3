/** In the browser: finds the islands, wakes each when it comes near, and lets the story move them. */
import { hydrate, tick } from 'svelte';
import Island from '../figures/Island.svelte';
import type { FigureComponent, FigureSpec, FigureWords } from '../figures/spec.ts';
import type { Rate } from '../model/rate.ts';
import { mode, setMode, wireSwitches } from '../story/modes.ts';
import { wirePage } from '../story/page.ts';
import { wirePassports } from '../story/passports.ts';
import { watchScroll } from '../story/scroll.ts';
import { Story } from '../story/story.svelte.ts';
import type { Guess } from '../story/story.svelte.ts';

interface Loaded {
  spec: FigureSpec;
  Drawing: FigureComponent;
}
const figures = import.meta.glob<Loaded>('../figures/*/figure.ts');

interface Props {
  rows: Rate[];
  words: FigureWords;
  badges: Record<string, string>;
}

const story = new Story();

/** A figure that cannot be had leaves the plain article: its stills, words and tables are in the page. */
const plain = (): void => {
  dispatchEvent(new Event('frame:plain'));
  setMode('flat');
};

async function wake(host: HTMLElement): Promise<void> {
  const name = host.dataset['island'] ?? '';
  const load = figures[`../figures/${name}/figure.ts`];
  const props = host.querySelector('script');
  const target = host.querySelector<HTMLElement>('.island');
  const scene = (host.dataset['scene'] ?? '').split(' ');
  if (!load || !props || !target) return;
  const { spec, Drawing } = await load();
  const data = JSON.parse(props.textContent ?? '') as Props;
  const stage = story.stage(scene);
  hydrate(Island, {
    target,
    recover: false,
    props: {
      ...data,
      spec,
      Drawing,
      get view() {
        return stage.view;
      },
    },
  });
  await tick();
  stage.follow();
  await tick();
  host.dataset['awake'] = '';
}

const near = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      near.unobserve(target);
      wake(target as HTMLElement).catch(plain);
    }
  },
  { rootMargin: '100% 0px' },
);

wireSwitches();
setMode(mode());
wirePassports();
wirePage(story);
watchScroll(story, () => mode() === 'scroll');
addEventListener('frame:guess', (event) => {
  const { guess, skipped } = (event as CustomEvent<{ guess: number | null; skipped: boolean }>).detail;
  story.guess = { value: guess, committed: !skipped, skipped } satisfies Guess;
});
for (const host of document.querySelectorAll('[data-island]')) near.observe(host);
document.documentElement.dataset['ready'] = '';
