/**
 * What the page does when the story moves: marks the current step, keeps the address, brings the step into view,
 * moves the focus where the reader asked for a move. Listens to `story.goto`; never moves the story by itself.
 */
import { KEYED, framed, keep, kept, mode, setMode, writeAddress } from './modes.ts';
import type { Cause, Story } from './story.svelte.ts';
import { MODES, oneOf } from '../model/url.ts';

const root = document.documentElement;
const step = (id: string): HTMLElement | null => document.querySelector(`[data-step="${id}"]`);

/** The step that a fragment of an address names, by itself or by its chapter; null if it names none. */
function stepOf(story: Story, hash: string): string | null {
  const id = hash.replace(/^#/, '');
  if (id === '') return null;
  const place = document.getElementById(id);
  const first = place?.matches('.chapter') ? place.querySelector<HTMLElement>('[data-step]') : null;
  return story.read(first?.dataset['step'] ?? id);
}

/** Connects the story with the document. */
export function wirePage(story: Story): void {
  story.onmove((id) => mark(id, story));
  story.onmove(bringIntoView);
  story.onmove(address);
  story.onmove((id) => {
    if (id !== null && kept('resume') !== null) keep('resume', id);
  });

  document.addEventListener('click', (event) => onclick(event, story));
  // Back leads to a step, not to a place in pixels: fonts and windows may have changed since.
  history.scrollRestoration = 'manual';
  addEventListener('popstate', () => {
    // The address is the later wish.
    aim = undefined;
    const { hash } = location;
    const id = stepOf(story, hash);
    if (id !== null || hash === '') story.goto(id, 'address');
    else document.getElementById(hash.slice(1))?.scrollIntoView({ behavior: 'instant' });
  });
  addEventListener('keydown', (event) => onkey(event, story));
  wireOverlays();
  wireResume(story);

  const asked = new URLSearchParams(location.search);
  const start = stepOf(story, location.hash) ?? story.read(asked.get('step'));
  mark(null, story);
  if (start !== null) story.goto(start, 'address');
  else if (mode() === 'step' && !location.hash) story.goto(null, 'address');
}

/** Classes, numbers and rail. Step changes are not announced: only a move the reader asked for moves the focus. */
function mark(id: string | null, story: Story): void {
  for (const old of document.querySelectorAll('.is-current')) old.classList.remove('is-current', 'is-begun');
  root.dataset['current'] = id ?? '';
  const element = id === null ? null : step(id);
  const opening = document.querySelector('.opening');
  if (element) {
    for (const part of [element, element.closest('.scene'), element.closest('.chapter')])
      part?.classList.add('is-current');
    const chapter = element.closest('.chapter');
    if (chapter?.querySelector('.step') === element) chapter.classList.add('is-begun');
  } else opening?.classList.add('is-current');
  const chapter = element?.closest<HTMLElement>('.chapter')?.id ?? null;
  let past = chapter !== null;
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.rail a')) {
    const here = link.hash === `#${chapter}`;
    if (here) past = false;
    link.classList.toggle('is-past', past);
    if (here) link.setAttribute('aria-current', 'step');
    else link.removeAttribute('aria-current');
  }
  for (const place of document.querySelectorAll<HTMLElement>('[data-place]'))
    place.textContent = element
      ? `${element.querySelector('.step-place span')?.textContent} · ${element.dataset['left']}`
      : (place.dataset['place'] ?? '');
  for (const by of [1, -1] as const)
    for (const button of document.querySelectorAll<HTMLButtonElement>(
      `[data-go=${by === 1 ? 'next' : 'prev'}]`,
    ))
      button.disabled = by === -1 ? id === null : story.neighbour(by, id) === null;
  // Whoever has passed the guess has seen the number: it no longer needs to be kept back.
  if (id !== null && story.ids.indexOf(id) > story.ids.indexOf('guess')) delete root.dataset['secret'];
}

function bringIntoView(id: string | null, cause: Cause): void {
  if (cause === 'scroll') return;
  const target = id === null ? document.querySelector<HTMLElement>('.opening') : step(id);
  // In a frame one step is the whole page, and scrolling to it would move the host.
  if (!framed || mode() === 'flat') {
    // Step by step, the screen begins with the picture; a chapter's title stands above its first step.
    const from = (mode() === 'step' && target?.closest('.scene')) || target;
    from?.scrollIntoView({ behavior: 'instant', block: 'start' });
  }
  if (cause === 'address') return;
  const heading = target?.querySelector<HTMLElement>('h1, h2, h3');
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}

let rest: ReturnType<typeof setTimeout> | undefined;

/**
 * Scrolling rewrites the address once it rests (each rewriting costs a frame); a jump the reader asked for makes an
 * entry that Back can leave.
 */
function address(id: string | null, cause: Cause): void {
  clearTimeout(rest);
  if (cause === 'scroll') rest = setTimeout(() => writePlace(id, cause), 120);
  else writePlace(id, cause);
}

