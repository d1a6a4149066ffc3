/** The address: every step can be linked to, explicit jumps can be undone, the way to read is remembered. */
import type { Page } from '@playwright/test';
import { DESKTOP, PHONE, addressed, at, expect, heading, historyLength, open, step, test } from './page.ts';

/** True when nothing lies over the top of the step's heading and it is in view. */
const headingIsClear = (page: Page, id: string): Promise<boolean> =>
  heading(page, id).evaluate((title) => {
    const box = title.getBoundingClientRect();
    const over = document.elementFromPoint(box.left + Math.min(box.width, 60) / 2, box.top + 6);
    return (
      box.top >= 0 &&
      box.bottom <= innerHeight &&
      over !== null &&
      (title.contains(over) || over.contains(title))
    );
  });

const DEEP = [
  ['?step=', 'second-study'],
  ['#', 'second-study'],
  ['?step=', 'corner'],
  ['#', 'how-sure'],
  ['#', 'checkout'],
  ['?step=', 'headline'],
] as const;

for (const [name, viewport] of [
  ['desktop', DESKTOP],
  ['phone', PHONE],
] as const) {
  for (const mode of ['scroll', 'step', 'flat'] as const) {
    test(`a deep link lands on its step, ${mode}, ${name}`, async ({ page }) => {
      await page.setViewportSize(viewport);
      for (const [form, id] of DEEP) {
        await page.goto('about:blank');
        await open(page, { mode, ...(form === '#' ? {} : { step: id }) }, form === '#' ? `#${id}` : '');
        await at(page, id);
        await expect(heading(page, id)).toBeVisible();
        await expect.poll(() => headingIsClear(page, id), `${form}${id}`).toBe(true);
      }
    });
  }
}

test('a step can be named by its number', async ({ page }) => {
  await open(page, { step: '17' });
  await at(page, 'second-study');
});

test('an address that names no step opens the story at its beginning', async ({ page }) => {
  await open(page, { step: 'no-such-step', mode: 'upside-down', theme: '<b>' }, '#nowhere');
  await at(page, '');
  await expect(page.locator('html')).toHaveAttribute('data-mode', 'scroll');
});

test('a link of the rail makes one entry in the history, and Back undoes it', async ({ page }) => {
  await open(page, { step: 'inbox' });
  await at(page, 'inbox');
  const before = await historyLength(page);
  // By the mouse itself: `click()` would first scroll the page a little, which a reader does not.
  const link = await page.locator('nav.rail a').nth(4).boundingBox();
  if (link === null) throw new Error('The rail has no fifth link.');
  await page.mouse.click(link.x + link.width / 2, link.y + link.height / 2);
  await expect(page.locator('html')).not.toHaveAttribute('data-current', 'inbox');
  const there = await page.locator('html').getAttribute('data-current');
  expect(await historyLength(page)).toBe(before + 1);
  expect(addressed(page)).toBe(there);
  await page.goBack();
  await at(page, 'inbox');
  await expect(heading(page, 'inbox')).toBeInViewport();
  await page.goForward();
  await at(page, there ?? '');
});

for (const mode of ['scroll', 'step'])
  test(`an address that names a chapter opens its first step: ${mode}`, async ({ page }) => {
    await open(page, { mode }, '#done-and-said');
    await at(page, 'asl-3');
  });

test('a heading links to itself; its address is the step’s', async ({ page }) => {
  await open(page, { step: 'earlier-models' });
  await at(page, 'earlier-models');
  const before = await historyLength(page);
  const link = step(page, 'values-differ').locator(':is(h2, h3) a[href="#values-differ"]');
  await link.scrollIntoViewIfNeeded();
  await link.click();
  await at(page, 'values-differ');
  await expect.poll(() => addressed(page)).toBe('values-differ');
  expect(await historyLength(page)).toBeLessThanOrEqual(before + 1);
});

test('a jump works while most of the page is not laid out yet', async ({ page }) => {
  await page.goto('/');
  await page.locator('html[data-current]').waitFor({ state: 'attached' });
  await page.evaluate(() => {
    location.hash = '#test-or-real';
  });
  await at(page, 'test-or-real');
  await expect(heading(page, 'test-or-real')).toBeInViewport();
});

test('changing the # by hand moves the story', async ({ page }) => {
  await open(page);
  await page.evaluate(() => {
    location.hash = '#test-or-real';
  });
  await at(page, 'test-or-real');
  await expect(heading(page, 'test-or-real')).toBeInViewport();
});

test('the way to read is in the address, survives a reload and keeps the place', async ({ page }) => {
  await open(page, { step: 'rare' });
  await at(page, 'rare');
  for (const mode of ['step', 'flat', 'scroll'] as const) {
    const link = page.locator(`.options a[data-mode-link=${mode}]`);
    await link.evaluate((element) => element.closest('details')?.setAttribute('open', ''));
    await link.click();
    await expect(page.locator('html')).toHaveAttribute('data-mode', mode);
    expect(new URL(page.url()).searchParams.get('mode') ?? 'scroll').toBe(mode);
    await at(page, 'rare');
    await expect(heading(page, 'rare')).toBeInViewport();
    await page.reload();
    await expect(page.locator('html')).toHaveAttribute('data-mode', mode);
    await at(page, 'rare');
    await expect(heading(page, 'rare')).toBeInViewport();
  }
});

test('the mode links are real links that work in a new tab', async ({ page, baseURL }) => {
  await open(page, { step: 'rare' });
  for (const mode of ['scroll', 'step', 'flat'] as const) {
    const href = await page.locator(`.options a[data-mode-link=${mode}]`).getAttribute('href');
    const url = new URL(href ?? '', `${baseURL ?? ''}/`);
    expect(url.searchParams.get('mode') ?? 'scroll').toBe(mode);
  }
});

test('resuming is offered only to those who asked for it', async ({ page, context }) => {
  await open(page, { step: 'rare' });
  await at(page, 'rare');
  await page.goto('about:blank');
  await open(page);
  await expect(page.locator('[data-resume]')).toBeHidden();
  const box = page.locator('[data-remember]');
  await box.evaluate((element) => element.closest('details')?.setAttribute('open', ''));
  await box.check();
  await page.evaluate(() => {
    location.hash = '#rare';
  });
  await at(page, 'rare');

  const later = await context.newPage();
  await open(later);
  await expect(later.locator('[data-resume]')).toBeVisible();
  await later.locator('[data-resume] a').click();
  await at(later, 'rare');
  await expect(heading(later, 'rare')).toBeInViewport();
});
