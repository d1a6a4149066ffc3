/** What journeys of embeds in other pages share: the host, the guest in it, and what a good guest is. */
import { expect, test as base } from '@playwright/test';
import type { Frame, Locator, Page } from '@playwright/test';

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
export const SITE = (): string => process.env['STORY_URL'] ?? '';

export const test = base.extend<{ faults: string[] }>({
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

export async function visit(
  page: Page,
  name: string,
  query: Record<string, string | number> = {},
): Promise<void> {
  const words = new URLSearchParams(Object.entries(query).map(([key, value]) => [key, String(value)]));
  await page.goto(`${HOSTS()}/${name}?${words.toString()}`);
}

/** The document in a frame, once its script has run. */
export async function guest(frame: Locator, ready = true): Promise<Frame> {
  await frame.scrollIntoViewIfNeeded();
  const inside = await (await frame.elementHandle())?.contentFrame();
  if (!inside) throw new Error('no document in the frame');
  await inside.waitForSelector(ready ? 'html[data-ready]' : '.embed', { state: 'attached' });
  return inside;
}

/** What of a guest does not fit, or cannot be seen, in its frame. */
export const misfits = (inside: Frame): Promise<string[]> =>
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

/** One frame and its host. */
export async function isGoodGuest(
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
  // The wheel over it and the keys scroll the page it stands in.
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
export const told = (page: Page, at = 0): Promise<number> =>
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

export const heightOf = (frame: Locator): Promise<number> =>
  frame.evaluate((element) => element.getBoundingClientRect().height);

/** With a listener in the host: the frame is exactly as high as its content asks for. */
export async function fitsExactly(page: Page, frame: Locator): Promise<void> {
  await guest(frame);
  await expect
    .poll(async () => Math.abs((await heightOf(frame)) - (await told(page))))
    .toBeLessThanOrEqual(1);
  expect(await told(page)).toBeGreaterThan(200);
}
