/**
 * Golden pictures: the SVG of a figure's view, kept as text in `tests/golden`, so that a change to a drawing is
 * seen as a difference between two files. `UPDATE_GOLDEN=1 npx vitest run tests/figures` writes them anew.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

const folder = join(dirname(fileURLToPath(import.meta.url)), '..', 'golden');

/**
 * The first `<svg>` of a piece of HTML, without what Svelte adds for itself (comments, hash classes, the ids of
 * `$props.id()`), one element a line. Two drawings that look the same give the same text.
 * @throws Error if there is no complete `<svg>` in it
 */
function normalise(html: string): string {
  const ids = [...html.matchAll(/<!--\$([\w-]+)-->/g)].map((found) => found[1] ?? '');
  const plain = firstSvg(html.replace(/<!--[\s\S]*?-->/g, ''));
  const nameless = ids.reduce(
    (text, id, index) => text.replace(new RegExp(`(["#\\s])${id}(?=["\\s)-])`, 'g'), `$1id${index + 1}`),
    plain,
  );
  const lines = nameless
    .replace(/\s*\b(?:svelte|s)-[a-z0-9]+\b/g, '')
    .replace(/ class=""/g, '')
    .replace(/ class="\s+/g, ' class="')
    .replace(/[ \t\r\n]+/g, ' ')
    .replace(/>[ \t\r\n]*<(?!\/)/g, '>\n<')
    .replace(/>[ \t\r\n]*<\//g, '></');
  return `${lines.trim()}\n`;
}

function firstSvg(html: string): string {
  const start = html.search(/<svg[\s>]/);
  if (start < 0) throw new Error(`No <svg> in the rendered figure: ${html.slice(0, 120)}`);
  let depth = 0;
  for (const tag of html.slice(start).matchAll(/<svg[\s>]|<\/svg>/g)) {
    depth += tag[0] === '</svg>' ? -1 : 1;
    if (depth === 0) return html.slice(start, start + tag.index + tag[0].length);
  }
  throw new Error('The rendered figure has an <svg> that is not closed');
}

/**
 * Compares the drawing in `svg` (an `<svg>`, or HTML that holds one) with `tests/golden/<name>.svg`.
 * @param name kebab-case, `<figure>-<view>-<width>`
 */
export function golden(name: string, svg: string): void {
  const file = join(folder, `${name}.svg`);
  const found = normalise(svg);
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, found);
    return;
  }
  if (!existsSync(file))
    throw new Error(
      `There is no golden picture tests/golden/${name}.svg. Look at the drawing; if it is right, write it with: UPDATE_GOLDEN=1 npx vitest run tests/figures`,
    );
  expect(found, `The drawing differs from tests/golden/${name}.svg (UPDATE_GOLDEN=1 accepts it)`).toBe(
    normalise(readFileSync(file, 'utf8')),
  );
}
