/** The figures `conditions`, `strip` and `later`: rates of different set-ups, one under the other. */
import fc from 'fast-check';
import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import { lanes } from '../../src/charts/intervals/lanes.ts';
import { boxesOf, boxOf, overlap } from '../../src/charts/intervals/place.ts';
import Lanes from '../../src/figures/Lanes.svelte';
import { spec as conditions } from '../../src/figures/conditions/figure.ts';
import { lanesOf, wordsOf } from '../../src/figures/lanes.ts';
import { spec as later } from '../../src/figures/later/figure.ts';
import { spec as strip } from '../../src/figures/strip/figure.ts';
import { crossed } from './crossed.ts';
import { filledWords, ratesOf } from './fixture.ts';
import { golden } from './golden.ts';

const figures = [conditions, strip, later].map((spec) => {
  const words = filledWords(spec.id);
  const rows = ratesOf(spec.rows);
  const draw = (width: number, height: number) =>
    lanes(lanesOf(rows, words), { width, height }, wordsOf(words));
  const html = (width: number, height: number): string =>
    render(Lanes, {
      props: { rows, words, view: spec.initial, size: { width, height }, live: true, patch: () => undefined },
    }).body;
  return { id: spec.id, spec, words, rows, draw, html };
});
function figure(id: string): (typeof figures)[number] {
  const found = figures.find((one) => one.id === id);
  if (!found) throw new Error(`no figure ${id}`);
  return found;
}

describe.each(figures)('$id', ({ id, spec, words, rows, draw, html }) => {
  /** Whether a row is no share of the axis. */
  const apart = (row: string): boolean => `apart-${row}` in words.labels;

  for (const width of [360, 720])
    test(`golden picture at ${width}`, () =>
      golden(`${id}-${spec.initial.show}-${width}`, html(width, spec.height(width, spec.initial))));

  test('a rate has a line where its runs are known, else the sign that they are not', () => {
    for (const mark of draw(720, 400).marks) {
      const rate = rows.find((row) => row.id === mark.id);
      const sign = mark.texts.some((text) => text.id === 'bare');
      expect(mark.line !== null, mark.id).toBe(rate?.value.kind === 'counts');
      expect(sign, mark.id).toBe(rate?.value.kind === 'percent' && !apart(mark.id));
    }
  });

  test('a bound is a stretch, not a point; words alone are neither', () => {
    for (const mark of draw(720, 400).marks) {
      const value = rows.find((row) => row.id === mark.id)?.value;
      const bounded = value?.kind === 'percent' && value.bound !== undefined && value.bound !== 'about';
      expect(mark.hatch !== null, mark.id).toBe(bounded && !apart(mark.id));
      expect(mark.dot !== null, mark.id).toBe(!bounded && value?.kind !== 'words' && !apart(mark.id));
    }
  });

  test('a share of something else has no mark on the axis and no axis behind it: it is said', () => {
    const { marks, axis } = draw(720, 400);
    expect(marks.filter(({ id: row }) => apart(row))).toHaveLength(id === 'later' ? 2 : 0);
    for (const mark of marks.filter(({ id: row }) => apart(row))) {
      expect(mark.texts.at(-1)?.text.replaceAll('\u00a0', ' ')).toMatch(
        /^in more than 80% of 100 scenes$|^may blur rates; no number$/,
      );
      const stretches = [...axis.zero.matchAll(/M[\d.]+ ([\d.]+)V([\d.]+)/g)];
      expect(stretches.length).toBeGreaterThan(1);
      for (const [, from, to] of stretches)
        expect(mark.y < Number(from) || mark.y > Number(to), `${mark.id} in ${from} to ${to}`).toBe(true);
    }
  });

  test('every row leads to its passport; one is reached by Tab', () => {
    const found = html(350, 235);
    expect([...found.matchAll(/href="#passport-([^"]*)"/g)].map(([, to]) => to)).toEqual(spec.rows);
    expect(found.match(/tabindex="0"/g)).toHaveLength(1);
  });

  test('texts stay inside and apart, whatever the size', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 288, max: 1100 }),
        fc.integer({ min: 215, max: 620 }),
        (width, height) => {
          const { marks, texts } = draw(width, height);
          const boxes = [
            ...texts.map((text) => ({ text, box: boxOf(text) })),
            ...marks.flatMap((mark) =>
              mark.texts.map((text) => ({ text, box: boxOf({ ...text, y: text.y + mark.y }) })),
            ),
          ];
          for (const { text, box } of boxes) {
            expect(text.size).toBeGreaterThanOrEqual(12);
            expect(box.x, text.text).toBeGreaterThanOrEqual(-1);
            expect(box.x + box.width, text.text).toBeLessThanOrEqual(width + 1);
            expect(box.y + box.height, text.text).toBeLessThanOrEqual(height + 4);
          }
          boxes.forEach((one, index) => {
            for (const other of boxes.slice(index + 1))
              expect(overlap(one.box, other.box), `${one.text.text} | ${other.text.text}`).toBe(false);
          });
        },
      ),
      { numRuns: 60 },
    );
  });

  test('names and differences share a line at every width of a phone, or the differences go', () => {
    for (let width = 284; width <= 430; width += 1) {
      const boxes = draw(width, 240).marks.map((mark) =>
        mark.texts.map((text) => ({ text, box: boxOf(text) })),
      );
      for (const row of boxes)
        row.forEach((one, index) => {
          for (const other of row.slice(index + 1))
            expect(overlap(one.box, other.box), `${one.text.text} | ${other.text.text} at ${width}`).toBe(
              false,
            );
        });
    }
  });

  test('no line of the axis runs through a text, whatever the size', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 288, max: 1100 }),
        fc.integer({ min: 215, max: 620 }),
        (width, height) => {
          const { axis, marks, texts } = draw(width, height);
          const boxes = [...boxesOf(marks), ...texts.map(boxOf)];
          expect(crossed(axis, boxes)).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('the table says of each row how many runs and how it is known', () => {
    const { columns, rows: lines } = spec.table(rows, words, spec.initial);
    for (const line of lines) expect(line).toHaveLength(columns.length);
    const published = lines.filter((line) => line.some(({ rate }) => rate));
    expect(published).toHaveLength(rows.length);
    for (const line of published) {
      for (const { text } of line) expect(text).not.toBe('');
    }
  });
});

