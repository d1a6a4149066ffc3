/** The story in one file, opened from a disk with the network off: it asks for nothing and can do what it does online. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { PHONE, STEPS, at, awake, expect, frames, front, step, test, wheel } from './page.ts';

const FILE = pathToFileURL(resolve('dist/inside-the-frame.html')).href;

/** Everything any page of a test asked for. */
let asked: string[] = [];
test.beforeEach(async ({ context }) => {
  asked = [];
  await context.setOffline(true);
  context.on('request', (request) => asked.push(request.url()));
});
test.afterEach(() => {
  expect(asked.filter((url) => url.replace(/[?#].*$/, '') !== FILE && !url.startsWith('blob:'))).toEqual([]);
});

async function open(page: Page, rest = ''): Promise<void> {
  await page.goto(FILE + rest);
  await page.locator('html[data-current][data-ready]').waitFor({ state: 'attached' });
}

const part = (page: Page, path: string) => page.locator(`[id="page/${path}"]`);
const story = (page: Page) => page.locator('.single-story');

test('the story scrolls, and figures wake', async ({ page }) => {
  await open(page);
  await expect(page.locator('h1:visible')).toHaveCount(1);
  const here = async (): Promise<string> => (await page.locator('html').getAttribute('data-current')) ?? '';
  await wheel(page, 400, async () => (STEPS as readonly string[]).indexOf(await here()) > 1, 300);
  await expect(page.locator('[data-awake]').first()).toBeAttached();
  await expect(async () => expect(new URL(page.url()).hash).toBe(`#${await here()}`)).toPass();
});

test('step by step: live and drawn figures, keys, and the guess', async ({ page }) => {
  await open(page, '?mode=step&step=second-study&motion=reduce');
  await at(page, 'second-study');
  await awake(page.locator('[data-island=models]'));
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('html')).not.toHaveAttribute('data-current', 'second-study');
  // The build drew this one: its drawing is asked for like a file.
  await open(page, '?mode=step&step=test-or-real');
  await awake(page.locator('[data-island=belief]'));
  await open(page, '?mode=step&step=guess');
  await page.locator('[data-figure=rate] input[type=number]:visible').fill('12');
  await page.locator('[data-figure=rate] button[data-commit]:visible').click();
  await expect(page.locator('html')).not.toHaveAttribute('data-secret', /.*/);
});

test('a passport opens in place', async ({ page }) => {
  await page.setViewportSize(PHONE);
  await open(page, '?mode=step&step=eighty-four');
  const link = step(page, 'eighty-four').locator('a[href$="/passport-opus4-shared-values"]:visible').first();
  await link.click();
  await expect(page.locator(':popover-open')).toContainText(/not published/i);
  await page.keyboard.press('Escape');
  await expect(link).toBeFocused();
  await expect(story(page)).toBeVisible();
});

test('one page is shown at a time; Back returns to the step', async ({ page }) => {
  await open(page, '?mode=step&step=rare');
  await at(page, 'rare');
  await page.evaluate(() => void (location.hash = '#page/data/'));
  await expect(part(page, 'data/')).toBeVisible();
  await expect(story(page)).toBeHidden();
  await expect(part(page, 'passports/')).toBeHidden();
  await expect(page).toHaveTitle(/^All data/);
  await expect(part(page, 'data/').locator('h1')).toBeFocused();
  // The keys of the story are not meant here.
  await page.keyboard.press('ArrowRight');
  await frames(page);
  await expect(page).toHaveURL(/#page\/data\/$/);
  await page.locator('[id="page/data/"] nav a').first().click();
  await expect(part(page, 'figures/')).toBeVisible();
  await page.goBack();
  await expect(part(page, 'data/')).toBeVisible();
  await page.goBack();
  await expect(story(page)).toBeVisible();
  await at(page, 'rare');
  await expect(step(page, 'rare')).toBeInViewport();
  await page.goForward();
  await part(page, 'data/').locator('a.brand').click();
  await expect(story(page)).toBeVisible();
  await expect(page.locator('.opening')).toBeVisible();
});

test('scrolling a page leaves its address alone, and paper shows that page only', async ({ page }) => {
  await open(page, '#page/passports/passport-opus4-shared-values');
  const card = page.locator('[id="page/passports/passport-opus4-shared-values"]');
  await expect(card).toBeInViewport();
  for (let turn = 0; turn < 5; turn += 1) {
    await page.mouse.wheel(0, 900);
    await page.waitForTimeout(120);
  }
  await expect(page).toHaveURL(/#page\/passports\/passport-opus4-shared-values$/);
  await page.emulateMedia({ media: 'print' });
  await expect(card).toBeVisible();
  await expect(page.locator('h1:visible')).toHaveCount(1);
  await expect(page.locator('.single-story .step:visible')).toHaveCount(0);
});

test('every page of the file is shown by its link', async ({ page }) => {
  await open(page);
  const pages = await page.locator('.single-page').evaluateAll((all) => all.map(({ id }) => id));
  expect(pages.length).toBeGreaterThan(2);
  for (const id of pages) {
    await page.locator(`.single-story #about a[href="#${id}"]`).evaluate((link: HTMLElement) => link.click());
    await expect(page.locator('.single-page:visible')).toHaveCount(1);
    await expect(page.locator(`[id="${id}"]`)).toBeVisible();
    await expect(page.locator('h1:visible')).toHaveCount(1);
    await page.goBack();
    await expect(story(page)).toBeVisible();
  }
});

test('the tables are saved from the file itself', async ({ page }) => {
  await open(page, '#page/data/');
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('[data-file="data/rates.csv"]').click(),
  ]);
  expect(saved.suggestedFilename()).toBe('rates.csv');
});

test('where storage throws it is read as elsewhere', async ({ page, context }) => {
  await context.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB'] as const)
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        },
      });
  });
  await open(page, '?mode=step&step=rare');
  await page.locator('[data-go=next]:visible').first().click();
  await at(page, 'test-or-real');
  const button = page.locator('button[data-theme-switch]').first();
  await button.evaluate((element) => element.closest('details')?.setAttribute('open', ''));
  await button.click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });
  test('the story shows, then every page', async ({ page }) => {
    await page.goto(FILE);
    for (const id of ['headline', 'eighty-four', 'checkout'])
      await expect(page.locator(`[data-step="${id}"] :is(h2, h3)`).first()).toBeVisible();
    for (const path of ['passports/', 'data/']) await expect(part(page, path).locator('h1')).toBeVisible();
  });
});

