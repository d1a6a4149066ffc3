/** What the built page promises to whoever links to it, embeds it, or reads it without a script. */
import { describe, expect, it } from 'vitest';
import { STEPS } from '../steps.ts';
import { attribute, css, html, inAllLanguages, stepsOf, tags, values, words } from './dist.ts';

const STATUSES = ['simulated', 'reported', 'real', 'opinion', 'unknown', 'illustration'];

describe('the steps', () => {
  const steps = stepsOf();

  it('are all there, once, in the order of the story', () => {
    expect([...steps.keys()]).toEqual([...STEPS]);
    expect(values('data-step')).toEqual([...STEPS]);
  });

  it.each([...STEPS])('%s: id, heading, label, prose, and a still or a table', (id) => {
    const piece = steps.get(id) ?? '';
    expect(piece).toMatch(new RegExp(`^<[^>]*\\sid="${id}"`));
    expect(piece).toMatch(/<h[23]\b/);
    const labels = [...piece.matchAll(/data-status="([^"]*)"/g)].map((found) => found[1] ?? '');
    expect(labels.length).toBeGreaterThan(0);
    expect(labels.filter((label) => !STATUSES.includes(label))).toEqual([]);
    expect(words(piece).split(' ').length).toBeGreaterThan(40);
    expect(/class="[^"]*\bstill\b[\s\S]*<svg/.test(piece) || /<table\b/.test(piece)).toBe(true);
  });
});

describe('links', () => {
  const ids = values('id');

  it('have unique targets', () => {
    expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([]);
  });

  it('inside the page lead somewhere', () => {
    const known = new Set(ids);
    const lost = values('href')
      .filter((href) => href.startsWith('#') && href !== '#')
      .filter((href) => !known.has(decodeURIComponent(href.slice(1))));
    expect([...new Set(lost)]).toEqual([]);
  });

  it('to files of this site lead to files that were built', () => {
    const files = new Set(inAllLanguages);
    const lost = [...values('href'), ...values('src')]
      .filter((address) => !/^(#|\?|[a-z]+:|\/\/)/i.test(address))
      .map((address) => address.replace(/[?#].*$/, '').replace(/^\.?\//, ''))
      .filter(
        (path) => path !== '' && !files.has(path) && !files.has(`${path.replace(/\/$/, '')}/index.html`),
      );
    expect([...new Set(lost)]).toEqual([]);
  });

  it('name only things that are there from aria and url()', () => {
    const known = new Set(ids);
    const named = [
      'aria-labelledby',
      'aria-describedby',
      'aria-controls',
      'for',
      'list',
      'popovertarget',
    ].flatMap((name) => values(name).flatMap((value) => value.split(/\s+/)));
    const painted = [...html.matchAll(/url\(#([^)'"]+)\)/g)].map((found) => found[1] ?? '');
    expect([...new Set([...named, ...painted])].filter((id) => id !== '' && !known.has(id))).toEqual([]);
  });
});

describe('the document', () => {
  it('says its language, title and description, and can be zoomed', () => {
    expect(attribute(tags('html')[0] ?? '', 'lang')).toBe('en');
    expect(/<title>([^<]{10,70})<\/title>/.test(html)).toBe(true);
    const meta = tags('meta');
    const description = meta.find((tag) => attribute(tag, 'name') === 'description') ?? '';
    expect(attribute(description, 'content')?.length ?? 0).toBeGreaterThan(50);
    const viewport = meta.find((tag) => attribute(tag, 'name') === 'viewport') ?? '';
    expect(attribute(viewport, 'content')).not.toMatch(/user-scalable|maximum-scale/);
  });

  it('has one h1, and no heading that skips a level', () => {
    const levels = [...html.matchAll(/<h([1-6])\b/g)].map((found) => Number(found[1]));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels.filter((level, place) => level > (levels[place - 1] ?? 1) + 1)).toEqual([]);
  });

  it('shows nothing that a template left unfilled', () => {
    const shown = words(html.slice(html.indexOf('<body')));
    expect(
      shown.match(/undefined|\bNaN\b|\[object |\bnull\b|\{\{|:rate\[|:term\[|:cite\[|:::/g) ?? [],
    ).toEqual([]);
    const drawn = [...html.matchAll(/<svg\b[\s\S]*?<\/svg>/g)].join('');
    expect(drawn.match(/="[^"]*(?:undefined|NaN|Infinity)[^"]*"/g) ?? []).toEqual([]);
  });

  it('shows its first picture without any request but the fonts', () => {
    expect(tags('link').filter((tag) => /stylesheet/.test(attribute(tag, 'rel') ?? ''))).toEqual([]);
    expect(css).not.toMatch(/@import/);
    expect(tags('img')).toEqual([]);
    const blocking = tags('script').filter(
      (tag) => attribute(tag, 'src') !== null && !/type="module"|\sdefer|\sasync/.test(tag),
    );
    expect(blocking).toEqual([]);
  });

  it('asks no other host for anything', () => {
    const loading = [
      ...tags('(?:script|img|source|iframe|video|audio|embed|object|use|image)'),
      ...tags('link').filter(
        (tag) => !/canonical|alternate|license|author/.test(attribute(tag, 'rel') ?? ''),
      ),
    ];
    expect(loading.filter((tag) => /\s(?:src|href|srcset|data)="(?:https?:)?\/\//.test(tag))).toEqual([]);
    expect(css.match(/url\((?!["']?(?:data:|#|\.{0,2}\/?[\w./-]+["']?\)))[^)]*\)/g) ?? []).toEqual([]);
  });

  it('keeps its drawings small enough to repaint while text moves over them', () => {
    const heavy = [...html.matchAll(/<svg\b[^>]*class="[^"]*drawing[\s\S]*?<\/svg>/g)]
      .map(([svg]) => svg.match(/<[a-z]/g)?.length ?? 0)
      .filter((nodes) => nodes > 320);
    expect(heavy).toEqual([]);
  });
});
