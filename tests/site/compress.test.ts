/** The smaller forms of files say what the files say, and nothing takes them for files of the site. */
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { built, bytes, packed, text } from './dist.ts';

const isText = (path: string): boolean => /\.(html|js|css|json|webmanifest|svg|csv|txt|xml)$/.test(path);

it('every text file has both forms, smaller, unless it is too small to gain by it', () => {
  const missing = built
    .filter((path) => isText(path) && bytes(path).length > 1000)
    .flatMap((path) => [`${path}.br`, `${path}.gz`])
    .filter((path) => !packed.includes(path));
  expect(missing).toEqual([]);
  for (const path of ['index.html', 'embed/rate/index.html', 'figures/rate/index.html', 'sw.js'])
    expect(packed).toEqual(expect.arrayContaining([`${path}.br`, `${path}.gz`]));
});

it('each unpacks to its file', () => {
  for (const path of packed) {
    const whole = bytes(path.replace(/\.(br|gz)$/, ''));
    const unpacked = path.endsWith('.br') ? brotliDecompressSync(bytes(path)) : gunzipSync(bytes(path));
    expect(unpacked.equals(whole), path).toBe(true);
    expect(bytes(path).length, path).toBeLessThan(whole.length);
  }
});

it('what is compressed already has none', () => {
  expect(packed.filter((path) => !isText(path.replace(/\.(br|gz)$/, '')))).toEqual([]);
});

it('the worker keeps none', () => {
  expect(text('sw.js')).not.toMatch(/\.(br|gz)"/);
});
