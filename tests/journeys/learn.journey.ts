/** What a student does: answers, is wrong, is told why, judges a claim, and takes the sheet along. */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { at, expect, open, step, test } from './page.ts';

const card = (page: Page, id: string): Locator => page.locator(`[data-quiz="${id}"]`);
const choice = (place: Locator, text: string | RegExp): Locator => place.getByRole('button', { name: text });

async function ready(page: Page, id: string): Promise<void> {
  await open(page, { mode: 'step', step: id });
  await at(page, id);
}
async function goto(page: Page, id: string): Promise<void> {
  await page.evaluate((hash) => (location.hash = hash), id);
  await at(page, id);
}

test('a wrong answer says why, the card stays, and it comes back once at the end', async ({ page }) => {
  await ready(page, 'secret');
  const who = card(page, 'who').first();
  await choice(who, 'Someone who works at Anthropic').click();
  await expect(who.locator('[aria-live]')).toContainText('No real person was part of the scene');
  await choice(who, 'A made-up person').click();
  await expect(who.locator('[aria-live]')).toContainText('Right answer.');
  await expect(who).toBeVisible();
  await goto(page, 'checkout');
  const again = page.locator('[data-again]');
  await expect(again.locator('.quiz')).toHaveCount(1);
  await choice(again, 'An actor').click();
  await expect(again.locator('[aria-live]')).toContainText('No person took part');
  await expect(again.locator('.quiz')).toHaveCount(1);
});

test('a card is answered with the keyboard alone', async ({ page }) => {
  await ready(page, 'corner');
  const doors = card(page, 'doors');
  await choice(doors, 'To ask another person').focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(doors.locator('[aria-live]')).toContainText('on purpose');
  await expect(choice(doors, 'To accept being replaced')).toHaveAttribute('aria-pressed', 'true');
});

test('guess, three questions and reasons end up on one sheet that can be saved and cleared', async ({
  page,
}) => {
  await ready(page, 'headline');
  await choice(page.locator('[data-ask=start]'), 'A real engineer').click();
  await goto(page, 'guess');
  const stage = page.locator('[data-island=rate][data-awake]');
  await stage.locator('input[type=number]').fill('37');
  await stage.locator('[data-commit]').click();
  await goto(page, 'eighty-four');
  await page.locator('#ask-why').fill('I thought of chats.');
  await goto(page, 'checkout');
  await choice(page.locator('[data-ask=end]'), 'A made-up engineer').click();
  const sheet = page.locator('#my-answers');
  for (const text of [
    '37',
    'At the start: A real engineer',
    'At the end: A made-up engineer',
    'I thought of chats.',
  ])
    await expect(sheet).toContainText(text);
  await expect(sheet).toContainText(/84%.*not published/);

  for (const [name, file] of [
    ['Save as text', 'my-answers.txt'],
    ['Save as JSON', 'my-answers.json'],
  ] as const) {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      sheet.getByRole('button', { name }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(file);
    const saved = await readFile((await download.path()) ?? '', 'utf8');
    expect(saved).toContain('37');
    expect(saved).toContain('I thought of chats.');
  }

  await sheet.getByRole('button', { name: 'Clear' }).click();
  await expect(sheet).toContainText('Press Clear again');
  await expect(sheet).toContainText('I thought of chats.');
  await sheet.getByRole('button', { name: 'Clear' }).click();
  await expect(sheet).not.toContainText('37');
  await expect(sheet).not.toContainText('I thought of chats.');
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
});

test('the reader judges a claim first, then sees our verdict, its reason and its source', async ({
  page,
}) => {
  await ready(page, 'article');
  const claim = page.locator('#claim-2');
  await expect(claim.locator('details')).not.toHaveAttribute('open');
  await choice(claim, 'Supported').click();
  await expect(claim.locator('[aria-live]')).toContainText('You say: Supported. We say: Contradicted.');
  await expect(claim.locator('details')).toHaveAttribute('open');
  await expect(claim).toContainText('one fictional engineer');
  await expect(claim.locator('a')).toBeVisible();
  await choice(page.locator('#claim-11'), 'Supported').click();
  await expect(page.locator('#claim-11').locator('[aria-live]')).toContainText('So do we.');
});

test('every claim can be judged on the page of the figure', async ({ page }) => {
  await page.goto('figures/article/');
  await choice(page.locator('#claim-41'), 'Contradicted').click();
  await expect(page.locator('#claim-41').locator('[aria-live]')).toContainText('So do we.');
  const { claims } = JSON.parse(await readFile('data/article.json', 'utf8')) as { claims: unknown[] };
  await expect(page.locator('[data-claim]')).toHaveCount(claims.length);
});

test('a sentence is copied, or selected where the clipboard is shut', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('figures/rate/');
  const first = page.locator('.copies li').first();
  await first.getByRole('button', { name: 'Copy' }).click();
  await expect(first.getByRole('status')).toHaveText('Copied.');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('In a test with a made-up scene');
  expect(copied).toContain('number of runs not published');
  await page.evaluate(() =>
    Object.defineProperty(navigator.clipboard, 'writeText', {
      value: () => Promise.reject(new Error('shut')),
    }),
  );
  const second = page.locator('.copies li').nth(1);
  await second.getByRole('button', { name: 'Copy' }).click();
  await expect(second.getByRole('status')).toContainText('Selected');
  expect(await page.evaluate(() => getSelection()?.toString() ?? '')).toContain(
    'In a test with a made-up scene',
  );
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a card is a question, its options and a folded answer', async ({ page }) => {
    await page.goto('/');
    const who = card(page, 'who');
    await expect(who).toContainText('A made-up person in made-up emails');
    await expect(who.locator('details li').first()).toBeHidden();
    await who.locator('summary').click();
    await expect(who.locator('details li').first()).toBeVisible();
  });

  test('a passport is a link to the page of passports', async ({ page }) => {
    await page.goto('/');
    await step(page, 'eighty-four').locator('.prose a.rate').first().click();
    await expect(page.locator('#passport-opus4-shared-values')).toBeVisible();
    await expect(page.locator('#passport-opus4-shared-values')).toContainText('not published');
  });
});

test('a passport that cannot be fetched is still a link that leads there', async ({ page, watch }) => {
  watch.expected = /Failed to load resource|ERR_FAILED/;
  await ready(page, 'eighty-four');
  await page.route('**/passports/', (route) =>
    route.request().resourceType() === 'fetch' ? route.abort() : route.continue(),
  );
  await step(page, 'eighty-four').locator('.prose a.rate').first().click();
  await expect(page).toHaveURL(/passports\/#passport-opus4-shared-values$/);
  await expect(page.locator('#passport-opus4-shared-values')).toBeVisible();
});
