/** Without scripts, with scripts that fail, and on paper: the page is the plain article, whole. */
import type { Page } from '@playwright/test';
import { DESKTOP, PHONE, STEPS, at, awake, expect, open, stageOf, step, test } from './page.ts';

/** Per step: how many characters can be read, and how many pictures or tables can be seen. */
function seen(page: Page): Promise<{ id: string; text: number; figures: number }[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-step]')].map((element) => ({
      id: element.dataset['step'] ?? '',
      text: element.checkVisibility({ visibilityProperty: true }) ? element.innerText.trim().length : 0,
      figures: [...element.querySelectorAll('.still svg, table')].filter((picture) => {
        const box = picture.getBoundingClientRect();
        return (
          box.width > 200 &&
          box.height > 40 &&
          picture.checkVisibility({ opacityProperty: true, visibilityProperty: true })
        );
      }).length,
    })),
  );
}

async function expectPlainArticle(page: Page): Promise<void> {
  await expect
    .poll(async () => (await seen(page)).filter(({ figures }) => figures > 0).length)
    .toBe(STEPS.length);
  const all = await seen(page);
  expect(all.map(({ id }) => id)).toEqual([...STEPS]);
  expect(all.filter(({ text }) => text < 150)).toEqual([]);
  expect(await page.locator('.still svg').count()).toBeGreaterThan(10);
}

for (const [name, viewport] of [
  ['phone', PHONE],
  ['desktop', DESKTOP],
] as const) {
  test.describe(`without JavaScript, ${name}`, () => {
    test.use({ javaScriptEnabled: false, viewport });

    test('every step shows its words and a picture or a table', async ({ page }) => {
      await page.goto('/');
      await expectPlainArticle(page);
    });

    test('no control is offered that needs a script', async ({ page }) => {
      await page.goto('/');
      const dead = page.locator('button:visible, input:visible, select:visible');
      expect(await dead.evaluateAll((all) => all.map((one) => one.outerHTML.slice(0, 120)))).toEqual([]);
    });
  });
}

test('without JavaScript every link inside the page leads to something that can be seen', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? '' });
  const page = await context.newPage();
  await page.goto('/');
  const lost = await page.locator('a[href^="#"]:visible').evaluateAll((links) =>
    links
      .map((link) => link.getAttribute('href') ?? '')
      .filter((href, place, all) => all.indexOf(href) === place && href !== '#')
      .filter((href) => !document.getElementById(decodeURIComponent(href.slice(1)))?.checkVisibility()),
  );
  expect(lost).toEqual([]);
  await context.close();
});

test('when the page’s script cannot be had, the plain article is there', async ({ page, watch }) => {
  watch.expected = /Failed to load resource|ERR_FAILED/;
  await page.route(/\.js(\?|$)/, (route) => route.abort());
  await page.goto('/');
  await expectPlainArticle(page);
});

test('when the page’s script throws at once, the words and stills are there', async ({ page, watch }) => {
  watch.expected = /broken on purpose/;
  await page.route(/\.js(\?|$)/, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: 'throw new Error("broken on purpose")' }),
  );
  await page.goto('/');
  await expectPlainArticle(page);
});

test('when the figures’ chunks cannot be had, words and stills stay readable', async ({
  page,
  watch,
  baseURL,
}) => {
  watch.expected = /Failed to load resource|ERR_FAILED/;
  const html = await (await fetch(`${baseURL ?? ''}/`)).text();
  const refused: string[] = [];
  await page.route(/\.js(\?|$)/, (route) => {
    const name = new URL(route.request().url()).pathname.split('/').at(-1) ?? '';
    if (html.includes(name)) return route.continue();
    refused.push(name);
    return route.abort();
  });
  await open(page, { step: 'guess' });
  await expect.poll(() => refused.length).toBeGreaterThan(0);
  await expectPlainArticle(page);
});

/** The chunk that holds the live figures, and no script of the first moment. */
const FIGURES = /\/figures-[\w-]+\.js$/;

