/** How the page is seen: themes, motion, forced colours, narrow windows, zoom, and what is what. */
import type { Locator, Page } from '@playwright/test';
import { LEAVES, STEPS, at, awake, expect, open, restyle, test, wheel } from './page.ts';

/** Brightness of the page's ground, 0 to 255. */
const ground = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const colours = [document.body, document.documentElement].map(
      (one) => getComputedStyle(one).backgroundColor,
    );
    const paint = document.createElement('canvas').getContext('2d');
    if (paint === null) throw new Error('No canvas.');
    paint.fillStyle = colours.find((colour) => !/^rgba\(.*, 0\)$/.test(colour)) ?? 'white';
    paint.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = paint.getImageData(0, 0, 1, 1).data;
    return (red + green + blue) / 3;
  });

/** How many colours a picture has: one means blank. */
const colours = (page: Page, picture: Buffer): Promise<number> =>
  page.evaluate(async (data) => {
    const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
    const paint = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
    if (paint === null) throw new Error('No canvas.');
    paint.drawImage(bitmap, 0, 0);
    return new Set(new Uint32Array(paint.getImageData(0, 0, bitmap.width, bitmap.height).data.buffer)).size;
  }, picture.toString('base64'));

async function press(page: Page, selector: string): Promise<void> {
  const button = page.locator(selector).first();
  await button.evaluate((element) => element.closest('details')?.setAttribute('open', ''));
  await button.click();
}

/** Whatever on the page would still move for longer than 10 ms. */
const moving = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const longest = (text: string): number =>
      Math.max(...text.split(',').map((part) => parseFloat(part) * (part.trim().endsWith('ms') ? 1 : 1000)));
    const found = [...document.querySelectorAll('*')].filter((element) => {
      const style = getComputedStyle(element);
      return (
        (longest(style.transitionDuration) > 10 && style.transitionProperty !== 'none') ||
        (longest(style.animationDuration) > 10 && style.animationName !== 'none') ||
        style.scrollBehavior === 'smooth'
      );
    });
    const running = document
      .getAnimations()
      .filter((one) => Number(one.effect?.getComputedTiming().duration) > 10);
    return [...found.map((one) => one.outerHTML.slice(0, 90)), ...running.map((one) => one.id)].slice(0, 5);
  });

test.describe('theme', () => {
  test('follows the system, also while the page is open', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await open(page);
    expect(await ground(page)).toBeLessThan(60);
    await page.emulateMedia({ colorScheme: 'light' });
    await expect.poll(() => ground(page)).toBeGreaterThan(200);
  });

  for (const theme of ['light', 'dark'] as const) {
    test(`?theme=${theme} wins over the system`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: theme === 'light' ? 'dark' : 'light' });
      await open(page, { theme });
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
      if (theme === 'light') expect(await ground(page)).toBeGreaterThan(200);
      else expect(await ground(page)).toBeLessThan(60);
    });
  }

  test('the switch wins over the system and is remembered', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light' });
    await open(page);
    await press(page, 'button[data-theme-switch]');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await expect.poll(() => ground(page)).toBeLessThan(60);
    await page.reload();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await press(page, 'button[data-theme-switch]');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  });

  test('without JavaScript the system’s theme is used', async ({ browser, baseURL }) => {
    const context = await browser.newContext({
      javaScriptEnabled: false,
      colorScheme: 'dark',
      baseURL: baseURL ?? '',
    });
    const page = await context.newPage();
    await page.goto('/');
    expect(await ground(page)).toBeLessThan(60);
    await context.close();
  });
});

test.describe('motion', () => {
  const scenes = ['role', 'corner', 'eighty-four', 'values-differ', 'test-or-real', 'second-study'];

  for (const [name, query, system] of [
    ['the system', {}, 'reduce'],
    ['the address', { motion: 'reduce' }, 'no-preference'],
  ] as const) {
    test(`reduced by ${name}: nothing takes longer than 10 ms`, async ({ page }) => {
      await page.emulateMedia({ reducedMotion: system });
      await open(page, query);
      for (const id of scenes) {
        await page.evaluate((hash) => {
          location.hash = hash;
        }, id);
        await at(page, id);
        expect(await moving(page), id).toEqual([]);
      }
    });
  }

  /** The drawing of the world, awake and still below the window. */
  const worldAhead = async (page: Page): Promise<Locator> => {
    await open(page, {}, '#how-sure');
    const stage = page.locator('[data-island=frame]');
    await wheel(page, 150, async () => (await stage.getAttribute('data-awake')) !== null, 100);
    return awake(stage);
  };

  test('the view pulls back before the eyes of who steps outside; on paper it has', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    for (const cue of ['arrives', 'prints']) {
      const world = await worldAhead(page);
      await expect(world).toHaveClass(/\binside\b/);
      await page.evaluate((what) => {
        if (what === 'prints') dispatchEvent(new Event('beforeprint'));
        else location.hash = 'outside';
      }, cue);
      await expect(world, cue).not.toHaveClass(/\binside\b/);
      await page.goto('about:blank');
    }
  });

  test('where motion is unwelcome the view from outside is simply there', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await expect(await worldAhead(page)).not.toHaveClass(/\binside\b/);
  });

  test('reduced by the switch, and allowed again by it', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    await open(page, { step: 'role' });
    expect((await moving(page)).length).toBeGreaterThan(0);
    await press(page, 'button[data-motion-switch]');
    await expect.poll(() => moving(page)).toEqual([]);
    await press(page, 'button[data-motion-switch]');
    await expect.poll(async () => (await moving(page)).length).toBeGreaterThan(0);
  });
});

