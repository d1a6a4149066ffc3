/** From many visits to one table: medians, bytes by type, ratios, and the budget. */
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { brotli, LIMITS, partsOf } from '../../src/build/budget.mjs';

const TYPES = ['html', 'css', 'js', 'fonts', 'images', 'other'];
const IMAGES = new Set(['.png', '.jpg', '.jpeg', '.webp', '.avif', '.gif', '.svg', '.ico']);

export function median(values) {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

const gzip = (content) => gzipSync(content, { level: 9 }).length;
const both = (content) => ({ brotli: brotli(content), gzip: gzip(content) });

function typeOf(path) {
  const ending = extname(path);
  if (path.endsWith('/') || ending === '.html') return 'html';
  if (ending === '.css') return 'css';
  if (ending === '.js' || ending === '.mjs') return 'js';
  if (ending === '.woff2' || ending === '.woff') return 'fonts';
  // The sign in the browser's tab is no picture of the page.
  if (/\/(?:fav)?icon[^/]*$/.test(path)) return 'other';
  return IMAGES.has(ending) ? 'images' : 'other';
}

/** Bytes of the files asked for, by type; inlined styles count as CSS, compressed on their own. */
export function weigh(folder, paths) {
  const weights = Object.fromEntries(TYPES.map((type) => [type, { brotli: 0, gzip: 0 }]));
  const add = (type, { brotli: small, gzip: larger }) => {
    weights[type].brotli += small;
    weights[type].gzip += larger;
  };
  for (const path of new Set(paths)) {
    let content;
    try {
      content = readFileSync(join(folder, path.endsWith('/') ? `${path}index.html` : path));
    } catch {
      continue;
    }
    const type = typeOf(path);
    if (type === 'html') {
      const { css, markup } = partsOf(content.toString('utf8'));
      add('css', both(css));
      add('html', both(markup));
    } else if (type === 'fonts' || ['.png', '.jpg', '.webp'].includes(extname(path))) {
      add(type, { brotli: content.length, gzip: content.length });
    } else add(type, both(content));
  }
  const total = { brotli: 0, gzip: 0 };
  for (const { brotli: small, gzip: larger } of Object.values(weights)) {
    total.brotli += small;
    total.gzip += larger;
  }
  return { ...weights, total };
}

/** The median of each number over the rounds, and the weights of what was asked for. */
export function summary(runs, folder) {
  const last = runs.at(-1);
  const numbers = Object.fromEntries(
    Object.keys(last)
      .filter((key) => typeof last[key] === 'number')
      .map((key) => [key, median(runs.map((run) => run[key]))]),
  );
  return {
    ...numbers,
    shifts: last.shifts,
    requestsAtLoad: median(runs.map((run) => run.atLoad.length)),
    requestsAfterScroll: median(runs.map((run) => run.afterScroll.length)),
    bytesAtLoad: weigh(folder, last.atLoad),
    bytesAfterScroll: weigh(folder, last.afterScroll),
  };
}

const kilo = (count) => `${(count / 1000).toFixed(1)}`;
const ms = (value) => `${Math.round(value)} ms`;
const task = (value) => (value < 50 ? 'under 50 ms' : ms(value));
const event = (value) => (value < 16 ? 'under 16 ms' : ms(value));
const percent = (value) => `${(value * 100).toFixed(2)}%`;
const plain = (value) => String(value);

function rows({ story, floor, kept }) {
  const lines = [];
  const add = (name, read, show) => lines.push([name, read(story), read(floor), show]);
  for (const [when, key] of [
    ['at load', 'bytesAtLoad'],
    ['after scroll', 'bytesAfterScroll'],
  ]) {
    for (const type of [...TYPES, 'total']) {
      if (type !== 'total' && story[key][type].brotli === 0) continue;
      const name = type === 'css' ? 'css, inlined' : type;
      lines.push([
        `${name} ${when}, kB brotli (gzip)`,
        story[key][type].brotli,
        floor[key][type].brotli,
        (value, page) => `${kilo(value)} (${kilo(page[key][type].gzip)})`,
      ]);
    }
  }
  add('requests at load', (page) => page.requestsAtLoad, plain);
  add('requests after scroll', (page) => page.requestsAfterScroll, plain);
  add('first contentful paint', (page) => page.fcp, ms);
  add('largest contentful paint', (page) => page.lcp, ms);
  add(
    'layout shift, with scroll',
    (page) => page.cls,
    (value) => value.toFixed(4),
  );
  add('total blocking time', (page) => page.tbt, ms);
  add('longest task at load', (page) => page.longest, task);
  add('longest task while scrolling', (page) => page.longestScrolling, task);
  add('frames while scrolling', (page) => page.frames, plain);
  add('frames over 16.7 ms', (page) => page.over16, percent);
  add('frames over 33 ms', (page) => page.over33, percent);
  add('worst event to paint', (page) => page.worstEvent, event);
  add('elements in the page', (page) => page.nodes, plain);
  lines.push([
    'words without JavaScript',
    kept.story.words,
    kept.floor.words,
    (value, page) => (page === story ? `${value} of ${kept.script.words}` : plain(value)),
  ]);
  lines.push([
    'figures without JavaScript',
    kept.story.figures,
    kept.floor.figures,
    (value, page) => (page === story ? `${value} of ${kept.script.figures}` : plain(value)),
  ]);
  return lines;
}

/** Prints the table, and how the numbers were got. */
export function print(result) {
  const { profile, rounds, browser, story, floor } = result;
  const table = rows(result).map(([name, one, other, show]) => [
    name,
    show(one, story),
    show(other, floor),
    other === 0 ? (one === 0 ? '1.00' : '–') : (one / other).toFixed(2),
  ]);
  table.unshift(['', 'story', 'floor', 'ratio']);
  const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((row) => row[column].length)));
  console.log('');
  for (const row of table) {
    console.log(
      row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]) : cell.padStart(widths[at] + 2))).join(''),
    );
  }
  console.log(`
Chromium ${browser}, headless, drawing in software; ${profile.viewport.width} x ${profile.viewport.height} px at scale ${profile.scale}; processor ${profile.slowdown} times
slower; ${profile.roundTrip} ms and ${profile.megabits} Mbit/s each way out of the browser; medians of ${rounds} interleaved rounds, of four loads each. Bytes are those of
the files asked for, compressed at the highest level, inlined styles on their own. Frames: time between animation
frames while the page scrolls itself ${profile.pixelsPerFrame} px a frame; a frame counts as over 16.7 ms when the next comes half a
frame or more too late. Presses come ${profile.betweenPresses} ms apart, a key is held for ${profile.keyHeld} ms. This sees the main thread; a busy compositor behind it may go unseen. Tasks under 50 ms and
events under 16 ms are not reported by the browser. The floor is this page without scripts, web fonts and live stages.
`);
  for (const shift of story.shifts) console.log(`Layout shift in the last round: ${shift}`);
}

