/** Odd clocks and places, windows that turn, jumps back and forth, tabs behind others: the step and its picture stay right. */
import { chromium } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import {
  DESKTOP,
  PHONE,
  addressed,
  at,
  awake,
  expect,
  frames,
  heading,
  open,
  stageOf,
  step,
} from './page.ts';
import { keyFacts, test } from './robust.ts';

// They load the page many times in a row.
test.describe.configure({ timeout: 180_000 });

/** The live picture of a step's stage shows that step, not another one of its scene. */
async function expectPicture(page: Page, id: string): Promise<void> {
  const stage = await stageOf(page, id);
  if (stage === null) throw new Error(`${id} has no stage`);
  await awake(stage);
  const title = await step(page, id).locator('.still .figure-title').textContent();
  await expect(stage.locator('.figure-title')).toHaveText(title ?? '');
}

/** A place in another language, with other digits, another direction or an odd clock. */
const PLACES = [
  { name: 'Apia, 1970', timezoneId: 'Pacific/Apia', locale: 'en-WS', now: '1970-01-01T00:00:01Z' },
  { name: 'Cairo, 2099', timezoneId: 'Africa/Cairo', locale: 'ar-EG', now: '2099-12-31T23:59:59Z' },
  { name: 'Delhi', timezoneId: 'Asia/Kolkata', locale: 'hi-IN', now: '2026-02-28T18:31:00Z' },
  { name: 'Istanbul', timezoneId: 'Europe/Istanbul', locale: 'tr-TR', now: '2028-02-29T12:00:00Z' },
];

test('the words and numbers are the same whatever the clock and the language of the device', async ({
  browser,
  baseURL,
}) => {
  const told = async (place: (typeof PLACES)[number] | null): Promise<string> => {
    const context = await browser.newContext({
      baseURL: baseURL ?? '',
      viewport: DESKTOP,
      ...(place ? { timezoneId: place.timezoneId, locale: place.locale } : { locale: 'en-US' }),
    });
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (line) => line.type() === 'error' && faults.push(line.text()));
    if (place) await page.clock.setFixedTime(place.now);
    await open(page, { mode: 'step', step: 'second-study', motion: 'reduce' });
    await expectPicture(page, 'second-study');
    // A drawing has the room that its letters leave it: those of the page, here as there.
    await page.evaluate(() => document.fonts.ready);
    await frames(page);
    const live = await page.locator('[data-island=models]').innerText();
    await keyFacts(page);
    await open(page, { mode: 'flat' });
    const words = await page.locator('body').innerText();
    // The teacher's clock counts on, in the same digits.
    if (place) {
      await open(page, { mode: 'present', speaker: 'abcd1234' });
      await expect(page.locator('.speaker-notes')).not.toBeEmpty();
      expect(await page.locator('body').innerText()).not.toMatch(/NaN|Invalid|[٠-٩०-९]/);
    }
    expect(faults, place?.name ?? 'English').toEqual([]);
    await context.close();
    return `${live}\n${words}`;
  };
  const english = await told(null);
  expect(english).toContain('84%');
  for (const place of PLACES)
    await test.step(place.name, async () => expect(await told(place)).toBe(english));
});

for (const mode of ['scroll', 'step', 'flat'] as const)
  test(`a window that turns and changes its size keeps the reader at the step, ${mode}`, async ({ page }) => {
    await page.setViewportSize(PHONE);
    await open(page, { mode, motion: 'reduce', step: 'values-differ' });
    await at(page, 'values-differ');
    for (const size of [{ width: 844, height: 390 }, PHONE, DESKTOP, { width: 640, height: 400 }, PHONE]) {
      await page.setViewportSize(size);
      await frames(page);
      await at(page, 'values-differ');
      await expect(heading(page, 'values-differ'), `${size.width}`).toBeInViewport();
      if (mode !== 'flat') await expectPicture(page, 'values-differ');
    }
    await keyFacts(page);
  });

