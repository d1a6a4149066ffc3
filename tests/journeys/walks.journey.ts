/** In whatever order a reader goes through the steps, a step looks as it does to one who opens it directly. */
import type { Page } from '@playwright/test';
import { STEPS, at, chance, drawingOf, expect, frames, open, step, test } from './page.ts';
import type { Step } from './page.ts';

const LIVE: readonly Step[] = [
  'role',
  'corner',
  'guess',
  'values-differ',
  'earlier-models',
  'test-or-real',
  'second-study',
];
const MOVES = 10;

const current = async (page: Page): Promise<string> =>
  (await page.locator('html').getAttribute('data-current')) ?? '';

/** One move of a reader: a button, a link of the rail, a change of the address, or scrolling. */
async function move(page: Page, mode: string, pick: (below: number) => number): Promise<string> {
  const kind = pick(4);
  if (kind === 0) {
    const link = page.locator('nav.rail a');
    const place = pick(await link.count());
    await link.nth(place).click();
    await frames(page);
    return `rail ${place}`;
  }
  if (kind === 1 && mode === 'step') {
    const by = pick(3) > 0 ? 'next' : 'prev';
    const button = page.locator(`[data-go=${by}]:visible`).first();
    if (await button.isEnabled()) await button.click();
    // The step follows a frame after the press; no reader is faster.
    await frames(page);
    return by;
  }
  if (kind === 2 && mode === 'scroll') {
    const by = (pick(7) - 3) * 400;
    // Not by the wheel: its scrolling ends at an unknown time, maybe after the next move. Other journeys turn it.
    await page.evaluate((pixels) => scrollBy({ top: pixels, behavior: 'instant' }), by);
    await frames(page);
    return `scroll ${by}`;
  }
  const id = STEPS[pick(STEPS.length)] ?? 'headline';
  await page.evaluate((hash) => {
    location.hash = hash;
  }, id);
  await at(page, id);
  return `# ${id}`;
}

for (const mode of ['step', 'scroll'] as const) {
  for (const seed of [11, 26, 84]) {
    test(`a random walk ends in the picture of the direct jump, ${mode}, seed ${seed}`, async ({
      page,
      context,
    }) => {
      const pick = chance(seed);
      const direct = await context.newPage();
      const query = { mode, motion: 'reduce' };
      await open(page, query);
      const way: string[] = [];
      for (const round of [0, 1]) {
        for (let count = 0; count < MOVES; count += 1) way.push(await move(page, mode, pick));
        const end = LIVE[pick(LIVE.length)] ?? 'role';
        await page.evaluate((hash) => {
          location.hash = hash;
        }, end);
        await at(page, end);
        await direct.goto('about:blank');
        await open(direct, { ...query, step: end });
        await at(direct, end);
        const wanted = await drawingOf(direct, end);
        expect(wanted, `${end} has a live drawing`).toContain('<svg');
        await expect
          .poll(() => drawingOf(page, end), `round ${round}: ${way.join(', ')}, ${end}`)
          .toBe(wanted);
      }
      expect(await current(page)).not.toBe('');
    });
  }
}

test('scrolling to a step ends in the picture of the direct jump', async ({ page, context }) => {
  const direct = await context.newPage();
  await open(page, { motion: 'reduce' });
  for (const id of LIVE) {
    await step(page, id).evaluate((element) => {
      scrollBy(0, element.getBoundingClientRect().top - innerHeight * 0.3);
    });
    await at(page, id);
    await direct.goto('about:blank');
    await open(direct, { motion: 'reduce', step: id });
    const wanted = await drawingOf(direct, id);
    expect(wanted).toContain('<svg');
    await expect.poll(() => drawingOf(page, id), id).toBe(wanted);
  }
});

test('going back and forth over a scene leaves nothing behind', async ({ page }) => {
  await open(page, { mode: 'step', motion: 'reduce', step: 'role' });
  await at(page, 'role');
  const before = await drawingOf(page, 'role');
  for (const by of [
    'next',
    'next',
    'next',
    'next',
    'next',
    'next',
    'prev',
    'prev',
    'prev',
    'prev',
    'prev',
    'prev',
  ])
    await page.locator(`[data-go=${by}]:visible`).first().click();
  await at(page, 'role');
  await expect.poll(() => drawingOf(page, 'role')).toBe(before);
});
