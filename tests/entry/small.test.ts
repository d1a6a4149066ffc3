/** The small stand-in for Svelte's runtime has everything that the components of our figures compile to. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from 'svelte/compiler';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import * as small from '../../src/entry/small.ts';

const src = join(import.meta.dirname, '../../src');
const components = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) =>
  /^(charts|figures)\/.*\.svelte$/.test(name),
);

describe('every component of a figure', () => {
  it('is looked at', () => expect(components.length).toBeGreaterThan(15));

  // Types are no business of the compiler's when there is no `lang="ts"` to take them out.
  const compiled = (name: string) =>
    compile(readFileSync(join(src, name), 'utf8'), { runes: true, filename: name });

  it.each(components)('%s needs nothing that is missing', (name) => {
    const { js } = compiled(name);
    const needed = new Set([...js.code.matchAll(/\$\.(\w+)/g)].map(([, word]) => word ?? ''));
    expect([...needed].filter((word) => !(word in small))).toEqual([]);
  });

  it.each(components)('%s has no list with an else, which would never be drawn', (name) => {
    const calls: number[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node) && node.expression.getText() === '$.each')
        calls.push(node.arguments.length);
      node.forEachChild(visit);
    };
    visit(ts.createSourceFile(name, compiled(name).js.code, ts.ScriptTarget.Latest, true));
    for (const given of calls) expect(given).toBeLessThanOrEqual(small.each.length);
  });
});
