/** What only a real server shows: its headers, who may frame what, and the worker behind it. */
import { readdirSync } from 'node:fs';
import { ALWAYS, ASK, FOREVER, PINNED } from '../../src/build/headers.ts';
import { at, awake, expect, open, stageOf, test } from '../journeys/page.ts';

const SITE = (): string => process.env['STORY_URL'] ?? '';
const get = (path: string, accept = 'br, gzip'): Promise<Response> =>
  fetch(`${SITE()}/${path}`, { redirect: 'manual', headers: { 'accept-encoding': accept } });

const asset = (): string =>
  `assets/${readdirSync('dist/assets').find((name) => name.startsWith('client-')) ?? ''}`;
const embedScript = (): string =>
  `embed/${readdirSync('dist/embed').find((name) => name.startsWith('story.')) ?? ''}`;

test('on nginx every answer carries what holds for all, and no version of the server', async () => {
  for (const path of [
    '',
    'figures/rate/',
    'data/rates.csv',
    asset(),
    'sw.js',
    'no-such-page',
    'v/1/embed/rate/',
  ]) {
    const { headers } = await get(path);
    for (const [name, value] of Object.entries(ALWAYS))
      expect(headers.get(name), `${path} ${name}`).toBe(value);
    expect(headers.get('server')).toBe('nginx');
  }
});

test('on nginx names with a hash are kept for good, all else is asked about', async () => {
  for (const path of [asset(), embedScript(), 'v/1/sans-916f52b1d4.woff2'])
    expect((await get(path)).headers.get('cache-control'), path).toBe(FOREVER);
  for (const path of [
    '',
    'sw.js',
    'embed/rate/',
    'v/1/embed/rate/',
    'figures.json',
    'data/rates.csv',
    'embed.js',
  ])
    expect((await get(path)).headers.get('cache-control'), path).toBe(ASK);
});

test('on nginx other sites may read embeds, fonts and data, and frame embeds alone', async () => {
  const open = async (path: string): Promise<string | null> =>
    (await get(path)).headers.get('access-control-allow-origin');
  for (const path of [
    asset(),
    'data/rates.csv',
    'oembed/rate.json',
    'embed/rate/',
    'v/1/embed/rate/',
    'embed.js',
  ])
    expect(await open(path), path).toBe('*');
  for (const path of ['', 'teach/', 'sw.js']) expect(await open(path), path).toBeNull();
  const policy = async (path: string): Promise<string | null> =>
    (await get(path)).headers.get('content-security-policy');
  for (const path of ['', 'figures/rate/', 'teach/', 'data/', 'inside-the-frame.html', 'no-such-page'])
    expect(await policy(path), path).toBe("frame-ancestors 'none'");
  for (const path of ['embed/', 'embed/rate/', 'embed/story/']) expect(await policy(path), path).toBeNull();
  expect(await policy('v/1/embed/rate/')).toBe(PINNED);
  expect(await policy('figures/rate/guess.svg')).toContain("default-src 'none'");
});

test('on nginx files have their types, come compressed, and lead to folders', async () => {
  const type = async (path: string): Promise<string | null> => (await get(path)).headers.get('content-type');
  expect(await type('')).toBe('text/html; charset=utf-8');
  expect(await type(asset())).toBe('text/javascript; charset=utf-8');
  expect(await type('data/rates.csv')).toBe('text/csv; charset=utf-8');
  expect(await type('figures/rate/guess.svg')).toMatch(/^image\/svg\+xml/);
  expect(await type('v/1/sans-916f52b1d4.woff2')).toBe('font/woff2');
  for (const path of ['', asset(), 'data/rates.csv']) {
    expect((await get(path, 'gzip')).headers.get('content-encoding'), path).toBe('gzip');
    if (process.env['NGINX_BROTLI'])
      expect((await get(path)).headers.get('content-encoding'), path).toBe('br');
    expect((await get(path, 'identity')).headers.get('content-encoding'), path).toBeNull();
  }
  const folder = await get('figures/rate?step=guess');
  expect(folder.status).toBe(301);
  expect(folder.headers.get('location')).toBe('/figures/rate/?step=guess');
  for (const path of ['no-such-page', '_headers', '.git/config'])
    expect((await get(path)).status, path).toBe(404);
});

test('on nginx the story cannot be framed by another site, an embed can', async ({ page, watch }) => {
  watch.expected = /frame-ancestors|another host/;
  await page.goto(`${process.env['HOSTS_URL'] ?? ''}/plain?id=rate`);
  await expect(page.frameLocator('iframe').locator('html')).toHaveAttribute('data-ready', /.*/);
  await page.evaluate((src) => {
    document.body.prepend(Object.assign(document.createElement('iframe'), { id: 'story', src }));
  }, `${SITE()}/`);
  await expect.poll(() => watch.faults.some((fault) => fault.includes('frame-ancestors'))).toBe(true);
  // What stands there is the browser's own page.
  await expect(page.frameLocator('#story').locator('[data-step]')).toHaveCount(0);
});

test('on nginx the story is kept by its worker and read on without a network', async ({ page, context }) => {
  await open(page);
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    while (active?.state !== 'activated') await new Promise((done) => setTimeout(done, 50));
  });
  await context.setOffline(true);
  await open(page, { mode: 'step', step: 'guess' });
  await at(page, 'guess');
  const stage = await stageOf(page, 'guess');
  if (!stage) throw new Error('guess has no stage');
  await awake(stage);
  expect(await page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
});
