/** What one browser engine would drop: checked in the sources, since the journeys run in Chromium only. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const sheets = ['src/styles', 'src/story', 'src/figures', 'src/charts', 'src/site'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(css|svelte)$/.test(name))
    .map((name) => join(folder, name)),
);

it('lines under words are asked for one property at a time: Safari knows no more in the short form', () => {
  expect(sheets.length).toBeGreaterThan(20);
  const lost = sheets.flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/text-decoration: (?!none;|underline;)[^;]*;/g)].map(
      ([found]) => `${path}: ${found}`,
    ),
  );
  expect(lost).toEqual([]);
});
