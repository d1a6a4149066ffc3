/** Whatever the address or the device's memory says: the page shows what it knows, and writes none of it into itself. */
import type { Page } from '@playwright/test';
import { addressed, at, expect, open, step } from './page.ts';
import { embedFacts, keyFacts, test } from './robust.ts';

// They load the page many times in a row.
test.describe.configure({ timeout: 180_000 });

/** Words that are no value of any parameter, as they stand in an address. */
const HOSTILE = {
  script: encodeURIComponent('<script>document.title="pwned"</script>'),
  attribute: encodeURIComponent('"><img src=x onerror="document.title=\'pwned\'">'),
  selector: encodeURIComponent('"],*{}/*\\'),
  malformed: '%E0%A4%A',
  prototype: '__proto__',
  constructor: 'constructor',
  number: '-1e309%00%0d%0aSet-Cookie:x=1',
  large: '999',
  path: 'javascript:document.title=%22pwned%22%2f..%2f..',
  empty: '',
};
const NAMES = ['step', 'mode', 'theme', 'lesson', 'mild', 'motion', 'what', 'speaker', 'key', 'lang', 'bg'];
const EMBED = ['step', 'theme', 'bg', 'motion', 'controls', 'tab', 'lang', 'mode', 'childId', '__proto__'];

/** One address with the same words for every parameter, each given twice. */
const all = (names: readonly string[], value: string): string =>
  names.map((name) => `${name}=${value}&${name}=${value}`).join('&');

