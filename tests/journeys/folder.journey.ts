/** In a folder of somebody's host everything that is asked for is found there: nothing leads to the host's own root. */
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '../../src/build/serve.mjs';
import { test as base, awake, expect, stageOf, step } from './page.ts';

base.describe.configure({ timeout: 120_000 });

interface Host {
  /** Of the site's folder, with a slash at its end. */
  readonly site: string;
  /** What was asked for beside the folder, or not found. */
  readonly lost: string[];
}

const test = base.extend<{ folder: string; host: Host }>({
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'host-'));
    await cp('dist', join(folder, 'a/b'), { recursive: true });
    await writeFile(join(folder, 'index.html'), '<!doctype html><title>Host</title>');
    const { url, close } = await serve({ root: folder, port: 0, compress: false });
    await use(url);
    await close();
    await rm(folder, { recursive: true });
  },
  baseURL: async ({ folder }, use) => use(folder),
  host: async ({ folder, context }, use) => {
    const site = `${folder}/a/b/`;
    const lost: string[] = [];
    context.on('response', (answer) => {
      const address = answer.url();
      if (!address.startsWith('http')) return;
      if (!address.startsWith(site) || answer.status() >= 400) lost.push(`${answer.status()} ${address}`);
    });
    await use({ site, lost });
    expect(lost).toEqual([]);
  },
});

const ready = 'html[data-current]:not([data-waiting])';

test('the story: live figures, passports, present mode', async ({ page, host }) => {
  await page.goto(`${host.site}?mode=step&step=guess`);
  await page.locator(ready).waitFor({ state: 'attached' });
  const stage = await stageOf(page, 'guess');
  if (stage === null) throw new Error('guess has no stage');
  await awake(stage);

  await page.goto(`${host.site}?mode=step&step=eighty-four`);
  await page.locator(ready).waitFor({ state: 'attached' });
  await step(page, 'eighty-four').locator('a[href*="#passport-"]:visible').first().click();
  await expect(page.locator('.passport:popover-open')).toBeVisible();

  await page.goto(`${host.site}?mode=present&lesson=20`);
  await page.locator(ready).waitFor({ state: 'attached' });
  await expect(page.locator('html')).toHaveAttribute('data-present', /.*/);
});

test('pages beside it, and from each the way home', async ({ page, host }) => {
  for (const path of ['figures/rate/', 'data/', 'passports/', 'teach/', 'embed/']) {
    await page.goto(host.site + path);
    await page.locator('.brand').first().click();
    await expect(page).toHaveURL(new RegExp(`/a/b/(#\\w+)?$`));
  }
  await page.goto(`${host.site}teach/handout/?mild=1`);
  await expect(page.locator('.sheet-head').first()).toContainText('·');
});

test('embeds lead home, and the file for a stick is there', async ({ page, request, host }) => {
  for (const path of ['embed/rate/', 'embed/story/']) {
    await page.goto(host.site + path);
    await expect(page.locator('h1').first()).toBeAttached();
  }
  const home = await page
    .goto(`${host.site}embed/rate/`)
    .then(() => page.locator('.embed-home').getAttribute('href'));
  expect(new URL(home ?? '', `${host.site}figures/rate/`).href).toContain(`${host.site}#`);
  await page.goto(host.site + 'teach/');
  const file = await page
    .locator('a[href$="inside-the-frame.html"]')
    .first()
    .evaluate((link) => (link as HTMLAnchorElement).href);
  expect(file).toBe(`${host.site}inside-the-frame.html`);
  expect((await request.get(file)).status()).toBe(200);
});
