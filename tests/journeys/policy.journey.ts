/** The policy of every page holds, and nobody notices: no page of any kind tries to do what its policy forbids. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContext, Frame, Page } from '@playwright/test';
import { STEPS, awake, expect, open, stageOf, step, test as base, wheel } from './page.ts';

/** What was forbidden, in any page or frame of a test. A console error of it fails the test by itself. */
const test = base.extend<{ violations: string[] }>({
  violations: [
    async ({ context }, use) => {
      const violations: string[] = [];
      await context.exposeFunction('violated', (what: string) => violations.push(what));
      await context.addInitScript(() =>
        addEventListener('securitypolicyviolation', (event) =>
          (window as unknown as { violated: (what: string) => void }).violated(
            `${event.effectiveDirective}: ${event.blockedURI} in ${location.pathname}`,
          ),
        ),
      );
      await use(violations);
      expect(violations).toEqual([]);
    },
    { auto: true },
  ],
});

/** The built file `_headers`, as Netlify and Cloudflare Pages read it. */
async function withHeaders(context: BrowserContext): Promise<void> {
  const rules: { fits: (path: string) => boolean; headers: Record<string, string> }[] = [];
  for (const line of readFileSync('dist/_headers', 'utf8').split('\n')) {
    const [, name, value] = /^ {2}([\w-]+): (.*)$/.exec(line) ?? [];
    if (line.startsWith('/'))
      rules.push({
        fits: (path) => (line.endsWith('*') ? path.startsWith(line.slice(0, -1)) : path === line),
        headers: {},
      });
    else if (name && value) (rules.at(-1)?.headers ?? {})[name.toLowerCase()] = value;
  }
  await context.route(/^http/, async (route) => {
    const { pathname } = new URL(route.request().url());
    const response = await route.fetch({ maxRetries: 2 });
    const headers = rules.filter(({ fits }) => fits(pathname)).map((rule) => rule.headers);
    await route.fulfill({ response, headers: Object.assign(response.headers(), ...headers) });
  });
}

