/** axe finds nothing: at every step, in both themes, in all ways to read. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { PHONE, STEPS, at, expect, open, test } from './page.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .withTags(RULES)
    .analyze();
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
        const now = await findings(page);
        if (now.length > 0) found[id] = now;
        if (id !== chosen.at(-1)) await page.locator('[data-go=next]:visible').first().click();
      }
      expect(found).toEqual({});
    });
  }

  test(`plain article, ${theme}`, async ({ page }) => {
    test.setTimeout(300_000);
    await open(page, { mode: 'flat', theme });
    expect(await findings(page)).toEqual([]);
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
        const now = await findings(page);
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
    expect(await findings(page)).toEqual([]);
  });

  test(`the pages beside the story, ${theme}`, async ({ page }) => {
    test.setTimeout(300_000);
    await page.setViewportSize(PHONE);
    const found: Record<string, string[]> = {};
    for (const path of ['figures/', 'figures/rate/', 'figures/article/', 'data/', 'passports/']) {
      await page.goto(`${path}?theme=${theme}`);
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
      const now = await findings(page);
      if (now.length > 0) found[path] = now;
      const [width, room] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      expect(width, path).toBeLessThanOrEqual(room ?? 0);
    }
    expect(found).toEqual({});
  });
}