test('on a phone that lies on its side the picture stands beside the words and stays there', async ({
  page,
}) => {
  await page.setViewportSize({ width: 740, height: 360 });
  await open(page, { motion: 'reduce', step: 'guess' });
  for (const id of ['guess', 'eighty-four', 'earlier-models']) {
    if (id !== 'guess') await page.locator(`#${id}`).evaluate((one) => one.scrollIntoView());
    await at(page, id);
    const words = await heading(page, id).boundingBox();
    // The drawing that wakes takes the place of the one that was there.
    const drawing = await awake(page.locator('[data-island="rate"]'));
    await expect(drawing).toBeInViewport({ ratio: 0.95 });
    const picture = await drawing.boundingBox();
    if (!words || !picture) throw new Error(`${id}: nothing is shown`);
    expect(picture.x, id).toBeGreaterThanOrEqual(words.x + words.width);
  }
});

test('a window that turns while the page moves under the finger ends with the step that is seen', async ({
  page,
}) => {
  await page.setViewportSize(PHONE);
  await open(page, { motion: 'reduce', step: 'guess' });
  await at(page, 'guess');
  await page.mouse.move(200, 700);
  for (const size of [{ width: 844, height: 390 }, DESKTOP, PHONE, { width: 844, height: 390 }]) {
    // The wheel is still turning when the window changes.
    for (let turn = 0; turn < 3; turn += 1) await page.mouse.wheel(0, 150);
    await page.setViewportSize(size);
    for (let turn = 0; turn < 3; turn += 1) await page.mouse.wheel(0, 150);
    await frames(page);
  }
  // At rest the story stands where its own line crosses the page, and says so.
  const here = (): Promise<string | undefined> =>
    page.evaluate(() => {
      const beside = matchMedia('(min-width: 60rem), (min-width: 45rem) and (max-height: 34rem)').matches;
      const line = innerHeight * (beside ? 0.55 : 0.78);
      return [...document.querySelectorAll<HTMLElement>('[data-step]')].findLast(
        (one) => one.getBoundingClientRect().top <= line,
      )?.dataset['step'];
    });
  await expect(async () => {
    const id = await here();
    expect(await page.locator('html').getAttribute('data-current')).toBe(id);
    expect(addressed(page)).toBe(id);
  }).toPass({ timeout: 8_000 });
  await expectPicture(page, (await here()) ?? '');
});

test('magnified, by the fingers or by the browser, the step and its picture stay', async ({ page }) => {
  await page.setViewportSize(PHONE);
  await open(page, { motion: 'reduce', step: 'eighty-four' });
  await at(page, 'eighty-four');
  const glass = await page.context().newCDPSession(page);
  for (const pageScaleFactor of [3, 1]) {
    await glass.send('Emulation.setPageScaleFactor', { pageScaleFactor });
    await frames(page);
    await at(page, 'eighty-four');
    await expectPicture(page, 'eighty-four');
  }
  for (const [width, deviceScaleFactor] of [
    [195, 2],
    [390, 3],
  ] as const) {
    // A browser that magnifies has fewer, larger pixels.
    await glass.send('Emulation.setDeviceMetricsOverride', {
      width,
      height: 844 / (390 / width),
      deviceScaleFactor,
      mobile: false,
    });
    await frames(page);
    await at(page, 'eighty-four');
    await expectPicture(page, 'eighty-four');
  }
  await keyFacts(page);
});

for (const mode of ['scroll', 'step'])
  test(`Back and forward through jumps, another page and a reload lead to the same steps, ${mode}`, async ({
    page,
  }) => {
    await open(page, { mode, motion: 'reduce', step: 'role' });
    await at(page, 'role');
    const way = ['guess', 'second-study', 'headline', 'rare'];
    for (const id of way) {
      await page.evaluate((hash) => void (location.hash = hash), id);
      await at(page, id);
    }
    await page.goto('/passports/');
    await page.goBack();
    for (const id of way.toReversed()) {
      await at(page, id);
      await expect(heading(page, id)).toBeInViewport();
      if (id === 'second-study') {
        await page.reload();
        await at(page, id);
        await expect(heading(page, id)).toBeInViewport();
        await expectPicture(page, id);
      }
      await page.goBack();
    }
    await at(page, 'role');
    await expectPicture(page, 'role');
    for (const id of way) {
      await page.goForward();
      await at(page, id);
      await expect(heading(page, id)).toBeInViewport();
    }
    await keyFacts(page);
  });

