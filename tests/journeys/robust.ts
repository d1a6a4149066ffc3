/** What the journeys of robustness share: the facts that stay readable whatever breaks, and ways to break things. */
import type { Page, Route } from '@playwright/test';
import { test as base, expect, heading, step } from './page.ts';

/** Nobody of these readers keeps the site: a worker would answer what a test means to break. */
export const test = base.extend<{ saving: undefined }>({
  saving: [
    async ({ context }, use) => {
      await context.addInitScript(() =>
        Object.defineProperty(navigator, 'connection', { value: { saveData: true }, configurable: true }),
      );
      await use(undefined);
    },
    { auto: true },
  ],
});

/** The browser's own line about a file that a test kept back; anything else on the console is a fault of ours. */
export const NETWORK =
  /^console: Failed to load (?:resource: (?:net::ERR_FAILED|the server responded with a status of 404)|module script: Expected a JavaScript)/;

/** What no reader may lose, by step: what the scene is, the number and its label, and that the two tests are two. */
const FACTS = {
  role: [/In the test/, /no real company/, /What stands inside the dashed line of our drawing was made up/],
  'eighty-four': [
    /Measured in a test/,
    /84% of runs/,
    /How many runs there were, and who or what judged them, was not published/,
    /“It does this in 84% of chats” is false/,
    /Source 1, p\. 27/,
  ],
  'second-study': [
    /Measured in a test/,
    /96 of 100 runs/,
    /“The 96% is the same test” is false/,
    /Not the 84% test/,
    /“?Agentic Misalignment”?/,
    /Source 4, Figure 7/,
  ],
} as const;

/** The words of a step that can be seen now: its own, those of the stage beside it, and what its marks of sources lead to. */
const wordsOf = (page: Page, id: string): Promise<string> =>
  step(page, id).evaluate((element: HTMLElement) => {
    const stage = element.closest('.scene')?.querySelector<HTMLElement>('.stage');
    const sees = { opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true };
    const words = [element, stage]
      .filter((part) => part?.checkVisibility(sees))
      .map((part) => part?.innerText ?? '');
    const sources = [...element.querySelectorAll<HTMLElement>('.cite a')]
      .filter((mark) => mark.checkVisibility(sees) && mark.getAttribute('href')?.includes('#source-'))
      .map((mark) => mark.ariaLabel ?? '');
    return [...words, ...sources].join(' ').replaceAll('\u2060', '').replace(/\s+/g, ' ');
  });

/** Goes to the steps that hold the key facts, in the way to read that the page ended in, and reads them there. */
export async function keyFacts(page: Page): Promise<void> {
  for (const [id, facts] of Object.entries(FACTS)) {
    await page.evaluate((hash) => void (location.hash = hash), id);
    await expect(heading(page, id), id).toBeInViewport();
    await expect
      .poll(async () => {
        const words = await wordsOf(page, id);
        return facts.filter((fact) => !fact.test(words)).map(String);
      }, `facts that cannot be read at ${id}`)
      .toEqual([]);
  }
}

/** What can be seen of a figure's embed: its label, title, source, picture, and the way home. */
export async function embedFacts(page: Page): Promise<void> {
  for (const part of ['.badge', '.figure-title', '.figure-source', '.embed-home'])
    await expect(page.locator(part)).toBeVisible();
  await expect(page.locator('.drawing-box svg:visible').first()).toBeVisible();
  await expect(page.locator('.figure-title')).toContainText('84% of runs');
  await expect(page.locator('.badge')).toHaveText('Measured in a test');
}

/** The page does not say that anything is still on its way. */
export async function expectNoPromise(page: Page): Promise<void> {
  await expect.poll(() => page.locator('body').innerText()).not.toMatch(/still loading/i);
}

/** A route that waits until it is let go. */
export function held(): { hold: (route: Route) => Promise<void>; go: () => void } {
  let go = (): void => undefined;
  const gone = new Promise<void>((done) => (go = done));
  return {
    hold: async (route) => {
      await gone;
      // The page may have been closed meanwhile.
      await route.continue().catch(() => undefined);
    },
    go: () => go(),
  };
}

/** A file that comes, but is not what it should be. */
export const broken = (route: Route): Promise<void> =>
  /\.js$/.test(new URL(route.request().url()).pathname)
    ? route.fulfill({ contentType: 'text/javascript', body: 'throw new Error("broken on purpose")' })
    : route.fulfill({ contentType: 'application/json', body: '{"badges": {"test": "In' });

/** A host that answers everything with its own page. */
export const strange = (route: Route): Promise<void> =>
  route.fulfill({ status: 200, contentType: 'text/html', body: '<!doctype html><title>Host</title><p>Host' });
