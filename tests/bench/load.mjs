/**
 * What a page view costs the host, and how many a single nginx on this machine can answer: a visit by a browser, counted
 * by the server itself; then the same files asked for as fast as wrk can, ten seconds each.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { startNginx } from '../nginx/start.mjs';

/** Whether a program is there. */
const has = (program) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;

const SECONDS = 10;
const CONNECTIONS = 64;

const sum = (list) => list.reduce((all, { bytes }) => all + bytes, 0);
const part = (name, sent) => ({ name, requests: sent.length, bytes: sum(sent), sent });

/** A first visit, read to its end, with the rest in which the offline copy is made; then the same reader once more. */
async function views(browser, server) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  // A second without a request; "networkidle" would be told at once, since it has been reached before.
  const quiet = () =>
    page.evaluate(async () => {
      for (let count = -1, now = -2; now !== count;) {
        count = performance.getEntriesByType('resource').length;
        await new Promise((done) => setTimeout(done, 1000));
        now = performance.getEntriesByType('resource').length;
      }
    });
  const parts = [];
  await page.goto(`${server.url}/`, { waitUntil: 'load' });
  await page.locator('html[data-current]').waitFor({ state: 'attached' });
  await quiet();
  parts.push(part('first visit, at load', server.sent()));
  await page.evaluate(async () => {
    // Less than a screen a second, for whoever flies past wakes no figure; the last step's end is the story's.
    const end = [...document.querySelectorAll('[data-step]')].at(-1);
    while ((end?.getBoundingClientRect().bottom ?? 0) > innerHeight) {
      scrollBy({ top: innerHeight / 12, behavior: 'instant' });
      await new Promise((done) => setTimeout(done, 100));
    }
  });
  await quiet();
  parts.push(part('then scrolled to the end', server.sent()));
  // The copy for reading without a network, where the browser makes one.
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    while (active?.state !== 'activated') await new Promise((done) => setTimeout(done, 50));
  });
  parts.push(part('then rested: offline copy', server.sent()));
  const again = await context.newPage();
  await again.goto(`${server.url}/`, { waitUntil: 'load' });
  await again.waitForLoadState('networkidle');
  parts.push(part('second visit', server.sent()));
  await context.close();
  return parts;
}

/** wrk's own words as numbers. */
function readWrk(text) {
  const number = (pattern) => Number(pattern.exec(text)?.[1] ?? 0);
  const at = (percent) => new RegExp(`^\\s*${percent}%\\s+(\\S+)`, 'm').exec(text)?.[1] ?? '–';
  return {
    perSecond: number(/Requests\/sec:\s+([\d.]+)/),
    requests: number(/(\d+) requests in/),
    megabytes: /Transfer\/sec:\s+(\S+)/.exec(text)?.[1] ?? '–',
    latency: { p50: at(50), p90: at(90), p99: at(99) },
    faults: number(/Non-2xx or 3xx responses:\s+(\d+)/) + number(/Socket errors:.*timeout (\d+)/),
  };
}

function wrk(url, encoding) {
  const args = ['-t', '2', '-c', String(CONNECTIONS), '-d', `${SECONDS}s`, '--latency'];
  const said = execFileSync('wrk', [...args, '-H', `Accept-Encoding: ${encoding}`, url], {
    encoding: 'utf8',
  });
  return readWrk(said);
}

async function hammer(root, server) {
  const asset = readdirSync(join(root, 'dist/assets')).find((name) => /^client.*\.js$/.test(name));
  const encoding = server.brotli ? 'br' : 'gzip';
  const asked = [
    ['story', '/', encoding],
    ...(server.brotli ? [['story', '/', 'gzip']] : []),
    ['figure page', '/figures/rate/', encoding],
    ['embed', '/embed/rate/', encoding],
    ['hashed script', `/assets/${asset}`, encoding],
  ];
  const found = [];
  for (const [name, path, wanted] of asked) {
    const answer = await fetch(server.url + path, { headers: { 'accept-encoding': wanted } });
    await answer.arrayBuffer();
    const got = answer.headers.get('content-encoding') ?? 'none';
    const bytes = Number(answer.headers.get('content-length') ?? 0);
    found.push({ name, path, encoding: got, bytes, ...wrk(server.url + path, wanted) });
  }
  return found;
}

const kilo = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

/** Prints what was counted, and what a million first visits in an hour come to. */
function print({ views: parts, load }) {
  console.log(
    `nginx with deploy/nginx.conf; ${cpus().length} processors, shared by nginx, wrk and whatever else runs here.\n`,
  );
  console.log('A page view, counted by the server (bytes with headers)');
  for (const { name, requests, bytes } of parts)
    console.log(`  ${name.padEnd(28)} ${String(requests).padStart(3)} requests  ${kilo(bytes).padStart(10)}`);
  const read = parts.slice(0, 2);
  const all = parts.slice(0, 3);
  const count = (list) => list.reduce((total, { requests }) => total + requests, 0);
  for (const [name, list] of [
    ['read to the end', read],
    ['read, and kept for offline', all],
  ]) {
    const perSecond = 1e6 / 3600;
    const bytes = sum(list);
    console.log(
      `  a million an hour, ${name}: ${perSecond.toFixed(0)} views/s x ${count(list)} = ${Math.round(perSecond * count(list))} requests/s; x ${kilo(bytes)} = ${((perSecond * bytes) / 1e6).toFixed(1)} MB/s = ${((perSecond * bytes * 8) / 1e9).toFixed(2)} Gbit/s; ${Math.round(bytes / 1e3)} GB in all`,
    );
  }
  if (load.length === 0)
    return console.log('\nNo wrk: install it to see how many requests a second one nginx answers.');
  console.log(`\nAs fast as it can (wrk, ${CONNECTIONS} connections, ${SECONDS} s each)`);
  for (const { name, encoding, bytes, perSecond, latency, megabytes, faults } of load)
    console.log(
      `  ${`${name}, ${encoding}`.padEnd(20)} ${kilo(bytes).padStart(9)}  ${String(Math.round(perSecond)).padStart(7)} requests/s  ${megabytes.padStart(9)}/s  half within ${latency.p50}, 90% ${latency.p90}, 99% ${latency.p99}${faults > 0 ? `  ${faults} FAILED` : ''}`,
    );
}

/**
 * The whole measurement.
 * @throws Error with what to do if there is no nginx and none can be installed
 */
export async function load(browser, root) {
  const dist = join(root, 'dist');
  const logged = await startNginx(dist, { logged: true });
  const seen = await views(browser, logged).finally(logged.close);
  const result = { views: seen, load: [] };
  if (has('wrk')) {
    const server = await startNginx(dist);
    result.load = await hammer(root, server).finally(server.close);
  }
  print(result);
  return result;
}
