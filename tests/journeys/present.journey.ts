/** In class: one screen a step by clicker keys, speaker view, votes, lessons, the mild wording. */
import { at, awake, expect, front, heading, step, STEPS, test } from './page.ts';
import type { Page } from '@playwright/test';

/** Opens present mode and waits until its tools are there. */
async function present(page: Page, query: Record<string, string> = {}, hash = ''): Promise<void> {
  const search = new URLSearchParams({ mode: 'present', ...query }).toString();
  await page.goto(`/?${search}${hash}`);
  await page.locator('.present-tools').waitFor();
}

const LAST = STEPS.at(-1) ?? '';

for (const [width, height] of [
  [1024, 768],
  [1280, 720],
  [1920, 1080],
] as const)
  test(`every step fits one screen of ${width} by ${height}, its words are large, its figure has most of it`, async ({
    page,
  }) => {
    test.setTimeout(150_000);
    await page.setViewportSize({ width, height });
    // What is leaving the picture is small while it moves: here only where it comes to rest counts.
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await present(page);
    const opening = await page.evaluate(() => {
      const bottom = (selector: string): number =>
        document.querySelector(selector)?.getBoundingClientRect().bottom ?? NaN;
      const top = (selector: string): number =>
        document.querySelector(selector)?.getBoundingClientRect().top ?? NaN;
      return { answer: bottom('.answer'), note: top('.before'), end: bottom('.before'), foot: top('.turn') };
    });
    expect(opening.answer, 'the answer stands above the note').toBeLessThanOrEqual(opening.note);
    expect(opening.end, 'and the note above the foot').toBeLessThanOrEqual(opening.foot);
    for (const id of STEPS) {
      await page.keyboard.press('PageDown');
      await at(page, id);
      if ((await step(page, id).evaluate((one) => one.closest('.has-stage'))) !== null)
        await page.locator('.scene.is-current [data-awake]').waitFor();
      const seen = await page.evaluate(() => {
        const island = document.querySelector('.scene.is-current .island');
        const k = Number(getComputedStyle(document.documentElement).getPropertyValue('--k'));
        const texts = [...document.querySelectorAll('.scene.is-current *, .turn *')].filter(
          (one) =>
            one.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
            [...one.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim() !== ''),
        );
        const small = texts
          .map((one) => ({
            size: Number.parseFloat(getComputedStyle(one).fontSize) * (island?.contains(one) ? k : 1),
            text: one.textContent?.trim().slice(0, 40),
          }))
          .filter(({ size }) => size < 23.9);
        const out = texts
          .map((one) => one.getBoundingClientRect())
          .filter((box) => box.right > innerWidth + 1 || box.bottom > innerHeight + 1);
        const stage = document.querySelector('.scene.is-current .drawing-box');
        const slide = document.querySelector('.step.is-current .slide');
        const source = document.querySelector('.scene.is-current .figure-source');
        // The foot of the screen, which runs below the words too: sources, and the switches of the map.
        const foot = [source, document.querySelector('.scene.is-current [data-figure="map"] .controls')];
        const words = slide?.getBoundingClientRect().bottom ?? 0;
        return {
          cut:
            source !== null &&
            (source.scrollHeight > source.clientHeight + 1 || source.scrollWidth > source.clientWidth + 1),
          covered: foot.some((one) => one && one.getBoundingClientRect().top < words),
          small,
          out: out.length,
          scrolls: document.documentElement.scrollHeight > innerHeight,
          figure: stage ? stage.getBoundingClientRect().height / innerHeight : 1,
          slide: slide?.textContent ?? '',
        };
      });
      expect(seen, id).toMatchObject({ small: [], out: 0, cut: false, covered: false, scrolls: false });
      expect(seen.figure, id).toBeGreaterThanOrEqual(0.6);
      expect(seen.slide.length, id).toBeGreaterThan(20);
    }
  });

test('a screen with a picture has the picture’s label', async ({ page }) => {
  await present(page);
  const label = page.locator('.step.is-current .badge').first();
  for (const [id, said] of [
    ['headline', 'A reading'],
    ['guess', 'Our drawing'],
    ['eighty-four', 'Measured in a test'],
    ['values-differ', 'Not known'],
    ['how-sure', 'Our drawing'],
    ['rare', 'Measured in a test'],
    ['map', 'Measured in a test'],
  ] as const) {
    await page.goto(`/?mode=present#${id}`);
    await at(page, id);
    await expect(label, id).toHaveText(said);
  }
  await page.keyboard.press('PageUp');
  await expect(label).toHaveText('In the world');
});

