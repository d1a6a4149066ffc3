import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import Rate from '../../src/figures/rate/Rate.svelte';
import { dotsOf, drawnWords, spec, type RateView } from '../../src/figures/rate/figure.ts';
import { filledWords, ratesOf } from './fixture.ts';
import { golden } from './golden.ts';

const words = filledWords(spec.id);
const rows = ratesOf(spec.rows);

function html(view: RateView, width: number, live = true, height = spec.height(width, view)): string {
  return render(Rate, { props: { rows, words, view, size: { width, height }, live, patch: () => undefined } })
    .body;
}
/** All that is written or spoken: texts and every attribute that is not geometry. */
function said(found: string): string {
  const spoken = [
    ...found.matchAll(/ (?:aria-[a-z]+|value|placeholder|title|alt|href|id|data-[a-z]+)="([^"]*)"/g),
  ];
  return [found.replace(/<[^>]*>/g, ' '), ...spoken.map(([, text]) => text)].join(' ');
}

const viewOf = (name: string, part: Partial<RateView> = {}): RateView => {
  const view = spec.views[name];
  if (!view) throw new Error(`no view ${name}`);
  return { ...view, ...part };
};
const revealed = ['eighty-four', 'values-differ', 'earlier-models'];

describe('golden pictures', () => {
  for (const width of [360, 720]) {
    for (const [name, view] of Object.entries(spec.views))
      test(`${name} at ${width}`, () => golden(`rate-${name}-${width}`, html(view, width)));
    for (const name of ['guess', 'eighty-four'])
      test(`${name} with a guess of 37 at ${width}`, () =>
        golden(`rate-${name}-37-${width}`, html(viewOf(name, { guess: 37 }), width)));
  }
});

describe('nothing is revealed before the guess', () => {
  const states: readonly Partial<RateView>[] = [
    {},
    { guess: 37 },
    { guess: 37, committed: true },
    { skipped: true },
  ];
  test.each(states)('the guess view with %o holds no reported number and no row', (part) => {
    for (const live of [true, false]) {
      const found = html(viewOf('guess', part), 720, live);
      expect(said(found).match(/84|higher|less often|not published/i)).toBeNull();
      expect(found.match(/passport|opus4-|earlier-models|84%/)).toBeNull();
    }
  });

  test('its table is empty, its words name no row', () => {
    expect(spec.table(rows, words, viewOf('guess')).rows).toEqual([]);
    expect(JSON.stringify(words.views['guess'])).not.toMatch(/84/);
    expect(spec.status(viewOf('guess'))).toBe('illustration');
  });

  test('a committed guess is answered in words, without the number', () => {
    const found = html(viewOf('guess', { guess: 37, committed: true }), 720);
    expect(found).toContain('Your guess: 37 of 100. Go on to see what was reported.');
    expect(found).not.toContain('<input');
    expect(found).not.toContain('<button');
  });

  test('skipping is answered too', () =>
    expect(html(viewOf('guess', { skipped: true }), 720)).toContain('Skipped. Go on'));
});

describe('three ways to guess (2.5.7)', () => {
  const found = html(viewOf('guess'), 720);
  test('slider, number box and two buttons, each with a name', () => {
    expect(found).toMatch(/<input[^>]*type="range"[^>]*aria-label="Your guess/);
    expect(found).toMatch(/<input[^>]*type="number"[^>]*min="0"[^>]*max="100"/);
    expect(found).toMatch(/<button[^>]*data-commit[^>]*disabled/);
    expect(found).toMatch(/<button[^>]*data-skip/);
  });
  test('a still has no controls', () =>
    expect(html(viewOf('guess'), 720, false)).not.toMatch(/<input|<button/));
  test('the other views have none', () => {
    for (const name of revealed) expect(html(viewOf(name), 720)).not.toMatch(/<input|<button/);
  });
});

describe('what is drawn', () => {
  test('84 dots for the row of 84%', () => {
    expect(dotsOf(rows[0])).toBe(84);
    const filled = /class="dot share[^>]* d="([^"]*)"/.exec(html(viewOf('eighty-four'), 720))?.[1];
    expect(filled?.match(/M/g)).toHaveLength(84);
  });

  test.each(revealed)('%s: one tab stop, no interval, the number of runs said to be missing', (name) => {
    const found = html(viewOf(name), 720);
    expect(found.match(/tabindex="0"/g)).toHaveLength(1);
    expect(found).not.toMatch(/interval-line|Wilson|95% interval/);
    expect(`${words.views[name]?.alt}`).toMatch(
      /number of runs (is|are) not published|the number of runs are not/,
    );
    expect(words.views[name]?.alt).toContain('test');
  });

  test('the marks open the passports of their rows', () => {
    const links = (name: string): (string | undefined)[] =>
      [...html(viewOf(name), 720).matchAll(/href="#passport-([\w-]+)"/g)].map(([, id]) => id);
    expect(links('eighty-four')).toEqual(['opus4-shared-values']);
    expect(links('values-differ')).toEqual(['opus4-shared-values', 'opus4-values-differ']);
    expect(links('earlier-models')).toEqual(['opus4-shared-values', 'earlier-models']);
  });

  test('a still merges the dots into few elements', () => {
    for (const name of Object.keys(spec.views))
      expect(html(viewOf(name), 720, false).match(/<(circle|path|rect|text|a|g)\b/g)?.length).toBeLessThan(
        40,
      );
    for (const name of Object.keys(spec.views))
      expect(html(viewOf(name), 720).match(/<(circle|path|rect|text|a|g)\b/g)?.length).toBeLessThan(300);
  });

  test('the reader’s guess stays beside the share, and none is drawn if there is none', () => {
    expect(html(viewOf('eighty-four', { guess: 37 }), 360)).toContain('your guess: 37');
    expect(html(viewOf('values-differ', { guess: 0 }), 360)).toContain('your guess: 0');
    expect(html(viewOf('eighty-four', { skipped: true }), 360)).not.toContain('your guess');
  });

  test('every label a view asks for exists', () => {
    for (const [name, view] of Object.entries(spec.views)) {
      expect(words.views[name]).toBeDefined();
      expect(() => drawnWords(words, view, 84, true)).not.toThrow();
    }
  });
});

describe('the table', () => {
  test('has the rows that are drawn, with what is published and how many runs', () => {
    const table = spec.table(rows, words, viewOf('eighty-four'));
    expect(table.columns).toHaveLength(3);
    expect(table.rows.map((row) => row.slice(1).map(({ text }) => text))).toEqual([['84%', 'not published']]);
    expect(table.rows[0]?.[1]?.rate).toBe('opus4-shared-values');
  });

  test('gives no number where none is published', () => {
    for (const name of ['values-differ', 'earlier-models']) {
      const [, second] = spec.table(rows, words, viewOf(name)).rows;
      expect(second?.[1]?.text).not.toMatch(/\d/);
      expect(second?.[2]?.text).toBe('not published');
    }
  });
});
