/** The embeds on their own, without a host: what the address may ask for, what works without a script, the gallery. */
import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { askHeights, storyHeight, WIDTHS } from '../heights.mjs';
import { expect, STEPS, test } from './page.ts';

const heights = JSON.parse(readFileSync('src/site/heights.json', 'utf8')) as Record<
  string,
  Record<string, number>
>;
const figures = Object.keys(heights).filter((id) => id !== 'story');

async function embed(page: Page, id: string, query = ''): Promise<void> {
  await page.goto(`/embed/${id}/${query}`);
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
}
const marksOf = (page: Page, drawing: string): Promise<string[]> =>
  page
    .locator(`${drawing} a.mark`)
    .evaluateAll((marks) => marks.map((mark) => mark.getAttribute('aria-label') ?? ''));

test.describe('what an embed shows', () => {
  for (const id of figures)
    test(`the live drawing of ${id} says what the still said`, async ({ page, browser, baseURL }) => {
      const plain = await browser.newPage({ javaScriptEnabled: false, baseURL: baseURL ?? '' });
      await plain.goto(`/embed/${id}/`);
      const still = await marksOf(plain, '.for-wide');
      const title = await plain.locator('.figure-title').textContent();
      await plain.close();
      await page.setViewportSize({ width: 640, height: 900 });
      await embed(page, id);
      await expect(page.locator('.still-drawing')).toHaveCount(0);
      await expect(page.locator('svg.drawing')).toHaveCount(1);
      expect(still.length).toBeGreaterThan(0);
      // Where there is more room than the still was drawn for, a drawing may show more; it never shows less.
      // That of the frame begins inside and pulls back.
      await expect
        .poll(async () => (await marksOf(page, 'svg.drawing')).filter((mark) => still.includes(mark)))
        .toEqual(still);
      await expect(page.locator('.figure-title')).toHaveText(title ?? '');
    });

  test('?step= shows another view, by its id or its number', async ({ page }) => {
    await embed(page, 'rate', '?step=values-differ');
    await expect(page.locator('figure')).toHaveAttribute('data-view', 'values-differ');
    await embed(page, 'rate', `?step=${STEPS.indexOf('earlier-models') + 1}`);
    await expect(page.locator('figure')).toHaveAttribute('data-view', 'earlier-models');
  });

  test('?theme=, ?bg=, ?motion=, ?tab= and ?controls= do what they say', async ({ page }) => {
    await embed(page, 'models', '?theme=dark&bg=transparent&motion=reduce&controls=0');
    await expect(page.locator('html')).toHaveCSS('color-scheme', 'dark');
    await expect(page.locator('body')).toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
    await expect(page.locator('.controls')).toHaveCount(0);
    await embed(page, 'models', '?tab=table');
    await expect(page.locator('.embed-table table')).toBeVisible();
    await expect(page.locator('.drawing-box')).toBeHidden();
    await page.getByRole('checkbox', { name: 'table' }).uncheck();
    await expect(page.locator('svg.drawing')).toBeVisible();
  });

  for (const query of [
    '?step=<script>alert(1)</script>',
    '?step=__proto__',
    '?step=constructor&theme=%22%3E&bg=url(x)&lang=../..&motion=1&controls=x&tab=no&mode=scroll',
    '?step=999&source=0&label=none&unknown=1',
  ])
    test(`${query} reads as unset, and takes nothing off`, async ({ page }) => {
      await embed(page, 'rate', query);
      await expect(page.locator('figure')).toHaveAttribute('data-view', 'eighty-four');
      for (const part of ['.badge', '.figure-title', '.figure-source', '.embed-home'])
        await expect(page.locator(part)).toBeVisible();
      expect(page.url()).toContain('/embed/rate/');
    });

  test('its marks lead to the passports of the figure’s page', async ({ page }) => {
    await embed(page, 'rate');
    const mark = page.locator('a.mark').first();
    expect(
      await mark.evaluate((link: SVGAElement) => new URL(link.href.baseVal, document.baseURI).href),
    ).toMatch(/\/figures\/rate\/#passport-opus4-shared-values$/);
  });
});

test.describe('what a reader can do in an embed', () => {
  test('guess before the number is shown', async ({ page }) => {
    await embed(page, 'rate', '?step=guess');
    await expect(page.locator('figure')).not.toContainText('84%');
    await page.locator('input[type=number]').fill('12');
    await page.locator('button[data-commit]').click();
    await expect(page.locator('figure')).toHaveAttribute('data-view', 'eighty-four');
    await expect(page.locator('svg.drawing')).toContainText('84%');
    await expect(page.locator('svg.drawing')).toContainText('12');
    await expect(page.locator('.figure-title')).toBeFocused();
  });

  test('the story in a frame lower than it asks for: the words end above its foot, the note of the runs is whole', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 360, height: 640 });
    await page.goto('embed/story/#eighty-four');
    await page.locator('.scene.is-current [data-awake]').waitFor();
    const [words, foot] = await Promise.all(
      ['.step.is-current', '.embed-foot'].map((part) => page.locator(part).boundingBox()),
    );
    expect((words?.y ?? 0) + (words?.height ?? 0)).toBeLessThanOrEqual((foot?.y ?? 0) + 1);
    const drawing = page.locator('.scene.is-current .stage svg.drawing');
    const [end, note] = await Promise.all([
      drawing.boundingBox(),
      drawing.getByText('Not published.', { exact: true }).boundingBox(),
    ]);
    expect((note?.y ?? 0) + (note?.height ?? 0)).toBeLessThanOrEqual((end?.y ?? 0) + (end?.height ?? 0));
  });

  test('ask the map for another mix', async ({ page }) => {
    await embed(page, 'map');
    const said = await page.locator('svg.drawing').textContent();
    await page.locator('.controls select').first().selectOption({ index: 3 });
    await expect(page.locator('svg.drawing')).not.toHaveText(said ?? '');
    await expect(page.locator('.controls select').first()).toHaveValue(/./);
  });

  test('sort the models', async ({ page }) => {
    await embed(page, 'models');
    const before = await marksOf(page, 'svg.drawing');
    await page.locator('.controls .group').last().locator('button').last().click();
    await expect(page.locator('.controls .group').last().locator('button').last()).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    const after = await marksOf(page, 'svg.drawing');
    expect(after).not.toEqual(before);
    expect([...after].sort()).not.toEqual([]);
    expect(after).toHaveLength(before.length);
  });

  test('draw again, with the same seed the same', async ({ page }) => {
    await embed(page, 'sample');
    const first = await page.locator('svg.drawing').innerHTML();
    await page.locator('[data-again]').click();
    await expect.poll(() => page.locator('svg.drawing').innerHTML()).not.toBe(first);
    const second = await page.locator('svg.drawing').textContent();
    await embed(page, 'sample');
    await page.locator('[data-again]').click();
    await expect(page.locator('svg.drawing')).toHaveText(second ?? '');
  });

  test('step inside the frame and out', async ({ page }) => {
    await embed(page, 'frame', '?motion=reduce');
    const button = page.locator('.controls button');
    const said = await button.textContent();
    await button.click();
    await expect(button).not.toHaveText(said ?? '');
    await button.click();
    await expect(button).toHaveText(said ?? '');
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  for (const id of figures)
    test(`${id} is a still with its words, and a table`, async ({ page }) => {
      await page.setViewportSize({ width: 640, height: (heights[id]?.['640'] ?? 0) + 24 });
      await page.goto(`/embed/${id}/`);
      await expect(page.locator('.for-wide svg.drawing')).toBeVisible();
      for (const part of ['.badge', '.figure-title', '.figure-summary', '.figure-source', '.embed-home'])
        await expect(page.locator(part)).toBeInViewport({ ratio: 0.9 });
      await page.getByRole('checkbox').check();
      await expect(page.locator('.embed-table table')).toBeVisible();
      await expect(page.locator('.embed-home')).toBeInViewport();
    });

  test('the story is the plain article', async ({ page }) => {
    await page.goto('/embed/story/');
    for (const id of STEPS) await expect(page.locator(`[data-step="${id}"]`)).toBeVisible();
  });
});

