/** Whatever of the page's own files fails, breaks or is late: the words, the numbers and their sources are there. */
import type { Page, Route } from '@playwright/test';
import { PHONE, at, awake, expect, heading, open, stageOf, step } from './page.ts';
import { NETWORK, broken, embedFacts, expectNoPromise, held, keyFacts, strange, test } from './robust.ts';

// They load the page many times in a row.
test.describe.configure({ timeout: 180_000 });

const aborted = (route: Route): Promise<void> => route.abort();
const missing = (route: Route): Promise<void> => route.fulfill({ status: 404, body: 'Not here' });
const WAYS = { aborted, missing, broken, strange } as const;

/** What is fetched after the first moment: which step asks for it, in which address. */
const FILES = [
  { name: 'the figures’ script', url: /\/figures-[\w-]+\.js$/, query: { step: 'eighty-four' } },
  { name: 'figures.json', url: /\/figures\.json$/, query: { step: 'eighty-four' } },
  { name: 'a drawing of the build', url: /\/figures\/belief\.\d+\.json$/, query: { step: 'test-or-real' } },
  {
    name: 'the script of present mode',
    url: /\/present-[\w-]+\.js$/,
    query: { mode: 'present', step: 'guess' },
  },
  { name: 'present.json', url: /\/present\.json$/, query: { mode: 'present', step: 'guess' } },
  { name: 'present.json of a lesson', url: /\/present\.json$/, query: { mode: 'step', lesson: '20' } },
];

/** Opens the story anew, as for the first time. */
async function visit(page: Page, query: Record<string, string>): Promise<void> {
  await page.goto('about:blank');
  await open(page, { motion: 'reduce', ...query });
}

for (const { name, url, query } of FILES)
  test(`${name} fails or is broken: the plain article says so, once, and holds every fact`, async ({
    page,
    watch,
  }) => {
    watch.expected = NETWORK;
    for (const [way, act] of Object.entries(WAYS))
      await test.step(way, async () => {
        await page.route(url, act);
        await visit(page, query);
        await expect(page.locator('html')).toHaveAttribute('data-mode', 'flat');
        await expect(page.getByRole('status').filter({ hasText: 'did not load' })).toHaveCount(1);
        await keyFacts(page);
        await expectNoPromise(page);
        await page.unroute(url);
      });
  });

test('data without the rows of a figure: the plain article', async ({ page }) => {
  for (const body of ['null', '{}', '{"badges":{},"figures":{}}', '{"badges":{},"figures":{"rate":{}}}'])
    await test.step(body, async () => {
      await page.route(/\/figures\.json$/, (route) => route.fulfill({ json: JSON.parse(body) as unknown }));
      await visit(page, { step: 'eighty-four' });
      await expect(page.locator('html')).toHaveAttribute('data-mode', 'flat');
      await keyFacts(page);
      await page.unroute(/\/figures\.json$/);
    });
});

for (const [name, url] of [
  ['figures.json', /\/figures\.json$/],
  ['a drawing of the build', /\/figures\/belief\.\d+\.json$/],
] as const)
  test(`${name} is late: the picture stands in for it, and it wakes when it is there`, async ({ page }) => {
    const late = held();
    await page.route(url, late.hold);
    const id = name === 'figures.json' ? 'eighty-four' : 'test-or-real';
    await open(page, { mode: 'step', step: id, motion: 'reduce' });
    const stage = await stageOf(page, id);
    if (stage === null) throw new Error('no stage');
    await expect(stage.locator('.is-slow')).toBeVisible();
    await keyFacts(page);
    await page.evaluate((hash) => void (location.hash = hash), id);
    late.go();
    await awake(stage);
    await expect(page.locator('.is-slow:visible')).toHaveCount(0);
    await keyFacts(page);
  });

for (const mode of ['scroll', 'step'])
  test(`the script of the cards fails, breaks or never comes: the story is read as ever, ${mode}`, async ({
    page,
    watch,
  }) => {
    watch.expected = NETWORK;
    const never = (): undefined => undefined;
    for (const [way, act] of Object.entries({ ...WAYS, never }))
      await test.step(way, async () => {
        await page.route(/\/learn-[\w-]+\.js$/, act);
        await page.goto('about:blank');
        await page.goto(`/?mode=${mode}&step=corner&motion=reduce`);
        await at(page, 'corner');
        await expect(page.locator('html')).toHaveAttribute('data-ready', '');
        await keyFacts(page);
        await at(page, 'second-study');
        await expect(page.locator('html')).toHaveAttribute('data-mode', mode);
        if (mode === 'step') {
          await page.locator('[data-go=next]:visible').first().click();
          await at(page, 'what-moves-it');
        } else {
          // The story goes along with the reader.
          await step(page, 'rare').evaluate((one) =>
            scrollBy(0, one.getBoundingClientRect().top - innerHeight * 0.3),
          );
          await at(page, 'rare');
        }
        await page.unroute(/\/learn-[\w-]+\.js$/);
      });
  });

test('the script of the cards is late, without a place in the address: the story follows, then the cards come', async ({
  page,
}) => {
  const late = held();
  await page.route(/\/learn-[\w-]+\.js$/, late.hold);
  await page.goto('/');
  await expect(page.locator(':is(.scene, .step):not(.is-laid)')).toHaveCount(0, { timeout: 30_000 });
  await step(page, 'secret').evaluate((one) =>
    scrollBy(0, one.getBoundingClientRect().top - innerHeight * 0.3),
  );
  await at(page, 'secret');
  const card = page.locator('[data-quiz="who"]').first();
  await expect(card).toContainText('A made-up person in made-up emails');
  late.go();
  await card.getByRole('button', { name: 'A made-up person' }).click();
  await expect(card.locator('[aria-live]')).toContainText('Right answer.');
});

