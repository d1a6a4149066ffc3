import { describe, expect, it } from 'vitest';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { PAUSE, pausing, slim } from '../../src/build/slim.ts';

const read = (html: string): string => toHtml(fromHtml(html, { fragment: true }));

describe('slim', () => {
  it('leaves out only what a browser adds by itself', () => {
    const html =
      '<table><thead><tr><th>a</th><td>b</td></tr></thead><tbody><tr><td>c <b>d</b></td></tr><tr><td>e</td></tr></tbody></table>' +
      '<dl><dt>j</dt><dd><p>k</p><p>l</p></dd></dl><div><p>m</p><p></p><details><p>n</p></details></div>' +
      '<ul><li>f<ol><li>g</li></ol></li><li>h</li></ul><svg><g><path d="M0 0"></path><text>i</text></g></svg>';
    expect(slim(html).length).toBeLessThan(html.length - 40);
    expect(read(slim(html))).toBe(read(html));
  });

  it('keeps values without quotes as they are', () => {
    const html = '<svg><rect height=64></rect><use href=#a></use><path d="M0 0" class=b></path></svg>';
    expect(read(slim(html))).toBe(read(html));
  });

  it('leaves out space beside blocks, never between words', () =>
    expect(
      read(slim('<div>\n<p>a <b>b</b> <i>c</i>\nd</p> <a>e</a> <a>f</a> <p>g</p></div>  <h3>h</h3>')),
    ).toBe('<div><p>a <b>b</b> <i>c</i>\nd</p> <a>e</a> <a>f</a><p>g</p></div><h3>h</h3>'));
});

describe('pausing', () => {
  const block = `<section><p>${'word '.repeat(500)}</p></section>`;

  it('puts pauses into a long page, and changes nothing else', () => {
    const long = `<div>${block.repeat(20)}</div>`;
    const paused = pausing(long);
    expect(paused.split(PAUSE).length - 1).toBe(10);
    expect(paused.replaceAll(PAUSE, '')).toBe(long);
    for (const part of paused.split(PAUSE)) expect(part.length).toBeLessThan(3 * block.length);
  });

  it('leaves a short page, and what must stay empty, alone', () => {
    expect(pausing(block)).toBe(block);
    const empty = block.repeat(3) + '<div><div></div></div>';
    expect(pausing(empty)).not.toContain(`<div>${PAUSE}</div>`);
  });
});
