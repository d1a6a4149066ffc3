/** Hands on the keys and nothing else: the pages beside the story, the embeds, and the screen in class. */
import { at, expect, front, tab, test } from './page.ts';

test('a figure’s page: its lists unfold, its sentences are copied, its files come', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('figures/rate/');
  await page.locator('html[data-ready]').waitFor();
  const walk = page.locator('.walk summary').first();
  await tab(page, walk);
  await page.keyboard.press('Enter');
  await expect(page.locator('.walk').first()).toHaveAttribute('open');
  const copy = page.locator('.copies li').first();
  await tab(page, copy.locator('button'), 120);
  await page.keyboard.press('Enter');
  await expect(copy.getByRole('status')).toHaveText('Copied.');
  await page.locator('h1').evaluate((one) => {
    one.setAttribute('tabindex', '-1');
    one.focus();
  });
  for (const ending of ['svg', 'png', 'csv', 'json']) {
    await tab(page, page.locator(`main a[download][href$=".${ending}"]`).first(), 120);
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    expect(download.suggestedFilename()).toMatch(new RegExp(`\\.${ending}$`));
  }
});

test('an embed: its guess, and the table in place of the picture', async ({ page }) => {
  await page.goto('embed/rate/?step=guess');
  await page.locator('html[data-ready]').waitFor();
  await tab(page, page.locator('input[type=range]'));
  await page.keyboard.press('ArrowRight');
  await tab(page, page.locator('[data-commit]'));
  await page.keyboard.press('Enter');
  await expect(page.locator('.figure-title')).toBeFocused();
  await tab(page, page.locator('#as-table'));
  await page.keyboard.press('Space');
  await expect(page.getByRole('table')).toBeVisible();
  await expect(page.locator('svg.drawing:visible')).toHaveCount(0);
  await tab(page, page.locator('.embed-home'));
});

test('the gallery: a figure’s choices, its kinds of snippet, and copying', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('embed/');
  await page.locator('html[data-ready]').waitFor();
  const take = page.locator('.take').first();
  await tab(page, take.locator('summary'));
  await page.keyboard.press('Enter');
  const theme = take.locator('select[name=theme]');
  await tab(page, theme);
  await page.keyboard.press('End');
  await expect.poll(() => theme.inputValue()).not.toBe('auto');
  await tab(page, take.getByRole('tab', { selected: true }));
  await page.keyboard.press('ArrowRight');
  const second = take.getByRole('tab').nth(1);
  await expect(second).toBeFocused();
  await expect(second).toHaveAttribute('aria-selected', 'true');
  const panel = take.getByRole('tabpanel');
  await expect(panel).toHaveCount(1);
  await expect(panel).toHaveAccessibleName((await second.textContent()) ?? '');
  await tab(page, panel.locator('button').first());
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('status').first()).toHaveText('Copied.');
});

test('in class: what opens holds the focus, closes by Escape, and a vote is counted', async ({ page }) => {
  await page.goto('/?mode=present&motion=reduce&step=guess');
  await page.locator('.present-tools').waitFor();
  await at(page, 'guess');
  const dialog = page.locator('dialog[open]');
  await front(page);
  for (const key of ['o', 'g', '?', 'q', 'c']) {
    await page.keyboard.press(key);
    await expect(dialog).toHaveCount(1);
    await expect(dialog).toHaveAccessibleName(/\S/);
    for (let count = 0; count < 3; count += 1) {
      await page.keyboard.press('Tab');
      expect(
        await page.evaluate(
          () =>
            document.activeElement === document.body || document.activeElement?.closest('dialog') !== null,
        ),
      ).toBe(true);
    }
    await page.keyboard.press('Escape');
    await expect(page.locator('dialog')).toHaveCount(0);
  }
  await page.keyboard.press('g');
  await page.keyboard.type('9');
  await page.keyboard.press('Enter');
  await at(page, 'eighty-four');
  await page.keyboard.press('c');
  const vote = page.locator('dialog.vote');
  await tab(page, vote.locator('tbody input').first());
  await page.keyboard.type('12');
  await expect(vote.locator('.vote-share').first()).toContainText('12 of 12');
  await tab(page, vote.locator('.vote-tools button').nth(1));
  await page.keyboard.press('Enter');
  await expect(vote.getByRole('status')).toHaveText(/\S/);
  await expect(vote.locator('tbody input').first()).toHaveValue('');
});
