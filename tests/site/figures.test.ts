/** What a figure of the story needs when it wakes: a live one its rows and words, one that moves nothing its drawings. */
import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { drawingFile, SIZES } from '../../src/figures/sizes.ts';
import type { FigureComponent, FigureSpec, FigureWords } from '../../src/figures/spec.ts';
import { unpack } from '../../src/model/sent.ts';
import type { Rate } from '../../src/model/rate.ts';
import { chapters, scenesOf } from '../../src/story/steps.ts';
import { ratesOf } from '../figures/fixture.ts';
import { built, text } from './dist.ts';

interface Module {
  spec: FigureSpec;
  Drawing: FigureComponent;
}
const modules = (found: Record<string, Module>): Module[] => Object.values(found);
const alive = modules(import.meta.glob<Module>('../../src/figures/*/figure.ts', { eager: true }));
const drawn = modules(import.meta.glob<Module>('../../src/figures/*/picture.ts', { eager: true }));
const live = JSON.parse(text('figures.json')) as {
  figures: Record<string, { rows: Rate[]; words: FigureWords }>;
};
const stages = chapters.flatMap(scenesOf).filter(({ figure }) => figure !== null);

const shown = new Set(stages.map(({ figure }) => figure));
const staged = (found: Module[]): Module[] => found.filter(({ spec }) => shown.has(spec.id));

it('every figure of the story is live or drawn, and none is both', () => {
  const ids = [...alive, ...drawn].map(({ spec }) => spec.id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { figure } of stages) expect(ids).toContain(figure);
});

describe.each(staged(alive).map((one) => [one.spec.id, one] as const))(
  'live: %s',
  (id, { spec, Drawing }) => {
    it('what it fetches is enough to draw every view as the build does', () => {
      const { rows: sent, words } = live.figures[id] ?? { rows: [], words: { views: {}, labels: {} } };
      const rows = sent.map(unpack);
      const whole = ratesOf(spec.rows);
      for (const view of Object.values(spec.views)) {
        const props = { words, view, size: { width: 700, height: 500 }, live: true, patch: () => undefined };
        expect(render(Drawing, { props: { ...props, rows } }).body).toBe(
          render(Drawing, { props: { ...props, rows: whole } }).body,
        );
      }
    });
  },
);

describe.each(staged(drawn).map(({ spec }) => [spec.id] as const))('drawn: %s', (id) => {
  it.each(SIZES)('is there at $width × $height: words, badge, drawing, marks, one tab stop', (size) => {
    const file = drawingFile(id, size);
    expect(built).toContain(file);
    const { html } = JSON.parse(text(file)) as { html: string };
    expect(html).toContain(`data-figure="${id}"`);
    expect(html).toMatch(new RegExp(`<svg class="drawing[^>]*viewBox="0 0 ${size.width} ${size.height}"`));
    expect(html).toContain('class="badge"');
    expect(html).toMatch(/figure-title">[^<]{20,}/);
    expect(html.match(/<a[^>]*class="mark/g)?.length ?? 0).toBeGreaterThan(0);
    expect(html.match(/<a[^>]*tabindex="0"/g)).toHaveLength(1);
    expect(html).not.toMatch(/<(button|input|select|script)\b/);
  });
});
