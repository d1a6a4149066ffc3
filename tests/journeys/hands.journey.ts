/** Hands on the keys and nothing else: every control of the story is reached by Tab, worked by keys, and answers. */
import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { at, awake, expect, frames, open, step, tab, test } from './page.ts';

const cards = JSON.parse(readFileSync('src/content/en/quiz.json', 'utf8')) as {
  cards: { id: string; step: string }[];
};

/** Goes to a step; the focus is on its heading, as after a click on its link. */
async function goto(page: Page, id: string): Promise<void> {
  await page.evaluate((hash) => void (location.hash = hash), id);
  await at(page, id);
  await step(page, id)
    .locator('h3')
    .first()
    .evaluate((one) => {
      one.setAttribute('tabindex', '-1');
      (one as HTMLElement).focus();
    });
}

const ready = async (page: Page, id: string): Promise<void> => {
  await open(page, { mode: 'step', step: id, motion: 'reduce' });
  await expect(page.locator('[data-quiz] .choices.can').first()).toBeAttached();
  await goto(page, id);
};

test('the guess: slider, number, “done” and “skip”, and the focus never falls into nothing', async ({
  page,
}) => {
  for (const way of ['commit', 'skip']) {
    await page.goto('about:blank');
    await ready(page, 'guess');
    const stage = page.locator('[data-island=rate]');
    await awake(stage);
    if (way === 'commit') {
      await tab(page, stage.locator('input[type=range]'), 30, 'Shift+Tab');
      for (let count = 0; count < 3; count += 1) await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Tab');
      await expect(stage.locator('input[type=number]')).toBeFocused();
      await page.keyboard.press('Control+A');
      await page.keyboard.type('37');
    }
    // The stage stands before the words.
    await tab(page, stage.locator(`[data-${way}]`), 30, way === 'commit' ? 'Tab' : 'Shift+Tab');
    await page.keyboard.press('Enter');
    const told = page.locator(':focus');
    await expect(told).toHaveCount(1);
    await expect(told).toHaveText(way === 'commit' ? /37/ : /\S/);
  }
});

test('cards, questions, claims, reasons, and the sheet of answers', async ({ page }) => {
  test.setTimeout(120_000);
  await ready(page, 'headline');
  const press = async (list: Locator, key: string): Promise<Locator> => {
    const button = list.locator('button').nth(1);
    await tab(page, button, 90);
    await page.keyboard.press(key);
    await expect(button).toHaveAttribute('aria-pressed', 'true');
    return button;
  };
  await press(page.locator('[data-ask=start] .choices').first(), 'Enter');
  expect(cards.cards.length).toBeGreaterThan(2);
  for (const { id, step: where } of cards.cards) {
    await goto(page, where);
    const card = page.locator(`.step [data-quiz="${id}"]`).first();
    await press(card.locator('.choices'), 'Space');
    await expect(card.locator('[aria-live]')).toHaveText(/\S/);
    // The reasons for every option are one more stop away.
    await tab(page, card.locator('summary'));
    await page.keyboard.press('Enter');
    await expect(card.locator('details')).toHaveAttribute('open');
  }
  await goto(page, 'eighty-four');
  await tab(page, page.locator('#ask-why'), 90);
  await page.keyboard.type('I thought of chats.');
  await goto(page, 'article');
  const claim = page.locator('[data-claim]').first();
  await press(claim.locator('.choices'), 'Enter');
  await expect(claim.locator('[aria-live]')).toHaveText(/\S/);
  await expect(claim.locator('details')).toHaveAttribute('open');

  await goto(page, 'checkout');
  const sheet = page.locator('#my-answers');
  await expect(sheet).toContainText('I thought of chats.');
  await tab(page, page.locator('#sheet-notes'), 90);
  await page.keyboard.type('By hand.');
  for (const [name, file] of [
    ['text', 'my-answers.txt'],
    ['json', 'my-answers.json'],
  ] as const) {
    await tab(page, sheet.locator(`[data-sheet=${name}]`));
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    expect(download.suggestedFilename()).toBe(file);
  }
  await tab(page, sheet.locator('[data-sheet=clear]'));
  for (const said of ['Press Clear again', 'Cleared.']) {
    await page.keyboard.press('Space');
    await expect(sheet.locator('[aria-live]')).toContainText(said);
  }
  await expect(sheet).not.toContainText('I thought of chats.');
  await expect(sheet.locator('[data-sheet=clear]')).toBeFocused();
});

