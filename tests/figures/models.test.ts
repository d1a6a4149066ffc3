import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import { spec } from '../../src/figures/models/figure.ts';
import Models from '../../src/figures/models/Models.svelte';
import { MODELS, rowId, rowsOf, type ModelsView } from '../../src/figures/models/rows.ts';
import type { Rate } from '../../src/model/rate.ts';
import { data, filledWords, ratesOf } from './fixture.ts';
import { golden } from './golden.ts';

const words = filledWords(spec.id);
const rows = ratesOf(spec.rows);
const views = Object.entries(spec.views);

interface Setting {
  readonly size?: { width: number; height: number };
  readonly live?: boolean;
  readonly given?: readonly Rate[];
}
function html(view: ModelsView, { size, live = true, given = rows }: Setting = {}): string {
  const drawn = size ?? { width: 720, height: spec.height(720, view) };
  return render(Models, { props: { rows: given, words, view, size: drawn, live, patch: () => undefined } })
    .body;
}
const svgOf = (found: string): string => found.slice(0, found.indexOf('</svg>'));
const links = (found: string): string[] =>
  [...found.matchAll(/href="#passport-([^"]*)"/g)].map(([, id]) => id ?? '');
const both: ModelsView = { condition: 'both', sort: 'value' };
const replacement: ModelsView = { condition: 'replacement', sort: 'value' };
const control: ModelsView = { condition: 'control', sort: 'value' };

describe('golden pictures', () => {
  for (const width of [360, 720])
    for (const [name, view] of views)
      test(`${name} at ${width}`, () =>
        golden(`models-${name}-${width}`, html(view, { size: { width, height: spec.height(width, view) } })));
  for (const [name, view] of views)
    test(`${name} on a phone's stage`, () =>
      golden(`models-${name}-phone`, html(view, { size: { width: 324, height: 240 } })));
});

test('on a phone every model is named in every view, and the signs have their key', () => {
  for (const width of [284, 324, 354])
    for (const [name, view] of views) {
      const drawn = svgOf(html(view, { size: { width, height: 250 } }));
      for (const { label, brief } of rowsOf(rows, words, view))
        expect(drawn, `${name} ${width}`).toMatch(new RegExp(`>(${label}|${brief})\\b`));
      expect(drawn, `${name} ${width}`).toContain('95% interval');
    }
});

describe('the rows', () => {
  test('are all in the data, each once', () => {
    const found = [...data.rates.keys()].filter((id) => spec.rows.includes(id));
    expect([...spec.rows].sort()).toEqual(found.sort());
  });

  test.each(views)('of %s lead each to its passport', (_, view) => {
    const found = links(html(view));
    expect(found).toHaveLength(16);
    expect([...found].sort()).toEqual(MODELS.map((model) => rowId(model, view.condition)).sort());
  });

  test('stand by rate, or by name', () => {
    expect(rowsOf(rows, words, both).map(({ value }) => parseFloat(value))).toEqual(
      rowsOf(rows, words, both)
        .map(({ value }) => parseFloat(value))
        .sort((a, b) => b - a),
    );
    const names = rowsOf(rows, words, { condition: 'both', sort: 'name' }).map(({ label }) => label);
    expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'en', { numeric: true })));
  });

  test('known as about zero have no interval, are hollow, and come last', () => {
    const last = rowsOf(rows, words, replacement).slice(-3);
    expect(last.map(({ id }) => id).sort()).toEqual(['haiku35', 'llama4', 'qwen3']);
    for (const row of last) {
      expect(row.value).toMatch(/^about\s0%$/);
      expect(row.rate?.value.interval).toBeUndefined();
      expect(row.say).toMatch(/no interval/);
    }
  });

  test('of the control say that one sentence stands for all', () => {
    for (const { say, value } of rowsOf(rows, words, control)) {
      expect(value).toBe('0%');
      expect(say).toMatch(/all 16 models, stated together/);
    }
    expect(html(control)).toMatch(/stated together/);
  });

  test('without a published value say so', () => {
    const missing = rows.filter(({ id }) => id !== 'june-both-gpt41');
    const found = html(both, { given: missing });
    expect(found).toMatch(/>not published</);
    expect(found).toMatch(/class="hatch/);
    expect(links(found)).toHaveLength(15);
    const row = spec.table(missing, words, both).rows[MODELS.indexOf('gpt41')];
    expect(row?.map(({ text }) => text)).toContain('not published');
  });

  test('name the test in every spoken sentence', () => {
    for (const [, view] of views)
      for (const { say } of rowsOf(rows, words, view))
        expect(say).toMatch(/June 2025 test.*This is not the 84% test/);
  });
});

describe('the words', () => {
  test.each(Object.entries(words.views))('of %s say that it is not the 84%% test', (_, said) => {
    expect(said.title).toMatch(/^Not the 84%\stest/);
    expect(said.alt).toMatch(/This is not the 84%\stest/);
    expect(said.alt).toMatch(/Claude Opus 4|All 16/);
    expect(said.source).toMatch(/June 2025/);
  });

  test('exist for every view', () => {
    for (const condition of ['both', 'replacement', 'control'] as const)
      for (const sort of ['value', 'name'] as const)
        expect(words.views).toHaveProperty(spec.speak({ condition, sort }));
  });
});

describe('the drawing', () => {
  test('has switches only where it is live, and one tab stop', () => {
    const live = html(replacement);
    expect(live.match(/aria-pressed="true"/g)).toHaveLength(2);
    expect(live.match(/<button/g)).toHaveLength(5);
    expect(svgOf(live).match(/tabindex="0"/g)).toHaveLength(1);
    const still = html(replacement, { live: false });
    expect(still).not.toMatch(/<button|tabindex/);
    expect(still).toMatch(/role="group"/);
  });

  test.each(views)('of %s stays small', (_, view) => {
    for (const width of [300, 720]) {
      const found = html(view, { size: { width, height: spec.height(width, view) } });
      expect(svgOf(found).match(/<[a-z]/g)?.length).toBeLessThan(300);
    }
  });
});

test('the table has every model with its three conditions', () => {
  const { columns, rows: lines } = spec.table(rows, words, both);
  expect(columns).toHaveLength(4);
  expect(lines).toHaveLength(16);
  expect(lines[0]?.map(({ text }) => text)).toEqual([
    'Claude Opus 4',
    '96%: 96 of 100 runs; 95% interval 90.2% to 98.4%; from the text',
    '86%: 86 of 100 runs; 95% interval 77.9% to 91.5%; from a table',
    '0%: 0 of 100 runs, each model; 95% interval 0% to 3.7%; from the text',
  ]);
  for (const line of lines) expect(line.slice(1).every(({ rate }) => rate !== undefined)).toBe(true);
});
