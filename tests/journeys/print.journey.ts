/** On paper, without a script: the papers for a class fit their sheets, and the whole story prints with its pictures. */
import type { Page } from '@playwright/test';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { STEPS, expect, test } from './page.ts';

test.use({ javaScriptEnabled: false });

const FORMATS = ['A4', 'Letter'] as const;

/** Without any white space: how words are cut into lines and pieces says nothing here. */
const tight = (text: string): string => text.normalize('NFKC').replace(/[\s\u00ad]+/g, '');

/** The pages of the printed page as text. */
async function printed(page: Page, format: (typeof FORMATS)[number]): Promise<string[]> {
  const pdf = await getDocument({ data: new Uint8Array(await page.pdf({ format })), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' '));
  }
  return pages;
}

const PAPERS = [
  {
    id: 'handout',
    pages: 2,
    says: ['Before you start.', 'every other', 'of runs in this test', 'Not published', 'frame'],
  },
  { id: 'worksheet', pages: 2, says: ['Guess first', 'evidence map', 'Contradicted', 'Exit ticket', '100'] },
  {
    id: 'key',
    pages: 2,
    says: ['Answer key', 'None found', 'Contradicted', 'number of runs not published', 'Votes'],
  },
  { id: 'cards', pages: 1, says: ['Cut along', 'A', 'B', 'C', 'D'] },
] as const;

for (const format of FORMATS)
  for (const { id, pages, says } of PAPERS)
    test(`${id}, ${format}: fits its sheet, with words and drawings`, async ({ page }) => {
      await page.goto(`/teach/${id}/`);
      const text = await printed(page, format);
      expect(text).toHaveLength(pages);
      for (const words of says) expect(tight(text.join(''))).toContain(tight(words));
      expect(tight(text[0] ?? '')).toContain(tight('Version of 23 November 2026'));
      // The way back is for the screen.
      expect(tight(text.join(''))).not.toContain(tight('For teachers Handout'));
      await page.emulateMedia({ media: 'print' });
      const hidden = await page
        .locator('main svg')
        .evaluateAll((all) => all.filter((svg) => svg.getBoundingClientRect().height < 30).length);
      expect(hidden).toBe(0);
      const small = await page.locator('main').evaluate((main) =>
        [...main.querySelectorAll<HTMLElement>('p, li, dt, dd, th, td, figcaption, caption, span')]
          .filter((one) => one.checkVisibility() && one.innerText !== '')
          .filter((one) => parseFloat(getComputedStyle(one).fontSize) < 14.6)
          .map((one) => one.innerText),
      );
      expect(small).toEqual([]);
    });

test('the lesson prints whole', async ({ page }) => {
  await page.goto('/teach/');
  const text = tight((await printed(page, 'A4')).join(''));
  for (const words of ['Content note', 'Pause and discuss', 'Teacher note', 'Licence and how to cite'])
    expect(text).toContain(tight(words));
});

test('the story prints every step in order, with tables and addresses and without controls', async ({
  page,
}) => {
  test.slow();
  await page.goto('/');
  const titles = await page
    .locator('[data-step] h3')
    .evaluateAll((all) =>
      all.filter((one) => !one.closest('[data-step] [class*="still"]')).map((one) => one.textContent.trim()),
    );
  expect(titles.length).toBeGreaterThanOrEqual(STEPS.length);
  const cells = await page
    .locator('.figure-table')
    .evaluateAll((all) => all.map((one) => one.querySelector('tbody tr')?.textContent.trim() ?? ''));
  const addresses = await page
    .locator('#sources a')
    .evaluateAll((all) =>
      all.map((one) => one.getAttribute('href') ?? '').filter((href) => /^https?:/.test(href)),
    );
  expect(cells.length).toBeGreaterThan(10);
  expect(addresses.length).toBeGreaterThan(10);

  const text = tight((await printed(page, 'A4')).join(''));
  let from = 0;
  for (const title of titles) {
    const place = text.indexOf(tight(title), from);
    expect(place, title).toBeGreaterThanOrEqual(from);
    from = place;
  }
  for (const cell of cells) expect(text, cell).toContain(tight(cell));
  for (const address of addresses) expect(text, address).toContain(tight(address));
  expect(text).not.toContain('Options');
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('button:visible, summary:has-text("Options"):visible').count()).toBe(0);
  expect(await page.locator('.still svg.drawing:visible').count()).toBeGreaterThan(20);
});