test.describe('the table of heights', () => {
  for (const width of WIDTHS)
    test(`is what the embeds ask for at ${width} px`, async ({ page, baseURL }) => {
      test.slow();
      const browser = page.context().browser();
      const asked = await askHeights(
        browser,
        `${baseURL}/`,
        figures.map((id) => `${id}/`),
        width,
      );
      // The table holds the highest view of each figure; its face must not be higher.
      const low = figures.filter((id, at) => (asked[at] ?? 0) > (heights[id]?.[width] ?? 0) + 2);
      expect(low).toEqual([]);
      expect(await storyHeight(browser, `${baseURL}/`, width)).toBeLessThanOrEqual(
        (heights['story']?.[width] ?? 0) + 2,
      );
    });
});

test.describe('the story in a frame', () => {
  test('goes step by step, never by scrolling, and leaves history and storage alone', async ({ page }) => {
    await page.setViewportSize({ width: 640, height: heights['story']?.['640'] ?? 900 });
    await page.goto('/embed/story/');
    await page.locator('html[data-current]').waitFor({ state: 'attached' });
    const before = await page.evaluate(() => history.length);
    for (const id of STEPS) {
      await page.locator('[data-go=next]').click();
      await expect(page.locator('html')).toHaveAttribute('data-current', id);
      await expect(page.locator(`[data-step="${id}"]`)).toBeVisible();
      expect(await page.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBeLessThan(2);
    }
    await expect(page.locator('.embed-home')).toBeVisible();
    expect(await page.evaluate(() => [history.length, localStorage.length])).toEqual([before, 0]);
  });

  test('?mode=flat unrolls it; ?mode=scroll reads as unset', async ({ page }) => {
    await page.goto('/embed/story/?mode=flat');
    for (const id of STEPS) await expect(page.locator(`[data-step="${id}"]`)).toBeVisible();
    await page.goto('/embed/story/?mode=scroll');
    await expect(page.locator('html')).toHaveAttribute('data-mode', 'step');
  });

  test('a term and a passport open in it', async ({ page }) => {
    await page.goto('/embed/story/?step=eighty-four');
    await page.locator('.step.is-current a[href*="passport-"]').first().click();
    await expect(page.locator('.passport:popover-open')).toBeVisible();
    await page.keyboard.press('Escape');
    await page.goto('/embed/story/?step=rare');
    await page.locator('.step.is-current a[href*="#term-"]').first().click();
    await expect(page.locator('.term-card:popover-open')).toBeVisible();
  });
});

test.describe('the gallery', () => {
  test('a snippet is copied, and that is said', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto('/embed/#rate');
    const take = page.locator('[data-embed=rate]');
    await expect(take.getByRole('tab', { name: 'iframe', exact: true })).toHaveAttribute(
      'aria-selected',
      'true',
    );
    await take.getByRole('tabpanel').getByRole('button', { name: 'Copy' }).click();
    await expect(take.getByRole('tabpanel').getByRole('status')).toHaveText('Copied.');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain(`<iframe src="${new URL('/embed/rate/', page.url()).href}"`);
  });

  test('where there is no clipboard, the snippet is selected, and that is said', async ({ page }) => {
    await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await page.goto('/embed/#rate');
    const panel = page.locator('[data-embed=rate]').getByRole('tabpanel');
    await panel.getByRole('button', { name: 'Copy' }).click();
    await expect(panel.getByRole('status')).toContainText('Selected');
    expect(await page.evaluate(() => String(getSelection()))).toContain('<iframe');
  });

  test('the choices change preview and snippet; a pinned version too', async ({ page }) => {
    await page.goto('/embed/#rate');
    const take = page.locator('[data-embed=rate]');
    await take.getByLabel('Width').selectOption('320');
    await take.getByLabel('Theme').selectOption('dark');
    await take.getByLabel('View').selectOption({ index: 2 });
    await take.getByLabel('Without controls').check();
    const frame = take.locator('.preview iframe');
    await expect(frame).toHaveCSS('width', '320px');
    await expect(frame).toHaveAttribute('src', /\/embed\/rate\/\?theme=dark&step=[\w-]+&controls=0$/);
    const snippet = take.locator('[data-snippet=iframe]');
    await expect(snippet).toContainText('theme=dark&amp;step=');
    await expect(take.locator('[data-snippet=element]')).toContainText('theme="dark"');
    await take.locator('select[name=version]').selectOption({ index: 1 });
    await expect(snippet).toContainText(/\/v\/\d+\/embed\/rate\/\?/);
    await expect(take.frameLocator('.preview iframe').locator('.figure-title')).toBeVisible();
  });

  test('tabs are walked with the arrow keys', async ({ page }) => {
    await page.goto('/embed/#rate');
    const take = page.locator('[data-embed=rate]');
    await take.getByRole('tab', { name: 'iframe', exact: true }).focus();
    await page.keyboard.press('End');
    await expect(take.getByRole('tab', { name: 'Citation' })).toBeFocused();
    await expect(take.getByRole('tabpanel')).toContainText('@misc{');
  });

  test.describe('without JavaScript', () => {
    test.use({ javaScriptEnabled: false });
    test('every snippet can be read', async ({ page }) => {
      await page.goto('/embed/');
      const take = page.locator('[data-embed=rate]');
      await take.locator('summary').click();
      for (const kind of ['iframe', 'script', 'oembed', 'png', 'markdown', 'html', 'sentence', 'citation'])
        await expect(take.locator(`[data-snippet=${kind}]`)).toBeVisible();
    });
  });
});

for (const scheme of ['light', 'dark'] as const)
  test.describe(`accessibility, ${scheme}`, () => {
    test.use({ colorScheme: scheme });
    for (const path of [
      '/embed/#rate',
      '/embed/rate/',
      '/embed/map/',
      '/embed/models/?tab=table',
      '/embed/story/?step=rare',
    ])
      test(`axe finds nothing on ${path}`, async ({ page }) => {
        await page.goto(path);
        await page.locator('html[data-ready]').waitFor({ state: 'attached' });
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
          .analyze();
        expect(
          violations.map(
            ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
          ),
        ).toEqual([]);
      });
  });