test('the strip says that its tests differ, in its title and in each row', () => {
  const { words, spec } = figure('strip');
  expect(words.views['five-numbers']?.title).toMatch(/^Different tests/);
  expect(new Set(spec.rows.map((id) => words.labels[`sub-${id}`])).size).toBe(spec.rows.length);
});

test('the goal conflict alone is a top value of all models, never a point of this one', () => {
  const { draw, words } = figure('conditions');
  expect(draw(720, 400).marks.find(({ id }) => id === 'june-goal-only-max')?.dot).toBeNull();
  expect(words.labels['sub-june-goal-only-max']).toMatch(/all models/);
});

test('what came later names its cautions', () => {
  const { words, draw } = figure('later');
  const said = draw(720, 460).texts.map(({ text }) => text);
  expect(said.filter((text) => /^Caution/.test(text))).toHaveLength(3);
  // On the smallest stage of a phone the key gives way to all three; only below that the one without a number does.
  const rowsAt = (height: number): string[] => draw(284, height).marks.map(({ id }) => id);
  expect(draw(284, 200).samples).toEqual([]);
  expect(draw(284, 200).texts.filter(({ text }) => /^Caution/.test(text))).toHaveLength(3);
  expect(rowsAt(200).filter((id) => !figure('later').spec.rows.includes(id))).toHaveLength(1);
  expect(rowsAt(170)).toEqual(figure('later').spec.rows);
  expect(words.views['later']?.summary).toMatch(/training text/);
});
