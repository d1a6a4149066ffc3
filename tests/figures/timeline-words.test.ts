/** The figure `timeline` in words: links, table, sentences. Its arrangement is tested in timeline.test.ts. */
import { describe, expect, test } from 'vitest';
import json from '../../src/content/en/figures/timeline.json';
import { EVENTS } from '../../src/figures/timeline/events.ts';
import { spec } from '../../src/figures/timeline/figure.ts';
import { html, shows, still, words } from './timeline.ts';

describe('for every reader', () => {
  test('links lead to passports, with one tab stop, and plain in a still', () => {
    for (const show of shows) {
      const live = html(show, 720, still(show, 720));
      const links = [...live.matchAll(/href="#passport-([^"]*)"/g)].map(([, id]) => id);
      expect(links).toEqual([
        ...EVENTS.map(({ passport }) => passport),
        ...(show === 'real-world' ? ['timeline-none'] : []),
      ]);
      expect(live.match(/tabindex="0"/g)).toHaveLength(1);
      expect(html(show, 720, still(show, 720), false)).not.toMatch(/tabindex/);
    }
  });

  test('the table has every event with date, side and label, and what is not drawn', () => {
    for (const show of shows) {
      const { columns, rows, caption } = spec.table([], words, { show });
      expect(caption).toMatch(/\btests?\b/i);
      expect(columns).toHaveLength(4);
      expect(rows).toHaveLength(EVENTS.length + 5);
      for (const row of rows) for (const { text } of row) expect(text).not.toBe('');
      expect(rows.at(-1)?.[1]).toEqual({ text: words.labels['g-none'], rate: 'timeline-none' });
      const all = rows.flat().map(({ text }) => text);
      for (const number of [
        '7 of 100',
        '79 of 100',
        '84%',
        '0 of 100',
        '698',
        'more than 180,000',
        'more than 200',
      ])
        expect(all.join(' ').replaceAll('\u00a0', ' ')).toContain(number);
    }
  });

  test('title, alt and sentences are careful', () => {
    for (const show of shows) {
      const said = words.views[show];
      expect(said?.title.length).toBeLessThanOrEqual(75);
      expect(said?.alt).toMatch(/test/);
    }
    expect(words.views['real-world']?.alt).toMatch(
      /found no report of an AI in use that privately blackmailed/,
    );
    expect(words.labels['say-attack']).toMatch(/as the maintainer reports.*not a private threat.*unclear/);
    expect(words.labels['say-chimp']).toMatch(/does not name this test/);
    for (const id of ['palisade', 'gdm', 'joint'])
      expect(words.labels[`say-${id}`]).toMatch(/as others report/);
    const quotes = [...JSON.stringify(json).matchAll(/“([^”]+)”/g)].map(([, quote]) => quote ?? '');
    for (const quote of quotes) expect(quote.split(' ').length).toBeLessThanOrEqual(6);
  });
});