test('a clicker and the keyboard do what they do everywhere', async ({ page }) => {
  await present(page);
  const [first, second] = STEPS;
  await page.keyboard.press('PageDown');
  await at(page, first ?? '');
  await page.keyboard.press('ArrowRight');
  await at(page, second ?? '');
  await page.keyboard.press('Shift+Space');
  await at(page, first ?? '');
  await page.keyboard.press('End');
  await at(page, LAST);
  await page.keyboard.press('Home');
  await at(page, '');
  await page.keyboard.press('.');
  await expect(page.locator('.dark-screen')).toBeVisible();
  // While the screen is blank, nothing goes on behind it.
  await page.keyboard.press('PageDown');
  await at(page, '');
  await page.keyboard.press('b');
  await expect(page.locator('.dark-screen')).toHaveCount(0);
  await page.keyboard.press('g');
  await page.locator('#goto-number').fill('9');
  await page.keyboard.press('Enter');
  await at(page, 'eighty-four');
  await page.keyboard.press('o');
  await expect(page.locator('dialog.overview li')).toHaveCount(STEPS.length + 1);
  await expect(page.locator('dialog.overview [aria-current]')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.locator('dialog')).toHaveCount(0);
  await page.keyboard.press('?');
  await expect(page.locator('dialog.help')).toContainText('Page Down');
  await page.keyboard.press('Escape');
  await expect(page.locator('dialog')).toHaveCount(0);
  await page.keyboard.press('q');
  await expect(page.locator('dialog .code path')).toHaveAttribute('d', /^M/);
});

test('keys belong to a field while it has the focus, and to the browser elsewhere', async ({ page }) => {
  await present(page, {}, '#guess');
  const box = page.locator('.scene.is-current input[type=number]');
  await box.fill('');
  await box.press('5');
  await box.press('.');
  await expect(page.locator('.dark-screen')).toHaveCount(0);
  await at(page, 'guess');
  await page.goto('/?mode=flat');
  await page.locator('html[data-ready]').waitFor();
  await page.keyboard.press('b');
  await expect(page.locator('.dark-screen')).toHaveCount(0);
});

test('P starts presenting, unless the key was switched off', async ({ page }) => {
  await page.goto('/?mode=flat');
  await page.locator('html[data-ready]').waitFor();
  await page.locator('.options summary').click();
  await page.locator('[data-keys]').uncheck();
  await page.locator('h1').click();
  await page.keyboard.press('p');
  await expect(page.locator('html[data-present]')).toHaveCount(0);
  // The press beside it has closed the menu.
  await expect(page.locator('[data-keys]')).toBeHidden();
  await page.locator('.options summary').click();
  await page.locator('[data-keys]').check();
  await page.locator('h1').click();
  await page.keyboard.press('p');
  await page.locator('.present-tools').waitFor();
});

test('a mark that is pressed fills the screen with its passport; Esc brings the step back', async ({
  page,
}) => {
  await present(page, {}, '#test-or-real');
  await page.locator('.scene.is-current [data-awake]').waitFor();
  await page.locator('.scene.is-current a.mark').first().focus();
  await page.keyboard.press('Enter');
  const card = page.locator('.card:popover-open');
  await expect(card.locator('.spot')).toBeVisible();
  await expect(card).toContainText('not');
  const box = await card.boundingBox();
  expect((box?.width ?? 0) / 1280).toBeGreaterThan(0.85);
  await page.keyboard.press('Escape');
  await expect(card).toHaveCount(0);
  await expect(page.locator('dialog')).toHaveCount(0);
});

test('on a projector of 720 lines counts, bars and both buttons of a vote are in sight at once', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await present(page, {}, '#corner');
  await page.getByRole('button', { name: 'Vote' }).click();
  for (const field of await page.locator('dialog input[type=number]').all()) await field.fill('17');
  for (const name of ['Show what was reported', 'New class', 'Close'])
    await expect(page.locator('dialog').getByRole('button', { name })).toBeInViewport({ ratio: 1 });
  await expect(page.locator('dialog h2')).toBeInViewport({ ratio: 1 });
  await expect(page.getByText('17 of 68 votes').last()).toBeInViewport({ ratio: 1 });
});

test('an address that names a step the lesson leaves out leads to the step told before it', async ({
  page,
}) => {
  for (const [left, told] of [
    ['map', 'asl-3'],
    ['inbox', 'headline'],
    ['how-sure', 'eighty-four'],
  ] as const) {
    await page.goto('about:blank');
    await present(page, { lesson: '20' }, `#${left}`);
    await at(page, told);
  }
});

