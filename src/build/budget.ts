/**
 * What a reader of the story may be sent, in kB (1000 bytes) as sent with brotli at its best, and how many words it may
 * have. The build says what is left, a test holds the limits.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

export const LIMITS = {
  HTML: 45,
  styles: 10,
  fonts: 60,
  'scripts before anything is scrolled': 25,
  scripts: 60,
  'all together': 170,
} as const;
/** Words of the story, from the first step to the last. */
export const WORDS = 3300;

export type Weights = Readonly<Record<keyof typeof LIMITS, number>>;

/** Size in kB as sent with brotli at its best. */
export const kilobytes = (content: string | Buffer): number =>
  brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length / 1000;

/** A page's inlined styles, and the page without them. */
export function partsOf(html: string): { css: string; markup: string } {
  const style = /<style\b[^>]*>([\s\S]*?)<\/style>/g;
  return {
    css: [...html.matchAll(style)].map((block) => block[1]).join(''),
    markup: html.replace(style, ''),
  };
}

/**
 * The scripts that whoever scrolls the story is sent, as paths in the site: that of the page, and whatever one of them
 * names. Present mode and the mild wording are for those whose address asks for them.
 */
export function scriptsOf(folder: string): { first: string[]; all: string[] } {
  const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
  const start = /<script type="module"[^>]* src="([^"]+)"/.exec(read('index.html'))?.[1] ?? '';
  const chunks = readdirSync(join(folder, 'assets'))
    .filter((name) => name.endsWith('.js'))
    .map((name) => `assets/${name}`);
  const first = new Set([start]);
  const all = new Set([start]);
  // A set takes what is added while it is walked.
  for (const path of first)
    for (const [, name] of read(path).matchAll(/(?:from|import)\s*"\.\/([^"]+)"/g))
      first.add(`assets/${name}`);
  for (const path of all)
    for (const other of chunks)
      if (
        !/\/(?:present|mild)-/.test(other) &&
        ['"', '`'].some((end) => read(path).includes(`./${other.split('/').at(-1)}${end}`))
      )
        all.add(other);
  return { first: [...first], all: [...all] };
}

/** Weighs the story of a built site. @param folder where its `index.html` lies */
export function weigh(folder: string): Weights {
  const read = (path: string): Buffer => readFileSync(join(folder, path));
  const sum = (sizes: readonly number[]): number => sizes.reduce((total, size) => total + size, 0);
  const html = read('index.html').toString();
  const { css, markup } = partsOf(html);
  const { first, all } = scriptsOf(folder);
  const fonts = sum(
    readdirSync(join(folder, 'assets'))
      .filter((name) => name.endsWith('.woff2'))
      .map((name) => read(`assets/${name}`).length / 1000),
  );
  const scripts = sum(all.map((path) => kilobytes(read(path))));
  return {
    HTML: kilobytes(markup),
    styles: kilobytes(css),
    fonts,
    'scripts before anything is scrolled': sum(first.map((path) => kilobytes(read(path)))),
    scripts,
    'all together': kilobytes(html) + fonts + scripts,
  };
}

/** What is used of each limit, in one line. */
export function sayWeights(weights: Weights, words: number): string {
  const kB = Object.entries(weights).map(
    ([what, size]) => `${what} ${size.toFixed(2)} of ${LIMITS[what as keyof Weights]} kB`,
  );
  return `the story: ${words} of ${WORDS} words, ${kB.join(', ')}`;
}
