/** The small stand-in for Svelte's runtime has everything that the components of our figures compile to. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from 'svelte/compiler';
import { describe, expect, it } from 'vitest';
import * as small from '../../src/entry/small.ts';

const src = join(import.meta.dirname, '../../src');
const components = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) =>
  /^(charts|figures)\/.*\.svelte$/.test(name),
);

describe('every component of a figure', () => {
  it('is looked at', () => expect(components.length).toBeGreaterThan(15));

  it.each(components)('%s needs nothing that is missing', (name) => {
    // Types are no business of the compiler's when there is no `lang="ts"` to take them out.
    const { js } = compile(readFileSync(join(src, name), 'utf8'), { runes: true, filename: name });
    const needed = new Set([...js.code.matchAll(/\$\.(\w+)/g)].map(([, word]) => word ?? ''));
    expect([...needed].filter((word) => !(word in small))).toEqual([]);
  });
});