test(
  'the speaker’s window and the audience’s move each other, also after either was loaded anew',
  { tag: '@nginx' },
  async ({ page, context }) => {
    await present(page, { lesson: '20' }, '#guess');
    const opening = context.waitForEvent('page');
    await page.keyboard.press('s');
    const speaker = await opening;
    await expect(speaker.locator('.speaker-state')).toContainText('Connected');
    await expect(speaker.locator('.speaker-notes')).not.toBeEmpty();
    await front(speaker);
    await speaker.keyboard.press('PageDown');
    await at(page, 'eighty-four');
    await front(page);
    await page.keyboard.press('PageUp');
    await at(speaker, 'guess');
    await page.reload();
    await page.locator('.present-tools').waitFor();
    await expect(speaker.locator('.speaker-state')).toContainText('Connected');
    await front(speaker);
    await speaker.keyboard.press('PageDown');
    await at(page, 'eighty-four');
    await speaker.reload();
    await expect(speaker.locator('.speaker-state')).toContainText('Connected');
    await at(speaker, 'eighty-four');
    await speaker.keyboard.press('b');
    await expect(page.locator('.dark-screen')).toBeVisible();
    await speaker.keyboard.press('b');
    await expect(page.locator('.dark-screen')).toHaveCount(0);
    await speaker.close();
    await front(page);
    await page.keyboard.press('PageDown');
    await expect(page.locator('html')).not.toHaveAttribute('data-current', 'eighty-four');
  },
);

test('where pop-ups are blocked a link opens the view in a tab, and a button beside the screen, without what comes', async ({
  page,
  context,
}) => {
  await page.addInitScript(() => {
    window.open = () => null;
  });
  await present(page, {}, '#corner');
  await page.keyboard.press('s');
  await expect(page.locator('dialog.speaker-blocked')).toBeVisible();
  await expect(page.locator('.speaker')).toHaveCount(0);
  const opening = context.waitForEvent('page');
  await page.locator('dialog.speaker-blocked a').click();
  const tab = await opening;
  await expect(tab.locator('.speaker-state')).toContainText('Connected');
  await front(tab);
  await tab.keyboard.press('PageDown');
  await at(page, 'guess');
  await page.getByRole('button', { name: 'Show it in this window' }).click();
  await expect(page.locator('dialog')).toHaveCount(0);
  await front(page);
  // The class sees this window: the next picture would tell what is asked now.
  await expect(page.locator('.speaker-slide svg')).toHaveCount(1);
  await expect(page.locator('.speaker-slides')).not.toContainText('84%');
  await page.keyboard.press('PageDown');
  await at(page, 'eighty-four');
  await expect(page.locator('.speaker-title').first()).toHaveText('The number in the report');
  await page.locator('.speaker').getByRole('button', { name: 'Close the speaker view' }).click();
  await expect(page.locator('.speaker')).toHaveCount(0);
});

test('a clicker goes on after a control was touched, and Escape hands the keys back', async ({ page }) => {
  await present(page, {}, '#guess');
  const slider = page.locator('[data-island=rate] input[type=range]');
  await slider.fill('55');
  await slider.focus();
  await page.keyboard.press('b');
  await expect(page.locator('.dark-screen')).toBeVisible();
  await page.keyboard.press('b');
  await page.keyboard.press('ArrowRight');
  await expect(slider).toHaveValue('56');
  await page.keyboard.press('PageDown');
  await at(page, 'eighty-four');
  await page.keyboard.press('PageUp');
  await at(page, 'guess');
  await page.locator('[data-island=rate] input[type=number]').focus();
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowRight');
  await at(page, 'eighty-four');
});

test('the spotlight shows a mark as it is painted on the screen', async ({ page }) => {
  await present(page, {}, '#second-study');
  const mark = page.locator('.stage [data-figure=models] a.mark').nth(3);
  const dot = page.locator('.stage [data-figure=models] .row .dot');
  const paints = (dots: typeof dot): Promise<string[]> =>
    dots.evaluateAll((all) =>
      all.map((one) => [getComputedStyle(one).fill, getComputedStyle(one).stroke].join(' ')),
    );
  await awake(page.locator('[data-island=models]'));
  const seen = await paints(dot);
  // Filled and hollow.
  expect(new Set(seen).size).toBeGreaterThan(1);
  await mark.click();
  await expect(page.locator('.spot')).toBeVisible();
  expect(await paints(page.locator('.spot .row .dot'))).toEqual(seen);
  await expect(page.locator('.spot .is-chosen')).toHaveCount(1);
});