for (const mode of ['scroll', 'step', 'present', 'embed'])
  test(`the page’s own script is long in coming: every word can be read meanwhile, and ${mode} begins when it is there`, async ({
    page,
  }) => {
    const late = held();
    await page.route(/\/(?:client-[\w-]+|embed\/story\.\w+)\.js$/, late.hold);
    await page.goto(`/${mode === 'embed' ? 'embed/story/?' : `?mode=${mode}&`}step=guess&motion=reduce`, {
      waitUntil: 'commit',
    });
    await expect(page.locator('h1')).toBeVisible();
    await keyFacts(page);
    await expectNoPromise(page);
    await page.evaluate(() => void (location.hash = 'guess'));
    late.go();
    await at(page, 'guess');
    await expect(page.locator('html')).toHaveAttribute('data-mode', mode === 'scroll' ? mode : 'step');
    if (mode === 'present') await expect(page.locator('.present-tools')).toBeVisible();
    if (mode !== 'scroll') await expect(page.locator('[data-step]:visible')).toHaveCount(1);
    // A presented step says less than the article: its slide.
    if (mode !== 'present') await keyFacts(page);
  });

test('passports fail or are another page: the number is a link that leads there', async ({ page, watch }) => {
  watch.expected = NETWORK;
  const ours = '**/passports/';
  for (const [way, act] of Object.entries({ aborted, missing, strange }))
    await test.step(way, async () => {
      await page.route(ours, (route) =>
        route.request().resourceType() === 'fetch' ? act(route) : route.continue(),
      );
      await visit(page, { mode: 'step', step: 'eighty-four' });
      await step(page, 'eighty-four').locator('.prose a.rate').first().click();
      await expect(page).toHaveURL(/passports\/#passport-opus4-shared-values$/);
      await expect(page.locator('#passport-opus4-shared-values')).toContainText('not published');
      await page.unroute(ours);
    });
});

test('passports are late: whoever presses twice meanwhile gets the card, that of the number pressed last', async ({
  page,
}) => {
  const late = held();
  await page.route('**/passports/', late.hold);
  await open(page, { mode: 'step', step: 'second-study' });
  const numbers = step(page, 'second-study').locator('.prose a.rate');
  const first = numbers.first();
  const last = numbers.nth(1);
  expect(await first.getAttribute('href')).not.toBe(await last.getAttribute('href'));
  await first.click();
  await last.click();
  await last.click();
  late.go();
  const card = page.locator(':popover-open');
  await expect(card).toHaveCount(1);
  await expect(card).toHaveAttribute('id', (await last.getAttribute('href'))?.split('#')[1] ?? '');
  await card.getByRole('button').click();
  await expect(card).toHaveCount(0);
  await keyFacts(page);
});

test('the mild wording cannot be had on a paper: the paper stays whole and does not call itself mild', async ({
  page,
  watch,
}) => {
  watch.expected = NETWORK;
  for (const [way, act] of Object.entries(WAYS))
    await test.step(way, async () => {
      await page.route('**/present.json', act);
      await page.goto('about:blank');
      await page.goto('/teach/handout/?mild=1');
      await page.locator('html[data-ready]').waitFor({ state: 'attached' });
      await page.waitForLoadState('networkidle');
      await expect(page.locator('main')).toContainText('of runs in this test');
      await expect(page.locator('.mild-note')).toHaveCount(0);
      await page.unroute('**/present.json');
    });
});

for (const [name, policy] of [
  ['forbids every script', "script-src 'none'"],
  ['forbids scripts of the page itself', "script-src 'unsafe-inline'"],
  ['forbids scripts in the page', "script-src 'self'"],
] as const)
  test(`a host’s policy ${name}: all facts, and nothing is promised`, async ({ page, watch }) => {
    watch.expected = /Content.Security.Policy|violates the following/i;
    await page.setViewportSize(PHONE);
    for (const path of ['/', '/?mode=step&step=guess', '/embed/rate/'])
      await test.step(path, async () => {
        await page.route(
          (url) => !url.pathname.includes('.'),
          async (route) => {
            const answer = await route.fetch({ maxRetries: 2 });
            const headers = { ...answer.headers(), 'content-security-policy': policy };
            await route.fulfill({ response: answer, headers });
          },
        );
        await page.goto(path);
        if (path.includes('embed')) await embedFacts(page);
        else await keyFacts(page);
        await expectNoPromise(page);
        await page.unrouteAll();
      });
  });

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('all facts, whatever way to read was asked for', async ({ page }) => {
    for (const path of ['/', '/?mode=step', '/?mode=present&lesson=20', '/embed/story/']) {
      await page.goto(path);
      await keyFacts(page);
      await expectNoPromise(page);
    }
  });
});

test('on a very slow line the words can be read before the script is there, and nothing breaks', async ({
  page,
}) => {
  const line = await page.context().newCDPSession(page);
  await line.send('Network.enable');
  // 50 kbit/s, two seconds a way.
  await line.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 2000,
    downloadThroughput: 6250,
    uploadThroughput: 6250,
  });
  await page.goto('/', { waitUntil: 'commit', timeout: 60_000 });
  await expect(page.locator('h1')).toBeVisible({ timeout: 60_000 });
  await expect(heading(page, 'role')).toBeVisible({ timeout: 60_000 });
  expect(await page.locator('html').getAttribute('data-ready')).toBeNull();
  await expect(page.locator('[data-step=checkout] h3')).toBeAttached({ timeout: 60_000 });
  await keyFacts(page);
  await expect(page.locator('html')).toHaveAttribute('data-ready', '', { timeout: 60_000 });
  await keyFacts(page);
});
