/**
 * axe finds nothing: at every step, in both themes, in all ways to read. Themes differ in their colours alone, so of the
 * dark one only those are looked at where the light one has been looked at whole.
 */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { LEAVES, PHONE, STEPS, at, expect, open, test } from './page.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

async function findings(page: Page, theme = 'light', parts: readonly string[] = []): Promise<string[]> {
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] });
  for (const part of parts) if ((await page.locator(part).count()) > 0) axe.include(part);
  const { violations } = await (
    theme === 'light' ? axe.withTags(RULES) : axe.withRules(['color-contrast', 'link-in-text-block'])
  ).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes
      .slice(0, 3)
      .map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary?.split('\n')[1]?.trim() ?? ''}`),
  );
}

for (const theme of ['light', 'dark'] as const) {
  for (const half of [0, 1] as const) {
    const chosen = STEPS.filter((_, place) => (place < STEPS.length / 2 ? 0 : 1) === half);
    test(`step by step, ${theme}, steps ${chosen.at(0)} to ${chosen.at(-1)}`, async ({ page }) => {
      test.setTimeout(300_000);
      await open(page, { mode: 'step', theme, motion: 'reduce', step: chosen[0] ?? '' });
      const found: Record<string, string[]> = {};
      for (const id of chosen) {
        await at(page, id);
        // What stands around every step is looked at with the first one.
        const parts = id === chosen[0] ? [] : ['.scene.is-current', '.chapter.is-current .chapter-head'];
        const now = await findings(page, theme, parts);
        if (now.length > 0) found[id] = now;
        if (id !== chosen.at(-1)) await page.locator('[data-go=next]:visible').first().click();
      }
      expect(found).toEqual({});
    });
  }

  test(`plain article, ${theme}`, async ({ page }) => {
    test.setTimeout(300_000);
    await open(page, { mode: 'flat', theme });
    expect(await findings(page, theme)).toEqual([]);
  });

  for (const [name, viewport] of [
    ['desktop', { width: 1280, height: 800 }],
    ['phone', PHONE],
  ] as const) {
    test(`scrolling, ${theme}, ${name}`, async ({ page }) => {
      test.setTimeout(300_000);
      await page.setViewportSize(viewport);
      await open(page, { theme, motion: 'reduce' });
      const found: Record<string, string[]> = {};
      for (const id of ['', 'corner', 'eighty-four', 'second-study']) {
        await page.evaluate((hash) => {
          location.hash = hash;
        }, id);
        await at(page, id);
        const now = await findings(page, theme);
        if (now.length > 0) found[id] = now;
      }
      expect(found).toEqual({});
    });
  }

  test(`with every clause marked and a passport open, ${theme}`, async ({ page }) => {
    test.setTimeout(300_000);
    await open(page, { mode: 'step', theme, what: 'on', motion: 'reduce', step: 'eighty-four' });
    await at(page, 'eighty-four');
    await page.locator('[data-step="eighty-four"] a[href*="#passport-"]:visible').first().click();
    await expect(page.locator(':popover-open')).toBeVisible();
    expect(await findings(page, theme)).toEqual([]);
  });

  test(`the pages beside the story, ${theme}`, async ({ page }) => {
    test.setTimeout(300_000);
    await page.setViewportSize(PHONE);
    const found: Record<string, string[]> = {};
    for (const path of [...LEAVES, 'figures/article/']) {
      await page.goto(`${path}?theme=${theme}`);
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
      const now = await findings(page, theme);
      if (now.length > 0) found[path] = now;
      const [width, room] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      expect(width, path).toBeLessThanOrEqual(room ?? 0);
    }
    expect(found).toEqual({});
  });

  test(`present mode with all that opens over it, and the speaker’s view, ${theme}`, async ({ page }) => {
    test.setTimeout(300_000);
    await page.setViewportSize({ width: 1280, height: 720 });
    await open(page, { mode: 'present', theme, motion: 'reduce', step: 'guess' });
    await page.locator('.present-tools').waitFor();
    await at(page, 'guess');
    const found: Record<string, string[]> = {};
    const look = async (name: string): Promise<void> => {
      const now = await findings(page, theme);
      if (now.length > 0) found[name] = now;
    };
    await look('guess');
    for (const key of ['o', 'g', '?', 'c', 'q']) {
      await page.keyboard.press(key);
      await expect(page.locator('dialog[open]')).toHaveCount(1);
      if (key === 'c') await page.getByRole('button', { name: 'Show what was reported' }).click();
      await look(key);
      await page.locator('dialog[open] .dialog-end button').click();
      await expect(page.locator('dialog')).toHaveCount(0);
    }
    for (const id of ['eighty-four', 'rare', 'map', 'article']) {
      await page.evaluate((hash) => void (location.hash = hash), id);
      await at(page, id);
      await look(id);
    }
    await page.evaluate(() => (window.open = () => null));
    await page.keyboard.press('s');
    await page.getByRole('button', { name: 'Show it in this window' }).click();
    await look('split view');
    await open(page, { mode: 'present', theme, speaker: 'abcd', step: 'eighty-four' });
    await page.locator('.speaker').waitFor();
    await look('speaker');
    expect(found).toEqual({});
  });
}
