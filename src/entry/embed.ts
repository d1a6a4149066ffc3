/** One figure in a frame of another page: wakes it, and tells the host its height. The build adds the figure's own code. */
import { flushSync, mount, tick } from 'svelte';
import Island from '../figures/Island.svelte';
import { heightInFrame } from '../figures/sizes.ts';
import type { FigureComponent, FigureSpec, FigureWords, View } from '../figures/spec.ts';
import type { Rate } from '../model/rate.ts';
import { unpack } from '../model/sent.ts';
import { wireFrame } from '../story/frame.ts';
import { wireMarks } from '../story/marks.ts';
import { readStep, type Views } from '../story/places.ts';
import { embedState } from './embed.svelte.ts';

interface Sent {
  rows: Rate[];
  words: FigureWords;
  badges: Record<string, string>;
  /** All steps of the story, so that a step can be named by its number. */
  steps: string[];
  views: Views;
  face: View;
}

/** Replaces the still by the live figure. */
export function embed({ spec, Drawing }: { spec: FigureSpec; Drawing: FigureComponent }): void {
  const root = document.documentElement;
  const main = document.querySelector<HTMLElement>('.embed');
  const target = main?.querySelector<HTMLElement>('.island');
  const asTable = main?.querySelector<HTMLInputElement>('#as-table');
  const table = main?.querySelector<HTMLElement>('.embed-table');
  if (!main || !target || !asTable || !table) return;
  const sent = JSON.parse(document.getElementById('sent')?.textContent ?? '') as Sent;
  const asked = new URLSearchParams(location.search).get('step');
  const named = asked !== null && Object.hasOwn(sent.views, asked) ? asked : readStep(sent.steps, asked);
  const state = embedState((named === null ? undefined : sent.views[named]) ?? sent.face);
  asTable.checked = root.dataset['tab'] === 'table';

  /** What the content would like: everything but the drawing as it is, and the drawing in its own proportion. */
  const natural = (): number => {
    const box = main.querySelector<HTMLElement>('.drawing-box');
    if (!box) return 0;
    if (asTable.checked) return main.offsetHeight - table.offsetHeight + table.scrollHeight;
    const controls = box.querySelector<HTMLElement>('.controls');
    const drawing = heightInFrame(spec, box.clientWidth, state.view);
    return main.offsetHeight - box.offsetHeight + drawing + (controls ? controls.offsetHeight + 8 : 0);
  };
  const tell = wireFrame(spec.id, natural);

  const box = target.querySelector('.drawing-box')?.getBoundingClientRect();
  const room = { width: Math.floor(box?.width ?? 0), height: Math.floor(box?.height ?? 0) };
  target.replaceChildren();
  mount(Island, {
    target,
    props: {
      rows: sent.rows.map(unpack),
      words: sent.words,
      badges: sent.badges,
      spec,
      Drawing,
      room,
      live: root.dataset['controls'] !== '0',
      get view() {
        return state.view;
      },
    },
  });
  flushSync();
  wireMarks();
  // A guess that was made is shown beside what was reported.
  addEventListener('frame:guess', ({ detail: { guess, skipped } }) => {
    state.view = { ...sent.face, guess, committed: !skipped, skipped };
    // The button that had the focus is gone; what came in its place is read from its title on.
    const title = main.querySelector<HTMLElement>('.figure-title');
    title?.setAttribute('tabindex', '-1');
    void tick().then(() => title?.focus({ preventScroll: true }));
  });
  asTable.addEventListener('change', () => tell());
  const watch = new ResizeObserver(() => tell());
  for (const part of main.querySelectorAll('figcaption, .figure-source, .embed-foot, .drawing-box'))
    watch.observe(part);
  root.dataset['ready'] = '';
  tell();
  void document.fonts.ready.then(() => tell());
}
