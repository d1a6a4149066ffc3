/**
 * Readers who need it otherwise: 320 pixels, a page magnified four times, text set wider, colours of their own. Over
 * every kind of page; nothing is lost.
 */
import { readdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { LEAVES, STEPS, at, expect, open, restyle, test } from './page.ts';

const figures = readdirSync('dist/figures', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
/** One of each kind. */
const PAGES = ['?mode=flat', ...LEAVES, 'figures/map/', 'embed/'];

/** The bookmarklets' rules for WCAG 1.4.12. */
const SPACED =
  '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}';

/** What is cut off or runs out: text in boxes too small for it, and a page wider than its window. */
const lost = (page: Page, wider: boolean): Promise<string[]> =>
  page.evaluate((wider) => {
    const found: string[] = [];
    const root = document.documentElement;
    // A table may be wider than the window where it scrolls by itself.
    const scrolls = (one: Element): boolean => {
      for (let up = one.parentElement; up && up !== document.body; up = up.parentElement)
        if (/auto|scroll/.test(getComputedStyle(up).overflowX)) return true;
      return false;
    };
    // Labels of pictures drawn at build do not make room for themselves where the reader sets them wider.
    const room = root.clientWidth + 1;
    const runs = [...document.querySelectorAll('body *')].some(
      (one) =>
        !one.closest('svg, .vh, .rail-name') &&
        !scrolls(one) &&
        one.checkVisibility() &&
        one.getBoundingClientRect().right > room,
    );
    if (runs || (!wider && root.scrollWidth > root.clientWidth))
      found.push(`the page is ${root.scrollWidth} wide`);
    for (const one of document.querySelectorAll<HTMLElement>('body *')) {
      if (one.closest('svg, .vh, .skip-link, .rail-name, [inert]')) continue;
      const { overflowX, overflowY, display } = getComputedStyle(one);
      const { width, height } = one.getBoundingClientRect();
      if (width < 2 || height < 2 || !one.checkVisibility({ visibilityProperty: true })) continue;
      const cuts = (overflow: string): boolean => overflow === 'hidden' || overflow === 'clip';
      const wide = one.scrollWidth - one.clientWidth;
      const high = one.scrollHeight - one.clientHeight;
      if (one.innerText.trim() === '' || display === 'inline') continue;
      if ((cuts(overflowX) && wide > 1) || (cuts(overflowY) && high > 1))
        found.push(`cut off: ${one.tagName}.${one.className} by ${wide}, ${high}`);
      // What spills over lies on what comes next.
      else if (/^(FIGCAPTION|BUTTON|LABEL)$/.test(one.tagName) && high > 3)
        found.push(`spills: ${one.tagName}.${one.className} by ${high}`);
    }
    const bar = document.querySelector('.bar')?.getBoundingClientRect();
    for (const one of document.querySelectorAll('.bar .place, .bar summary')) {
      const text = document.createRange();
      text.selectNodeContents(one);
      const { top, bottom, width } = text.getBoundingClientRect();
      if (bar && width > 0 && (top < bar.top - 1 || bottom > bar.bottom + 1))
        found.push(`out of the bar: ${one.textContent}`);
    }
    return found;
  }, wider);

/** Labels that run out of their drawing or over each other. */
const crowded = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    for (const drawing of document.querySelectorAll('.stage svg.drawing')) {
      if (!drawing.checkVisibility()) continue;
      const room = drawing.getBoundingClientRect();
      for (const text of drawing.querySelectorAll('text')) {
        if (!text.checkVisibility({ opacityProperty: true })) continue;
        const box = text.getBoundingClientRect();
        const out = Math.max(box.right - room.right, room.left - box.left);
        if (box.width > 0 && out > 2) found.push(`“${text.textContent}” by ${Math.round(out)}`);
      }
    }
    return found;
  });