for (const mode of ['scroll', 'step'])
  test(`before its figure wakes a stage shows the picture and the words of the step that is read: ${mode}`, async ({
    page,
  }) => {
    await page.route(FIGURES, () => undefined);
    await open(page, { mode, step: 'nudge' });
    await at(page, 'nudge');
    const stage = await stageOf(page, 'nudge');
    if (stage === null) throw new Error('no stage');
    const title = await step(page, 'nudge').locator('.still .figure-title').textContent();
    await expect(stage.locator('.figure-title')).toHaveText(title ?? '');
    await expect(stage.locator('svg.drawing use')).toHaveAttribute('href', '#still-nudge');
    if (mode === 'step') await page.keyboard.press('ArrowRight');
    else await page.evaluate(() => void (location.hash = '#corner'));
    await expect(stage.locator('svg.drawing use')).toHaveAttribute('href', '#still-corner');
  });

test('a figure that is late says so on its stage, and only until it is there', async ({ page }) => {
  let arrive = (): void => undefined;
  const arrived = new Promise<void>((done) => (arrive = done));
  await page.route(FIGURES, async (route) => {
    await arrived;
    await route.continue();
  });
  await open(page, { step: 'guess' });
  const stage = await stageOf(page, 'guess');
  if (stage === null) throw new Error('no stage');
  const line = stage.locator('.is-slow');
  await expect(line).toHaveText('Still loading; this is a picture.');
  await expect(line).toBeInViewport();
  await expect(stage.locator('svg.drawing').first()).toBeVisible();
  arrive();
  await awake(stage);
  const lateOnes = (): Promise<string[]> =>
    page
      .locator('.is-slow')
      .evaluateAll((all) =>
        all.map((one) => JSON.stringify({ ...one.closest<HTMLElement>('.stage')?.dataset })),
      );
  await expect.poll(lateOnes).toEqual([]);
  await expect(page.locator('[data-lost]')).toBeEmpty();
});

test('a figure that is there in time says nothing', async ({ page }) => {
  await open(page, { step: 'guess' });
  const stage = await stageOf(page, 'guess');
  if (stage === null) throw new Error('no stage');
  await awake(stage);
  await page.waitForTimeout(1500);
  await expect(stage.locator('.is-slow')).toHaveCount(0);
});

for (const mode of ['scroll', 'step'])
  test(`when a figure cannot be had the page says so once, and trying again leads back: ${mode}`, async ({
    page,
    watch,
  }) => {
    watch.expected = /Failed to load resource|ERR_FAILED/;
    await page.route(FIGURES, (route) => route.abort());
    await open(page, { mode, step: 'guess' });
    const status = page.getByRole('status').filter({ hasText: 'did not load' });
    await expect(status).toHaveCount(1);
    await expect(status).toBeInViewport();
    await expect(status).toHaveText('A figure did not load; this is the plain article. Try again');
    await expect(page.locator('html')).toHaveAttribute('data-mode', 'flat');
    await page.unroute(FIGURES);
    await status.getByRole('link', { name: 'Try again' }).click();
    await expect(page.locator('html')).toHaveAttribute('data-mode', mode);
    await at(page, 'guess');
    const stage = await stageOf(page, 'guess');
    if (stage === null) throw new Error('no stage');
    await awake(stage);
    await expect(page.locator('[data-lost]')).toBeEmpty();
  });

test('on paper every step stands with its words and its still', async ({ page }) => {
  await open(page, { mode: 'step', step: 'second-study' });
  await page.emulateMedia({ media: 'print' });
  await expectPlainArticle(page);
  await expect(step(page, 'guess')).toBeVisible();
  const controls = page.locator(
    'nav.rail, [data-go], [data-theme-switch], [data-motion-switch], input[type=range]',
  );
  expect(await controls.evaluateAll((all) => all.filter((one) => one.checkVisibility()).length)).toBe(0);
});

test('paper has all pages, also when it is asked for while the page is being laid out', async ({ page }) => {
  await page.goto('/', { waitUntil: 'commit' });
  await page.locator('html[data-ready]').waitFor();
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0).toBeGreaterThan(35);
});
