/** Embeds in hosts that listen: the frame is as high as its content asks for. */
import { expect } from '@playwright/test';
import { SITE, fitsExactly, guest, heightOf, isGoodGuest, misfits, test, told, visit } from './guest.ts';

test.describe('hosts that listen', () => {
  for (const host of ['script', 'datawrapper', 'datawrapper-old', 'pym', 'newswire', 'element'])
    for (const id of ['rate', 'conditions'])
      test(`${host} sizes ${id} exactly`, async ({ page }) => {
        await visit(page, host, { id });
        const frame = page.locator('iframe');
        await fitsExactly(page, frame);
        await isGoodGuest(page, frame, { grows: true });
      });

  test('WordPress shows the frame when it has told its height, in the place of the quotation', async ({
    page,
  }) => {
    await visit(page, 'wordpress', { id: 'rate' });
    const frame = page.locator('iframe');
    await expect(page.locator('blockquote')).toBeHidden();
    await expect(frame).toBeVisible();
    await expect(frame).toHaveAttribute('sandbox', 'allow-scripts');
    await fitsExactly(page, frame);
    await isGoodGuest(page, frame, { grows: true });
  });

  test('in WordPress a link of the frame leads the page to our site', async ({ page }) => {
    await visit(page, 'wordpress', { id: 'rate' });
    const inside = await guest(page.locator('iframe'));
    await expect(page.locator('iframe')).toBeVisible();
    await inside.locator('.embed-home').click();
    await page.waitForURL(`${SITE()}/**`);
  });

  test('WordPress without JavaScript keeps the quotation with title, source and link', async ({
    browser,
  }) => {
    const page = await browser.newPage({ javaScriptEnabled: false });
    await visit(page, 'wordpress', { id: 'rate' });
    await expect(page.locator('blockquote')).toContainText('Claude Opus 4 in one test version');
    await expect(page.locator('blockquote a')).toHaveAttribute('href', `${SITE()}/figures/rate/`);
    await page.close();
  });

  test('a browser that can size frames by itself is given what it needs', async ({ page }) => {
    await visit(page, 'native', { id: 'strip' });
    const frame = page.locator('iframe');
    await isGoodGuest(page, frame, { grows: true });
  });

  test('a frame that is added later is sized too', async ({ page }) => {
    await visit(page, 'later', { id: 'rate' });
    await page.getByRole('button').click();
    await fitsExactly(page, page.locator('iframe'));
  });

  test('a frame in a hidden tab is right when the tab is shown', async ({ page }) => {
    await visit(page, 'tab', { id: 'rate' });
    await page.getByRole('button').click();
    await fitsExactly(page, page.locator('iframe'));
    await expect.poll(async () => misfits(await guest(page.locator('iframe')))).toEqual([]);
  });

  test('a frame whose column changes is sized again', async ({ page }) => {
    await visit(page, 'script', { id: 'rate', width: 700 });
    const frame = page.locator('iframe');
    await fitsExactly(page, frame);
    const before = await heightOf(frame);
    await page
      .locator('.column')
      .evaluate((column) => (column as HTMLElement).style.setProperty('width', '300px'));
    await expect.poll(() => heightOf(frame)).not.toBe(before);
    await fitsExactly(page, frame);
  });

  test('the table asks for its own height', async ({ page }) => {
    await visit(page, 'script', { id: 'strip' });
    const frame = page.locator('iframe');
    await fitsExactly(page, frame);
    const before = await told(page);
    await (await guest(frame)).getByRole('checkbox').check();
    await expect.poll(() => told(page)).not.toBe(before);
    await fitsExactly(page, frame);
    await expect
      .poll(async () =>
        (await guest(frame)).evaluate(
          () =>
            document.querySelector('.embed-table')?.scrollHeight ===
            document.querySelector('.embed-table')?.clientHeight,
        ),
      )
      .toBe(true);
  });

  test('the story keeps one height from step to step', async ({ page }) => {
    await visit(page, 'script', { id: 'story', width: 640 });
    const frame = page.locator('iframe');
    await fitsExactly(page, frame);
    const before = await heightOf(frame);
    const inside = await guest(frame);
    for (let step = 0; step < 4; step += 1) await inside.locator('[data-go=next]').click();
    expect(await heightOf(frame)).toBe(before);
  });
});
