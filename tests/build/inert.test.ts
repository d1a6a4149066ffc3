/** Markup and script in any text of data or content stay text, wherever the build puts them. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { csvFormat, csvParse } from 'd3';
import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import { afterAll, describe, expect, it } from 'vitest';
import { cardPicture, figurePicture } from '../../src/build/pictures/compose.ts';
import { buildSite } from '../../src/entry/server.ts';
import type { Site } from '../../src/site/page.ts';

const HOSTILE = ` <img src=x onerror=hacked()></script></style></title></textarea><script>hacked()</script>"'><i onclick=hacked()>]]>&lt;b&gt; <a href="javascript:hacked()">`;

/** A text as a reader reads it; ids, addresses, days and numbers are what they are or stop the build. */
const isText = (text: string): boolean =>
  /\S\s+\S/.test(text) && !/^https?:/.test(text) && !BOUNDS.test(text);

/** Words of a closed list, to which the door holds them. */
const BOUNDS = /^(?:at most|more than|less than|up to)$/;

const poisoned = (value: unknown): unknown =>
  typeof value === 'string'
    ? isText(value)
      ? value + HOSTILE
      : value
    : Array.isArray(value)
      ? value.map(poisoned)
      : value !== null && typeof value === 'object'
        ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, poisoned(inner)]))
        : value;

const folder = mkdtempSync(join(tmpdir(), 'frame-inert-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The site of the project's own data and content, in which a change was made to every text of some files. */
function siteOf(wanted: (path: string) => boolean): Site {
  for (const part of ['data', 'src/content']) {
    cpSync(part, join(folder, part), { recursive: true });
    for (const name of readdirSync(part, { recursive: true, encoding: 'utf8' })) {
      const path = `${part}/${name}`;
      if (!wanted(path)) continue;
      const text = readFileSync(path, 'utf8');
      const made = path.endsWith('.json')
        ? JSON.stringify(poisoned(JSON.parse(text)), null, 1)
        : `${csvFormat(csvParse(text).map((row) => poisoned({ ...row }) as typeof row))}\n`;
      writeFileSync(join(folder, path), made);
    }
  }
  return buildSite(folder);
}

/** Whatever of a tree would run. */
function live(tree: Root): string[] {
  const found: string[] = [];
  visit(tree, 'element', ({ tagName, properties, children }) => {
    for (const [name, value] of Object.entries(properties)) {
      if (/^on/i.test(name)) found.push(`${tagName} ${name}`);
      if (/^\s*javascript:/i.test(String(value))) found.push(`${tagName} ${name}=${String(value)}`);
    }
    if (tagName === 'img' && properties['src'] === 'x') found.push('img');
    if (tagName === 'script' && !/json/.test(String(properties['type'])) && children.length > 0)
      found.push(`script ${toString({ type: 'root', children })}`);
    // Data in a script ends where it should.
    if (tagName === 'script' && /json/.test(String(properties['type'])))
      JSON.parse(toString({ type: 'root', children }));
  });
  return found;
}
const fragment = (html: string): string[] => live(fromHtml(html, { fragment: true }));

function isInert(site: Site): void {
  let seen = 0;
  for (const [path, page] of site.pages) {
    expect(fragment(page.body), path).toEqual([]);
    expect(
      live(fromHtml(`<!doctype html><html><head>${page.head.join('\n')}</head><body></body></html>`)),
      path,
    ).toEqual([]);
    if (page.body.includes('hacked()')) seen += 1;
  }
  expect(seen).toBeGreaterThan(5);
  for (const [path, content] of site.files) {
    if (!path.endsWith('.json')) continue;
    // Drawings for the page, and oEmbed answers, which hold markup for other sites.
    const { html } = JSON.parse(content) as { html?: string };
    if (html !== undefined) expect(fragment(html), path).toEqual([]);
  }
  const palette = new Proxy({}, { get: () => '#000000' });
  for (const { svg, said, kind } of site.pictures) {
    const drawn = { svg, width: 300, height: 200 } as unknown as Parameters<typeof figurePicture>[0];
    expect(fragment((kind === 'card' ? cardPicture : figurePicture)(drawn, said, palette))).toEqual([]);
  }
}

describe('text that would run if it were markup', () => {
  it('in every column of the rates', () => isInert(siteOf((path) => path === 'data/rates.csv')), 120_000);
  it(
    'in every text of the other data',
    () => isInert(siteOf((path) => /^data\/.*\.json$/.test(path))),
    120_000,
  );
  it(
    'in every word of the content',
    () => isInert(siteOf((path) => /^src\/content\/.*\.json$/.test(path))),
    120_000,
  );
});
