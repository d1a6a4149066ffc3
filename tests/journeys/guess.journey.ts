/** The guess: by dragging, keys or number; never revealed by accident, never a barrier. */
import type { Locator, Page } from '@playwright/test';
import { at, awake, expect, open, step, test, wheel } from './page.ts';

const stage = (page: Page): Locator => page.locator('[data-island=rate]');
const slider = (page: Page): Locator => page.locator('[data-figure=rate] input[type=range]');
const box = (page: Page): Locator => page.locator('[data-figure=rate] input[type=number]');

async function atGuess(page: Page, mode = 'step'): Promise<void> {
  await open(page, { mode, step: 'guess', motion: 'reduce' });
  await at(page, 'guess');
  await awake(stage(page));
  await expect(slider(page)).toBeVisible();
}

/** The reported number is nowhere on the screen, nor in what a screen reader is told of the figure. */
async function expectSecret(page: Page): Promise<void> {
  await at(page, 'guess');
  const told = await stage(page).evaluate((element) => {
    const names = [...element.querySelectorAll('[aria-label], title, desc')].map(
      (one) => one.getAttribute('aria-label') ?? one.textContent,
    );
    return `${(element as HTMLElement).innerText} ${names.join(' ')}`;
  });
  expect(told).not.toMatch(/\b84\b/);
  await expect(step(page, 'guess')).not.toContainText(/\b84\b/);
}

test('arrow keys move the guess and reveal nothing', async ({ page }) => {
  await atGuess(page);
  await slider(page).focus();
  const before = Number(await slider(page).inputValue());
  for (let count = 0; count < 5; count += 1) await page.keyboard.press('ArrowRight');
  for (let count = 0; count < 2; count += 1) await page.keyboard.press('ArrowLeft');
  expect(Number(await slider(page).inputValue())).toBe(before + 3);
  await page.keyboard.press('Enter');
  await expectSecret(page);
});

test('dragging moves the guess and reveals nothing', async ({ page }) => {
  await atGuess(page);
  const track = await slider(page).boundingBox();
  if (track === null) throw new Error('The slider has no place on the screen.');
  const middle = track.y + track.height / 2;
  await page.mouse.move(track.x + track.width / 2, middle);
  await page.mouse.down();
  await page.mouse.move(track.x + track.width * 0.3, middle, { steps: 6 });
  await page.mouse.up();
  const value = Number(await slider(page).inputValue());
  expect(value).toBeGreaterThan(15);
  expect(value).toBeLessThan(45);
  await expect(box(page)).toHaveValue(String(value));
  await expectSecret(page);
});

test('on a large screen, where the drawing is drawn larger, a press counts the dots up to the one pressed', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await atGuess(page);
  const drawing = page.locator('[data-island="rate"] svg.drawing');
  const words = drawing.locator('text').first();
  // No label is smaller than on a laptop's screen, seen from further away.
  expect((await words.boundingBox())?.height ?? 0).toBeGreaterThan(16);
  const dots = drawing.locator('path.dot.open');
  const all = await dots.boundingBox();
  if (all === null) throw new Error('The dots have no place on the screen.');
  await page.mouse.click(all.x + all.width - 4, all.y + all.height / 2);
  const value = Number(await slider(page).inputValue());
  expect(value).toBeGreaterThanOrEqual(40);
  expect(value).toBeLessThanOrEqual(60);
  await expectSecret(page);
});

test('typing a number moves the guess and reveals nothing', async ({ page }) => {
  await atGuess(page);
  await box(page).fill('23');
  await expect(slider(page)).toHaveValue('23');
  await page.keyboard.press('Enter');
  await expectSecret(page);
});

test('a committed guess stays beside the reported number', async ({ page }) => {
  await atGuess(page);
  await box(page).fill('37');
  await stage(page).locator('button[data-commit]').click();
  if ((await page.locator('html').getAttribute('data-current')) === 'guess') {
    await page.locator('[data-go=next]:visible').first().click();
  }
  await at(page, 'eighty-four');
  await expect(stage(page).locator('svg.drawing')).toContainText('37');
  await expect(stage(page)).toContainText('84%');
  await page.locator('[data-go=next]:visible').first().click();
  await page.locator('[data-go=prev]:visible').first().click();
  await at(page, 'eighty-four');
  await expect(stage(page).locator('svg.drawing')).toContainText('37');
});

test('the guess can be skipped', async ({ page }) => {
  await atGuess(page);
  await stage(page).locator('button[data-skip]').click();
  if ((await page.locator('html').getAttribute('data-current')) === 'guess') {
    await page.locator('[data-go=next]:visible').first().click();
  }
  await at(page, 'eighty-four');
  await expect(stage(page)).toContainText('84%');
  await expect(stage(page).locator('svg.drawing')).not.toContainText(/your guess/i);
});

test('numbers that cannot be are not taken', async ({ page }) => {
  await atGuess(page);
  await box(page).fill('250');
  await box(page).blur();
  expect(Number(await slider(page).inputValue())).toBeLessThanOrEqual(100);
  await box(page).fill('');
  await box(page).blur();
  await expectSecret(page);
});

test('scrolling past without a guess works', async ({ page }) => {
  await atGuess(page, 'scroll');
  await wheel(
    page,
    400,
    async () => (await page.locator('html').getAttribute('data-current')) === 'values-differ',
    300,
  );
  await at(page, 'values-differ');
});

test('with a finger on the slider the page does not move on', async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    baseURL: baseURL ?? '',
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  await atGuess(page, 'scroll');
  const track = await slider(page).boundingBox();
  if (track === null) throw new Error('The slider has no place on the screen.');
  await page.touchscreen.tap(track.x + track.width * 0.25, track.y + track.height / 2);
  await expectSecret(page);
  expect(Number(await slider(page).inputValue())).toBeLessThan(45);
  await context.close();
});
