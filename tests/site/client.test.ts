/** What is sent to the browser: no prose, no build tools, and not more than the budget. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LIMITS, scriptsOf, weigh, type Weights } from '../../src/build/budget.mjs';
import { built, dist, root, text } from './dist.ts';

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
  const weights = weigh(
    dist,
    built.filter((path) => path.endsWith('.woff2')),
  );

  it.each(Object.entries(LIMITS))('%s: %d', (what, limit) => {
    const size = weights[what as keyof Weights];
    expect(size).toBeGreaterThan(limit / 2);
    expect(size).toBeLessThanOrEqual(limit);
  });
  it('has all styles inline', () => {
    expect(built.filter((path) => path.endsWith('.css'))).toEqual([]);
  });
  it('sends a figure only to whoever scrolls', () => {
    const { first, all } = scriptsOf(dist);
    const figures = (paths: readonly string[]): string[] => paths.filter((path) => path.includes('figures-'));
    expect(figures(first)).toEqual([]);
    expect(figures(all)).not.toEqual([]);
  });
});
