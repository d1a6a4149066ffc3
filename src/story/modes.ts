/** Ways to read and to see: written on the root element, where the styles find them, and in the address. */
import { MODES, oneOf } from '../model/url.ts';
import type { Mode } from '../model/url.ts';
import { store, stored } from './storage.ts';

/** From here on prose and stage stand side by side; the styles use the same width. */
export const WIDE = '(width >= 60rem), (width >= 45rem) and (height < 34rem)';

/** Where keys write. */
export const FIELD = 'input, select, textarea, [contenteditable]';

/** Where keys have a meaning of their own. */
export const KEYED = `${FIELD}, .drawing, [popover]`;

const root = document.documentElement;

/** Whether the page is in a frame of another site: then nothing is kept, and the history is the host's. */
export const framed = 'embed' in root.dataset;
/** Way from this page to the story's folder. */
export const UP = framed ? '../../' : '';

/**
 * Asks for a file of the story's folder; nothing in the story asks in another way. @throws Error without asking where
 * the page has no origin (a sandboxed frame): there every answer would be refused
 */
export let ask = (path: string): Promise<Response> =>
  origin === 'null' ? Promise.reject(new Error('no origin')) : fetch(UP + path);

/** Has every file answered from elsewhere: the story in one file holds them itself. Left out where nobody calls it. */
export const answerBy = (other: typeof ask): void => void (ask = other);

/** How the reader reads now. */
export const mode = (): Mode => oneOf(MODES, root.dataset['mode'] ?? null) ?? 'flat';

/** Changes the address. @param entry whether Back shall lead here again */
export function writeAddress(href: string | URL, entry = false): void {
  try {
    history[entry ? 'pushState' : 'replaceState'](entry ? null : history.state, '', href);
  } catch {
    // A document without an origin (a sandboxed frame, a file) may refuse; the page works without.
  }
}

/** Changes one parameter of the address without a new entry in the history. */
function writeParam(name: string, value: string | null): void {
  const url = new URL(location.href);
  if (value === null) url.searchParams.delete(name);
  else url.searchParams.set(name, value);
  writeAddress(url);
}

/** Remembers a choice on this device, but not what is chosen on another site. */
export function keep(name: string, value: string | null): void {
  if (!framed) store('localStorage', name, value);
}

/** Reads what `keep` wrote, or null. */
export const kept = (name: string): string | null => (framed ? null : stored('localStorage', name));

/** Sets the way to read. */
export function setMode(next: Mode): void {
  root.dataset['mode'] = next;
  if (next !== 'step') delete root.dataset['present'];
  writeParam('mode', next === 'scroll' ? null : 'present' in root.dataset ? 'present' : next);
  for (const link of document.querySelectorAll<HTMLElement>('[data-mode-link]')) {
    if (link.dataset['modeLink'] === next) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
}

/** On paper the story is the plain article, whichever way it is read on the screen; afterwards all is as it was. */
export function wirePaper(): void {
  let back: (() => void) | undefined;
  addEventListener('beforeprint', () => {
    const { mode, present } = root.dataset;
    const place = scrollY;
    if (back || mode === undefined || mode === 'flat') return;
    root.dataset['mode'] = 'flat';
    delete root.dataset['present'];
    back = () => {
      root.dataset['mode'] = mode;
      if (present !== undefined) root.dataset['present'] = present;
      scrollTo({ top: place, behavior: 'instant' });
    };
  });
  addEventListener('afterprint', () => {
    back?.();
    back = undefined;
  });
}

/** Wires the switches for theme, motion and "what is what". */
export function wireSwitches(): void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const still = matchMedia('(prefers-reduced-motion: reduce)');
  const isDark = (): boolean => (root.dataset['theme'] ?? (dark.matches ? 'dark' : 'light')) === 'dark';
  const isStill = (): boolean => (root.dataset['motion'] ?? (still.matches ? 'reduce' : 'full')) === 'reduce';

  const button = (selector: string, pressed: () => boolean, toggle: () => void): void => {
    const show = (): void => {
      for (const element of document.querySelectorAll(selector))
        element.setAttribute('aria-pressed', String(pressed()));
    };
    for (const element of document.querySelectorAll(selector))
      element.addEventListener('click', () => {
        toggle();
        show();
      });
    show();
    dark.addEventListener('change', show);
    still.addEventListener('change', show);
  };

  // A key of one letter can be switched off: whoever speaks to the machine may say it without meaning it.
  const keys = document.querySelector<HTMLInputElement>('[data-keys]');
  if (keys) {
    keys.checked = kept('keys') === null;
    keys.addEventListener('change', () => keep('keys', keys.checked ? null : 'off'));
  }
  addEventListener('keydown', ({ key, target, ctrlKey, metaKey, altKey }) => {
    if (key !== 'p' || !keys?.checked || ctrlKey || metaKey || altKey || 'present' in root.dataset) return;
    if (!(target as Element).closest(FIELD)) location.search = '?mode=present';
  });

  button('[data-theme-switch]', isDark, () => {
    root.dataset['theme'] = isDark() ? 'light' : 'dark';
    keep('theme', root.dataset['theme']);
  });
  button('[data-motion-switch]', isStill, () => {
    root.dataset['motion'] = isStill() ? 'full' : 'reduce';
    keep('motion', root.dataset['motion']);
  });
  button(
    'button[data-what]',
    () => root.dataset['what'] === 'on',
    () => {
      root.dataset['what'] = root.dataset['what'] === 'on' ? 'off' : 'on';
      writeParam('what', root.dataset['what'] === 'on' ? 'on' : null);
    },
  );
}
