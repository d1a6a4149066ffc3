/**
 * What a screen reader is given of each figure: one chart with a name, in it its marks, no deeper than three levels,
 * each with its value and what it is the value of; and the same again as a list to walk and as a table.
 */
import { readFileSync, readdirSync } from 'node:fs';
import type { Locator } from '@playwright/test';
import { expect, test } from './page.ts';

interface Row {
  readonly id: string;
  readonly measure: string;
  readonly value:
    | { readonly kind: 'counts'; readonly counts: { readonly k: number; readonly n: number } }
    | { readonly kind: 'percent'; readonly percent: number }
    | { readonly kind: 'amount'; readonly value: number }
    | { readonly kind: 'words'; readonly words: string };
}

const ids = readdirSync('dist/figures', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const rowsOf = (id: string): Map<string, Row> =>
  new Map(
    (JSON.parse(readFileSync(`dist/figures/${id}.json`, 'utf8')) as { rows: Row[] }).rows.map((row) => [
      row.id,
      row,
    ]),
  );

/** Whether a text has the value of a row: its counts, its share in percent, or its words. */
function says(text: string, { value }: Row): boolean {
  const has = (part: string): boolean =>
    new RegExp(`(^|[^\\d.])${part.replace(/[.]/g, '\\.')}(?![\\d]|[.]\\d)`).test(
      text.replace(/\u00a0/g, ' '),
    );
  switch (value.kind) {
    case 'counts': {
      const { k, n } = value.counts;
      return has(`${k} of ${n}`) || has(`${Math.round((1000 * k) / n) / 10}%`);
    }
    case 'percent':
      return has(`${value.percent}%`) || text.includes('direction only');
    case 'amount':
      return has(value.value.toLocaleString('en')) || has(String(value.value));
    case 'words':
      return (
        text.toLowerCase().includes(value.words) || (value.words === 'lower' && text.includes('less often'))
      );
  }
}

/** Lines of an accessibility tree: how deep, what, and its name. */
const tree = async (drawing: Locator): Promise<{ level: number; role: string; name: string }[]> =>
  (await drawing.ariaSnapshot())
    .split('\n')
    .map((line) => /^( *)- '?(\w+)(?: "((?:[^"\\]|\\.)*)")?/.exec(line))
    .filter((found) => found !== null)
    .filter((found) => found[2] !== 'url')
    .map(([, deep = '', role = '', name = '']) => ({ level: deep.length / 2 + 1, role, name }));

for (const [place, path] of [
  ['page', (id: string) => `figures/${id}/`],
  ['embed', (id: string) => `embed/${id}/`],
] as const)
  test(`each figure on its ${place} is a named chart with named marks that say what the data says`, async ({
    page,
  }) => {
    test.setTimeout(120_000);
    // The view of the frame begins inside, where what is outside is not said yet.
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const wrong: string[] = [];
    let marks = 0;
    for (const id of ids) {
      await page.goto(path(id));
      if (place === 'embed') await page.locator('html[data-ready]').waitFor();
      const rows = rowsOf(id);
      const drawings = await page.locator('svg.drawing:visible').all();
      expect(drawings.length, id).toBeGreaterThan(0);
      for (const drawing of drawings) {
        const [chart, ...inside] = await tree(drawing);
        if (chart?.role !== 'group' || chart.name.length < 40)
          wrong.push(`${id}: no named chart but ${chart?.role} “${chart?.name}”`);
        for (const { level, role, name } of inside) {
          if (level > 3) wrong.push(`${id}: level ${level}, ${role} “${name}”`);
          // Text beside the marks is said by the chart's own name; a guess is the reader's, and may be heard.
          if (role === 'link' && name.trim().split(/\s+/).length < 4) wrong.push(`${id}: “${name}”`);
        }
        const links = await drawing
          .locator('a')
          .evaluateAll((all) =>
            all.map((one) => [one.getAttribute('href') ?? '', one.getAttribute('aria-label') ?? '']),
          );
        const told = inside.filter(({ role }) => role === 'link').length;
        if (told !== links.length) wrong.push(`${id}: ${links.length} marks, ${told} in the tree`);
        marks += told;
        for (const [href = '', name = ''] of links) {
          const row = rows.get(href.replace('#passport-', ''));
          if (!row) continue;
          if (!says(name, row)) wrong.push(`${id}: “${name}” is not ${JSON.stringify(row.value)}`);
          const words = row.measure.split(/\W+/).filter((word) => word.length > 3);
          const heard = `${chart?.name ?? ''} ${name}`.toLowerCase();
          if (!words.some((word) => heard.includes(word.toLowerCase().replace(/s$/, ''))))
            wrong.push(`${id}: “${name}” does not say that it counts ${row.measure}`);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(marks).toBeGreaterThan(50);
  });

test('each figure is a list to walk: names, under each its values, and the same numbers as in its table', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const wrong: string[] = [];
  for (const id of ids) {
    await page.goto(`figures/${id}/`);
    const rows = rowsOf(id);
    for (const walk of await page.locator('details.walk').all()) {
      await walk.evaluate((one) => one.setAttribute('open', ''));
      expect(await walk.locator('ul ul ul').count()).toBe(0);
      const cells = (inside: Locator): Promise<string[][]> =>
        inside
          .locator('a')
          .evaluateAll((all) => all.map((one) => [one.getAttribute('href') ?? '', one.textContent.trim()]));
      const walked = await cells(walk);
      const table = await cells(walk.locator('xpath=..').locator('table'));
      expect(new Set(walked.map(String)), id).toEqual(new Set(table.map(String)));
      for (const item of await walk.locator('ul ul > li').allTextContents())
        if (!/^[^:]+: *\S/.test(item.trim())) wrong.push(`${id}: “${item}”`);
      for (const [href = '', text = ''] of walked) {
        const row = rows.get(href.replace('#passport-', ''));
        if (row && /\d/.test(text) && !says(text, row)) wrong.push(`${id}: “${text}” is not ${row.id}`);
      }
    }
  }
  expect(wrong).toEqual([]);
});
