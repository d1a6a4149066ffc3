/**
 * M9: embeds as guests of other pages, which are served from another port. What every guest owes its host: it fits without
 * an inner scroll bar, moves nothing, asks nobody else, has a name, and leaves focus, keys and wheel alone.
 */
import { expect, test as base } from '@playwright/test';
import type { Frame, Locator, Page } from '@playwright/test';

const WIDTHS = [280, 320, 480, 640, 800, 1200];

interface Said {
  readonly data: unknown;
  /** Which frame of the page spoke; -1 if none of them. */
  readonly frame: number;
}
declare global {
  interface Window {
    said: Said[];
    shift: number;
  }
}

const HOSTS = (): string => process.env['HOSTS_URL'] ?? '';
const SITE = (): string => process.env['STORY_URL'] ?? '';

const test = base.extend<{ faults: string[] }>({
  faults: [
    async ({ context }, use) => {
      const faults: string[] = [];
      context.on('request', (request) => {
        const { origin, protocol } = new URL(request.url());
        if (/^https?:/.test(protocol) && ![HOSTS(), SITE()].includes(origin))
          faults.push(`another host: ${request.url()}`);
      });
      context.on('weberror', (error) => faults.push(`thrown: ${error.error().message}`));
      context.on('console', (message) => {
        // A frame without an origin gets no font: it has a stand-in of the same measures.
        if (message.type() === 'error' && !/woff2|ERR_FAILED/.test(message.text()))
          faults.push(message.text());
      });
      await use(faults);
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
  page: async ({ page }, use) => {
    await page.addInitScript(() => {
      if (window !== window.top) return;
      window.said = [];
      window.shift = 0;
      addEventListener('message', ({ data, source }) =>
        window.said.push({
          data,
          frame: [...document.querySelectorAll('iframe')].findIndex(
            (frame) => frame.contentWindow === source,
          ),
        }),
      );
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) window.shift += (entry as unknown as { value: number }).value;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await use(page);
  },
});

async function visit(page: Page, name: string, query: Record<string, string | number> = {}): Promise<void> {
  const words = new URLSearchParams(Object.entries(query).map(([key, value]) => [key, String(value)]));
  await page.goto(`${HOSTS()}/${name}?${words.toString()}`);
}

/** The document in a frame, once its script has run. */
async function guest(frame: Locator, ready = true): Promise<Frame> {
  await frame.scrollIntoViewIfNeeded();
  const inside = await (await frame.elementHandle())?.contentFrame();
  if (!inside) throw new Error('no document in the frame');
  await inside.waitForSelector(ready ? 'html[data-ready]' : '.embed', { state: 'attached' });
  return inside;
}

/** What of a guest does not fit, or cannot be seen, in its frame. */
const misfits = (inside: Frame): Promise<string[]> =>
  inside.evaluate(() => {
    const root = document.documentElement;
    const wrong: string[] = [];
    if (root.scrollHeight > root.clientHeight + 1)
      wrong.push(`${root.scrollHeight} high in ${root.clientHeight}`);
    if (root.scrollWidth > root.clientWidth) wrong.push(`${root.scrollWidth} wide in ${root.clientWidth}`);
    for (const part of ['.badge', '.figure-title', '.figure-source', '.embed-home', 'svg.drawing']) {
      const shown = [...document.querySelectorAll(part)].find(
        (element) => element.getClientRects().length > 0,
      );
      const box = shown?.getBoundingClientRect();
      if (!box || box.width === 0) wrong.push(`no ${part}`);
      else if (box.top < -1 || box.left < -1 || box.bottom > innerHeight + 1 || box.right > innerWidth + 1)
        wrong.push(
          `${part} at ${[box.left, box.top, box.right, box.bottom].map(Math.round).join()} in ${innerWidth}×${innerHeight}`,
        );
    }
    const main = document.querySelector('.embed');
    if (main && main.scrollHeight > main.clientHeight + 1)
      wrong.push(`${main.scrollHeight} cut at ${main.clientHeight}`);
    return wrong;
  });

/** B2, B5, B19, B20 for one frame and its host. */
async function isGoodGuest(
  page: Page,
  frame: Locator,
  options: { js?: boolean; grows?: boolean } = {},
): Promise<void> {
  const { js = true, grows = false } = options;
  const inside = await guest(frame, js);
  await expect.poll(() => misfits(inside), { message: 'fits its frame' }).toEqual([]);
  expect(await frame.getAttribute('title')).toMatch(/test|scenario|simulated/i);
  if (!js) return;
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
  // Where the host itself sizes the frame it is the last thing on the page: nothing below it can move.
  if (!grows) expect(await page.evaluate(() => window.shift)).toBe(0);
  // B19: the wheel over it and the keys scroll the page it stands in.
  const place = (): Promise<number> => page.evaluate(() => scrollY);
  const box = await frame.boundingBox();
  const before = await place();
  expect(before).toBeGreaterThan(100);
  await page.mouse.move((box?.x ?? 0) + (box?.width ?? 0) / 2, Math.max(20, (box?.y ?? 0) + 40));
  await page.mouse.wheel(0, -60);
  await expect.poll(place, { message: 'the wheel scrolls the host' }).toBeLessThan(before);
  const wheeled = await place();
  await page.keyboard.press('PageUp');
  await expect.poll(place, { message: 'keys scroll the host' }).toBeLessThan(wheeled);
}

/** The last height a frame told in our own words. */
const told = (page: Page, at = 0): Promise<number> =>
  page.evaluate(
    (frame) =>
      Number(
        window.said
          .filter((said) => said.frame === frame)
          .map(({ data }) => data as { type?: string; height?: number })
          .filter(({ type }) => type === 'inside-the-frame:height')
          .at(-1)?.height ?? 0,
      ),
    at,
  );

const heightOf = (frame: Locator): Promise<number> =>
  frame.evaluate((element) => element.getBoundingClientRect().height);

/** With a listener in the host: the frame is exactly as high as its content asks for. */
async function fitsExactly(page: Page, frame: Locator): Promise<void> {
  await guest(frame);
  await expect
    .poll(async () => Math.abs((await heightOf(frame)) - (await told(page))))
    .toBeLessThanOrEqual(1);
  expect(await told(page)).toBeGreaterThan(200);
}

test.describe('B1, B2, B20: the default snippet, without a script in the host', () => {
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

  test('a host with a strict Content-Security-Policy', async ({ page }) => {
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

test.describe('B4: where little is allowed', () => {
  test('a sandbox that allows scripts only', async ({ page }) => {
    await visit(page, 'sandbox', { id: 'sample' });
    const frame = page.locator('iframe');
    await isGoodGuest(page, frame);
    const inside = await guest(frame);
    expect(await inside.evaluate(() => origin)).toBe('null');
    await inside.locator('[data-again]').click();
    await expect.poll(() => misfits(inside)).toEqual([]);
  });

  test('in a sandbox a link leads on inside the frame', async ({ page, faults }) => {
    await visit(page, 'sandbox', { id: 'rate' });
    const inside = await guest(page.locator('iframe'));
    await inside.locator('.embed-home').click();
    await inside.waitForURL(`${SITE()}/#**`);
    await expect(inside.locator('[data-step="eighty-four"] h3')).toBeVisible();
    // The story's own page needs an origin for its script; without one it is the plain article.
    for (const fault of faults.splice(0)) expect(fault).toContain('CORS policy');
    expect(new URL(page.url()).origin).toBe(HOSTS());
  });

  test('the story in a sandbox goes step by step', async ({ page }) => {
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

test.describe('B3: hosts that listen', () => {
  for (const host of ['script', 'datawrapper', 'datawrapper-old', 'pym', 'newswire', 'element'])
    for (const id of ['rate', 'conditions'])
      test(`${host} sizes ${id} exactly`, async ({ page }) => {
        await visit(page, host, { id });
        const frame = page.locator('iframe');
        await fitsExactly(page, frame);
        await isGoodGuest(page, frame, { grows: true });
      });

  test('WordPress shows the frame when it has told its height, in the place of the quotation', async ({
    page,
  }) => {
    await visit(page, 'wordpress', { id: 'rate' });
    const frame = page.locator('iframe');
    await expect(page.locator('blockquote')).toBeHidden();
    await expect(frame).toBeVisible();
    await expect(frame).toHaveAttribute('sandbox', 'allow-scripts');
    await fitsExactly(page, frame);
    await isGoodGuest(page, frame, { grows: true });
  });

  test('in WordPress a link of the frame leads the page to our site', async ({ page }) => {
    await visit(page, 'wordpress', { id: 'rate' });
    const inside = await guest(page.locator('iframe'));
    await expect(page.locator('iframe')).toBeVisible();
    await inside.locator('.embed-home').click();
    await page.waitForURL(`${SITE()}/**`);
  });

  test('WordPress without JavaScript keeps the quotation with title, source and link', async ({
    browser,
  }) => {
    const page = await browser.newPage({ javaScriptEnabled: false });
    await visit(page, 'wordpress', { id: 'rate' });
    await expect(page.locator('blockquote')).toContainText('Claude Opus 4 in one version of a test');
    await expect(page.locator('blockquote a')).toHaveAttribute('href', `${SITE()}/figures/rate/`);
    await page.close();
  });

  test('a browser that can size frames by itself is given what it needs', async ({ page }) => {
    await visit(page, 'native', { id: 'strip' });
    const frame = page.locator('iframe');
    await isGoodGuest(page, frame, { grows: true });
  });

  test('a frame that is added later is sized too', async ({ page }) => {
    await visit(page, 'later', { id: 'rate' });
    await page.getByRole('button').click();
    await fitsExactly(page, page.locator('iframe'));
  });

  test('a frame in a hidden tab is right when the tab is shown', async ({ page }) => {
    await visit(page, 'tab', { id: 'rate' });
    await page.getByRole('button').click();
    await fitsExactly(page, page.locator('iframe'));
    await expect.poll(async () => misfits(await guest(page.locator('iframe')))).toEqual([]);
  });

  test('a frame whose column changes is sized again', async ({ page }) => {
    await visit(page, 'script', { id: 'rate', width: 700 });
    const frame = page.locator('iframe');
    await fitsExactly(page, frame);
    const before = await heightOf(frame);
    await page
      .locator('.column')
      .evaluate((column) => (column as HTMLElement).style.setProperty('width', '300px'));
    await expect.poll(() => heightOf(frame)).not.toBe(before);
    await fitsExactly(page, frame);
  });

  test('the table asks for its own height', async ({ page }) => {
    await visit(page, 'script', { id: 'strip' });
    const frame = page.locator('iframe');
    await fitsExactly(page, frame);
    const before = await told(page);
    await (await guest(frame)).getByRole('checkbox').check();
    await expect.poll(() => told(page)).not.toBe(before);
    await fitsExactly(page, frame);
    await expect
      .poll(async () =>
        (await guest(frame)).evaluate(
          () =>
            document.querySelector('.embed-table')?.scrollHeight ===
            document.querySelector('.embed-table')?.clientHeight,
        ),
      )
      .toBe(true);
  });

  test('the story keeps one height from step to step', async ({ page }) => {
    await visit(page, 'script', { id: 'story', width: 640 });
    const frame = page.locator('iframe');
    await fitsExactly(page, frame);
    const before = await heightOf(frame);
    const inside = await guest(frame);
    for (let step = 0; step < 4; step += 1) await inside.locator('[data-go=next]').click();
    expect(await heightOf(frame)).toBe(before);
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

test.describe('B7: where frames are taken out', () => {
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

test.describe('B19: what belongs to the host stays with it', () => {
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