test('a whole lesson of 20 minutes by clicker keys alone, with its vote, speaker view and papers', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await page.addInitScript(() => {
    window.open = () => null;
  });
  await open(page, '?mode=present&lesson=20&motion=reduce');
  await page.locator('.present-tools').waitFor();
  const place = page.locator('.turn [data-place]');
  const all = Number(/of (\d+)/.exec((await place.textContent()) ?? '')?.[1]);
  expect(all).toBeGreaterThan(5);
  for (let n = 1; n <= all; n += 1) {
    await page.keyboard.press('PageDown');
    await expect(place).toHaveText(`${n} of ${all}`);
    await expect(page.locator('.step.is-current .slide')).not.toBeEmpty();
    const stage = page.locator('.scene.is-current [data-island]');
    if ((await stage.count()) > 0) await awake(stage);
    // The clicker's black-screen button, and on.
    await page.keyboard.press('.');
    await expect(page.locator('.dark-screen')).toBeVisible();
    await page.keyboard.press('.');
    await expect(page.locator('.dark-screen')).toHaveCount(0);
  }
  await page.keyboard.press('PageDown');
  await expect(place).toHaveText(`${all} of ${all}`);
  await page.keyboard.press('s');
  await page.getByRole('button', { name: 'Show it in this window' }).click();
  await expect(page.locator('.speaker-notes')).not.toBeEmpty();
  await page.keyboard.press('c');
  const link = page.locator('dialog.vote a');
  expect(await link.getAttribute('href')).toMatch(/^#page\/teach\/cards\//);
  await page.keyboard.press('Escape');
  await open(page, '#page/teach/cards/');
  await expect(part(page, 'teach/cards/')).toBeVisible();
});

for (const blocked of [false, true])
  test(`from a file the speaker’s view opens ${blocked ? 'in a tab, by a link' : 'in a window'}, and the two move each other`, async ({
    page,
    context,
  }) => {
    if (blocked) await page.addInitScript(() => void (window.open = () => null));
    await open(page, '?mode=present&lesson=20&motion=reduce#guess');
    await page.locator('.present-tools').waitFor();
    const opening = context.waitForEvent('page');
    await page.keyboard.press('s');
    if (blocked) await page.locator('dialog.speaker-blocked a').click();
    const speaker = await opening;
    await expect(speaker.locator('.speaker-state')).toContainText('Connected');
    await front(speaker);
    await speaker.keyboard.press('PageDown');
    const root = page.locator('html');
    await expect(root).toHaveAttribute('data-current', 'eighty-four');
    await page.reload();
    await page.locator('.present-tools').waitFor();
    await expect(speaker.locator('.speaker-state')).toContainText('Connected');
    await front(speaker);
    await speaker.keyboard.press('PageUp');
    await expect(root).toHaveAttribute('data-current', 'guess');
    await speaker.close();
    await front(page);
    await page.keyboard.press('PageDown');
    await expect(root).toHaveAttribute('data-current', 'eighty-four');
  });