/** Nothing of an address was taken for markup, for a class, or for what the page shows. */
async function expectUntouched(page: Page, path: string): Promise<void> {
  expect(await page.title(), path).not.toContain('pwned');
  const found = await page.evaluate(() => ({
    images: document.querySelectorAll('img[src="x"], [onerror]').length,
    scripts: [...document.scripts].filter((one) => one.textContent.includes('pwned')).length,
    links: [...document.querySelectorAll('a[href^="javascript:"]')].length,
    words: document.body.innerText.includes('pwned'),
    root: Object.entries(document.documentElement.dataset).filter(([, value]) =>
      /pwned|proto|constructor|toString|[<>"\\%]/.test(value ?? ''),
    ),
    polluted: Object.keys(Object.prototype),
  }));
  expect(found, path).toEqual({ images: 0, scripts: 0, links: 0, words: false, root: [], polluted: [] });
}

const LONG = 'A'.repeat(12_000);

test('hostile words for every parameter of the story read as unset', async ({ page }) => {
  for (const [name, value] of Object.entries({ ...HOSTILE, long: LONG }))
    await test.step(name, async () => {
      const names = name === 'long' ? ['step'] : NAMES;
      await page.goto('about:blank');
      await page.goto(`/?${all(names, value).slice(0, 14_000)}`);
      await page.locator('html[data-ready]').waitFor({ state: 'attached' });
      await at(page, '');
      await expect(page.locator('html')).toHaveAttribute('data-mode', 'scroll');
      await expect(page.locator('h1')).toBeInViewport();
      await expect(page.locator('[data-left-out], .mild-note, [data-lost]:not(:empty)')).toHaveCount(0);
      await expectUntouched(page, name);
    });
  await keyFacts(page);
});

test('hostile fragments name no step', async ({ page }) => {
  for (const [name, value] of Object.entries({ ...HOSTILE, long: 'A'.repeat(40_000) }))
    await test.step(name, async () => {
      // Opened with it, then changed to it by hand, from a step.
      await page.goto('about:blank');
      await open(page, { mode: 'step', motion: 'reduce' }, `#${value}`);
      await expect(page.locator('html')).toHaveAttribute('data-mode', 'step');
      await expect(page.locator('.opening h1')).toBeVisible();
      await page.evaluate(() => void (location.hash = '#rare'));
      await at(page, 'rare');
      await page.evaluate((hash) => void (location.hash = hash), value);
      await expect(step(page, 'rare').or(page.locator('h1')).filter({ visible: true }).first()).toBeVisible();
      await expectUntouched(page, name);
    });
  await keyFacts(page);
});

test('of a parameter given twice the first counts', async ({ page }) => {
  await page.goto('/?mode=step&mode=flat&step=rare&step=corner&theme=dark&theme=light');
  await at(page, 'rare');
  await expect(page.locator('html')).toHaveAttribute('data-mode', 'step');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await keyFacts(page);
});

test('numbers of steps that there are not, and odd ones', async ({ page }) => {
  for (const value of [
    '0',
    '27',
    '-1',
    '1.5',
    '1e1',
    '0x2',
    '٣',
    '１',
    '9007199254740993',
    'NaN',
    'Infinity',
  ])
    await test.step(value, async () => {
      await page.goto('about:blank');
      await open(page, { step: value });
      await at(page, '');
    });
  await open(page, { step: '009' });
  await at(page, 'eighty-four');
});

test('hostile words for every parameter of an embed read as unset', async ({ page }) => {
  for (const [name, value] of Object.entries({ ...HOSTILE, long: LONG }))
    await test.step(name, async () => {
      const query = name === 'long' ? `step=${value}` : all(EMBED, value);
      await page.goto('about:blank');
      await page.goto(`/embed/rate/?${query}#${value}`);
      await page.locator('html[data-ready]').waitFor({ state: 'attached' });
      await expect(page.locator('figure')).toHaveAttribute('data-view', 'eighty-four');
      await embedFacts(page);
      expect(page.url()).toContain('/embed/rate/');
      await expectUntouched(page, name);
      if (name === 'long' || name === 'script') {
        await page.goto(`/embed/story/?${query}`);
        await page.locator('html[data-ready]').waitFor({ state: 'attached' });
        await expect(page.locator('.opening h1')).toBeVisible();
        await expectUntouched(page, name);
      }
    });
});

test('hostile words for the pages of teachers, passports, data and figures', async ({ page }) => {
  for (const path of [
    'teach/',
    'teach/worksheet/',
    'teach/key/',
    'passports/',
    'data/',
    'embed/',
    'figures/rate/',
  ])
    await test.step(path, async () => {
      for (const name of ['attribute', 'malformed'] as const) {
        await page.goto(
          `/${path}?${all(['mild', 'key', 'lang', 'theme', 'lesson'], HOSTILE[name])}#${HOSTILE[name]}`,
        );
        await page.locator('html[data-ready]').waitFor({ state: 'attached' });
        await expect(page.locator('h1')).toBeVisible();
        await expect(page.locator('.mild-note')).toHaveCount(0);
        expect(new URL(page.url()).pathname).toBe(`/${path}`);
        await expectUntouched(page, `${path} ${name}`);
      }
    });
});

/** What the page keeps, each with what a reader's device might hold instead. */
const KEYS = ['theme', 'motion', 'resume', 'keys'] as const;
const SPOILED = {
  nonsense: '\u0000{"half',
  types: '{"theme":["dark"],"rate":{"first":[{"toString":1}],"second":"9"},"odd":7}',
  prototype: '__proto__',
  markup: '<img src=x onerror="document.title=\'pwned\'">',
  huge: 'A'.repeat(200_000),
};

/** Sets every key of ours, in both storages, before the page's own first script. */
const spoil = (page: Page, value: string): Promise<void> =>
  page.evaluate(
    ({ keys, text }) => {
      for (const key of [...keys, 'votes', 'unknown'])
        for (const storage of [localStorage, sessionStorage]) storage.setItem(`frame:${key}`, text);
    },
    { keys: KEYS, text: value },
  );

test('spoiled memory: the story opens as for the first time, and the vote can be counted', async ({
  page,
}) => {
  await page.route('**/blank', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<link rel=icon href=data:,>' }),
  );
  for (const [name, value] of Object.entries(SPOILED))
    await test.step(name, async () => {
      await page.goto('/blank');
      await spoil(page, value);
      await open(page, { mode: 'present', motion: 'reduce' });
      await page.locator('.present-tools').waitFor();
      await page.keyboard.press('c');
      const count = page.locator('dialog.vote input[type=number]').first();
      await expect(count).toHaveValue('');
      await count.fill('7');
      await expect(page.locator('dialog.vote .vote-share').first()).toContainText('7');
      await page.keyboard.press('Escape');
      await expectUntouched(page, name);
      await open(page, { mode: 'step' });
      await at(page, '');
      await expect(page.locator('[data-resume]')).toBeHidden();
      await expect(page.locator('html')).not.toHaveAttribute('data-theme', /.*/);
      await expectUntouched(page, name);
    });
  await keyFacts(page);
});

for (const [name, refuse] of [
  ['is full', 'QuotaExceededError'],
  ['refuses everything', 'SecurityError'],
] as const)
  test(`memory ${name}: every choice works for this visit`, async ({ page }) => {
    await page.addInitScript((kind) => {
      const methods =
        kind === 'SecurityError' ? (['getItem', 'setItem', 'removeItem'] as const) : (['setItem'] as const);
      for (const method of methods)
        Storage.prototype[method] = () => {
          throw new DOMException('No.', kind);
        };
    }, refuse);
    await open(page, { mode: 'step', step: 'rare', motion: 'reduce' });
    for (const selector of ['button[data-theme-switch]', '[data-remember]', '[data-keys]']) {
      const control = page.locator(selector).first();
      await control.evaluate((element) => element.closest('details')?.setAttribute('open', ''));
      await control.click();
    }
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await page.locator('[data-go=next]:visible').first().click();
    await at(page, 'test-or-real');
    await keyFacts(page);
    await open(page, { mode: 'present', step: 'guess', motion: 'reduce' });
    await page.locator('.present-tools').waitFor();
    await page.keyboard.press('c');
    const count = page.locator('dialog.vote input[type=number]').first();
    await count.fill('7');
    await page.keyboard.press('Escape');
    // While it is open, keys are its own.
    await expect(page.locator('dialog.vote')).toHaveCount(0);
    await page.keyboard.press('c');
    // Where nothing can be kept, the counts last as long as the page.
    await expect(page.locator('dialog.vote input[type=number]').first()).toHaveValue('7');
  });

test('two tabs: neither reads or spoils the answers of the other, and a choice of one is kept', async ({
  page,
  context,
}) => {
  const other = await context.newPage();
  await open(page, { mode: 'step', step: 'guess', motion: 'reduce' });
  await open(other, { mode: 'step', step: 'guess', motion: 'reduce' });
  for (const [tab, guess] of [
    [page, '12'],
    [other, '67'],
  ] as const) {
    await tab.bringToFront();
    await tab.locator('[data-figure=rate] input[type=number]').fill(guess);
    await tab.locator('button[data-commit]').click();
  }
  // One asks to be remembered, the other forbids the key of present mode.
  const press = async (tab: Page, selector: string): Promise<void> => {
    const control = tab.locator(selector).first();
    await control.evaluate((element) => element.closest('details')?.setAttribute('open', ''));
    await control.click();
  };
  await press(page, '[data-remember]');
  await press(other, '[data-keys]');
  for (const [tab, guess, foreign] of [
    [page, '12', '67'],
    [other, '67', '12'],
  ] as const) {
    await tab.bringToFront();
    await tab.evaluate(() => void (location.hash = '#checkout'));
    await at(tab, 'checkout');
    await expect(tab.locator('#my-answers')).toContainText(guess);
    await expect(tab.locator('#my-answers')).not.toContainText(foreign);
    await keyFacts(tab);
  }
  const kept = await page.evaluate(() => Object.fromEntries(Object.entries(localStorage)));
  expect(kept).toEqual({ 'frame:resume': 'second-study', 'frame:keys': 'off' });
  await open(other);
  await expect(other.locator('[data-resume] a')).toHaveAttribute('href', '#second-study');
  await other.locator('[data-resume] a').click();
  await at(other, 'second-study');
  expect(addressed(other)).toBe('second-study');
});