test('on paper a figure stands beside its step’s words, answers are open, and a table that grows stands once', async ({
  page,
}) => {
  await page.setViewportSize({ width: 680, height: 960 });
  await page.goto('/');
  await page.emulateMedia({ media: 'print' });
  for (const step of ['inbox', 'eighty-four', 'second-study', 'later']) {
    const text = await page.locator(`#${step} > .step-text`).boundingBox();
    const figure = await page.locator(`#${step} .figure`).boundingBox();
    if (!text || !figure) throw new Error(`${step}: nothing is printed.`);
    expect(figure.x, step).toBeGreaterThanOrEqual(text.x + text.width);
    expect(Math.abs(figure.y - text.y), step).toBeLessThan(12);
    expect(figure.x + figure.width, step).toBeLessThanOrEqual(680);
  }
  await expect(page.locator('#corner .quiz details li').first()).toBeVisible();
  await expect(page.locator('#inside .figure-table:visible')).toHaveCount(1);
  await expect(page.locator('#inside .figure-table:visible tbody tr')).toHaveCount(6);
  await expect(page.locator('summary:visible')).toHaveCount(0);
});

test('a figure’s page prints each view once, as wide as the sheet', async ({ page }) => {
  // As wide as an A4 sheet between its margins, and as narrow as a small one.
  for (const width of [680, 480]) {
    await page.setViewportSize({ width, height: 960 });
    await page.goto('/figures/models/');
    await page.emulateMedia({ media: 'print' });
    const views = page.locator('.leaf > .still');
    expect(await views.count()).toBeGreaterThan(1);
    for (const view of await views.all()) {
      const drawings = view.locator('.still-drawing:visible');
      await expect(drawings).toHaveCount(1);
      const [drawing, table] = [await drawings.boundingBox(), await view.locator('table').boundingBox()];
      if (!drawing || !table) throw new Error('Nothing is printed.');
      expect(drawing.width).toBeGreaterThan(width * 0.7);
      expect(table.width).toBeGreaterThan(width * 0.7);
      expect(table.y).toBeGreaterThan(drawing.y + drawing.height);
    }
  }
});

test('the address with ?key=1 leads to the key', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: true, baseURL: baseURL ?? '' });
  const page = await context.newPage();
  await page.goto('/teach/worksheet/?key=1');
  await page.waitForURL(/\/teach\/key\/$/);
  await expect(page.locator('h1')).toHaveText('Answer key');
  await context.close();
});

test.describe('with a script', () => {
  test.use({ javaScriptEnabled: true });

  for (const mode of ['scroll', 'step', 'present'])
    test(`the story prints as the plain article, then goes on as before: ${mode}`, async ({ page }) => {
      test.setTimeout(120_000);
      await page.goto(`/?mode=${mode}&step=second-study`);
      await page.locator('html[data-ready]').waitFor({ state: 'attached' });
      const before = await page.locator('html').getAttribute('data-mode');
      const sheets = await printed(page, 'A4');
      const text = tight(sheets.join(''));
      const told = await page
        .locator('[data-step]')
        .evaluateAll((all) =>
          all.flatMap((one) =>
            [
              ...one.querySelectorAll(
                'h3, .step-text > .badge, .still :is(.badge, .figure-title, .figure-source)',
              ),
            ].map((part) => part.textContent ?? ''),
          ),
        );
      expect(told.length).toBeGreaterThan(4 * STEPS.length);
      expect(told.filter((words) => !text.includes(tight(words)))).toEqual([]);
      // No sheet is left empty by what the screen keeps back.
      expect(sheets.filter((sheet) => tight(sheet).length < 40)).toEqual([]);
      await expect(page.locator('html')).toHaveAttribute('data-mode', before ?? '');
      await expect(page.locator('html')).toHaveAttribute('data-current', 'second-study');
      await expect(page.locator('#second-study h3').first()).toBeInViewport();
      if (mode === 'present') await expect(page.locator('html')).toHaveAttribute('data-present', '');
    });

  for (const { id, pages } of PAPERS.slice(0, 3))
    test(`${id} has the mild wording, too, on as many sheets, with the same figures`, async ({ page }) => {
      const numbers = async (): Promise<string> =>
        ((await page.locator('main').textContent()) ?? '').replace(/[^0-9%]+/g, ' ');
      await page.goto(`/teach/${id}/`);
      const before = await numbers();
      await page.goto(`/teach/${id}/?mild=1`);
      await expect(page.locator('.mild-note')).toContainText('No figure is changed');
      await expect(page.locator('body')).not.toContainText(/\baffairs?\b/i);
      expect(await numbers()).toBe(before);
      for (const format of FORMATS) {
        const sheets = await printed(page, format);
        expect(sheets).toHaveLength(pages);
        for (const sheet of sheets) expect(tight(sheet)).toContain(tight('mild wording'));
      }
      await page
        .getByRole('link', { name: 'Answer key' })
        .or(page.getByRole('link', { name: 'Handout' }))
        .first()
        .click();
      await expect(page.locator('.mild-note')).toBeVisible();
    });
});
