/** With the keyboard alone: everything can be reached, and what has the focus is never hidden behind the stage. */
import type { Page } from '@playwright/test';
import { DESKTOP, PHONE, at, expect, open, step, test } from './page.ts';

interface Focused {
  readonly what: string;
  /** Why it cannot be seen, or empty. */
  readonly hidden: string;
  /** The first stop is reached again, or the focus left the page. */
  readonly round: boolean;
}

/** Looks at what has the focus, giving a scroll a second's worth of frames to settle. */
const focused = (page: Page): Promise<Focused> =>
  page.evaluate(async () => {
    const element = document.activeElement;
    if (element === null || element === document.body) return { what: 'body', hidden: '', round: true };
    const frame = (): Promise<number> => new Promise((done) => requestAnimationFrame(done));
    const label = `${element.tagName.toLowerCase()} ${element.getAttribute('href') ?? element.id} “${(element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 40)}” in ${element.closest('[id]')?.id ?? 'no id'}`;
    const reason = (): string => {
      const box = [...element.getClientRects()].find(({ width, height }) => width > 0 && height > 0);
      if (box === undefined) return 'takes no room';
      const x = box.left + box.width / 2;
      const y = box.top + box.height / 2;
      if (x < 0 || y < 0 || x > innerWidth || y > innerHeight) return `outside the window at ${x}, ${y}`;
      const over = document.elementFromPoint(x, y);
      if (over !== null && (element.contains(over) || over.contains(element))) return '';
      // Marks of one drawing may overlap; that is no other part of the page lying over them.
      if (over !== null && element.closest('svg')?.contains(over)) return '';
      // A label may lie over its own control.
      if (
        element instanceof HTMLInputElement &&
        [...(element.labels ?? [])].some((one) => one.contains(over))
      )
        return '';
      return `behind ${over?.tagName.toLowerCase() ?? 'nothing'}.${over?.getAttribute('class') ?? ''}`;
    };
    let hidden = reason();
    for (let count = 0; hidden !== '' && count < 60; count += 1) {
      await frame();
      hidden = reason();
    }
    const round = element.hasAttribute('data-seen-by-tab');
    element.setAttribute('data-seen-by-tab', '');
    return { what: label, hidden, round };
  });

for (const [name, viewport] of [
  ['phone', PHONE],
  ['desktop', DESKTOP],
] as const) {
  for (const [mode, key] of [
    ['scroll', 'Tab'],
    ['scroll', 'Shift+Tab'],
    ['flat', 'Tab'],
  ] as const) {
    test(`${key} through the page never hides the focus, ${mode}, ${name}`, async ({ page }) => {
      test.setTimeout(180_000);
      await page.setViewportSize(viewport);
      await open(page, { mode, motion: 'reduce' });
      const hidden: string[] = [];
      let stops = 0;
      for (; stops < 1500; stops += 1) {
        await page.keyboard.press(key);
        const now = await focused(page);
        if (now.round) break;
        if (now.hidden !== '') hidden.push(`${now.what}: ${now.hidden}`);
      }
      expect(hidden).toEqual([]);
      expect(stops).toBeGreaterThan(30);
    });
  }
}

test('a figure that wakes leaves the focus where it was', async ({ page }) => {
  let wake = (): void => undefined;
  const asked = new Promise<void>((done) => (wake = done));
  await page.route('**/figures.json', async (route) => {
    await asked;
    await route.continue();
  });
  await open(page, { motion: 'reduce', step: 'second-study' });
  const stage = page.locator('[data-island=models]');
  await stage.locator('.badge').focus();
  await expect(stage.locator('.badge')).toBeFocused();
  await expect(stage).not.toHaveAttribute('data-awake');
  wake();
  await expect(stage).toHaveAttribute('data-awake');
  await expect(stage.locator('.badge')).toBeFocused();
});

test('a picture that changes with the step before its figure wakes leaves the focus where it was', async ({
  page,
}) => {
  // Its data never come.
  await page.route('**/figures.json', () => undefined);
  await open(page, { motion: 'reduce', step: 'eighty-four' });
  const stage = page.locator('[data-island=rate]');
  const title = stage.locator('.figure-title');
  const before = await title.textContent();
  await stage.locator('.badge').focus();
  await step(page, 'values-differ').evaluate((one) => one.scrollIntoView({ behavior: 'instant' }));
  await expect(title).not.toHaveText(before ?? '');
  await expect(stage).not.toHaveAttribute('data-awake');
  await expect(stage.locator('.badge')).toBeFocused();
});

test('a drawn figure that takes another size leaves the focus where it was', async ({ page }) => {
  await page.setViewportSize(DESKTOP);
  await open(page, { mode: 'step', step: 'headline' });
  const stage = page.locator('[data-island=sentence]');
  await expect(stage).toHaveAttribute('data-awake');
  const mark = stage.locator('a').last();
  await mark.focus();
  const before = await stage.locator('svg.drawing').getAttribute('viewBox');
  const name = (await mark.getAttribute('aria-label')) ?? '';
  await page.setViewportSize({ ...DESKTOP, width: 1000 });
  await expect(stage.locator('svg.drawing')).not.toHaveAttribute('viewBox', before ?? '');
  await expect(stage.locator('a').last()).toBeFocused();
  expect(await stage.locator('a').last().getAttribute('aria-label')).toBe(name);
});

test('the first stop leads past the header to the story', async ({ page }) => {
  await open(page);
  await page.keyboard.press('Tab');
  const skip = page.locator(':focus');
  await expect(skip).toBeVisible();
  expect(await skip.getAttribute('href')).toMatch(/^#/);
});

test('the whole story can be read with Enter on Next', async ({ page }) => {
  await open(page, { mode: 'step', step: 'how-sure' });
  for (const id of ['outside', 'rare', 'test-or-real', 'second-study']) {
    await page.locator('[data-go=next]:visible').first().focus();
    await page.keyboard.press('Enter');
    await at(page, id);
  }
});

test('what has the focus is marked', async ({ page }) => {
  await open(page, { step: 'rare' });
  const bare: string[] = [];
  for (let count = 0; count < 25; count += 1) {
    await page.keyboard.press('Tab');
    const plain = await page.evaluate(() => {
      const element = document.activeElement;
      if (element === null || element === document.body) return null;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      const inner = element.querySelector('*');
      const drawn =
        (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1) ||
        boxShadow !== 'none' ||
        (element instanceof SVGElement && inner !== null);
      return drawn ? null : element.outerHTML.slice(0, 100);
    });
    if (plain !== null) bare.push(plain);
  }
  expect(bare).toEqual([]);
});
