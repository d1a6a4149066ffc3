/** Letters that come late, or never: the words stand where they will stand, so nothing jumps when they arrive. */
import type { Page } from '@playwright/test';
import { expect, test } from './page.ts';

const WINDOWS = [320, 360, 390, 412, 430, 768, 1280].map((width) => ({ width, height: 844 }));

/** Where the parts of the opening end in each window, pixels. */
async function ends(page: Page): Promise<number[][]> {
  const seen: number[][] = [];
  for (const size of WINDOWS) {
    await page.setViewportSize(size);
    seen.push(
      await page
        .locator('.hero-words > *')
        .evaluateAll((parts) => parts.map((part) => Math.round(part.getBoundingClientRect().bottom))),
    );
  }
  return seen;
}

for (const [how, fate] of [
  ['late', 'hang'],
  ['lost', 'abort'],
] as const)
  test(`with its fonts ${how} the opening breaks its lines where it will`, async ({
    browser,
    page,
    watch,
  }) => {
    watch.expected = /ERR_FAILED/;
    await page.goto('?mode=flat');
    await page.evaluate(() => document.fonts.ready);
    const own = await ends(page);
    const context = await browser.newContext();
    const bare = await context.newPage();
    await bare.route('**/*.woff2', (route) => (fate === 'abort' ? route.abort() : undefined));
    await bare.goto(page.url(), { waitUntil: 'domcontentloaded' });
    await expect(bare.locator('html')).toHaveAttribute('data-mode', 'flat');
    await bare.waitForFunction(() =>
      [...document.fonts].some(({ family, status }) => /Fallback/.test(family) && status === 'loaded'),
    );
    expect(await ends(bare)).toEqual(own);
    await context.close();
  });