test('brought back whole by the browser, the page goes on where it was, with what was said', async ({
  baseURL,
}) => {
  // Playwright forbids browsers to keep pages that were left; readers' browsers do keep them.
  const browser: Browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '',
    args: (process.env['CHROMIUM_ARGS'] ?? '').split(' '),
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  });
  try {
    const page = await browser.newPage({ baseURL: baseURL ?? '', viewport: DESKTOP });
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    await open(page, { motion: 'reduce', step: 'guess' });
    await at(page, 'guess');
    const stage = page.locator('[data-island=rate]');
    await awake(stage);
    await stage.locator('input[type=number]').fill('37');
    await stage.locator('button[data-commit]').click();
    await page.evaluate(() => {
      addEventListener('pageshow', ({ persisted }) => Object.assign(window, { persisted }));
      location.hash = '#eighty-four';
    });
    await at(page, 'eighty-four');
    await page.goto('/passports/');
    await page.goBack({ waitUntil: 'commit' });
    await expect
      .poll(() => page.evaluate(() => (window as unknown as { persisted?: boolean }).persisted))
      .toBe(true);
    await at(page, 'eighty-four');
    await expect(stage.locator('svg.drawing')).toContainText('37');
    await expect(heading(page, 'eighty-four')).toBeInViewport();
    await page.evaluate(() => void (location.hash = '#earlier-models'));
    await at(page, 'earlier-models');
    await expectPicture(page, 'earlier-models');
    await keyFacts(page);
    expect(faults).toEqual([]);
  } finally {
    await browser.close();
  }
});

/**
 * A tab behind others, as Chromium treats it: nothing is painted, so no frame comes and nobody is told what comes into
 * view or changes its size, until it is shown. Playwright's own pages always believe that they are seen.
 */
function behind(): void {
  const waiting: (() => void)[] = [];
  let hidden = true;
  Object.defineProperty(document, 'hidden', { get: () => hidden });
  Object.defineProperty(document, 'visibilityState', { get: () => (hidden ? 'hidden' : 'visible') });
  const wait = (task: () => void): void => {
    if (hidden) waiting.push(task);
    else task();
  };
  const frame = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (task) => {
    wait(() => frame(task));
    return 0;
  };
  for (const name of ['IntersectionObserver', 'ResizeObserver'] as const) {
    const Own = window[name] as unknown as new (told: (...all: unknown[]) => void, how?: unknown) => object;
    Object.assign(window, {
      [name]: class extends Own {
        constructor(told: (...all: unknown[]) => void, how?: unknown) {
          super((...all) => wait(() => told(...all)), how);
        }
      },
    });
  }
  addEventListener('show-tab', () => {
    hidden = false;
    for (const task of waiting.splice(0)) task();
    document.dispatchEvent(new Event('visibilitychange'));
  });
}

for (const [name, query, hash] of [
  ['scroll', { step: 'values-differ' }, ''],
  ['scroll', {}, '#values-differ'],
  ['step', { mode: 'step', step: 'values-differ' }, ''],
] as const)
  test(`opened in a tab behind others, then shown: the right step, and its figure wakes, ${name}${hash}`, async ({
    page,
  }) => {
    await page.addInitScript(behind);
    await open(page, { motion: 'reduce', ...query }, hash);
    await at(page, 'values-differ');
    const stage = await stageOf(page, 'values-differ');
    await expect(stage ?? page.locator('none')).not.toHaveAttribute('data-awake');
    await page.evaluate(() => dispatchEvent(new Event('show-tab')));
    await at(page, 'values-differ');
    await expect(heading(page, 'values-differ')).toBeInViewport();
    await expectPicture(page, 'values-differ');
    await keyFacts(page);
  });

test('put to sleep by the browser while it loads and while it moves, the page wakes at its step', async ({
  page,
}) => {
  const life = await page.context().newCDPSession(page);
  const sleep = async (): Promise<void> => {
    await life.send('Page.setWebLifecycleState', { state: 'frozen' });
    await life.send('Page.setWebLifecycleState', { state: 'active' });
  };
  await page.goto('/?step=corner&motion=reduce', { waitUntil: 'commit' });
  await sleep();
  await at(page, 'corner');
  await page.evaluate(() => void (location.hash = '#eighty-four'));
  await sleep();
  await at(page, 'eighty-four');
  await expectPicture(page, 'eighty-four');
  await keyFacts(page);
});