test.describe('forced colours', () => {
  for (const theme of ['light', 'dark'] as const) {
    test(`figures keep their marks, ${theme}`, async ({ page, context }) => {
      await page.emulateMedia({ forcedColors: 'active', colorScheme: theme });
      const looking = await context.newPage();
      for (const [id, figure] of [
        ['corner', 'setup'],
        ['eighty-four', 'rate'],
        ['test-or-real', 'belief'],
        ['second-study', 'models'],
      ] as const) {
        await open(page, { mode: 'step', step: id });
        await at(page, id);
        const stage = page.locator(`[data-island=${figure}]`);
        await expect(stage.locator('[data-status]').first()).toBeVisible();
        await expect(stage.locator('[data-status]').first()).toHaveText(/\S/);
        const drawing = await awake(stage);
        expect(await colours(looking, await drawing.screenshot()), figure).toBeGreaterThan(4);
      }
    });
  }
});

test.describe('room', () => {
  const sizes = [
    { name: '320 px', width: 320, height: 640 },
    { name: '200% zoom of 1280 px', width: 640, height: 400 },
    { name: '400% zoom of 1280 px', width: 320, height: 256 },
    { name: '768 px', width: 768, height: 1024 },
    { name: '1920 px', width: 1920, height: 1080 },
  ];
  for (const { name, width, height } of sizes) {
    test(`nothing runs out of the window sideways, ${name}`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      for (const mode of ['scroll', 'step', 'flat']) {
        await page.goto('about:blank');
        await open(page, { mode, motion: 'reduce' });
        const chosen =
          mode === 'step' ? STEPS : ['role', 'eighty-four', 'test-or-real', 'second-study', 'checkout'];
        for (const id of chosen) {
          await page.evaluate((hash) => {
            location.hash = hash;
          }, id);
          await at(page, id);
          const over = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          expect(over, `${mode}, ${id}`).toBeLessThanOrEqual(0);
        }
      }
    });
  }

  test('on the smallest phone nothing of the guess is cut off', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 568 });
    await open(page, { step: 'guess' });
    await at(page, 'guess');
    await awake(page.locator('[data-island=rate]'));
    const controls = await page.locator('[data-island=rate] .controls > *').all();
    expect(controls.length).toBeGreaterThan(2);
    for (const control of controls) {
      const inside = await control.evaluate((element) => {
        const { left, width, bottom } = element.getBoundingClientRect();
        return element.contains(document.elementFromPoint(left + width / 2, bottom - 2));
      });
      expect(inside, await control.evaluate(({ className }) => className)).toBe(true);
    }
  });

  test('on a phone every page beside the story has the way to it in sight', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    for (const path of LEAVES) {
      await page.goto(path);
      const home = page.locator('.brand');
      await expect(home, path).toBeInViewport();
      await expect(home, path).toHaveAttribute('href', /^(\.\/|(\.\.\/)+)$/);
    }
  });

  test('a wide table scrolled sideways keeps its name and the names of its rows in sight', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto('/figures/models/');
    const box = page.locator('.still .scroll-x').first();
    await box.scrollIntoViewIfNeeded();
    const moved = await box.evaluate((element) => {
      element.scrollLeft = 200;
      return element.scrollLeft;
    });
    expect(moved).toBeGreaterThan(100);
    const room = await box.boundingBox();
    for (const part of ['caption', 'thead th:first-child', 'tbody tr:nth-child(3) th']) {
      const place = await box.locator(part).boundingBox();
      if (!room || !place) throw new Error(`${part} is not shown.`);
      expect(place.x, part).toBeGreaterThanOrEqual(room.x - 1);
      expect(place.x + place.width, part).toBeLessThanOrEqual(room.x + room.width + 1);
    }
  });

  test('text set twice as large still fits', async ({ page }) => {
    await open(page, { mode: 'flat' });
    await restyle(page, 'html { font-size: 200% !important }');
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(over).toBeLessThanOrEqual(0);
  });
});

test('“Show what is what” marks every clause, and can be taken back', async ({ page }) => {
  await open(page);
  await press(page, 'button[data-what]');
  await expect(page.locator('html')).toHaveAttribute('data-what', 'on');
  await expect(page.locator('button[data-what]').first()).toHaveAttribute('aria-pressed', 'true');
  expect(new URL(page.url()).searchParams.get('what')).toBe('on');
  await press(page, 'button[data-what]');
  await expect(page.locator('html')).not.toHaveAttribute('data-what', 'on');
});
