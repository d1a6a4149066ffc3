/**
 * What every journey shares: the story's public contract (ids, attributes), and a test that fails when the page
 * throws, logs an error, or asks any other host for anything.
 */
import { expect, test as base } from '@playwright/test';
import { STEPS } from '../steps.ts';
import type { Step } from '../steps.ts';
import type { ConsoleMessage, Locator, Page } from '@playwright/test';

export { STEPS };
export type { Step };

/** One page of each kind beside the story. */
export const LEAVES = [
  'figures/',
  'figures/rate/',
  'data/',
  'passports/',
  'teach/',
  'teach/handout/',
  'teach/worksheet/',
  'teach/key/',
  'teach/cards/',
] as const;

export const PHONE = { width: 390, height: 844 };
export const DESKTOP = { width: 1280, height: 800 };

interface Watch {
  /** What a page of this test did wrong so far. */
  readonly faults: string[];
  /** Faults that the test itself brings about. */
  expected: RegExp | null;
}

export const test = base.extend<{ watch: Watch }>({
  baseURL: async ({}, use) => {
    const url = process.env['STORY_URL'];
    if (url === undefined) throw new Error('The setup of the journeys did not serve the page.');
    await use(url);
  },
  watch: [
    async ({ context, baseURL }, use) => {
      const watch: Watch = { faults: [], expected: null };
      const origin = new URL(baseURL ?? '').origin;
      context.on('console', (message: ConsoleMessage) => {
        if (message.type() === 'error' || message.type() === 'warning')
          watch.faults.push(`console: ${message.text()}`);
      });
      context.on('weberror', (error) => watch.faults.push(`thrown: ${error.error().message}`));
      context.on('request', (request) => {
        const url = new URL(request.url());
        if (/^https?:|^wss?:/.test(url.protocol) && url.origin !== origin)
          watch.faults.push(`another host: ${request.url()}`);
      });
      await use(watch);
      expect(watch.faults.filter((fault) => !watch.expected?.test(fault))).toEqual([]);
    },
    { auto: true },
  ],
});
export { expect };

/** The element of a step. */
export const step = (page: Page, id: string): Locator => page.locator(`[data-step="${id}"]`);

/** The heading of a step. */
export const heading = (page: Page, id: string): Locator => step(page, id).locator(':is(h2, h3)').first();

/** Opens the story with the given address parameters and waits until its script has taken over and laid it out. */
export async function open(page: Page, query: Record<string, string> = {}, hash = ''): Promise<void> {
  const search = new URLSearchParams(query).toString();
  await page.goto(`/${search === '' ? '' : `?${search}`}${hash}`);
  await page.locator('html[data-current]:not([data-waiting])').waitFor({ state: 'attached' });
}

/** Waits until the story stands at a step. */
export async function at(page: Page, id: string): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('data-current', id);
}

/** The step the address names, by `?step=` or `#`. */
export function addressed(page: Page): string {
  const url = new URL(page.url());
  return url.hash === '' ? (url.searchParams.get('step') ?? '') : decodeURIComponent(url.hash.slice(1));
}

/** Brings a window to the front and waits until keys reach it: with two windows a press can go to the other one. */
export async function front(page: Page): Promise<void> {
  await page.bringToFront();
  await expect.poll(() => page.evaluate(() => document.hasFocus())).toBe(true);
}

/** Presses Tab until a control has the focus: there is no other way to it here. */
export async function tab(page: Page, to: Locator, most = 60, key = 'Tab'): Promise<void> {
  for (let count = 0; count < most; count += 1) {
    await page.keyboard.press(key);
    if (await to.evaluate((one) => one === document.activeElement)) return;
  }
  throw new Error(`Tab does not reach ${String(to)} in ${most} presses.`);
}

/** Styles of a reader's own over the page's, as a browser extension adds them: the page's policy takes no `<style>`. */
export const restyle = (page: Page, css: string): Promise<void> =>
  page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }, css);

export const historyLength = (page: Page): Promise<number> => page.evaluate(() => history.length);

/** Two frames of the page: whatever a scroll or a click starts has begun by then. */
export const frames = (page: Page): Promise<void> =>
  page.evaluate(
    () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  );

/**
 * Turns the wheel until `enough` says so or the page ends: without a pause, as one who flicks through; with one
 * (milliseconds), as one who reads.
 */
export async function wheel(
  page: Page,
  by: number,
  enough: () => Promise<boolean>,
  pause = 0,
): Promise<void> {
  const size = page.viewportSize() ?? DESKTOP;
  await page.mouse.move(size.width / 2, size.height * 0.8);
  let before = Number.NaN;
  for (let still = 0; still < 4;) {
    if (await enough()) return;
    await page.mouse.wheel(0, by);
    await frames(page);
    if (pause > 0) await page.waitForTimeout(pause);
    const now = await page.evaluate(() => scrollY);
    still = now === before ? still + 1 : 0;
    before = now;
  }
}

/** The stage that shows the figure of a step, if it has a live one. */
export async function stageOf(page: Page, id: string): Promise<Locator | null> {
  const index = await page.evaluate((wanted) => {
    const islands = [...document.querySelectorAll('[data-island]')];
    for (let place = document.querySelector(`[data-step="${wanted}"]`); place; place = place.parentElement) {
      const inside = islands.filter((island) => place.contains(island));
      // An ancestor that holds several stages is no longer the step's own scene.
      if (inside.length > 0) return inside.length === 1 && inside[0] ? islands.indexOf(inside[0]) : -1;
    }
    return -1;
  }, id);
  return index < 0 ? null : page.locator('[data-island]').nth(index);
}

/** A stage's drawing, once the stage is awake and has measured its room (before that it holds two stills). */
export async function awake(stage: Locator): Promise<Locator> {
  await expect(stage).toHaveAttribute('data-awake', /.*/);
  const drawing = stage.locator('svg.drawing');
  await expect(drawing).toHaveCount(1);
  return drawing;
}

/** The drawing of a step's stage as text once it is awake; empty where a step has none. */
export async function drawingOf(page: Page, id: string): Promise<string> {
  const stage = await stageOf(page, id);
  if (stage === null) return '';
  return (await awake(stage)).evaluate((svg) => {
    // Ids that only tie parts of one drawing together may be numbered otherwise after another way.
    return svg.outerHTML.replace(/<!--[\s\S]*?-->/g, '').replace(/\b[cs]\d+\b/g, 'id');
  });
}

/** A small seeded source of chance (mulberry32), so that a walk that fails can be walked again. */
export function chance(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
