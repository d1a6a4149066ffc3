/** Data for machines has the shape that those who read it ask for. */
import { fromHtml } from 'hast-util-from-html';
import { selectAll } from 'hast-util-select';
import { toString } from 'hast-util-to-string';
import { describe, expect, it } from 'vitest';
import { SITE } from '../../src/site/address.ts';
import { built, text } from './dist.ts';

type Thing = Record<string, unknown>;

/** What each type of schema.org must have here; a type that is not listed is a mistake, or wants a line. */
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  Article: ['headline', 'author', 'datePublished'],
  Claim: ['author', 'datePublished', 'appearance', 'firstAppearance'],
  ClaimReview: ['@id', 'url', 'claimReviewed', 'itemReviewed', 'reviewRating', 'author', 'datePublished'],
  CreativeWork: ['name', 'inLanguage'],
  DataDownload: ['name', 'contentUrl', 'encodingFormat'],
  Dataset: ['name', 'description', 'url', 'license', 'creator', 'distribution', 'dateModified'],
  Organization: ['name'],
  Rating: ['alternateName', 'ratingExplanation'],
};

const sources = new Map<string, Thing>();
for (const path of built.filter((one) => one.endsWith('.html')))
  for (const script of selectAll('script[type="application/ld+json"]', fromHtml(text(path))))
    sources.set(path, JSON.parse(toString(script)) as Thing);
sources.set('figures/article/claims.json', JSON.parse(text('figures/article/claims.json')) as Thing);

/** Every part of the data that has a type. */
function things(value: unknown): Thing[] {
  if (Array.isArray(value)) return value.flatMap(things);
  if (typeof value !== 'object' || value === null) return [];
  const own = '@type' in value ? [value as Thing] : [];
  return [...own, ...Object.values(value).flatMap(things)];
}

it('there is data about the article’s claims and about the rows', () => {
  expect([...sources.keys()]).toEqual(
    expect.arrayContaining(['data/index.html', 'figures/article/claims.json']),
  );
});

describe.each([...sources])('the data of %s', (path, data) => {
  const all = things(data);

  it('is of schema.org, and each thing has what its type asks for', () => {
    expect(data['@context']).toBe('https://schema.org');
    expect(all.length).toBeGreaterThan(0);
    for (const thing of all) {
      const type = String(thing['@type']);
      expect(REQUIRED, `no rule for ${type}`).toHaveProperty(type);
      for (const name of REQUIRED[type] ?? []) {
        expect(thing, `${type} without ${name}`).toHaveProperty(name);
        expect(thing[name], `${type} with an empty ${name}`).toBeTruthy();
      }
    }
  });

  it('has days as days, numbers between their ends, and a description that is neither too short nor too long', () => {
    for (const thing of all) {
      for (const name of ['datePublished', 'dateModified'])
        if (name in thing) expect(String(thing[name])).toMatch(/^\d{4}(-\d\d(-\d\d)?)?$/);
      if ('ratingValue' in thing) {
        expect(Number(thing['ratingValue'])).toBeGreaterThanOrEqual(Number(thing['worstRating']));
        expect(Number(thing['ratingValue'])).toBeLessThanOrEqual(Number(thing['bestRating']));
      }
      if (thing['@type'] !== 'Dataset') continue;
      expect(String(thing['description']).length).toBeGreaterThanOrEqual(50);
      expect(String(thing['description']).length).toBeLessThanOrEqual(5000);
    }
  });

  it('names only addresses that are there', () => {
    for (const thing of all)
      for (const name of ['@id', 'url', 'contentUrl']) {
        if (!(name in thing)) continue;
        const to = new URL(String(thing[name]), SITE + path);
        if (!to.href.startsWith(SITE)) continue;
        const file = to.pathname.slice(new URL(SITE).pathname.length).replace(/(^|\/)$/, '$1index.html');
        expect(built, to.href).toContain(file);
        if (to.hash !== '') expect(text(file)).toContain(`id="${to.hash.slice(1)}"`);
      }
  });
});

describe.each(built.filter((path) => /^oembed\//.test(path)))('%s', (path) => {
  it('has what oEmbed 1.0 asks of a rich answer, each of its kind, and nothing unknown', () => {
    const answer = JSON.parse(text(path)) as Thing;
    const kinds = Object.fromEntries(Object.entries(answer).map(([name, value]) => [name, typeof value]));
    expect(kinds).toEqual({
      version: 'string',
      type: 'string',
      title: 'string',
      author_name: 'string',
      author_url: 'string',
      provider_name: 'string',
      provider_url: 'string',
      cache_age: 'number',
      width: 'number',
      height: 'number',
      html: 'string',
      thumbnail_url: 'string',
      thumbnail_width: 'number',
      thumbnail_height: 'number',
    });
    for (const name of ['author_url', 'provider_url', 'thumbnail_url'])
      expect(String(answer[name]).startsWith(SITE)).toBe(true);
  });
});