test('two rounds of hand counts beside what was reported; a new class clears them', async ({ page }) => {
  await present(page, {}, '#guess');
  await page.keyboard.press('c');
  const vote = page.locator('dialog.vote');
  await expect(vote.locator('tbody tr')).toHaveCount(4);
  await expect(vote).not.toContainText('84%');
  const counts = vote.locator('tbody input');
  for (const [index, count] of [3, 4, 5, 6, 9, 10, 2, 3].entries())
    await counts.nth(index).fill(String(count));
  await expect(vote.locator('.vote-share').first()).toHaveText('3 of 19 votes');
  // A window that is loaded anew in the middle of the vote has lost nothing.
  await page.reload();
  await at(page, 'guess');
  await page.locator('.present-tools').waitFor();
  await page.keyboard.press('c');
  await expect(vote.locator('.vote-share').first()).toHaveText('3 of 19 votes');
  // Counts are read out one after the other.
  await counts.first().press('Enter');
  await expect(counts.nth(2)).toBeFocused();
  await counts.first().fill('-3');
  await expect(counts.first()).toHaveAttribute('aria-invalid', 'true');
  await vote.getByRole('button', { name: 'Show what was reported' }).click();
  await expect(vote.locator('.vote-reported')).toContainText('84%');
  await expect(vote.locator('.vote-reported')).toContainText(/not published/);
  await vote.getByRole('button', { name: 'New class' }).click();
  await expect(counts.nth(1)).toHaveValue('');
  await expect(vote.locator('.vote-reported')).toHaveCount(0);
});

test('the lesson started from a page in the mild wording has it, too', async ({ page }) => {
  await page.goto('/teach/?mild=1');
  const start = page.locator('.lengths a').first();
  await expect(start).toHaveAttribute('href', /mild=1/);
  await start.click();
  await expect(page.locator('.mild-note')).toBeAttached();
  expect(new URL(page.url()).searchParams.get('mode')).toBe('present');
});

test('a vote can be opened one step early, before its picture tells the answer', async ({ page }) => {
  await present(page, {}, '#done-and-said');
  await at(page, 'asl-3');
  await page.keyboard.press('PageUp');
  await at(page, 'later');
  await page.keyboard.press('c');
  const chosen = page.locator('dialog.vote #vote-choose option:checked');
  await expect(chosen).toHaveText(
    `${await page.locator('#vote-choose option').evaluateAll((all) => all.findIndex((one) => (one as HTMLOptionElement).selected) + 1)}. ${(await heading(page, 'asl-3').textContent())?.trim()}`,
  );
});

for (const lesson of ['20', '45', '90'])
  test(`a lesson of ${lesson} minutes shows its own steps only`, async ({ page }) => {
    await present(page, { lesson });
    const plan = await page.evaluate(
      async (name) =>
        (
          (await (await fetch('present.json')).json()) as {
            lesson: { lessons: Record<string, { steps: { id: string }[] }> };
          }
        ).lesson.lessons[name]?.steps.map(({ id }) => id) ?? [],
      lesson,
    );
    for (const id of plan) {
      await page.keyboard.press('PageDown');
      await at(page, id);
    }
    await page.keyboard.press('PageDown');
    await at(page, plan.at(-1) ?? '');
    await expect(page.locator('.turn [data-place]')).toHaveText(`${plan.length} of ${plan.length}`);
  });

test('the mild wording names another secret everywhere, changes no figure, and says so', async ({ page }) => {
  const numbers = async (): Promise<string> =>
    (await page.locator('main').innerText()).replace(/[^0-9%]+/g, ' ');
  await page.goto('/?mode=flat');
  await page.locator('html[data-ready]').waitFor();
  const before = await numbers();
  await page.goto('/?mode=flat&mild=1');
  await expect(page.locator('.mild-note')).toContainText('No figure is changed');
  await expect(page.locator('html')).not.toContainText(/\baffairs?\b/i);
  expect(await numbers()).toBe(before);
  await present(page, { mild: '1' }, '#secret');
  await page.locator('.scene.is-current [data-awake]').waitFor();
  await expect(page.locator('.scene.is-current')).toContainText('leaked exam');
  await expect(page.locator('.scene.is-current')).not.toContainText(/\baffairs?\b/i);
});