/** Puts a page of the site into a frame of another page, and gives the document in it. */
async function framed(page: Page, path: string, attributes = ''): Promise<Frame> {
  const site = process.env['STORY_URL'] ?? '';
  await page.unroute('**/host');
  await page.route('**/host', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><iframe ${attributes} width="700" height="900" src="${site}/${path}"></iframe>`,
    }),
  );
  await page.goto('/host');
  const frame = await (await page.locator('iframe').elementHandle())?.contentFrame();
  if (!frame) throw new Error('no document in the frame');
  return frame;
}

for (const { kind, tag } of [
  { kind: 'as the page says it', tag: '@nginx' },
  { kind: 'with the file of headers', tag: [] },
])
  test.describe(`policy of every page, ${kind}`, { tag }, () => {
    // Nothing is to be kept, or the headers of one test would be those of another's pages.
    test.use({ serviceWorkers: 'block' });
    test.beforeEach(async ({ context, watch }) => {
      watch.expected = /Service Worker registration blocked/;
      if (kind === 'with the file of headers') await withHeaders(context);
    });

    test('the story: scroll, figures, a passport, a question, the theme', async ({ page }) => {
      await open(page);
      await wheel(page, 800, async () => {
        const here = await page.locator('html').getAttribute('data-current');
        return (STEPS as readonly string[]).indexOf(here ?? '') > 3;
      });
      for (const id of ['guess', 'test-or-real']) {
        await open(page, { mode: 'step', step: id });
        const stage = await stageOf(page, id);
        if (stage) await awake(stage);
      }
      await open(page, { mode: 'step', step: 'eighty-four' });
      await step(page, 'eighty-four').locator('a[href*="#passport-"]:visible').first().click();
      await expect(page.locator('.passport:popover-open')).toBeVisible();
    });

    test('pages beside the story', async ({ page }) => {
      for (const path of ['figures/', 'figures/rate/', 'data/', 'passports/', 'teach/', 'teach/handout/']) {
        await page.goto(`/${path}`);
        await expect(page.locator('html')).toHaveClass(/js/);
        await expect(page.locator('h1').first()).toBeVisible();
        // Its styles and fonts came.
        await page.evaluate(() => document.fonts.ready);
        const fonts = await page.evaluate(
          () => [...document.fonts].filter(({ status }) => status === 'loaded').length,
        );
        expect(fonts, path).toBeGreaterThan(0);
      }
    });

    test('the gallery and its previews', async ({ page }) => {
      await page.goto('/embed/');
      await page.locator('[data-embed=rate] details summary').first().click();
      const preview = page.frameLocator('[data-embed=rate] iframe');
      await expect(preview.locator('html')).toHaveAttribute('data-ready', /.*/);
    });

    test('present mode with the speaker’s window', async ({ page, context }) => {
      await page.goto('/?mode=present&lesson=20&motion=reduce#guess');
      await page.locator('.present-tools').waitFor();
      const opening = context.waitForEvent('page');
      await page.keyboard.press('s');
      const speaker = await opening;
      await expect(speaker.locator('.speaker-state')).toContainText('Connected');
    });

    test('embeds in frames of another page', async ({ page }) => {
      for (const path of ['embed/rate/', 'embed/story/', 'v/1/embed/rate/']) {
        const frame = await framed(page, path);
        await expect(frame.locator('html')).toHaveAttribute('data-ready', /.*/);
        // The base of an embed, on which its links rest, is allowed.
        const home = frame.locator('.embed-home').first();
        expect(await home.evaluate((link) => new URL((link as HTMLAnchorElement).href).pathname)).toBe('/');
      }
    });
  });

test.describe('policy of every page, with the file of headers', () => {
  test.use({ serviceWorkers: 'block' });
  test('in a sandbox without an origin an embed has its script and its font', async ({ page, context }) => {
    await withHeaders(context);
    for (const path of ['embed/rate/', 'embed/story/', 'v/1/embed/rate/']) {
      const frame = await framed(page, path, 'sandbox="allow-scripts"');
      await expect(frame.locator('html')).toHaveAttribute('data-ready', /.*/);
      expect(await frame.evaluate(() => origin)).toBe('null');
      const font = (): Promise<boolean> =>
        frame.evaluate(() =>
          [...document.fonts].some(({ family, status }) => /Sans/.test(family) && status === 'loaded'),
        );
      await expect.poll(font, { message: path }).toBe(true);
    }
  });
});

test('policy of every page: a script that comes in from outside does not run', async ({
  page,
  violations,
  watch,
}) => {
  watch.expected = /Content Security [Pp]olicy|requires 'Trusted/;
  await open(page);
  const hacks = await page.evaluate(() => {
    const hack = (how: string) => `document.documentElement.dataset.hacked = "${how}"`;
    const place = document.body.appendChild(document.createElement('div'));
    const add = (name: string, text: string) =>
      place.appendChild(Object.assign(document.createElement(name), { textContent: text }));
    const tries: Record<string, () => unknown> = {
      script: () => add('script', hack('inline')),
      style: () => add('style', 'body { visibility: hidden }'),
      // Text of whatever kind does not become nodes: Trusted Types.
      html: () => (place.innerHTML = `<img src="data:," onerror='${hack('html')}'>`),
      document: () => new DOMParser().parseFromString('<p>', 'text/html'),
      attribute: () => place.setAttribute('onclick', hack('attribute')),
      policy: () =>
        (
          window as unknown as { trustedTypes: { createPolicy(name: string, rules: object): unknown } }
        ).trustedTypes.createPolicy('mine', {}),
    };
    const refused = Object.entries(tries).filter(([, act]) => {
      try {
        act();
      } catch (error) {
        return error instanceof TypeError;
      }
      return false;
    });
    place.click();
    return refused.map(([name]) => name);
  });
  expect(hacks).toEqual(['script', 'html', 'document', 'attribute', 'policy']);
  await expect
    .poll(() => violations.map((what) => what.replace(/:.*/, '')).sort())
    .toEqual([...Array<string>(4).fill('require-trusted-types-for'), 'style-src-elem', 'trusted-types']);
  await expect(page.locator('body')).toHaveCSS('visibility', 'visible');
  expect(await page.locator('html').getAttribute('data-hacked')).toBeNull();
  violations.length = 0;
});

test('policy of every page: the one file from a disk', async ({ page }) => {
  const file = pathToFileURL(resolve('dist/inside-the-frame.html')).href;
  await page.goto(`${file}?mode=step&step=guess`);
  await page.locator('html[data-current][data-ready]').waitFor({ state: 'attached' });
  await awake(page.locator('[data-island=rate]').first());
  for (const path of ['data/', 'teach/handout/', 'passports/']) {
    await page.goto(`${file}#page/${path}`);
    await expect(page.locator(`[id="page/${path}"] h1`)).toBeVisible();
  }
});