for (const [name, size, css] of [
  ['320 pixels', { width: 320, height: 640 }, ''],
  ['magnified four times', { width: 320, height: 256 }, ''],
  ['text set wider, 320 pixels', { width: 320, height: 640 }, SPACED],
  ['text set wider, a desk', { width: 1280, height: 800 }, SPACED],
] as const)
  test(`no text is cut off and nothing runs out sideways: ${name}`, async ({ page }) => {
    test.setTimeout(180_000);
    await page.setViewportSize(size);
    const found: Record<string, string[]> = {};
    // Every figure's own page once, in the narrowest window.
    const pages = name === '320 pixels' ? [...PAGES, ...figures.map((id) => `figures/${id}/`)] : PAGES;
    for (const path of pages) {
      await page.goto(path === '?mode=flat' ? `/${path}` : path);
      if (css !== '') await restyle(page, css);
      const now = await lost(page, css !== '');
      if (now.length > 0) found[path] = now;
    }
    await page.goto('about:blank');
    await open(page, { mode: 'step', motion: 'reduce', step: STEPS[0] ?? '' });
    if (css !== '') await restyle(page, css);
    for (const id of STEPS) {
      await page.evaluate((hash) => void (location.hash = hash), id);
      await at(page, id);
      const stage = page.locator('.scene.is-current .stage');
      // On the smallest stage the map is words only: there is no drawing to wait for.
      if ((await stage.count()) > 0) await expect(stage).toHaveAttribute('data-awake', /.*/);
      await expect.poll(() => lost(page, css !== ''), { message: id }).toEqual([]);
      if (size.width > 1000) await expect.poll(() => crowded(page), { message: id }).toEqual([]);
    }
    expect(found).toEqual({});
  });

for (const [path, width] of [
  ['?mode=flat', 320],
  ['?mode=flat', 390],
  ['figures/models/', 390],
  ['figures/timeline/', 320],
] as const)
  test(`no label of a still leaves the window where text is set wider: ${path}, ${width}`, async ({
    page,
  }) => {
    test.setTimeout(60_000);
    await page.setViewportSize({ width, height: 800 });
    await page.goto(`/${path}`);
    await page.locator('html[data-ready]').waitFor({ state: 'attached' });
    await restyle(page, SPACED);
    const out = (): Promise<string[]> =>
      page.evaluate(() =>
        [...document.querySelectorAll('.still svg.drawing text')].flatMap((text) => {
          const { left, right, width } = text.getBoundingClientRect();
          return width > 0 && (left < -1 || right > document.documentElement.clientWidth + 1)
            ? [`“${text.textContent}” from ${Math.round(left)} to ${Math.round(right)}`]
            : [];
        }),
      );
    await expect.poll(out).toEqual([]);
  });

test('magnified four times, the bars leave the window to the text', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await open(page, { mode: 'step', motion: 'reduce', step: 'rare' });
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight / 3));
  const covered = await page.evaluate(
    () =>
      [...document.querySelectorAll('.bar, .turn')]
        .map((one) => one.getBoundingClientRect())
        .reduce(
          (sum, { top, bottom }) => sum + Math.max(0, Math.min(bottom, innerHeight) - Math.max(top, 0)),
          0,
        ) / innerHeight,
  );
  expect(covered).toBeLessThan(0.25);
});

