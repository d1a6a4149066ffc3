/** What is sent to the browser: no prose, no build tools, and not more than the budget. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { built, bytes, css, html, kilobytes, markup, root, text } from './dist.ts';

const RUN = 8;
const chunks = built.filter((path) => path.endsWith('.js'));

const plainWords = (content: string): string[] =>
  content
    .replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .normalize('NFKD')
    .toLowerCase()
    .replace(/['’]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

function* runs(words: readonly string[]): Generator<string> {
  for (let at = 0; at + RUN <= words.length; at += 1) yield words.slice(at, at + RUN).join(' ');
}

/** Paragraphs of the story as the author wrote them, directives reduced to their text. */
function paragraphs(): string[] {
  return readFileSync(join(root, 'src/content/en/story.md'), 'utf8')
    .replace(/\r\n?/g, '\n')
    .replace(/^:::.*$/gm, '')
    .replace(/:(?:rate|cite)\[[^\]]*\](?:\{[^}]*\})?/g, '\n\n')
    .replace(/\{[^}\n]*\}/g, ' ')
    .replace(/:[a-z]+\[/g, ' ')
    .replace(/\]\([^)]*\)/g, ' ')
    .replace(/[[\]*_`#>|]/g, ' ')
    .split(/\n\s*\n|\n(?=\s*-\s)/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
}

describe('the scripts', () => {
  it('are there', () => {
    expect(chunks.length).toBeGreaterThan(0);
  });

  it('contain no sentence of the story', () => {
    const prose = new Map<string, string>();
    for (const paragraph of paragraphs())
      for (const run of runs(plainWords(paragraph))) prose.set(run, paragraph);
    expect(prose.size).toBeGreaterThan(1000);
    const found = chunks.flatMap((path) =>
      [...runs(plainWords(text(path)))].filter((run) => prose.has(run)).map((run) => `${path}: ${run}`),
    );
    expect(found).toEqual([]);
  });

  it('contain no code of the build', () => {
    const marks =
      /\bzod\b|ZodError|invalid_union|\bunified\b|\bremark\b|micromark|mdast|csv[-_]parse|CSV_[A-Z]+_|rates\.csv/i;
    expect(chunks.filter((path) => marks.test(text(path)))).toEqual([]);
  });
});

describe('the budget, in kB as sent with brotli', () => {
  /**
   * What whoever scrolls the story is sent: its script, and whatever one script names of the others. Present mode and
   * the mild wording are for those whose address asks for them.
   */
  const named = new Set([/<script type="module"[^>]* src="([^"]+)"/.exec(html)?.[1] ?? '']);
  // A set takes what is added while it is walked.
  for (const path of named)
    for (const other of chunks)
      if (
        !/\/(?:present|mild)-/.test(other) &&
        ['"', '`'].some((end) => text(path).includes(`./${other.split('/').at(-1)}${end}`))
      )
        named.add(other);
  const scripts = [...named];
  const sum = (paths: readonly string[], size: (path: string) => number): number =>
    paths.reduce((total, path) => total + size(path), 0);
  const fonts = built.filter((path) => path.endsWith('.woff2'));

  it('HTML without styles: 45', () => {
    expect(kilobytes(markup)).toBeLessThanOrEqual(45);
  });
  it('styles, all inline: 10', () => {
    expect(css.length).toBeGreaterThan(1000);
    expect(kilobytes(css)).toBeLessThanOrEqual(10);
    expect(built.filter((path) => path.endsWith('.css'))).toEqual([]);
  });
  it('fonts: 60', () => {
    expect(fonts.length).toBeGreaterThan(0);
    expect(sum(fonts, (path) => bytes(path).length / 1000)).toBeLessThanOrEqual(60);
  });
  it('scripts before anything is scrolled: 25, and no figure among them', () => {
    const first = /<script type="module"[^>]* src="([^"]+)"/.exec(html)?.[1] ?? '';
    const asked = new Set([first]);
    // A set takes what is added while it is walked.
    for (const path of asked)
      for (const [, name] of text(path).matchAll(/(?:from|import)\s*"\.\/([^"]+)"/g))
        asked.add(`assets/${name}`);
    expect([...asked].filter((path) => path.includes('figures-'))).toEqual([]);
    expect(sum([...asked], (path) => kilobytes(bytes(path)))).toBeLessThanOrEqual(25);
  });
  it('all scripts: 60', () => {
    expect(scripts.some((path) => path.includes('figures-'))).toBe(true);
    expect(sum(scripts, (path) => kilobytes(bytes(path)))).toBeLessThanOrEqual(60);
  });
  it('everything a reader of the page can be sent: 170', () => {
    const all =
      kilobytes(html) +
      sum(fonts, (path) => bytes(path).length / 1000) +
      sum(scripts, (path) => kilobytes(bytes(path)));
    expect(all).toBeLessThanOrEqual(170);
  });
});
