/** Reading step by step: one step on the screen, Next and Prev, the focus on the heading. */
import { PHONE, STEPS, at, expect, heading, open, step, test } from './page.ts';

test('Next goes through all steps, says where one is, and moves the focus to the heading', async ({
  page,
}) => {
  await open(page, { mode: 'step', step: 'headline' });
  const next = page.locator('[data-go=next]:visible');
  for (const [place, id] of STEPS.entries()) {
    await at(page, id);
    await expect(step(page, id)).toBeVisible();
    await expect(page.locator('[data-step]:visible')).toHaveCount(1);
    await expect(page.getByText(`Step ${place + 1} of ${STEPS.length}`).first()).toBeVisible();
    await expect(heading(page, id)).toBeInViewport();
    if (place > 0) await expect(heading(page, id)).toBeFocused();
    if (id !== 'checkout') await next.first().click();
  }
  await expect(next.first()).toBeDisabled();
});

test('Prev goes back, to the opening in the end', async ({ page }) => {
  await open(page, { mode: 'step', step: 'secret' });
  for (const id of ['replacement', 'inbox', 'role', 'headline', '']) {
    await page.locator('[data-go=prev]:visible').first().click();
    await at(page, id);
  }
  await expect(page.locator('h1')).toBeVisible();
  await page.locator('[data-go=next]:visible').first().click();
  await at(page, 'headline');
});

test('the arrow keys turn the page, but not in a control', async ({ page }) => {
  await open(page, { mode: 'step', step: 'corner' });
  await at(page, 'corner');
  await page.keyboard.press('ArrowRight');
  await at(page, 'guess');
  const slider = page.locator('[data-figure=rate] input[type=range]');
  await slider.focus();
  await slider.press('ArrowRight');
  await at(page, 'guess');
  await heading(page, 'guess').focus();
  await page.keyboard.press('ArrowLeft');
  await at(page, 'corner');
});

test('the reading modes leave the arrow keys to the browser', async ({ page }) => {
  await open(page, { step: 'corner' });
  await at(page, 'corner');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  await at(page, 'corner');
});

test('Next can be reached and used on a phone', async ({ page }) => {
  await page.setViewportSize(PHONE);
  await open(page, { mode: 'step', step: 'role' });
  for (const id of ['inbox', 'replacement', 'secret']) {
    const next = page.locator('[data-go=next]:visible').first();
    const box = await next.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
    await next.click();
    await at(page, id);
    await expect(heading(page, id)).toBeInViewport();
  }
});

test('on a phone a step that is typed into the address begins with its picture', async ({ page }) => {
  await page.setViewportSize(PHONE);
  await open(page, { mode: 'step', step: 'role' });
  await at(page, 'role');
  await page.evaluate(() => (location.hash = 'eighty-four'));
  await at(page, 'eighty-four');
  await expect(page.locator('.scene.is-current .stage')).toBeInViewport({ ratio: 0.95 });
});
