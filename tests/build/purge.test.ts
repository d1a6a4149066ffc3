/** A style is left out only if nothing on the page can ever match it. */
import { describe, expect, it } from 'vitest';
import { purge } from '../../src/build/purge.ts';

const kept = (css: string): string => purge(css, ['<p class="here">', 'set("there")'], /^made-/);

describe('what is kept', () => {
  it.each([
    '.here{a:b}',
    '.there{a:b}',
    '.made-2{a:b}',
    'p{a:b}',
    '.here:is(:hover,:focus-visible) .there{a:b}',
    ':is(.gone,.here) p{a:b}',
    '.here:not(.gone){a:b}',
    "[data-theme='dark'] .here{a:b}",
    '@media print{.here{a:b}}',
    ':root{--x:1}',
  ])('%s', (css) => expect(kept(css)).toBe(css));
});

describe('what is left out', () => {
  it.each(['.gone{a:b}', '.here .gone{a:b}', "[data-mode='step'] .here{a:b}", '@media print{.gone{a:b}}'])(
    '%s',
    (css) => expect(kept(css)).toBe(''),
  );
  it('of a list, only the selectors that cannot match', () =>
    expect(kept('.gone,.here{a:b}')).toBe('.here{a:b}'));
});
