/** What an embed costs whoever embeds it: one alone, the story, and a host's page with twenty. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotli } from '../../src/build/budget.mjs';
import { serveHosts } from '../hosts/serve.mjs';
import { measurePage } from './measure.mjs';

/** For one figure; the font is the same file for all and not counted. */
const MOST = 25_000;

/** Bytes of what was asked for, each file once and compressed as a host sends it, without fonts. */
function bytesOf(dist, paths) {
  let sum = 0;
  for (const path of new Set(paths)) {
    const file = join(dist, path.endsWith('/') ? `${path}index.html` : path);
    if (/\.woff2$/.test(path) || !statSync(file, { throwIfNoEntry: false })?.isFile()) continue;
    sum += brotli(readFileSync(file));
  }
  return sum;
}

/** @param dist the built folder @param url where it is served */
export async function embeds(browser, dist, url) {
  const found = [];
  const measured = async (name, address) => {
    const seen = await measurePage(browser, address);
    found.push({ name, ...seen, bytes: bytesOf(dist, seen.requests), count: seen.requests.length });
  };
  for (const id of readdirSync(join(dist, 'embed'))) {
    if (!id.includes('.') && id !== 'story') await measured(id, `${url}/embed/${id}/`);
  }
  await measured('the story', `${url}/embed/story/`);
  const hosts = await serveHosts(`${url}/`, dist);
  await measured('twenty on a page', `${hosts.url}/twenty?width=390`);
  hosts.close();
  return found;
}

/** Prints a table; returns how many figures are too heavy or move. */
export function printEmbeds(found) {
  console.log('Embeds (kB in brotli without the font; requests with it; times in ms, as above)');
  let failed = 0;
  for (const { name, bytes, count, lcp, tbt, blocked, longest, cls } of found) {
    const one = name !== 'the story' && name !== 'twenty on a page';
    const good = cls < 0.00005 && (!one || bytes <= MOST);
    if (!good) failed += 1;
    console.log(
      `  ${good ? 'PASS' : 'FAIL'}  ${name.padEnd(17)} ${(bytes / 1000).toFixed(1).padStart(6)} kB  ${String(count).padStart(3)} requests  LCP ${Math.round(lcp)}  TBT ${Math.round(tbt)}  blocked with scrolling ${Math.round(blocked)}  longest task ${Math.round(longest)}  CLS ${cls.toFixed(4)}`,
    );
  }
  return failed;
}
