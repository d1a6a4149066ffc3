/** The static pictures: each figure and view has its SVG, PNG in two sizes and a card, and they say what the data say. */
import { describe, expect, it } from 'vitest';
import { loadData } from '../../src/data/door.ts';
import { built, bytes, text } from './dist.ts';

const data = loadData('data');
const svgs = built.filter((path) => /^figures\/[a-z]+\/.+\.svg$/.test(path));
const shown = (svg: string): string =>
  svg
    .replace(/<(style|desc|title)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');
const sizeOf = (png: Buffer): [number, number] => [png.readUInt32BE(16), png.readUInt32BE(20)];

/** Every percentage the data allow: values, ends of intervals and of ranges, and the marks of an axis. */
const allowed = new Set(['0%', '25%', '50%', '75%', '100%', '95%']);
const number = (value: number): string => String(Math.round(value * 100) / 100);
for (const { value } of data.rates.values()) {
  if (value.kind === 'counts') {
    for (const share of [value.counts.k / value.counts.n, value.interval.low, value.interval.high])
      allowed.add(`${number(Math.round(share * 1000) / 10)}%`);
  } else if (value.kind === 'percent') {
    allowed.add(`${number(value.percent)}%`);
    if (value.percentTo !== undefined) allowed.add(`${number(value.percentTo)}%`);
  }
}

describe('each figure', () => {
  const figures = built
    .filter((path) => /^figures\/[a-z]+\.json$/.test(path))
    .map((path) => path.slice(8, -5));

  it('a mark stands where its page has it: links become groups with their place', () => {
    const groups = text('figures/timeline/voices.svg').match(/<g[^>]*transform="translate/g) ?? [];
    expect(groups.length).toBeGreaterThan(12);
  });

  it('the story: a card of 1200 by 630', () => {
    expect(sizeOf(bytes('card.png'))).toEqual([1200, 630]);
    expect(bytes('card.png').length).toBeLessThan(300_000);
  });

  it.each(figures)('%s: a card of 1200 by 630', (id) => {
    expect(sizeOf(bytes(`figures/${id}/card.png`))).toEqual([1200, 630]);
    expect(bytes(`figures/${id}/card.png`).length).toBeLessThan(300_000);
  });

  it.each(figures)('%s: at least one view as a picture', (id) => {
    expect(svgs.some((path) => path.startsWith(`figures/${id}/`))).toBe(true);
  });
});

describe.each(svgs)('%s', (path) => {
  const svg = text(path);

  it('has PNG in two sizes', () => {
    const [width, height] = sizeOf(bytes(path.replace('.svg', '.png')));
    expect(width).toBe(800);
    expect(sizeOf(bytes(path.replace('.svg', '@2x.png')))).toEqual([2 * width, 2 * height]);
  });

  it('carries its title, label, source and licence, and names a test or scenario or says whose reading it is', () => {
    expect(shown(svg)).toMatch(/Inside the Frame · CC BY 4\.0/);
    expect(shown(svg)).toMatch(/Measured in a test|In the test|In the world|A reading|Not known|Our drawing/);
    expect(svg).toMatch(/<title id="t">[^<]{15,}<\/title>/);
    expect(svg).toMatch(/<desc id="d">[^<]{60,}<\/desc>/);
  });

  it('needs nothing from elsewhere: no variables, no links, no other files', () => {
    const bare = svg.replace(/url\(data:[^)]*\)/g, '').replaceAll('url(#', '');
    expect(bare).not.toMatch(/var\(|light-dark|color-mix|calc\(|href=|class=|undefined|NaN|url\(/);
  });

  it('shows no percentage that is not in the data, unless it is our drawing and says so', () => {
    if (/Our drawing/.test(/<title[^>]*>([^<]*)/.exec(svg)?.[1] ?? '')) return;
    const found = shown(svg).match(/\d+(?:\.\d+)?%/g) ?? [];
    expect(found.filter((share) => !allowed.has(share))).toEqual([]);
  });
});