/** Prints the budget line by line; returns how many lines fail. */
export function budget({ story, floor, kept }) {
  const load = story.bytesAtLoad;
  const all = story.bytesAfterScroll;
  const lines = [
    ['HTML without inlined styles, kB', load.html.brotli / 1000, LIMITS.HTML],
    ['CSS, inlined, kB', load.css.brotli / 1000, LIMITS.styles],
    ['fonts, kB', all.fonts.brotli / 1000, LIMITS.fonts],
    ['JavaScript at load, kB', load.js.brotli / 1000, LIMITS['scripts before anything is scrolled']],
    ['JavaScript after full scroll, kB', all.js.brotli / 1000, LIMITS.scripts],
    ['all after full scroll, kB', all.total.brotli / 1000, LIMITS['all together']],
    ['images, kB', all.images.brotli / 1000, 0],
    ['largest contentful paint, times the floor’s', story.lcp / floor.lcp, 1.25],
    ['total blocking time, ms', story.tbt, 50],
    ['layout shift', story.cls, 0],
    ['frames over 16.7 ms, %', story.over16 * 100, 1],
    ['worst event to paint, ms', story.worstEvent, 50],
    ['words lost without JavaScript', Math.max(0, kept.script.words - kept.story.words), 0],
    ['figures lost without JavaScript', Math.max(0, kept.script.figures - kept.story.figures), 0],
  ];
  console.log('Budget (bytes in brotli)');
  let failed = 0;
  for (const [name, value, limit] of lines) {
    // Shifts too small to be a pixel are not a shift.
    const good = value <= limit + (name === 'layout shift' ? 0.00005 : 0);
    if (!good) failed += 1;
    const rounded = Number(value.toFixed(value < 1 ? 4 : 2));
    console.log(
      `  ${good ? 'PASS' : 'FAIL'}  ${name.padEnd(46)} ${String(rounded).padStart(8)}  at most ${limit}`,
    );
  }
  return failed;
}
