/** `npm run dev`: the pages a writer sees while writing are those that are built. */
import { createServer, type ViteDevServer } from 'vite';
import { expect, test } from './page.ts';

let server: ViteDevServer;
test.beforeAll(async () => {
  server = await createServer({ logLevel: 'error', server: { port: 0, hmr: false } });
  await server.listen();
});
test.afterAll(() => server.close());

test('the story, a figure and the story in a frame, and the gallery are alive and dressed', async ({
  page,
  watch,
}) => {
  // Pictures are made by a build alone.
  watch.expected = /^another host: http:\/\/localhost|404/;
  const at = (path: string): string => new URL(path, server.resolvedUrls?.local[0]).href;
  // Hundreds of files, each asked for alone, and another host than that of the built site.
  test.setTimeout(120_000);
  await page.goto(at('embed/rate/?tab=table'));
  await expect(page.locator('html[data-ready][data-tab=table]')).toBeAttached();
  await expect(page.locator('.embed-table')).toBeVisible();
  await page.goto(at('embed/rate/'));
  await expect(page.locator('svg.drawing a[tabindex="0"]')).toHaveCount(1);
  await page.goto(at('embed/story/'));
  await expect(page.locator('html[data-mode=step][data-current]')).toBeAttached();
  await page.goto(at('embed/'));
  const looks = (): Promise<string[]> =>
    page
      .locator('.gallery [data-embed]')
      .evaluateAll((all) => all.map((one) => getComputedStyle(one).gridTemplateColumns));
  const here = await looks();
  expect(here.length).toBeGreaterThan(10);
  await page.goto('/embed/');
  expect(here).toEqual(await looks());
});
