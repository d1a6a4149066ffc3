/** The pages beside the story: every link leads somewhere, and nothing can be copied that says too much. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { select, selectAll } from 'hast-util-select';
import { toString } from 'hast-util-to-string';
import { describe, expect, it } from 'vitest';
import { loadData } from '../../src/data/door.ts';
import { EVIDENCE } from '../../src/model/format.ts';
import { built, text } from './dist.ts';

/** All but the one file that holds several: it has a test of its own. */
const pages = new Map(
  built
    .filter((path) => path.endsWith('.html') && path !== 'inside-the-frame.html')
    .map((path) => [path, text(path)]),
);
const data = loadData('data');
const attributes = (html: string, name: string): string[] =>
  [...html.matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'g'))].map(([, value]) => value ?? '');
const body = (html: string): string => html.replace(/<(style|script)[\s\S]*?<\/\1>/g, '');
const plain = (html: string): string =>
  body(html)
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replace(/[ \n]+/g, ' ');

describe('every page', () => {
  it('there is one for the story, each figure, the passports and the data', () => {
    const figures = built.filter((path) => /^figures\/[a-z]+\.csv$/.test(path));
    expect(figures.length).toBeGreaterThan(3);
    expect([...pages.keys()].filter((path) => !path.startsWith('v/')).sort()).toEqual(
      [
        'index.html',
        '404.html',
        'data/index.html',
        'embed/index.html',
        'embed/story/index.html',
        'passports/index.html',
        'figures/index.html',
        ...['', 'handout/', 'worksheet/', 'key/', 'cards/'].map((paper) => `teach/${paper}index.html`),
        ...figures.map((path) => path.replace('.csv', '/index.html')),
        ...figures.map((path) => path.replace('figures/', 'embed/').replace('.csv', '/index.html')),
      ].sort(),
    );
  });

  it.each([...pages])('%s: holds the pattern of what is not known where a drawing asks for it', (_, html) => {
    // The fills of stylesheets count on the pages of figures only: elsewhere nothing is drawn.
    const asks = body(html).includes('url(#hatch)') || /class="drawing/.test(html);
    expect(asks).toBe(html.includes('<pattern id="hatch"'));
  });

  it.each([...pages])('%s: one h1, no level skipped, ids of its own', (_, html) => {
    const levels = [...body(html).matchAll(/<h([1-6])\b/g)].map(([, level]) => Number(level));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.forEach((level, at) => expect(level).toBeLessThanOrEqual((levels[at - 1] ?? 0) + 1));
    const ids = attributes(html, 'id');
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });
});

describe('the list of figures', () => {
  const items = selectAll('.figures > li', fromHtml(pages.get('figures/index.html') ?? ''));
  const figures = [...pages.keys()].filter((path) => /^figures\/[a-z]+\/index.html$/.test(path));

  it('holds each figure once, with its small picture', () => {
    const named = items.map((item) => select('h2 a', item)?.properties['href']);
    expect(named.map((href) => `figures/${String(href)}index.html`).sort()).toEqual([...figures].sort());
    for (const item of items) {
      const picture = select('.thumb > svg', item);
      expect(picture?.properties['viewBox']).toBe('0 0 560 440');
      expect(picture?.children.length).toBeGreaterThan(0);
    }
  });

  it('under each picture stand its label, and a title with model and test', () => {
    for (const item of items) {
      expect(selectAll('.thumb + .badge', item)).toHaveLength(1);
      const title = toString(select('h2', item) as Element);
      expect(title).toMatch(/\btests?\b|simulated/i);
      expect(title).toMatch(/Claude|model/);
    }
  });

  it('nothing in a picture can be reached, or is read out', () => {
    for (const item of items) {
      expect(select('.thumb', item)?.properties).toMatchObject({ ariaHidden: 'true', tabIndex: -1 });
      expect(selectAll('.thumb :is(a, [tabindex], [id])', item)).toEqual([]);
    }
  });
});

