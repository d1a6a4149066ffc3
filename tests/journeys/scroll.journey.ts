/** Reading by scrolling: the story follows, the address follows, and the history does not fill up. */
import { PHONE, STEPS, addressed, at, expect, historyLength, open, step, test, wheel } from './page.ts';
import type { Page } from '@playwright/test';

/** Notes every step the story says it is at, from now on. */
const note = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const told: string[] = [];
    Object.assign(window, { told });
    new MutationObserver(() => {
      const id = document.documentElement.dataset['current'] ?? '';
      if (id !== '' && told.at(-1) !== id) told.push(id);
    }).observe(document.documentElement, { attributeFilter: ['data-current'] });
  });
const noted = (page: Page): Promise<string[]> =>
  page.evaluate(() => (window as unknown as { told: string[] }).told);

/** Milliseconds between two turns of the wheel. */
const READING = 300;

for (const [name, viewport] of [
  ['desktop', { width: 1280, height: 800 }],
  ['phone', PHONE],
] as const) {
  test.describe(name, () => {
    test.use({ viewport });

    test('reading passes through all steps in order; the history stays as it was', async ({ page }) => {
      await open(page);
      await note(page);
      const before = await historyLength(page);
      await wheel(page, 400, async () => (await noted(page)).at(-1) === STEPS.at(-1), READING);
      expect(await noted(page)).toEqual([...STEPS]);
      await expect.poll(() => addressed(page)).toBe(STEPS.at(-1));
      expect(await historyLength(page)).toBe(before);
    });

    test('reading back up passes through them the other way', async ({ page }) => {
      await open(page, { step: 'earlier-models' });
      await at(page, 'earlier-models');
      await note(page);
      await wheel(page, -400, async () => (await noted(page)).at(-1) === 'role', READING);
      const way = await noted(page);
      const expected = STEPS.slice(1, STEPS.indexOf('earlier-models')).reverse();
      expect(way.filter((id) => id !== 'earlier-models')).toEqual(expected);
    });
  });
}

test('a flick passes over steps, and the story is where it ends', async ({ page }) => {
  await open(page);
  await expect(page.locator(':is(.scene, .step):not(.is-laid)')).toHaveCount(0);
  await note(page);
  const far = await step(page, 'second-study').evaluate((element) => element.getBoundingClientRect().top);
  for (let way = 0; way < far; way += 240) await page.mouse.wheel(0, 240);
  await at(page, 'second-study');
  await expect.poll(() => addressed(page)).toBe('second-study');
  expect((await noted(page)).length).toBeLessThan(STEPS.indexOf('second-study'));
});

test('the step that is current is the step that is seen', { tag: '@nginx' }, async ({ page }) => {
  await open(page);
  for (const id of ['inbox', 'eighty-four', 'rare', 'second-study', 'map']) {
    await step(page, id).evaluate((element) => {
      scrollBy(0, element.getBoundingClientRect().top - innerHeight * 0.3);
    });
    await at(page, id);
    await expect.poll(() => addressed(page)).toBe(id);
  }
});

test('a leap to the top of the page leads back to the opening, a leap to its end to the last step', async ({
  page,
}) => {
  await open(page, { step: 'rare' });
  await at(page, 'rare');
  // A key pressed while the page still settles may get lost; pressed again where the page already is, it mends nothing.
  const leap = (key: string, to: string): Promise<void> =>
    expect(async () => {
      await page.keyboard.press(key);
      await expect(page.locator('html')).toHaveAttribute('data-current', to, { timeout: 2_000 });
    }).toPass({ timeout: 10_000 });
  await leap('Control+Home', '');
  await expect.poll(() => addressed(page)).toBe('');
  await leap('Control+End', 'checkout');
});

test('Back after scrolling leaves the page in one press', async ({ page }) => {
  await page.route('**/elsewhere', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<h1>Elsewhere</h1>' }),
  );
  await page.goto('/elsewhere');
  await open(page);
  await wheel(page, 300, async () => (await page.locator('html').getAttribute('data-current')) === 'inbox');
  await page.goBack();
  await expect(page.locator('h1')).toHaveText('Elsewhere');
});

test('the stage stays beside or above the step while its scene lasts', async ({ page }) => {
  await open(page, { step: 'values-differ' });
  await at(page, 'values-differ');
  await expect(page.locator('[data-island=rate] svg.drawing').first()).toBeInViewport({ ratio: 0.9 });
  await expect(step(page, 'values-differ').locator(':is(h2, h3)').first()).toBeInViewport();
});
