/**
 * Embeds as guests of other pages, which are served from another port. What every guest owes its host: it fits without
 * an inner scroll bar, moves nothing, asks nobody else, has a name, and leaves focus, keys and wheel alone.
 */
import { expect } from '@playwright/test';
import { SITE, guest, isGoodGuest, misfits, test, told, visit } from './guest.ts';

const WIDTHS = [280, 320, 480, 640, 800, 1200];

test.describe('the default snippet, without a script in the host', () => {
  for (const width of WIDTHS)
    test(`every figure fits a column of ${width} px, and nothing moves`, async ({ page }) => {
      test.slow();
      await page.setViewportSize({ width: Math.max(width, 320), height: 800 });
      await visit(page, 'plain', { width });
      const frames = page.locator('iframe');
      expect(await frames.count()).toBeGreaterThan(10);
      for (const frame of await frames.all()) {
        const id = /embed\/(\w+)/.exec((await frame.getAttribute('src')) ?? '')?.[1];
        const inside = await guest(frame);
        await expect.poll(() => misfits(inside), { message: `${id} fits` }).toEqual([]);
      }
      expect(await page.evaluate(() => window.shift)).toBe(0);
    });

  test('a narrow column on a wide page', async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await visit(page, 'plain', { width: 280, id: 'map' });
    await isGoodGuest(page, page.locator('iframe'));
  });

  test('a dark page: theme and transparent ground follow the address', async ({ page }) => {
    await visit(page, 'dark', { id: 'strip' });
    const frame = page.locator('iframe');
    await isGoodGuest(page, frame);
    const inside = await guest(frame);
    expect(await inside.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(
      'rgba(0, 0, 0, 0)',
    );
    expect(await inside.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('dark');
  });

  test('a host with a strict Content-Security-Policy', { tag: '@nginx' }, async ({ page }) => {
    await visit(page, 'csp', { id: 'rate' });
    await isGoodGuest(page, page.locator('iframe'));
  });

  test('a frame that is made narrower and wider', async ({ page }) => {
    await visit(page, 'plain', { id: 'models', width: 800 });
    const frame = page.locator('iframe');
    await isGoodGuest(page, frame);
    for (const width of [300, 1000, 420]) {
      await page
        .locator('.column')
        .evaluate((column, to) => (column as HTMLElement).style.setProperty('width', `${to}px`), width);
      const inside = await guest(frame);
      await expect.poll(() => inside.evaluate(() => innerWidth)).toBe(width);
      await expect.poll(() => misfits(inside)).toEqual([]);
    }
  });
});

test.describe('where little is allowed', () => {
  test('a sandbox that allows scripts only', { tag: '@nginx' }, async ({ page }) => {
    await visit(page, 'sandbox', { id: 'sample' });
    const frame = page.locator('iframe');
    await isGoodGuest(page, frame);
    const inside = await guest(frame);
    expect(await inside.evaluate(() => origin)).toBe('null');
    await inside.locator('[data-again]').click();
    await expect.poll(() => misfits(inside)).toEqual([]);
  });

  test('in a sandbox that opens no windows a link says its address, and the figure stays', async ({
    page,
    faults,
  }) => {
    await visit(page, 'sandbox', { id: 'rate' });
    const inside = await guest(page.locator('iframe'));
    await inside.locator('.embed-home').click();
    await expect(inside.locator('[data-out]')).toContainText(/^This page lets no window open.*\/#/);
    await expect.poll(() => misfits(inside)).toEqual([]);
    await inside.locator('.drawing a').first().click();
    await expect(inside.locator('[data-out]')).toContainText('/figures/rate/#passport-');
    // The browser writes down each window that the sandbox did not let open.
    for (const fault of faults.splice(0)) expect(fault).toContain('allow-popups');
  });

  test('in a sandbox that opens windows a link opens one', async ({ page, faults }) => {
    await visit(page, 'sandbox', { id: 'rate' });
    await page.locator('iframe').evaluate((frame: HTMLIFrameElement) => {
      frame.setAttribute('sandbox', 'allow-scripts allow-popups');
      frame.src += '?again';
    });
    const inside = await guest(page.locator('iframe'));
    const opened = page.waitForEvent('popup');
    await inside.locator('.embed-home').click();
    const story = await opened;
    expect(story.url()).toContain(`${SITE()}/#`);
    await expect(inside.locator('[data-out]')).toBeEmpty();
    // The window is in the sandbox, too, so the site's script stays outside: the page teaches without it.
    await story.waitForLoadState();
    await expect(story.locator('#eighty-four')).toContainText('84%');
    await story.close();
    for (const fault of faults.splice(0))
      expect(fault).toContain("from origin 'null' has been blocked by CORS");
  });

  test('the story in a sandbox goes step by step', { tag: '@nginx' }, async ({ page }) => {
    await page.setViewportSize({ width: 700, height: 1400 });
    await visit(page, 'sandbox', { id: 'story' });
    const inside = await guest(page.locator('iframe'));
    for (const step of ['headline', 'role', 'inbox']) {
      await inside.locator('[data-go=next]').click();
      await expect(inside.locator(`[data-step="${step}"]`)).toBeVisible();
      await expect(inside.locator('.scene.is-current .badge').first()).toBeVisible();
    }
  });

  test.describe('without JavaScript anywhere', () => {
    test.use({ javaScriptEnabled: false });
    for (const width of [280, 640])
      test(`the still, the words and the way home fit, ${width} px`, async ({ page }) => {
        await page.setViewportSize({ width: 800, height: 900 });
        await visit(page, 'plain', { id: 'strip', width });
        await isGoodGuest(page, page.locator('iframe'), { js: false });
      });
  });
});

test.describe('twenty embeds on one page', () => {
  test('each has its own height, and each is where it was', async ({ page }) => {
    test.slow();
    await visit(page, 'twenty');
    const frames = await page.locator('iframe').all();
    expect(frames).toHaveLength(20);
    for (const frame of frames) {
      const inside = await guest(frame);
      await expect.poll(() => misfits(inside)).toEqual([]);
    }
    expect(await page.evaluate(() => window.shift)).toBe(0);
  });
});

test.describe('where frames are taken out', () => {
  test('of the default snippet the caption stays: title, label, source, link', async ({ page }) => {
    await visit(page, 'feed', { id: 'rate', kind: 'iframe' });
    await expect(page.locator('iframe')).toHaveCount(0);
    await expect(page.locator('figcaption')).toContainText('test');
    await expect(page.locator('figcaption')).toContainText('Measured in a test');
    await expect(page.locator('figcaption')).toContainText('CC BY 4.0');
    await expect(page.locator('figcaption a')).toHaveAttribute('href', `${SITE()}/figures/rate/`);
  });

  test('of the snippet for mail and feeds everything stays', async ({ page }) => {
    await visit(page, 'feed', { id: 'rate', kind: 'html' });
    const image = page.locator('a > img');
    await expect(image).toHaveAttribute('alt', /test/);
    expect(
      await image.evaluate((img: HTMLImageElement) => img.decode().then(() => img.naturalWidth)),
    ).toBeGreaterThan(600);
    await expect(page.locator('figcaption')).toContainText('Measured in a test');
  });
});

test.describe('what belongs to the host stays with it', () => {
  test('the wheel over a frame scrolls the page', async ({ page }) => {
    await visit(page, 'plain', { id: 'rate' });
    const frame = page.locator('iframe');
    await guest(frame);
    await page.evaluate(() => scrollTo(0, 0));
    const box = await frame.boundingBox();
    await page.mouse.move((box?.x ?? 0) + 200, (box?.y ?? 0) + 150);
    await page.mouse.wheel(0, 300);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(100);
  });

  test('keys scroll the page, and no frame takes the focus', async ({ page }) => {
    await visit(page, 'twenty');
    await guest(page.locator('iframe').first());
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
    await page.evaluate(() => scrollTo(0, 0));
    await page.keyboard.press('PageDown');
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(100);
    await page.keyboard.press('End');
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(2000);
  });

  test('no step of the story moves the host', async ({ page }) => {
    await visit(page, 'sandbox', { id: 'story' });
    const inside = await guest(page.locator('iframe'));
    await page.evaluate(() => scrollTo(0, 30));
    await inside.locator('[data-go=next]').evaluate((button: HTMLElement) => button.click());
    await expect(inside.locator('[data-step="headline"]')).toBeVisible();
    expect(await page.evaluate(() => scrollY)).toBe(30);
  });
});

test.describe('what is said between host and guest', () => {
  test('nothing but heights, and nothing of the host', async ({ page }) => {
    for (const host of ['pym', 'wordpress', 'newswire']) {
      await visit(page, host, { id: 'rate' });
      await guest(page.locator('iframe'));
      await expect.poll(() => told(page)).toBeGreaterThan(0);
      for (const { data } of await page.evaluate(() => window.said)) {
        const words = typeof data === 'string' ? ['pym'] : Object.keys(data as object).sort();
        expect([
          'pym',
          'datawrapper-height',
          'height,sentinel,type,width',
          'message,secret,value',
          'message,secret',
          'height,id,type,version',
        ]).toContain(words.join());
        expect(JSON.stringify(data)).not.toMatch(/http|A host|127\.0\.0\.1/);
      }
    }
  });

  test('foreign words get no answer and change nothing', async ({ page }) => {
    await visit(page, 'plain', { id: 'rate' });
    const frame = page.locator('iframe');
    const inside = await guest(frame);
    await expect.poll(() => told(page)).toBeGreaterThan(0);
    const before = await inside.evaluate(() => document.body.innerHTML);
    const count = await page.evaluate(() => window.said.length);
    await frame.evaluate((element: HTMLIFrameElement) => {
      const words: unknown[] = [
        'pymxPYMxxxPYMxwidthxPYMx1',
        { type: 'x' },
        { sentinel: 'amp', type: 'other' },
        { message: 'ready', secret: 'wrong' },
        { type: 'goto', step: 'guess' },
        null,
        42,
        { html: '<b>'.repeat(10000) },
      ];
      for (const word of words) element.contentWindow?.postMessage(word, '*');
    });
    // A word that is heard, after the others: when it is answered, they have been passed over.
    await frame.evaluate((element: HTMLIFrameElement) =>
      element.contentWindow?.postMessage({ sentinel: 'amp', type: 'frames-init' }, '*'),
    );
    await expect.poll(() => page.evaluate(() => window.said.length)).toBeGreaterThan(count);
    const answers = await page.evaluate((from) => window.said.slice(from), count);
    expect(answers).toHaveLength(3);
    expect(await inside.evaluate(() => document.body.innerHTML)).toBe(before);
  });
});