function writePlace(id: string | null, cause: Cause): void {
  const url = new URL(location.href);
  url.searchParams.delete('step');
  url.hash = id ?? '';
  const href = id === null ? url.href.replace(/#$/, '') : url.href;
  if (href !== location.href)
    writeAddress(href, !framed && (cause === 'link' || cause === 'button' || cause === 'key'));
}

/** Does a task when the next frame has been painted; at once where nothing is painted. */
export function afterPaint(task: () => void): void {
  if (document.hidden) task();
  else requestAnimationFrame(() => setTimeout(task));
}

let aim: { id: string | null; cause: Cause } | undefined;

function arrive(story: Story): void {
  if (aim === undefined) return;
  const { id, cause } = aim;
  aim = undefined;
  story.goto(id, cause);
}

/**
 * What was pressed is seen to be pressed before the page changes: a step is laid out in a frame of its own. Whoever
 * presses faster than that is taken to where the presses lead, not through every step on the way.
 */
function moveSoon(story: Story, id: string | null, cause: Cause): void {
  const waiting = aim !== undefined;
  aim = { id, cause };
  if (!waiting) afterPaint(() => arrive(story));
}

/** The step before or after the one the reader is at or on the way to. */
const beside = (story: Story, by: 1 | -1): string | null =>
  story.neighbour(by, aim === undefined ? story.current : aim.id);

function onclick(event: MouseEvent, story: Story): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey)
    return;
  const target = event.target as Element;
  const go = target.closest<HTMLElement>('[data-go]')?.dataset['go'];
  if (go !== undefined) {
    const to = beside(story, go === 'next' ? 1 : -1);
    if (to !== null || go === 'prev') moveSoon(story, to, 'button');
    return;
  }
  const link = target.closest<HTMLAnchorElement>('a[href]');
  // A link to a window of its own is no jump in this one.
  if (!link || link.target) return;
  const way = oneOf(MODES, link.dataset['modeLink'] ?? null);
  if (way !== null) {
    event.preventDefault();
    setMode(way);
    story.goto(story.read(link.hash.slice(1)) ?? story.current, 'address');
    link.closest('details')?.removeAttribute('open');
    return;
  }
  if (link.origin !== location.origin || link.pathname !== location.pathname) return;
  const to = stepOf(story, link.hash);
  if (to === null) return;
  event.preventDefault();
  link.closest('details')?.removeAttribute('open');
  moveSoon(story, to, 'link');
}

/** In step mode the arrow keys turn the page, unless a control or a chart uses them. */
function onkey(event: KeyboardEvent, story: Story): void {
  if (mode() !== 'step' || event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
  const target = event.target as Element;
  if (target.closest(`${KEYED}, summary`)) return;
  const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  if (by === 0) return;
  const next = beside(story, by);
  if (next === null && by === 1) return;
  event.preventDefault();
  moveSoon(story, next, 'key');
}

/**
 * What lies over the page goes away: by Escape the name of a chapter, until another is pointed at or focused, and the
 * options; the options also by a press beside them, and when the focus moves on, so that it never is behind them.
 */
function wireOverlays(): void {
  const rail = document.querySelector('.rail');
  const options = document.querySelector('.options');
  const quiet = (now: boolean): void => void rail?.classList.toggle('is-quiet', now);
  addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    quiet(true);
    if (!options?.hasAttribute('open')) return;
    if (options.contains(document.activeElement)) options.querySelector('summary')?.focus();
    options.removeAttribute('open');
  });
  for (const kind of ['pointerout', 'focusout'])
    rail?.addEventListener(
      kind,
      ({ target, relatedTarget }: Event & { relatedTarget?: EventTarget | null }) => {
        // A name that goes uncovers its chapter under a pointer that has not moved: nobody has left.
        if (!(target as Element).closest('a')?.contains(relatedTarget as Node | null)) quiet(false);
      },
    );
  const leave = (to: EventTarget | null): void => {
    if (to && !options?.contains(to as Node)) options?.removeAttribute('open');
  };
  addEventListener('pointerdown', ({ target }) => leave(target));
  options?.addEventListener('focusout', (event) => leave((event as FocusEvent).relatedTarget));
}

/** Where the reader left off: kept only if asked for, only on this device. */
function wireResume(story: Story): void {
  const box = document.querySelector<HTMLInputElement>('[data-remember]');
  const offer = document.querySelector<HTMLElement>('[data-resume]');
  const place = story.read(kept('resume'));
  if (box) {
    box.checked = kept('resume') !== null;
    box.addEventListener('change', () => keep('resume', box.checked ? (story.current ?? '') : null));
  }
  if (!offer || place === null || location.hash) return;
  const link = offer.querySelector('a');
  if (link) {
    link.href = `#${place}`;
    link.textContent = `${link.textContent} ${story.ids.indexOf(place) + 1}`;
  }
  offer.hidden = false;
}
