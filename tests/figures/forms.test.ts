/** A figure's forms (drawing, table, words, file, marks) say the same numbers, and all of them are in the data. */
import { readFileSync } from 'node:fs';
import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import { csvOf } from '../../src/build/csv.ts';
import type { FigureComponent, FigureSpec, View } from '../../src/figures/spec.ts';
import { intervalText, valueText } from '../../src/model/format.ts';
import { data, filledWords, ratesOf } from './fixture.ts';

const modules = import.meta.glob<{ spec: FigureSpec; Drawing: FigureComponent }>(
  '../../src/figures/*/{figure,picture}.ts',
  { eager: true },
);
/** Marks of an axis, and the confidence level. */
const AXIS = ['0%', '20%', '25%', '40%', '50%', '60%', '75%', '80%', '100%', '95%'];
const shares = (text: string): string[] => text.match(/\d+(?:\.\d+)?%/g) ?? [];

describe.each(Object.values(modules).map(({ spec, Drawing }) => [spec.id, spec, Drawing] as const))(
  '%s',
  (id, spec, Drawing) => {
    const raw = readFileSync(`src/content/en/figures/${id}.json`, 'utf8');
    const words = filledWords(id);
    // Rows that the words name to say what the figure is not.
    const named = ratesOf([...raw.matchAll(/:rate\[([^\]]+)\]/g)].map(([, name = '']) => name));
    const rows = ratesOf(spec.rows);
    const known = new Set([
      ...AXIS,
      ...[...rows, ...named].flatMap((rate) => [
        ...shares(valueText(rate)),
        ...shares(intervalText(rate) ?? ''),
      ]),
    ]);
    const views = Object.entries(spec.views) as [string, View][];
    const drawn = (view: View): string =>
      render(Drawing, {
        props: {
          rows,
          words,
          view,
          size: { width: 720, height: spec.height(720, view) },
          live: true,
          patch: () => undefined,
        },
      }).body;
    const draws = spec.status(spec.face ?? spec.initial) === 'illustration';

    test('it names each of its rows once', () => {
      expect(new Set(spec.rows).size).toBe(spec.rows.length);
    });

    test.each(views)('%s: every percentage of drawing, words and table is a row’s', (_, view) => {
      if (draws) return expect(words.views[spec.speak(view)]?.title).toMatch(/our drawing/i);
      const table = spec.table(rows, words, view);
      const cells = table.rows.flatMap((row) => row.map(({ text }) => text)).join(' ');
      const said = words.views[spec.speak(view)];
      const text = drawn(view)
        .replace(/<style[\s\S]*?<\/style>/g, '')
        .replace(/<[^>]+>/g, ' ');
      for (const form of [text, cells, said?.title, said?.summary, said?.alt])
        expect(shares(form ?? '').filter((share) => !known.has(share))).toEqual([]);
    });

    test.each(views)('%s: each mark is a link to a passport and is named by a sentence', (_, view) => {
      const marks = [...drawn(view).matchAll(/<a[^>]*class="mark[^>]*>/g)].map(([tag]) => tag);
      for (const mark of marks) {
        const target = /href="#passport-([^"]+)"/.exec(mark)?.[1] ?? '';
        expect(data.rates.has(target) || data.statements.some((fact) => fact.id === target), target).toBe(
          true,
        );
        expect((/aria-label="([^"]+)"/.exec(mark)?.[1] ?? '').split(' ').length).toBeGreaterThan(3);
      }
      expect(marks.filter((mark) => mark.includes('tabindex="0"')).length).toBeLessThanOrEqual(1);
    });

    test('the table of some view has each rate with a number; the file has all rows', () => {
      const cells = views
        .flatMap(([, view]) => spec.table(rows, words, view).rows.flat())
        .map(({ text }) => text)
        .join(' | ');
      for (const rate of rows)
        if (rate.value.kind === 'counts' || rate.value.kind === 'percent')
          expect(
            cells.includes(valueText(rate)) ||
              (rate.value.kind === 'counts' &&
                cells.includes(`${rate.value.counts.k} of ${rate.value.counts.n}`)),
            rate.id,
          ).toBe(true);
      const csv = csvOf(rows, data);
      for (const rate of rows) expect(csv).toContain(`${rate.id},`);
    });

    test('every view has words: title, summary, description and source', () => {
      for (const [, view] of views) {
        const said = words.views[spec.speak(view)];
        for (const key of ['title', 'summary', 'alt', 'source'] as const)
          expect((said?.[key] ?? '').length, `${spec.speak(view)} ${key}`).toBeGreaterThan(8);
        // It is heard in one go, before the table that has everything.
        expect(said?.alt.length, `${spec.speak(view)}: characters of its name`).toBeLessThan(540);
      }
    });
  },
);