test('the live figures: the sample’s slider, sizes and buttons, the models’ switches, the map’s lists and boxes, the way back inside', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await ready(page, 'how-sure');
  const sample = page.locator('[data-island=sample]');
  await awake(sample);
  const status = sample.getByRole('status');
  let said = await status.textContent();
  const changes = async (): Promise<void> => {
    await expect(status).not.toHaveText(said ?? '');
    said = await status.textContent();
  };
  await tab(page, sample.locator('input[type=range]'), 30, 'Shift+Tab');
  await page.keyboard.press('ArrowRight');
  await changes();
  await tab(page, sample.locator('input[type=number]'));
  await page.keyboard.press('Control+A');
  await page.keyboard.type('30');
  await changes();
  await tab(page, sample.locator('[data-again]'));
  await page.keyboard.press('Enter');
  await changes();
  await tab(page, sample.locator('input[type=radio]:checked'));
  await page.keyboard.press('ArrowRight');
  await changes();

  await goto(page, 'second-study');
  const models = page.locator('[data-island=models]');
  await awake(models);
  // The stage stands before the words: back to it, then on.
  let back = 'Shift+Tab';
  for (const group of await models
    .getByRole('group')
    .filter({ has: page.locator('button') })
    .all()) {
    const other = group.locator('[aria-pressed=false]').first();
    const name = await other.textContent();
    await tab(page, other, 30, back);
    back = 'Tab';
    await page.keyboard.press('Enter');
    await expect(group.getByRole('button', { pressed: true })).toHaveText(name ?? '');
  }

  await goto(page, 'map');
  const map = page.locator('[data-island=map]');
  await awake(map);
  const answer = map.getByRole('status');
  let first = true;
  for (const control of [...(await map.locator('select').all()), ...(await map.locator('input').all())]) {
    if (await control.isDisabled()) continue;
    await tab(page, control, 30, first ? 'Shift+Tab' : 'Tab');
    first = false;
    const before = await control.evaluate((one) => [
      (one as HTMLInputElement).value,
      (one as HTMLInputElement).checked,
    ]);
    const isList = (await control.evaluate((one) => one.tagName)) === 'SELECT';
    // From the end of a list the only way is up.
    if (isList) await page.keyboard.press('ArrowDown');
    else await page.keyboard.press('Space');
    const value = (): Promise<unknown[]> =>
      control.evaluate((one) => [(one as HTMLInputElement).value, (one as HTMLInputElement).checked]);
    if (isList && String(await value()) === String(before)) await page.keyboard.press('ArrowUp');
    await expect.poll(value).not.toEqual(before);
    await expect(control).toBeFocused();
    await expect(answer).toHaveText(/\S/);
  }

  await goto(page, 'outside');
  const world = page.locator('[data-island=frame]');
  await awake(world);
  const inside = world.locator('.controls button');
  await tab(page, inside, 30, 'Shift+Tab');
  const name = await inside.textContent();
  await page.keyboard.press('Enter');
  await expect(inside).not.toHaveText(name ?? '');
  await expect(inside).toBeFocused();
});

test('numbers, terms and labels open cards; Escape and their button close them; the focus comes back', async ({
  page,
}) => {
  await ready(page, 'second-study');
  const here = step(page, 'second-study');
  for (const link of [
    here.locator('.prose a.rate').first(),
    here.locator('.prose a.term').first(),
    here.locator('a.badge').first(),
  ]) {
    const open = page.locator(':popover-open');
    await goto(page, 'second-study');
    await tab(page, link, 30);
    await page.keyboard.press('Enter');
    await expect(open).toBeVisible();
    await expect(open).toBeFocused();
    expect(await open.getAttribute('role')).toBe('dialog');
    await page.keyboard.press('Escape');
    await expect(link).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(open).toBeVisible();
    await tab(page, open.locator('button'), 20);
    await page.keyboard.press('Enter');
    await expect(open).toHaveCount(0);
    await expect(link).toBeFocused();
  }
});

test('the options: each switch, each way to read; Escape closes them, and they never lie over the focus', async ({
  page,
}) => {
  await open(page, { step: 'rare' });
  const root = page.locator('html');
  const panel = page.locator('.options');
  const summary = panel.locator('summary');
  await page.evaluate(() => document.querySelector<HTMLElement>('.brand')?.focus());
  await tab(page, summary);
  await page.keyboard.press('Enter');
  for (const [name, attribute] of [
    ['what', 'data-what'],
    ['theme-switch', 'data-theme'],
    ['motion-switch', 'data-motion'],
  ] as const) {
    const button = panel.locator(`[data-${name}]`);
    const before = await root.getAttribute(attribute);
    await tab(page, button);
    await page.keyboard.press('Space');
    await expect(root).not.toHaveAttribute(attribute, before ?? 'none yet');
    await expect(button).toHaveAttribute('aria-pressed', 'true');
  }
  for (const name of ['remember', 'keys']) {
    const box = panel.locator(`[data-${name}]`);
    const before = await box.isChecked();
    await tab(page, box);
    await page.keyboard.press('Space');
    expect(await box.isChecked()).toBe(!before);
  }
  await page.keyboard.press('Escape');
  await expect(panel).not.toHaveAttribute('open');
  await expect(summary).toBeFocused();
  // Single keys are off now: P is a letter like any other.
  await page.keyboard.press('p');
  await expect(root).not.toHaveAttribute('data-present');

  await page.keyboard.press('Enter');
  await tab(page, panel.locator('[data-keys]'));
  await page.keyboard.press('Tab');
  await expect(panel).not.toHaveAttribute('open');

  for (const way of ['flat', 'scroll', 'step']) {
    await page.evaluate(() => document.querySelector<HTMLElement>('.brand')?.focus());
    await tab(page, summary);
    await page.keyboard.press('Enter');
    await tab(page, panel.locator(`[data-mode-link=${way}]`));
    await page.keyboard.press('Enter');
    await expect(root).toHaveAttribute('data-mode', way);
  }
});

test('step by step, what has the focus is never behind the bar of “Next”', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const hidden: string[] = [];
  for (const id of ['map', 'article']) {
    await ready(page, id);
    for (let count = 0; count < 30; count += 1) {
      await page.keyboard.press('Tab');
      await frames(page);
      const behind = await page.evaluate(() => {
        const one = document.activeElement;
        const box = one?.getBoundingClientRect();
        const bar = document.querySelector('.turn');
        if (!one || !box || !bar || bar.contains(one)) return '';
        const { top, bottom } = bar.getBoundingClientRect();
        return box.top > top - 1 && box.bottom < bottom + 1 ? one.outerHTML.slice(0, 80) : '';
      });
      if (behind !== '') hidden.push(behind);
    }
  }
  expect(hidden).toEqual([]);
});
