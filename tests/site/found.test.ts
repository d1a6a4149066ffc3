/** What searches, phones and readers of feeds are told of the site: all of it is there, and every page is told of once. */
import { parseXml, type XmlElement } from '@rgrove/parse-xml';
import { fromHtml } from 'hast-util-from-html';
import { select, selectAll } from 'hast-util-select';
import { toString } from 'hast-util-to-string';
import { describe, expect, it } from 'vitest';
import { languagesOf } from '../../src/build/languages.ts';
import { SITE } from '../../src/site/address.ts';
import { built, bytes, inAllLanguages, root, text } from './dist.ts';

/** Pages that a search may show. */
const pages = built.filter(
  (path) =>
    /(^|\/)index\.html$/.test(path) && !/^v\/|^embed\/./.test(path.replace(/^embed\/index\.html$/, '')),
);
const addressOf = (path: string): string => SITE + path.replace(/index\.html$/, '');

/** The file behind a whole address of this site. */
function fileOf(address: string): string {
  expect(address.startsWith(SITE), address).toBe(true);
  const path = address.slice(SITE.length).replace(/[?#].*$/, '');
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}

/** Elements of a name anywhere in a well-formed XML file. @throws if it is not well-formed */
function elements(path: string, name: string): XmlElement[] {
  const found: XmlElement[] = [];
  const visit = (node: XmlElement): void => {
    if (node.name === name) found.push(node);
    for (const child of node.children) if (child.type === 'element') visit(child as XmlElement);
  };
  const top = parseXml(text(path)).root;
  if (top) visit(top);
  return found;
}
const inside = (entry: XmlElement, name: string): string =>
  entry.children.flatMap((child) =>
    child.type === 'element' && (child as XmlElement).name === name ? (child as XmlElement).text : [],
  )[0] ?? '';

describe('the sitemap', () => {
  const listed = elements('sitemap.xml', 'loc').map((loc) => loc.text);

  it('names every page that a search may show, once, and nothing else', () => {
    expect(pages.length).toBeGreaterThan(20);
    expect([...listed].sort()).toEqual(pages.map(addressOf).sort());
  });

  it('is named by robots.txt, which lets everybody in', () => {
    expect(text('robots.txt')).toContain(`\nSitemap: ${SITE}sitemap.xml\n`);
    expect(text('robots.txt')).not.toMatch(/Disallow: *\S/);
  });
});

describe.each(pages)('%s', (path) => {
  const tree = fromHtml(text(path));

  it('says its own address and those in other languages, which are there', () => {
    const canonical = selectAll('head link[rel=canonical]', tree).map(({ properties }) => properties['href']);
    expect(canonical).toEqual([addressOf(path)]);
    const others = new Map(
      selectAll('head link[hreflang]', tree).map(({ properties }) => [
        String(properties['hrefLang']),
        String(properties['href']),
      ]),
    );
    expect([...others.keys()]).toEqual([...languagesOf(root), 'x-default']);
    expect(others.get(String(select('html', tree)?.properties['lang']))).toBe(addressOf(path));
    for (const address of others.values()) expect(inAllLanguages, address).toContain(fileOf(address));
  });

  it('leads to the manifest, the sign for phones and the feed', () => {
    const up = '../'.repeat(path.split('/').length - 1);
    for (const [rel, file] of [
      ['manifest', 'manifest.webmanifest'],
      ['apple-touch-icon', 'apple-touch-icon.png'],
      ['alternate', 'feed.xml'],
    ] as const)
      expect(select(`head link[rel="${rel}"][href="${up}${file}"]`, tree), file).toBeTruthy();
  });
});

it('pages in frames leave search to the pages they belong to', () => {
  const framed = built.filter((path) => /^embed\/\w+\/index\.html$/.test(path));
  expect(framed.length).toBeGreaterThan(10);
  for (const path of framed) {
    const tree = fromHtml(text(path));
    expect(select('meta[name=robots]', tree)?.properties['content'], path).toBe('noindex');
    const home = path === 'embed/story/index.html' ? 'index.html' : path.replace('embed/', 'figures/');
    expect(select('link[rel=canonical]', tree)?.properties['href'], path).toBe(addressOf(home));
  }
});

describe('the manifest', () => {
  const said = JSON.parse(text('manifest.webmanifest')) as Record<string, string> & {
    icons: { src: string; sizes: string; type: string; purpose: string }[];
  };

  it('names the site and begins at the story, in whatever folder it lies', () => {
    expect(said['name']).toBe('Inside the Frame');
    const here = 'https://here.invalid/a/b/manifest.webmanifest';
    expect(new URL(said['start_url'] ?? '', here).pathname).toBe('/a/b/');
    expect(new URL(said['scope'] ?? '', here).pathname).toBe('/a/b/');
  });

  it('has its pictures in the sizes it says, one that may be cut round', () => {
    expect(said.icons.map(({ purpose }) => purpose)).toContain('maskable');
    for (const { src, sizes, type } of said.icons) {
      expect(built).toContain(src);
      if (type !== 'image/png') continue;
      expect(`${bytes(src).readUInt32BE(16)}x${bytes(src).readUInt32BE(20)}`, src).toBe(sizes);
    }
    expect(bytes('apple-touch-icon.png').readUInt32BE(16)).toBe(180);
  });
});

describe('the feed of corrections', () => {
  const entries = elements('feed.xml', 'entry');

  it('has an entry for each correction and each line of the change log', () => {
    const corrections = JSON.parse(text('data/corrections.json')) as unknown[];
    const log = selectAll('#about time', fromHtml(text('index.html')));
    expect(entries).toHaveLength(corrections.length + log.length);
    for (const line of log)
      expect(entries.map((entry) => inside(entry, 'updated').slice(0, 10))).toContain(
        String(line.properties['dateTime']),
      );
    expect(toString(fromHtml(text('data/index.html')))).toContain('Corrections as a feed');
  });

  it('says of each what it is, when, and where it stands', () => {
    const [top] = elements('feed.xml', 'feed');
    if (!top) throw new Error('no feed');
    for (const part of [top, ...entries]) {
      expect(inside(part, 'id')).toMatch(/^urn:uuid:[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
      expect(inside(part, 'title')).not.toBe('');
      expect(inside(part, 'updated')).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    }
    const all = [top, ...entries].map((part) => inside(part, 'id'));
    expect(new Set(all).size).toBe(all.length);
    expect(inside(top, 'updated')).toBe(
      entries
        .map((entry) => inside(entry, 'updated'))
        .sort()
        .at(-1),
    );
    for (const { attributes } of elements('feed.xml', 'link')) {
      const address = attributes['href'] ?? '';
      const file = fileOf(address);
      expect(built, address).toContain(file);
      const id = address.split('#')[1];
      if (id !== undefined) expect(text(file)).toContain(`id="${id}"`);
    }
  });
});

describe('the page for a wrong address', () => {
  const tree = fromHtml(text('404.html'));

  it('leads home from any depth, and is kept out of searches', () => {
    expect(select('base', tree)?.properties['href']).toBe(new URL(SITE).pathname);
    expect(select('main a.button', tree)?.properties['href']).toBe('./');
    expect(select('meta[name=robots]', tree)?.properties['content']).toBe('noindex');
    expect(selectAll('link[rel=canonical], link[hreflang]', tree)).toEqual([]);
    // Its base would take a place on itself for one on the story.
    expect(selectAll('a[href^="#"]', tree)).toEqual([]);
  });
});
