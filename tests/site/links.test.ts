/** Every address on every page leads to something that was built, in whatever folder the site lies. */
import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { selectAll } from 'hast-util-select';
import { describe, expect, it } from 'vitest';
import { SITE } from '../../src/site/address.ts';
import { built, inAllLanguages, text } from './dist.ts';

/** Some host's folder, and the one that a page with a base of its own was built for. */
const HERE = 'https://here.invalid/a/b/';
const KNOWN = new URL(new URL(SITE).pathname, HERE).href;

const pages = built.filter((path) => path.endsWith('.html'));
const trees = new Map(pages.map((path) => [path, fromHtml(text(path))]));
const ids = new Map(
  [...trees].map(([path, tree]) => [
    path,
    new Set(selectAll('[id]', tree).map(({ properties }) => String(properties['id']))),
  ]),
);

const NAMES = ['href', 'src', 'action', 'poster', 'data', 'content'] as const;

function addresses(element: Element): string[] {
  const { properties, tagName } = element;
  const listed = String(properties['srcSet'] ?? '').split(',');
  const named = NAMES.flatMap((name) =>
    // Of what a head says of its page only whole addresses are addresses.
    name === 'content' && !/^https?:/.test(String(properties[name])) ? [] : (properties[name] ?? []),
  );
  return [...named.map(String), ...listed.map((one) => one.trim().split(' ')[0] ?? '')].filter(
    (address) => address !== '' || tagName === 'a',
  );
}

/** What is wrong with an address, or nothing. */
function fault(address: string, from: string, root: string): string | null {
  if (/^(?:data|blob|mailto):/.test(address)) return null;
  const to = new URL(address.startsWith(SITE) ? root + address.slice(SITE.length) : address, from);
  if (to.origin !== new URL(root).origin) return /^https?:$/.test(to.protocol) ? null : 'a strange protocol';
  if (!to.href.startsWith(root)) return 'leads out of the site’s folder';
  const path = decodeURIComponent(to.pathname.slice(new URL(root).pathname.length));
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  if (!inAllLanguages.includes(file)) return 'no such file';
  const id = decodeURIComponent(to.hash.slice(1));
  return id === '' || !ids.has(file) || ids.get(file)?.has(id) ? null : 'no such place on the page';
}

describe.each([...trees])('%s', (path, tree) => {
  const elements = selectAll('*', tree);
  const base = elements.find(({ tagName }) => tagName === 'base')?.properties['href'];
  const root = String(base ?? '').startsWith('/') ? KNOWN : HERE;
  const from = new URL(String(base ?? ''), root + path).href;

  it('leads only to files and places that are there', () => {
    const lost = elements
      .filter(({ tagName }) => tagName !== 'base')
      .flatMap((element) =>
        addresses(element).flatMap((address) => {
          const why = fault(address, from, root);
          return why === null ? [] : `<${element.tagName}> ${address}: ${why}`;
        }),
      );
    expect([...new Set(lost)]).toEqual([]);
  });

  it('asks only for fonts and pictures that are there from its styles', () => {
    const styles = [...text(path).matchAll(/<style\b[^>]*>([\s\S]*?)<\/style>/g)]
      .map(([, css]) => css)
      .join('');
    const lost = [...styles.matchAll(/url\(\s*["']?([^"')]+)["']?\s*\)/g)]
      .map(([, address = '']) => address)
      .filter((address) => !address.startsWith('#') && fault(address, from, root) !== null);
    expect(lost).toEqual([]);
  });
});
