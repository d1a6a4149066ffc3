/** After one visit the story reads on without a network; it never mixes two builds, and it can be taken back. */
import { cp, mkdtemp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { serve } from '../../src/build/serve.mjs';
import { writeWorker } from '../../src/build/worker.ts';
import { test as base, at, awake, expect, open, stageOf, step } from './page.ts';

interface Copy {
  folder: string;
  url: string;
  /** Takes the network away. */
  close: () => Promise<void>;
}

// The site is copied, kept and built anew in most of them.
base.describe.configure({ timeout: 180_000 });

/** Every test has a copy of the site of its own, at an address of its own, and may change it. */
const test = base.extend<{ site: Copy }>({
  site: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'frame-'));
    await cp('dist', folder, { recursive: true });
    const { url, close } = await serve({ root: folder, port: 0, compress: false });
    let there = true;
    const stop = async (): Promise<void> => {
      if (there) await close();
      there = false;
    };
    await use({ folder, url, close: stop });
    await stop();
    await rm(folder, { recursive: true });
  },
  baseURL: async ({ site }, use) => use(site.url),
});

/** Waits until the worker has everything and is in charge of the pages to come. */
const kept = (page: Page): Promise<unknown> =>
  page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    while (active?.state !== 'activated') await new Promise((done) => setTimeout(done, 50));
  });

const left = (page: Page): Promise<string[]> =>
  page.evaluate(async () => [
    ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
    ...(await caches.keys()),
  ]);

/** Names of the scripts a page has asked for. */
const scripts = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => name)
      .filter((name) => /\/assets\/.*\.js$/.test(name)),
  );

/** Publishes another build in the place of the one that is there: other words, other scripts, the old ones gone. */
async function publish({ folder }: Copy): Promise<void> {
  const assets = join(folder, 'assets');
  const before = (await readdir(assets)).filter((name) => name.endsWith('.js'));
  const after = new Map(before.map((name) => [name, name.replace(/-[\w-]{8}\.js$/, '-NEWBUILD.js')]));
  const renew = async (file: string): Promise<void> => {
    let text = await readFile(file, 'utf8');
    for (const [old, now] of after) text = text.replaceAll(old, now);
    await writeFile(file, text.replace('<title>', '<title>New: '));
  };
  for (const [old, now] of after) {
    await renew(join(assets, old));
    await rename(join(assets, old), join(assets, now));
  }
  for (const page of ['index.html', 'passports/index.html']) await renew(join(folder, page));
  await writeWorker(folder);
}

test('after one visit everything that is read is there without a network', async ({ page, site }) => {
  await open(page);
  await kept(page);
  await site.close();

  await page.reload();
  await page.locator('html[data-current]:not([data-waiting])').waitFor({ state: 'attached' });
  expect(await page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);

  // A figure with a script, then one that is drawn.
  for (const id of ['guess', 'test-or-real']) {
    await open(page, { mode: 'step', step: id });
    await at(page, id);
    const stage = await stageOf(page, id);
    if (stage === null) throw new Error(`${id} has no stage`);
    await awake(stage);
  }
  await open(page, {}, '#eighty-four');
  await step(page, 'eighty-four').locator('a[href*="#passport-"]:visible').first().click();
  await expect(page.locator('.passport:popover-open')).toBeVisible();
  await page.goto('/passports/');
  await expect(page.locator('#passport-opus4-shared-values')).toBeVisible();
});

test('a page beside the story keeps it too', async ({ page, site }) => {
  await page.goto('/passports/');
  await kept(page);
  await site.close();
  await open(page, { mode: 'step', step: 'rare' });
  await at(page, 'rare');
});

test('it works in any folder of a host', async ({ page, site }) => {
  const host = `${site.folder}-host`;
  await cp(site.folder, join(host, 'folder'), { recursive: true });
  await writeFile(join(host, 'index.html'), '<!doctype html><title>Host</title>');
  const deep = await serve({ root: host, port: 0, compress: false });
  const context = await page.context().browser()?.newContext();
  const other = await context?.newPage();
  if (!other) throw new Error('no page');
  await other.goto(`${deep.url}/folder/`);
  await kept(other);
  expect((await left(other))[0]).toBe(`${deep.url}/folder/`);
  await deep.close();
  await other.goto(`${deep.url}/folder/?mode=step&step=guess`);
  await expect(other.locator('html')).toHaveAttribute('data-current', 'guess');
  await context?.close();
  await rm(host, { recursive: true });
});

/** Counts how often a page asks for its worker. */
async function countAsking(page: Page): Promise<() => number> {
  let asked = 0;
  await page.exposeFunction('asked', () => (asked += 1));
  await page.addInitScript(() => {
    const { register } = ServiceWorkerContainer.prototype;
    ServiceWorkerContainer.prototype.register = function (...given) {
      void (window as unknown as { asked: () => void }).asked();
      return register.apply(this, given);
    };
  });
  return () => asked;
}

