/** Reads the built site as a host would serve it. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { partsOf } from '../../src/build/budget.mjs';
import { languagesOf } from '../../src/build/languages.ts';
import { folderOfLanguage } from '../../src/site/address.ts';

export const root = resolve(import.meta.dirname, '../..');
export const dist = join(root, 'dist');

/** Paths of all files, with slashes, from dist. */
const all: readonly string[] = readdirSync(dist, { recursive: true, encoding: 'utf8' })
  .filter((name) => statSync(join(dist, name)).isFile())
  .map((name) => relative(dist, join(dist, name)).split(sep).join('/'));

/** Those that are a smaller form of another. */
export const packed: readonly string[] = all.filter((path) => /\.(?:br|gz)$/.test(path));

/** Folders of other languages than the first: each holds the same site once more, and is tested as one. */
const others = languagesOf(root).slice(1).map(folderOfLanguage);

/** Paths of all files that are not a smaller form of another, in every language. */
export const inAllLanguages: readonly string[] = all.filter((path) => !packed.includes(path));

/** Paths of all built files of the first language. */
export const built: readonly string[] = inAllLanguages.filter(
  (path) => !others.some((folder) => path.startsWith(folder)),
);

export const bytes = (path: string): Buffer => readFileSync(join(dist, path));
export const text = (path: string): string => bytes(path).toString('utf8');

export const html = text('index.html');
/** The page's inlined styles, and the page without them. */
export const { css, markup } = partsOf(html);

/** Start tags of an element, as written. */
export const tags = (name: string): string[] =>
  [...html.matchAll(new RegExp(`<${name}\\b(?:[^>"']|"[^"]*"|'[^']*')*>`, 'g'))].map(([tag]) => tag);

/** An attribute of a start tag, unescaped; null if absent. */
export function attribute(tag: string, name: string): string | null {
  const found = new RegExp(`\\s${name}(?:="([^"]*)"|='([^']*)'|(?=[\\s/>]))`).exec(tag);
  if (!found) return null;
  return (found[1] ?? found[2] ?? '')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

/** Every value an attribute has on any element of the page. */
export const values = (name: string): string[] =>
  [...html.matchAll(new RegExp(`<[a-zA-Z][^<>]*?\\s${name}="([^"]*)"`, 'g'))].map((found) =>
    (found[1] ?? '').replaceAll('&amp;', '&'),
  );

/** The HTML of each step, by id: from its start tag to the next step's, or to the end of the main part. */
export function stepsOf(): Map<string, string> {
  const starts = [...html.matchAll(/<\w+\b[^>]*\sdata-step="([^"]+)"[^>]*>/g)];
  const end = html.indexOf('</main>');
  return new Map(
    starts.map((start, place) => [
      start[1] ?? '',
      html.slice(start.index, starts[place + 1]?.index ?? (end < 0 ? undefined : end)),
    ]),
  );
}

/** What a reader sees of a piece of HTML: tags, scripts and styles taken out. */
export const words = (piece: string): string =>
  piece
    .replace(/<(script|style|svg)\b[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