describe('honest sentences', () => {
  const sentences = [...pages]
    .filter(([path]) => /^figures\/[a-z]+\/index.html$/.test(path))
    .flatMap(([, html]) =>
      [...html.matchAll(/<ul class="copies[^>]*>([\s\S]*?)<\/ul>/g)].flatMap(([, list]) =>
        [...(list ?? '').matchAll(/<span[^>]*>([\s\S]*?)<\/span>/g)].map(([, text]) => plain(text ?? '')),
      ),
    );

  it('are there for the figures with rates', () => expect(sentences.length).toBeGreaterThan(20));

  it.each(sentences)('%s', (sentence) => {
    expect(sentence).toContain('In a test with a made-up scene');
    expect(sentence).toMatch(/ published by [^(]+ \((\d+ )?([A-Z][a-z]+ )?20\d\d\)/);
    expect(sentence).toMatch(/ in the condition “[^”]+”, /);
    expect(sentence).toMatch(/; .*(number of runs not |\d of \d+ |probably \d+)/);
    // Brackets within brackets, and quotation marks within such, are hard to read.
    expect(sentence).not.toMatch(/\([^)]*\(|“[^”]*“/);
    expect(Object.values(EVIDENCE).some((how) => sentence.endsWith(`${how}.`))).toBe(true);
    expect([...data.rates.values()].some(({ model }) => sentence.includes(model))).toBe(true);
  });
});

describe('a list to walk through', () => {
  const figures = [...pages].filter(([path]) => /^figures\/[a-z]+\/index.html$/.test(path));
  const cellsOf = (tree: Element): string[] =>
    selectAll('tbody th, tbody td', tree)
      .map((cell) => toString(cell).trim())
      .filter(Boolean);

  it.each(figures)(
    '%s: each view has one, at most three levels deep, which says what its table says',
    (_, html) => {
      const views = selectAll('section.still', fromHtml(html, { fragment: true }));
      expect(views.length).toBeGreaterThan(0);
      for (const view of views) {
        const [list] = selectAll('details.walk > ul', view);
        expect(selectAll('ul ul ul', view)).toEqual([]);
        const said = selectAll('li', list).map((item) => toString(item));
        const series = selectAll('details.walk > ul > li', view);
        expect(series).toHaveLength(selectAll('tbody tr', view).length);
        for (const cell of cellsOf(view))
          expect(
            said.some((line) => line.includes(cell)),
            cell,
          ).toBe(true);
        expect(
          selectAll('a', list)
            .map((link) => link.properties['href'])
            .sort(),
        ).toEqual(
          selectAll('tbody a', view)
            .map((link) => link.properties['href'])
            .sort(),
        );
      }
    },
  );
});

describe('the check of the article as data', () => {
  const reviews = JSON.parse(text('figures/article/claims.json')) as {
    disclaimer: string;
    '@graph': {
      '@type': string;
      claimReviewed: string;
      reviewRating: { alternateName: string; ratingValue?: number };
    }[];
  };

  it('has one ClaimReview a claim, each with a verdict in words', () => {
    expect(reviews['@graph']).toHaveLength(data.article.claims.length);
    for (const review of reviews['@graph']) {
      expect(review['@type']).toBe('ClaimReview');
      expect(review.reviewRating.alternateName).not.toBe('');
    }
  });

  it('gives opinions no number, and says that we are no certified fact-checker', () => {
    data.article.claims.forEach(({ verdict }, at) => {
      const rated = reviews['@graph'][at]?.reviewRating.ratingValue !== undefined;
      expect(rated).toBe(verdict !== 'opinion' && verdict !== 'off-topic');
    });
    expect(reviews.disclaimer).toMatch(/not a certified fact-checking organisation/);
  });

  it('stands whole on the page of the figure', () => {
    const shown = plain(pages.get('figures/article/index.html') ?? '');
    for (const { claim } of data.article.claims) expect(shown).toContain(claim);
    for (const { what } of [...data.article.omissions, ...data.article.contradictions])
      expect(shown).toContain(what);
  });
});

describe('data', () => {
  it('can be taken as the very files it is built from', () => {
    for (const name of [
      'rates.csv',
      'sources.json',
      'tests.json',
      'statements.json',
      'article.json',
      'corrections.json',
    ])
      expect(text(`data/${name}`)).toBe(readFileSync(join('data', name), 'utf8'));
  });

  it('shows each row once', () => {
    const rows = attributes(pages.get('data/index.html') ?? '', 'id').filter((id) => id.startsWith('row-'));
    expect(rows).toEqual([...data.rates.keys()].map((id) => `row-${id}`));
  });
});

describe('passports', () => {
  it('each row and each fact has one', () => {
    const ids = attributes(pages.get('passports/index.html') ?? '', 'id');
    for (const id of data.rates.keys()) expect(ids).toContain(`passport-${id}`);
    for (const { id } of data.statements) expect(ids).toContain(`passport-${id}`);
  });
});