test('whoever moves on twice before the browser is idle has the worker asked for once, and nothing breaks', async ({
  page,
}) => {
  type Held = { held: (() => void)[] | undefined };
  await page.addInitScript(() => {
    const at = window as unknown as Held;
    const idle = requestIdleCallback.bind(window);
    // From the moment on that the list is there the browser is busy, for whoever sets no limit to the waiting.
    window.requestIdleCallback = (task, options) =>
      at.held && !options ? at.held.push(task as () => void) : idle(task, options);
  });
  const asked = await countAsking(page);
  await open(page, { step: 'headline' });
  await page.evaluate(() => ((window as unknown as Held).held = []));
  const held = (): Promise<number> => page.evaluate(() => (window as unknown as Held).held?.length ?? 0);
  for (const [times, step] of [1, 2].entries()) {
    await page.mouse.wheel(0, 30 * step);
    await expect.poll(held, { timeout: 15_000 }).toBeGreaterThan(times);
  }
  await page.evaluate(() => (window as unknown as Held).held?.forEach((task) => task()));
  await expect.poll(asked).toBeGreaterThan(0);
  expect(asked()).toBe(1);
});

test.describe('nothing is kept', () => {
  const expectNothing = async (page: Page): Promise<void> => {
    // The worker would be asked for when the reader has rested for four seconds.
    await page.waitForTimeout(6000);
    expect(await left(page)).toEqual([]);
  };

  for (const path of ['embed/rate/', 'embed/story/', 'embed/'])
    test(`by ${path}`, async ({ page }) => {
      await page.goto(`/${path}`);
      await expectNothing(page);
    });

  test('by the story in a frame', async ({ page }) => {
    await page.route('**/host', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><iframe src="./"></iframe>' }),
    );
    await page.goto('/host');
    await expectNothing(page);
  });

  test('where the reader saves data', async ({ page }) => {
    await page.addInitScript(() =>
      Object.defineProperty(navigator, 'connection', { value: { saveData: true } }),
    );
    await open(page);
    await expectNothing(page);
  });
});

test.describe('a new build', () => {
  const visit = async (context: BrowserContext): Promise<Page> => {
    const page = await context.newPage();
    await open(page, { mode: 'step' });
    return page;
  };

  test('waits until no page of the old one is open, and then comes whole', async ({ context, site }) => {
    const first = await visit(context);
    await kept(first);
    await first.close();
    const page = await visit(context);
    await publish(site);
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      await registration.update();
      while (!registration.waiting) await new Promise((done) => setTimeout(done, 50));
    });

    // The open page, the same page again, and another one: all of the old build, though the host has it no more.
    const second = await visit(context);
    await page.reload();
    for (const one of [page, second]) {
      await open(one, { mode: 'step', step: 'guess' });
      const stage = await stageOf(one, 'guess');
      if (stage === null) throw new Error('no stage');
      await awake(stage);
      expect(await one.title()).not.toMatch(/^New/);
      expect((await scripts(one)).filter((name) => name.includes('NEWBUILD'))).toEqual([]);
    }
    await page.close();
    await second.close();

    await expect
      .poll(async () => {
        const probe = await context.newPage();
        await probe.goto('/');
        const title = await probe.title();
        await probe.close();
        return title;
      })
      .toMatch(/^New/);
    await site.close();
    const next = await visit(context);
    await open(next, { mode: 'step', step: 'guess' });
    const stage = await stageOf(next, 'guess');
    if (stage === null) throw new Error('no stage');
    await awake(stage);
    expect(await next.title()).toMatch(/^New/);
    const names = await scripts(next);
    expect(names.length).toBeGreaterThan(1);
    expect(names.filter((name) => !name.includes('NEWBUILD'))).toEqual([]);
    // What belonged to the old build is gone.
    const urls = await next.evaluate(async () => {
      const [name = ''] = await caches.keys();
      return (await (await caches.open(name)).keys()).map(({ url }) => url);
    });
    expect(urls.filter((url) => url.endsWith('.js') && !url.includes('NEWBUILD'))).toEqual([]);
  });

  test('of which only half has been published is not kept', async ({ context, site }) => {
    const first = await visit(context);
    await kept(first);
    const old = await readFile(join(site.folder, 'index.html'));
    await publish(site);
    // The host still answers with the old page.
    await writeFile(join(site.folder, 'index.html'), old);
    const states = await first.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      await registration.update();
      const { installing } = registration;
      while (installing?.state === 'installing') await new Promise((done) => setTimeout(done, 50));
      return [installing?.state, registration.waiting, registration.active?.state];
    });
    expect(states).toEqual(['redundant', null, 'activated']);
  });
});

test('a build without a worker takes the earlier one away, and leaves the open page alone', async ({
  context,
  site,
}) => {
  const first = await context.newPage();
  await open(first);
  await kept(first);
  await first.evaluate(() => caches.open('of another site'));
  await first.close();
  await writeWorker(site.folder, false);

  const page = await context.newPage();
  let loads = 0;
  page.on('load', () => (loads += 1));
  const asked = await countAsking(page);
  await open(page);
  await expect.poll(() => left(page), { timeout: 30_000 }).toEqual(['of another site']);
  // A page of the old build that asked for its worker now would bring it back.
  await page.waitForTimeout(6000);
  expect(asked()).toBe(0);
  expect(await left(page)).toEqual(['of another site']);
  expect(loads).toBe(1);
  await page.close();

  const next = await context.newPage();
  await open(next);
  // It asks for the worker that goes, and keeps none.
  await next.waitForTimeout(6000);
  await expect.poll(() => left(next), { timeout: 30_000 }).toEqual(['of another site']);
  expect(await next.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
});
