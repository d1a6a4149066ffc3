/** Passports: every number opens its own, by click, tap and Enter; Esc closes it and gives the focus back. */
import type { Locator, Page } from '@playwright/test';
import { PHONE, at, awake, expect, open, step, test } from './page.ts';

async function atModels(page: Page): Promise<Locator> {
  await open(page, { mode: 'step', step: 'second-study', motion: 'reduce' });
  await at(page, 'second-study');
  const stage = page.locator('[data-island=models]');
  return (await awake(stage)).locator('a.mark');
}

const openCard = (page: Page): Locator => page.locator(':popover-open');

test('a click on a mark opens the passport of its row; Esc closes it and the focus returns', async ({
  page,
}) => {
  const marks = await atModels(page);
  const mark = marks.nth(3);
  const id = (await mark.getAttribute('href'))?.slice(1);
  await mark.click();
  await expect(openCard(page)).toBeVisible();
  await expect(openCard(page)).toHaveAttribute('id', id ?? '');
  await expect(openCard(page)).toContainText(/100/);
  await page.keyboard.press('Escape');
  await expect(openCard(page)).toHaveCount(0);
  await expect(mark).toBeFocused();
});

test('Enter on a mark opens it; arrow keys go from mark to mark', async ({ page }) => {
  const marks = await atModels(page);
  await marks.first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(marks.nth(1)).toBeFocused();
  await page.keyboard.press('End');
  await expect(marks.last()).toBeFocused();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(openCard(page)).toBeVisible();
  await expect(openCard(page)).toHaveAttribute(
    'id',
    (await marks.first().getAttribute('href'))?.slice(1) ?? '',
  );
  await page.keyboard.press('Escape');
  await expect(openCard(page)).toHaveCount(0);
  await expect(marks.first()).toBeFocused();
});

test('a drawing is one stop of the Tab key', async ({ page }) => {
  const marks = await atModels(page);
  expect(await marks.count()).toBeGreaterThan(5);
  expect(
    await marks.evaluateAll((all) => all.filter((mark) => mark.getAttribute('tabindex') !== '-1').length),
  ).toBe(1);
});

test('a number in the prose opens its passport, which says that the number of runs is not published', async ({
  page,
}) => {
  await open(page, { mode: 'step', step: 'eighty-four' });
  await at(page, 'eighty-four');
  const link = step(page, 'eighty-four').locator('a[href$="#passport-opus4-shared-values"]:visible').first();
  await link.focus();
  await page.keyboard.press('Enter');
  await expect(openCard(page)).toBeVisible();
  await expect(openCard(page)).toContainText(/not published/i);
  await page.keyboard.press('Escape');
  await expect(openCard(page)).toHaveCount(0);
  await expect(link).toBeFocused();
});

test('a passport fits the screen of a phone and closes by a tap outside', async ({ page }) => {
  await page.setViewportSize(PHONE);
  const marks = await atModels(page);
  await marks.nth(2).click();
  await expect(openCard(page)).toBeVisible();
  const card = await openCard(page).boundingBox();
  expect(card?.x).toBeGreaterThanOrEqual(0);
  expect(card?.y).toBeGreaterThanOrEqual(0);
  expect((card?.x ?? 0) + (card?.width ?? 999)).toBeLessThanOrEqual(PHONE.width);
  expect((card?.y ?? 0) + (card?.height ?? 9999)).toBeLessThanOrEqual(PHONE.height);
  await page.mouse.click(PHONE.width / 2, Math.max(4, (card?.y ?? 0) / 2));
  await expect(openCard(page)).toHaveCount(0);
});

test('each mark is named by a whole sentence and is large enough for a finger, or its row in the table is', async ({
  page,
}) => {
  await page.setViewportSize(PHONE);
  const marks = await atModels(page);
  await page.locator('#second-study .figure-table > summary').click();
  // Sixteen rows on a phone's stage cannot all be 24 px high; the table below holds the same links (WCAG 2.5.8, "equivalent").
  const poor = await marks.evaluateAll((all) =>
    all
      .map((mark) => {
        const href = mark.getAttribute('href') ?? '';
        const row = document.querySelector(`#second-study td a[href$="${href}"]`)?.getBoundingClientRect();
        return { name: mark.getAttribute('aria-label') ?? '', box: mark.getBoundingClientRect(), row };
      })
      .filter(
        ({ name, box, row }) =>
          name.split(' ').length < 4 ||
          box.width < 23.5 ||
          (box.height < 23.5 && (!row || row.height < 23.5 || row.width < 23.5)),
      )
      .map(({ name, box }) => `${box.width}x${box.height} ${name}`),
  );
  expect(poor).toEqual([]);
});

test('a term of the glossary opens where it stands', async ({ page }) => {
  await open(page, { mode: 'flat' });
  const term = page.locator('[data-step] a[href^="#term-"]').first();
  await term.click();
  await expect(openCard(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(term).toBeFocused();
});
