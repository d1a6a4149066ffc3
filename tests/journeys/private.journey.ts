/**
 * Nothing leaves this machine, and nothing about the reader is kept that the reader did not ask to be kept. The site's
 * own files are: they are the same for everybody, and say nothing of what was read or done.
 */
import type { Page } from '@playwright/test';
import { STEPS, at, expect, heading, open, test, wheel } from './page.ts';

const stored = (page: Page): Promise<string[]> =>
  page.evaluate(async () => [
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage),
    ...(await indexedDB.databases()).map(({ name }) => `database ${name ?? ''}`),
    ...(await navigator.serviceWorker.getRegistrations())
      .map(({ scope }) => scope)
      .filter((scope) => scope !== new URL('/', location.href).href),
    ...(document.cookie === '' ? [] : [document.cookie]),
  ]);

/** What is kept of the site's own files, as addresses without what Workbox adds to tell versions apart. */
const files = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const found: string[] = [];
    for (const name of await caches.keys())
      for (const { url } of await (await caches.open(name)).keys())
        found.push(url.replace(/\?__WB_REVISION__=[0-9a-f]{32}$/, ''));
    return found;
  });

test('reading to the end keeps nothing about the reader and asks nobody else', async ({ page, context }) => {
  // Requests to other hosts fail every journey (page.ts); here the whole way is gone.
  await open(page);
  await wheel(
    page,
    400,
    async () => (await page.locator('html').getAttribute('data-current')) === STEPS.at(-1),
  );
  await at(page, 'checkout');
  expect(await stored(page)).toEqual([]);
  // Files that are the same for every reader, whatever was read of them: no trace of the way through the story.
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  const base = new URL('/', page.url()).href;
  const list = (await (await fetch(`${base}sw.js`)).text()).matchAll(/\burl:"([^"]+)"/g);
  expect((await files(page)).toSorted()).toEqual([...list].map(([, path]) => `${base}${path}`).toSorted());
  expect(await context.cookies()).toEqual([]);
});

test('only a choice is kept: the theme, and nothing beside it', async ({ page, context }) => {
  await open(page);
  const button = page.locator('button[data-theme-switch]').first();
  await button.evaluate((element) => element.closest('details')?.setAttribute('open', ''));
  await button.click();
  expect(await stored(page)).toHaveLength(1);
  expect(await context.cookies()).toEqual([]);
});

test('a guess is not kept after the visit', async ({ page }) => {
  await open(page, { mode: 'step', step: 'guess' });
  await page.locator('[data-figure=rate] input[type=number]').fill('12');
  await page.locator('[data-figure=rate] button[data-commit]').click();
  expect(await stored(page)).toEqual([]);
});

test('no address of a resource in the page names another host', async ({ page }) => {
  await open(page);
  const foreign = await page.evaluate(() =>
    [...document.querySelectorAll('[src], link[href], use[href], [srcset], [poster]')]
      .filter(
        (element) => !(element instanceof HTMLLinkElement && /canonical|alternate|license/.test(element.rel)),
      )
      .map(
        (element) =>
          element.getAttribute('src') ?? element.getAttribute('href') ?? element.getAttribute('srcset') ?? '',
      )
      .filter((address) => new URL(address, location.href).origin !== location.origin)
      .filter((address) => !address.startsWith('data:')),
  );
  expect(foreign).toEqual([]);
});

test.describe('where storage throws', () => {
  test.beforeEach(async ({ context }) => {
    await context.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage', 'indexedDB'] as const) {
        Object.defineProperty(window, name, {
          get: () => {
            throw new DOMException('The operation is insecure.', 'SecurityError');
          },
        });
      }
    });
  });

  test('the story is read, jumped through and switched as elsewhere', async ({ page }) => {
    await open(page);
    await page.locator('nav.rail a').nth(2).click();
    await expect(page.locator('html')).not.toHaveAttribute('data-current', '');
    for (const selector of ['button[data-theme-switch]', 'button[data-motion-switch]', '[data-remember]']) {
      const control = page.locator(selector).first();
      await control.evaluate((element) => element.closest('details')?.setAttribute('open', ''));
      await control.click();
    }
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await open(page, { mode: 'step', step: 'rare' });
    await page.locator('[data-go=next]:visible').first().click();
    await at(page, 'test-or-real');
    await expect(heading(page, 'test-or-real')).toBeFocused();
  });
});

test('inside a sandboxed frame of another page the story is readable', async ({ page, baseURL, watch }) => {
  // A frame without an origin may not be given module scripts; the plain article is what it must then show.
  watch.expected = /CORS|ERR_FAILED|sandbox|another host/i;
  await page.route('**/host', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<iframe sandbox="allow-scripts" width="800" height="600" src="${baseURL ?? ''}/"></iframe>`,
    }),
  );
  await page.goto('/host');
  const frame = page.frameLocator('iframe');
  await expect(frame.locator('h1')).toBeVisible();
  for (const id of ['headline', 'eighty-four', 'checkout'])
    await expect(frame.locator(`[data-step="${id}"] :is(h2, h3)`).first()).toBeVisible();
});