test.describe('colours of the reader', () => {
  test.use({ forcedColors: 'active' });

  /** Colours that a drawing's shapes are painted in, as far as they are not the ground's. */
  const inks = (page: Page): Promise<{ marks: number; frames: number }> =>
    page.evaluate(() => {
      const probe = document.body.appendChild(document.createElement('i'));
      probe.style.backgroundColor = 'Canvas';
      const canvas = getComputedStyle(probe).backgroundColor;
      probe.remove();
      const seen = (colour: string): boolean =>
        colour !== 'none' && colour !== canvas && !/^rgba\(.*, 0\)$/.test(colour);
      let marks = 0;
      let frames = 0;
      for (const drawing of document.querySelectorAll('svg.drawing')) {
        if (!drawing.checkVisibility()) continue;
        for (const shape of drawing.querySelectorAll('path, rect, circle, use')) {
          const { fill, stroke } = getComputedStyle(shape);
          if (shape.matches('.frame-line, .frame')) frames += seen(stroke) ? 1 : -100;
          else if (seen(fill) || seen(stroke)) marks += 1;
        }
      }
      return { marks, frames };
    });

  test('every figure keeps its marks and its frame; what is chosen can be told', async ({ page }) => {
    test.setTimeout(120_000);
    for (const id of figures) {
      await page.goto(`embed/${id}/`);
      await page.locator('html[data-ready]').waitFor();
      const { marks, frames } = await inks(page);
      expect(marks, id).toBeGreaterThan(2);
      expect(frames, id).toBeGreaterThanOrEqual(['rate', 'frame', 'setup', 'exits'].includes(id) ? 1 : 0);
    }
    await open(page, { mode: 'step', step: 'corner', motion: 'reduce' });
    await expect(page.locator('[data-quiz] .choices.can').first()).toBeAttached();
    const ground = (selector: string, pseudo?: string): Promise<string> =>
      page
        .locator(selector)
        .first()
        .evaluate((one, before) => getComputedStyle(one, before).backgroundColor, pseudo);
    await page.locator('.options summary').click();
    expect(await ground('.options [aria-current]', '::before')).not.toBe(
      await ground('.options a:not([aria-current])', '::before'),
    );
    await page.keyboard.press('Escape');
    await page.locator('[data-quiz=doors] .choices button').first().click();
    const chosen = page.locator('[data-quiz=doors] [aria-pressed=true]').first();
    expect(await ground('[data-quiz=doors] [aria-pressed=true]')).not.toBe(
      await ground('[data-quiz=doors] [aria-pressed=false]'),
    );
    expect(await chosen.evaluate((one) => getComputedStyle(one).color)).not.toBe(
      await ground('[data-quiz=doors] [aria-pressed=true]'),
    );
  });
});

test('an option that was just clicked can be read while the pointer rests on it', async ({ page }) => {
  await open(page, { mode: 'step', step: 'corner', motion: 'reduce' });
  const option = page.locator('[data-quiz=doors] .choices button').first();
  await option.click();
  await expect(option).toHaveAttribute('aria-pressed', 'true');
  const light = await option.evaluate((one) => {
    const paint = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
    if (!paint) throw new Error('No canvas.');
    const { color, backgroundColor } = getComputedStyle(one);
    return [color, backgroundColor].map((colour) => {
      paint.fillStyle = colour;
      paint.fillRect(0, 0, 1, 1);
      return paint.getImageData(0, 0, 1, 1).data[1] ?? 0;
    });
  });
  expect(Math.abs((light[0] ?? 0) - (light[1] ?? 0))).toBeGreaterThan(120);
});

test('a page beside the story shows its drawings at once', async ({ page }) => {
  await page.goto('figures/setup/');
  await expect(page.locator('html')).not.toHaveAttribute('data-waiting');
  // What is not laid out is in no tree.
  await expect(page.getByRole('link', { name: /^Role, in the test/ }).first()).toBeVisible();
});

test('a chapter’s name over the page: it stays while it is pointed at, and Escape takes it away', async ({
  page,
}) => {
  await open(page, { step: 'rare', motion: 'reduce' });
  const link = page.locator('.rail a').nth(4);
  const name = link.locator('.rail-name');
  const shown = async (): Promise<boolean> => ((await name.boundingBox())?.height ?? 0) > 10;
  await link.hover();
  expect(await shown()).toBe(true);
  const box = await link.boundingBox();
  const words = await name.boundingBox();
  if (!box || !words) throw new Error('No room.');
  // Straight down from the chapter, then along to its name.
  await page.mouse.move(box.x + box.width / 2, words.y + words.height / 2, { steps: 8 });
  await page.mouse.move(words.x + 10, words.y + words.height / 2, { steps: 8 });
  expect(await shown()).toBe(true);
  await page.keyboard.press('Escape');
  expect(await shown()).toBe(false);
  // Away is away: what now lies under the pointer is still the chapter's, and must not bring the name back.
  await page.mouse.move(words.x + 12, words.y + words.height / 2);
  await page.mouse.move(words.x + 14, words.y + words.height / 2);
  expect(await shown()).toBe(false);
  await page.mouse.move(600, 500);
  await link.hover();
  expect(await shown()).toBe(true);
});
