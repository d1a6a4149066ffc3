/**
 * Measures how high every embed would like to be, really laid out in a browser, and writes src/site/heights.json:
 * pixels by figure and width, the highest of its views. The snippets take their heights from there; a test measures
 * again. Run it after a build when a figure, its words or the embeds' styles have changed: npm run heights
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { chromium } from '@playwright/test';
import { serve } from '../src/build/serve.mjs';
import { BROWSER_ARGS, findBrowser } from './browser.mjs';

export const WIDTHS = [280, 320, 480, 640, 800, 1200];

/** A host that writes down what its frames say of their heights. */
const host = (address, frames, width) => `<!doctype html><title>heights</title>
<script>
const said = new Map();
addEventListener('message', ({ source, data }) => {
  if (data?.type === 'inside-the-frame:height') said.set(source, data.height);
});
globalThis.heights = () => [...document.querySelectorAll('iframe')].map((frame) => said.get(frame.contentWindow) ?? 0);
</script>
<body style="margin:0">${frames
  .map(
    (query) =>
      `<iframe src="${address}embed/${query}" width="${width}" height="900" style="border:0"></iframe>`,
  )
  .join('')}`;

/** Heights of frames, in their order. */
export async function askHeights(browser, address, frames, width) {
  const html = host(address, frames, width);
  const server = createServer((_, response) => response.setHeader('content-type', 'text/html').end(html));
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const page = await browser.newPage({ viewport: { width: Math.max(width, 400), height: 900 } });
  await page.goto(`http://127.0.0.1:${server.address().port}/`, { waitUntil: 'load' });
  await page.waitForFunction(() => globalThis.heights().every((height) => height > 0));
  // Fonts and controls may change it once more.
  await page.waitForTimeout(500);
  const found = await page.evaluate(() => globalThis.heights());
  await page.close();
  server.close();
  return found;
}

/** The highest step of the story in a frame of this width: each is laid out in a frame that is too low. */
export async function storyHeight(browser, address, width) {
  const page = await browser.newPage({ viewport: { width, height: 200 }, reducedMotion: 'reduce' });
  await page.goto(`${address}embed/story/`);
  await page.locator('html[data-current]').waitFor({ state: 'attached' });
  await page.evaluate(() => document.fonts.ready);
  let most = 0;
  for (let more = true; more;) {
    await page.waitForTimeout(60);
    const { height, next } = await page.evaluate(() => ({
      height: document.documentElement.scrollHeight,
      next: !document.querySelector('[data-go=next]').disabled,
    }));
    most = Math.max(most, height);
    if (process.env.SHOW)
      console.log(width, await page.evaluate(() => document.documentElement.dataset.current), height);
    more = next;
    if (next) await page.locator('[data-go=next]').evaluate((button) => button.click());
  }
  await page.close();
  return most;
}

async function main() {
  const server = await serve({ root: 'dist', port: 0 });
  const browser = await chromium.launch({ executablePath: findBrowser().path, args: BROWSER_ARGS });
  const figures = readdirSync('dist/oembed')
    .filter((name) => name.endsWith('.json') && name !== 'story.json')
    .map((name) => name.replace('.json', ''));
  const table = Object.fromEntries(figures.map((figure) => [figure, {}]));
  const frames = figures.flatMap((figure) => {
    const page = readFileSync(`dist/embed/${figure}/index.html`, 'utf8');
    const { views } = JSON.parse(/id="sent">([\s\S]*?)<\/script>/.exec(page)[1]);
    return Object.keys(views).map((view) => ({ figure, query: `${figure}/?step=${view}` }));
  });
  for (const width of WIDTHS) {
    const found = await askHeights(
      browser,
      `${server.url}/`,
      frames.map(({ query }) => query),
      width,
    );
    frames.forEach(({ figure }, at) => {
      table[figure][width] = Math.max(table[figure][width] ?? 0, found[at]);
    });
  }
  table.story = {};
  for (const width of WIDTHS) table.story[width] = await storyHeight(browser, `${server.url}/`, width);
  writeFileSync('src/site/heights.json', `${JSON.stringify(table, null, 2)}\n`);
  for (const [name, heights] of Object.entries(table))
    console.log(name.padEnd(12), ...Object.values(heights));
  await browser.close();
  await server.close();
}

if (process.argv[1]?.endsWith('heights.mjs')) await main();
