import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { layout } from '../../src/charts/scene/layout.ts';
import { spec } from '../../src/figures/setup/figure.ts';
import Setup from '../../src/figures/setup/Setup.svelte';
import { filledWords } from './fixture.ts';
import { golden } from './golden.ts';

const words = filledWords(spec.id);
const views = Object.entries(spec.views);
const whole = (width: number) => ({ width, height: spec.height(width, spec.initial) });

function draw(name: string, size: { width: number; height: number }, live = true): string {
  const view = spec.views[name] ?? spec.initial;
  return render(Setup, { props: { rows: [], words, view, size, live, patch: () => undefined } }).body;
}

describe('setup', () => {
  for (const [name] of views)
    for (const width of [360, 720])
      it(`looks as agreed: ${name} at ${width} px`, () =>
        golden(`setup-${name}-${width}`, draw(name, whole(width))));

  it('fits the phone stage with the newest part', () => {
    for (const [name] of views) golden(`setup-${name}-phone`, draw(name, { width: 358, height: 230 }));
  });

  it('is simulated in every view and shows no rates', () => {
    expect(new Set(views.map(([, view]) => spec.status(view)))).toEqual(new Set(['simulated']));
    expect(spec.rows).toEqual([]);
    expect(JSON.stringify(words)).not.toMatch(/%|percent|\brate\b/);
  });

  it('has words for every view, and says test or scenario in title, alt text and source', () => {
    for (const [name, view] of views) {
      const said = words.views[spec.speak(view)];
      expect(said, name).toBeDefined();
      expect(said?.title).toMatch(/\b(test|scenario|simulated)\b/);
      expect(said?.alt).toMatch(/\b(test|scenario|simulated)\b/);
      expect(said?.alt).toMatch(/invented/);
      expect(said?.source).toMatch(/p\. 27/);
    }
    expect(JSON.stringify(words)).not.toMatch(/\b(wanted?|wants|fear(ed|s)?|decided)\b/i);
  });

  it('quotes at most twelve words at a time', () => {
    const quotes = [...JSON.stringify(words).matchAll(/“([^”]+)”/g)].map((found) => found[1] ?? '');
    expect(quotes.length).toBeGreaterThan(0);
    for (const quote of quotes) expect(quote.split(' ').length, quote).toBeLessThanOrEqual(12);
  });

  it('gives each single picture a height that its own step fills', () => {
    for (const width of [280, 300, 320, 360, 430, 519, 520, 600, 720, 800])
      for (const [name, view] of views) {
        const size = { width, height: spec.height(width, view) };
        expect(layout(words.labels, size, view.show, false).arrangement, `${name} ${width}`).not.toBe(
          'focus',
        );
      }
  });

  it('links every part to its passport with one tab stop, and with a plain link in a still', () => {
    const live = draw('corner', whole(720));
    expect([...live.matchAll(/href="#passport-set-(\w+)"/g)].map((found) => found[1])).toEqual([
      'role',
      'inbox',
      'replacement',
      'secret',
      'nudge',
      'corner',
    ]);
    expect(live.match(/tabindex="0"/g)).toHaveLength(1);
    expect(live.match(/tabindex="-1"/g)).toHaveLength(5);
    expect(live).toMatch(/role="group"/);
    const still = draw('corner', whole(720), false);
    expect(still).toMatch(/role="group"/);
    expect(still).not.toMatch(/tabindex/);
  });

  it('has a table of what is drawn so far', () => {
    views.forEach(([, view], index) => {
      const table = spec.table([], words, view);
      expect(table.rows).toHaveLength(index + 1);
      expect([table.caption, ...table.columns, ...table.rows.flat().map((cell) => cell.text)]).not.toContain(
        '',
      );
    });
  });
});
