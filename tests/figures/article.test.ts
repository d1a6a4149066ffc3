import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { layout } from '../../src/charts/tally/layout.ts';
import { textWidth } from '../../src/charts/text.ts';
import Article from '../../src/figures/article/Article.svelte';
import { spec } from '../../src/figures/article/picture.ts';
import { kindsOf } from '../../src/figures/article/rows.ts';
import { data, filledWords, ratesOf } from './fixture.ts';
import { golden } from './golden.ts';

const words = filledWords(spec.id);
const rows = ratesOf(spec.rows);
const kinds = kindsOf(rows, words);

function html(width: number, height: number): string {
  return render(Article, {
    props: { rows, words, view: spec.initial, size: { width, height }, live: true, patch: () => undefined },
  }).body;
}

describe('golden pictures', () => {
  for (const width of [360, 720])
    test(`article at ${width}`, () =>
      golden(`article-${width}`, html(width, spec.height(width, spec.initial))));
});

describe('the tally', () => {
  test('draws one square for each claim, and every claim has one', () => {
    const found = html(720, 330).match(/class="squares[^>]* d="([^"]*)"/g) ?? [];
    const squares = found.reduce((sum, path) => sum + (path.match(/M/g)?.length ?? 0), 0);
    expect(squares).toBe(data.article.claims.length);
  });

  test('agrees with the verdicts in data/article.json', () => {
    for (const { id, count } of kinds) {
      const same = id === 'supported' ? ['supported', 'incomplete'] : [id];
      expect(data.article.claims.filter(({ verdict }) => same.includes(verdict)).length, id).toBe(count);
    }
  });

  test('has a passport for each kind and one stop of the Tab key', () => {
    const found = html(358, 230);
    for (const { row } of kinds) expect(found).toContain(`href="#passport-${row}"`);
    expect(found.match(/tabindex="0"/g)).toHaveLength(1);
  });

  test('says in table, alt text and title that the verdicts are ours and that it is one story about a test', () => {
    const said = words.views['article'];
    expect(said?.alt).toMatch(/verdicts are this page’s own/);
    expect(said?.title).toMatch(/one story about the test/);
    expect(spec.table(rows, words, spec.initial).rows).toHaveLength(kinds.length);
  });

  test('stays inside at any size, and no label lies on a square', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 280, max: 1100 }),
        fc.integer({ min: 190, max: 620 }),
        (width, height) => {
          const drawing = layout(kinds, { width, height });
          for (const row of drawing.rows) {
            const right = Math.max(...row.squares.map(({ x }) => x)) + drawing.side;
            expect(row.valueAt.x).toBeGreaterThan(right);
            expect(row.valueAt.x + textWidth(row.value, drawing.valueSize, true)).toBeLessThanOrEqual(width);
            expect(row.labelAt.y).toBeLessThan(height);
            for (const { y } of row.squares) expect(y + drawing.side).toBeLessThanOrEqual(height);
            const first = row.squares[0];
            if (first && row.labelAt.x > 1) expect(row.labelAt.x).toBeLessThan(first.x);
            else if (first) expect(row.labelAt.y).toBeLessThan(first.y);
          }
        },
      ),
    );
  });
});
