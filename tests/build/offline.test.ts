/** Styles of pages that stand in one file with the story: they hold in their own part, as strong as they were. */
import { describe, expect, it } from 'vitest';
import type { Offline } from '../../src/build/offline.ts';
import { saysOffline, scoped } from '../../src/build/offline.ts';

const flat = (css: string): string => css.replace(/\s+/g, ' ').trim();

describe('styles of a part', () => {
  it.each([
    ['.leaf h1 {}', ':where(.part) .leaf h1 {}'],
    ['h1, .leaf > p {}', ':where(.part) h1, :where(.part) .leaf > p {}'],
    ['[data-leaf] .brand {}', '.part .brand {}'],
    ['html[data-leaf] {}', '.part {}'],
    ['html, body {}', '.part, .part {}'],
    [':root {}', '.part {}'],
    ['body .paper {}', '.part .paper {}'],
    ['html:not(.js) .open {}', 'html:not(.js) :where(.part) .open {}'],
    ['html[data-leaf]:not(.js) .open {}', 'html:not(.js) :where(.part) .open {}'],
    ["[data-theme='dark'] p {}", "[data-theme='dark'] :where(.part) p {}"],
    ["[data-status='real'] p {}", ":where(.part) [data-status='real'] p {}"],
    ['@media print { .leaf {} }', '@media print { :where(.part) .leaf {} }'],
    ['@keyframes turn { from {} to {} }', '@keyframes turn { from {} to {} }'],
  ])('%s', (css, expected) => {
    expect(flat(scoped(css, '.part'))).toBe(expected);
  });

  it('keep their paper to themselves', () => {
    expect(flat(scoped('@page { margin: 1cm; } .a {}', '.part', 'teach'))).toBe(
      '@page teach { margin: 1cm; } :where(.part) .a {} .part{page:teach}',
    );
    expect(flat(scoped('@page wide { margin: 1cm; }', '.part', 'teach'))).toBe('@page wide { margin: 1cm; }');
  });
});

it('a page that offers the file says its size and its sum', () => {
  const offline: Offline = { html: '', size: '0.9 MB', sha256: 'abc' };
  expect(
    saysOffline(
      '<p>One file (<span data-offline-size=""></span>), <code class="c" data-offline-sha></code></p>',
      offline,
    ),
  ).toBe(
    '<p>One file (<span data-offline-size="">0.9 MB</span>), <code class="c" data-offline-sha>abc</code></p>',
  );
});
