/** The story in one file: small enough, whole, and nothing in it that would ask for anything. */
import { createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { select, selectAll } from 'hast-util-select';
import { toString } from 'hast-util-to-string';
import { describe, expect, it } from 'vitest';
import { built, bytes, text } from './dist.ts';

const NAME = 'inside-the-frame.html';
const html = text(NAME);
const tree = fromHtml(html);
const all = (selector: string): Element[] => selectAll(selector, tree);
const property = (node: Element, name: string): string => [node.properties[name] ?? ''].flat().join(' ');
const ids = all('[id]').map((node) => property(node, 'id'));
const known = new Set(ids);
const scripts = all('script').filter((node) => property(node, 'type') === '');
const code = scripts.map((node) => toString(node)).join('\n');
const packed = JSON.parse(
  inflateSync(Buffer.from(toString(all('#packed')[0] as Element), 'base64')).toString('utf8'),
) as Record<string, string>;

describe('the file', () => {
  it('is the one its sum was taken of', () => {
    const sum = createHash('sha256').update(bytes(NAME)).digest('hex');
    expect(text(`${NAME}.sha256`)).toBe(`${sum}  ${NAME}\n`);
    for (const path of built.filter((one) => /^teach\/.*\.html$/.test(one))) {
      const said = selectAll('[data-offline-sha]', fromHtml(text(path))).map((node) => toString(node));
      for (const one of said) expect(one).toBe(sum);
    }
  });

  it('holds the story and the pages beside it', () => {
    const pages = all('.single-page').map((node) => property(node, 'id'));
    const teach = built.filter((path) => /^teach\/(.*\/)?index\.html$/.test(path));
    const expected = [...teach, 'passports/index.html', 'data/index.html', 'figures/index.html'];
    expect([...pages].sort()).toEqual(
      expected.map((path) => `page/${path.replace('index.html', '')}`).sort(),
    );
    expect(all('.single-story [data-step]')).toHaveLength(
      selectAll('[data-step]', fromHtml(text('index.html'))).length,
    );
    for (const page of all('.single-page')) expect(selectAll('h1', page)).toHaveLength(1);
  });

  it('lists the figures without their small pictures', () => {
    expect(all('.figures > li').length).toBeGreaterThan(10);
    expect(all('.thumb')).toEqual([]);
  });

  it('holds every file its story asks for and its links offer, as it was built', () => {
    const asked = built.filter((path) => /^(?:figures|present)\.json$|^figures\/\w+\.\d+\.json$/.test(path));
    const offered = all('[data-file]').map((node) => property(node, 'dataFile'));
    expect(offered).toEqual(
      expect.arrayContaining(['data/rates.csv', 'data/sources.json', 'figures/rate.csv']),
    );
    for (const path of [...asked, ...offered]) expect(packed[path], path).toBe(text(path));
  });
});

describe('nothing is asked for', () => {
  it('by the policy in its head', () => {
    const policy = property(all('meta[http-equiv=Content-Security-Policy]')[0] as Element, 'content');
    expect(policy).toMatch(/^default-src 'none';/);
    expect(policy).not.toMatch(/connect-src|https?:|\*/);
  });

  it('by its elements', () => {
    const named = all('[src], [srcset], [poster], link[href], use[href], image[href], object, embed, iframe')
      .map((node) => property(node, 'src') || property(node, 'href') || node.tagName)
      .filter((address) => !/^(?:data:|#)/.test(address));
    // A canonical address is said, not asked for.
    expect(named).toEqual([property(select('link[rel=canonical]', tree) as Element, 'href')]);
  });

  it('by its scripts: classic, in one piece', () => {
    expect(all('script[type=module], script[src]')).toEqual([]);
    expect(code).not.toMatch(
      /\bimport\s*\(|\bimport\.meta\b|^\s*import\b|XMLHttpRequest|sendBeacon|WebSocket/,
    );
    expect(code).not.toMatch(/fetch\(\s*(?:["']|`[^$`])/);
  });

  it('by its styles', () => {
    const urls = all('style').flatMap((node) => [...toString(node).matchAll(/url\(\s*['"]?([^)]{0,30})/g)]);
    expect(urls.length).toBeGreaterThan(2);
    expect(urls.map(([, url]) => url).filter((url) => !/^(?:data:|#)/.test(url ?? ''))).toEqual([]);
    expect(html).not.toContain('@import');
  });
});

describe('links', () => {
  const links = all('a[href]').map((node) => property(node, 'href'));

  it('have unique targets', () => {
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  it('lead to a place in the file, to a way to read it, or to a whole address', () => {
    expect(links.filter((href) => !/^(?:#|\?|https?:\/\/|mailto:)/.test(href))).toEqual([]);
    const lost = links
      .flatMap((href) => (href.startsWith('http') ? [] : (/#(.+)$/.exec(href)?.[1] ?? [])))
      .filter((id) => !known.has(decodeURIComponent(id)));
    expect([...new Set(lost)]).toEqual([]);
  });

  it('of the site that need the network say so', () => {
    const site = property(select('link[rel=canonical]', tree) as Element, 'href');
    const silent = all('a[href]').filter(
      (node) =>
        property(node, 'href').startsWith(site) &&
        !('dataOnline' in node.properties) &&
        !('dataFile' in node.properties),
    );
    expect(silent.map((node) => property(node, 'href'))).toEqual([]);
  });

  it('and drawings name only things that are there', () => {
    const named = all('[aria-labelledby], [aria-describedby], [aria-controls], [for]').flatMap((node) =>
      ['ariaLabelledBy', 'ariaDescribedBy', 'ariaControls', 'htmlFor'].flatMap((name) =>
        property(node, name).split(/\s+/),
      ),
    );
    const painted = [...html.matchAll(/url\(#([^)'"]+)\)/g)].map(([, id]) => id ?? '');
    expect([...new Set([...named, ...painted])].filter((id) => id !== '' && !known.has(id))).toEqual([]);
  });
});
