/**
 * What a reader of the story may be sent, in kB (1000 bytes) as sent with brotli at its best, how large the story in one
 * file may be, and how many words it may have. The build says what is used, tests and the bench hold the limits.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

export const LIMITS = {
  HTML: 45,
  styles: 10,
  fonts: 60,
  'scripts before anything is scrolled': 25,
  scripts: 60,
  'all together': 170,
  'one file, uncompressed': 1200,
};
export const WORDS = 3300;

export const brotli = (content) =>
  brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

export const kilobytes = (content) => brotli(content) / 1000;

export function partsOf(html) {
  const style = /<style\b[^>]*>([\s\S]*?)<\/style>/g;
  return {
    css: [...html.matchAll(style)].map(([, css]) => css).join(''),
    markup: html.replace(style, ''),
  };
}

export function scriptsOf(folder) {
  const read = (path) => readFileSync(join(folder, path), 'utf8');
  const start = /<script type="module"[^>]* src="([^"]+)"/.exec(read('index.html'))?.[1] ?? '';
  // Present mode and the mild wording are for those whose address asks for them.
  const chunks = readdirSync(join(folder, 'assets')).filter((name) =>
    /^(?!present-|mild-).*\.js$/.test(name),
  );
  const first = new Set([start]);
  const all = new Set([start]);
  // A set takes what is added while it is walked.
  for (const path of first)
    for (const [, name] of read(path).matchAll(/(?:from|import)\s*"\.\/([^"]+)"/g))
      first.add(`assets/${name}`);
  for (const path of all) {
    const text = read(path);
    for (const name of chunks)
      if (text.includes(`./${name}"`) || text.includes(`./${name}\``)) all.add(`assets/${name}`);
  }
  return { first: [...first], all: [...all] };
}

export function weigh(folder, fonts) {
  const read = (path) => readFileSync(join(folder, path));
  const sum = (paths, size) => paths.reduce((total, path) => total + size(path), 0);
  const html = read('index.html').toString();
  const { css, markup } = partsOf(html);
  const { first, all } = scriptsOf(folder);
  // What is asked for first is among all.
  const sizes = new Map(all.map((path) => [path, kilobytes(read(path))]));
  const scripts = sum(all, (path) => sizes.get(path));
  const letters = sum(fonts, (path) => read(path).length / 1000);
  return {
    HTML: kilobytes(markup),
    styles: kilobytes(css),
    fonts: letters,
    'scripts before anything is scrolled': sum(first, (path) => sizes.get(path)),
    scripts,
    'all together': kilobytes(html) + letters + scripts,
    'one file, uncompressed': statSync(join(folder, 'inside-the-frame.html')).size / 1000,
  };
}

export function sayWeights(weights, words) {
  const kB = Object.entries(weights).map(
    ([what, size]) => `${what} ${size.toFixed(2)} of ${LIMITS[what]} kB`,
  );
  return `the story: ${words} of ${WORDS} words, ${kB.join(', ')}`;
}
