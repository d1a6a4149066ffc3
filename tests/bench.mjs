/**
 * Measures the built story against a floor page with the same words and stills, without script or web font.
 *
 *   node tests/bench.mjs [--rounds 5] [--strict] [--no-build] [--no-slope] [--json file]
 *   node tests/bench.mjs --load [--no-build] [--json file]    only what it costs a host
 *
 * Prints one table and the budget; the exit code is 0 even when a line of the budget fails, unless --strict.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { serve } from '../src/build/serve.mjs';
import { BROWSER_ARGS, findBrowser } from './browser.mjs';
import { embeds, printEmbeds } from './bench/embeds.mjs';
import { makeFloor } from './bench/floor.mjs';
import { load } from './bench/load.mjs';
import { PROFILE, measure, measureKept, warm } from './bench/measure.mjs';
import { budget, print, summary } from './bench/report.mjs';
import { build, printSlope, slope } from './bench/slope.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

function options() {
  const words = process.argv.slice(2);
  const value = (name) => (words.includes(name) ? words[words.indexOf(name) + 1] : undefined);
  const rounds = Number(value('--rounds') ?? 5);
  if (!Number.isInteger(rounds) || rounds < 1 || rounds > 15)
    throw new Error('--rounds takes a number from 1 to 15.');
  return {
    rounds,
    strict: words.includes('--strict'),
    build: !words.includes('--no-build'),
    slopes: !words.includes('--no-slope'),
    load: words.includes('--load'),
    json: value('--json'),
  };
}

async function main() {
  const { rounds, strict, build: wanted, slopes, load: onlyLoad, json } = options();
  if (wanted) {
    console.log('Building …');
    build(root);
  }
  if (onlyLoad) {
    const browser = await chromium.launch({ executablePath: findBrowser().path, args: BROWSER_ARGS });
    const result = await load(browser, root).finally(() => browser.close());
    if (json && result) writeFileSync(json, `${JSON.stringify(result, null, 2)}\n`);
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'floor-'));
  const story = await serve({ root: join(root, 'dist'), port: 0 });
  const browser = await chromium.launch({ executablePath: findBrowser().path, args: BROWSER_ARGS });
  let floor;
  try {
    await makeFloor(browser, story.url, folder);
    floor = await serve({ root: folder, port: 0 });
    await warm(browser, story.url);
    await warm(browser, floor.url);
    const runs = { story: [], floor: [] };
    const begun = Date.now();
    for (let round = 1; round <= rounds; round += 1) {
      // Whoever goes first in a round may find the machine warmer or colder: they take turns.
      const order = round % 2 === 1 ? ['story', 'floor'] : ['floor', 'story'];
      for (const name of order) {
        runs[name].push(await measure(browser, name === 'story' ? story.url : floor.url));
      }
      const seconds = Math.round((Date.now() - begun) / 1000);
      console.log(`round ${round} of ${rounds} (${seconds} s)`);
      if (seconds + seconds / round > 420 && round < rounds) {
        console.log('Stopping early: the machine is too slow for more rounds within seven minutes.');
        break;
      }
    }
    const kept = {
      story: await measureKept(browser, `${story.url}/`),
      floor: await measureKept(browser, `${floor.url}/`),
      script: await measureKept(browser, `${story.url}/?mode=flat`, true),
    };
    const result = {
      profile: PROFILE,
      rounds: runs.story.length,
      browser: browser.version(),
      story: summary(runs.story, join(root, 'dist')),
      floor: summary(runs.floor, folder),
      kept,
    };
    print(result);
    let failed = budget(result);
    result.embeds = await embeds(browser, join(root, 'dist'), story.url);
    failed += printEmbeds(result.embeds);
    if (slopes) {
      result.slope = await slope(browser, root);
      failed += printSlope(result.slope);
    }
    if (json) writeFileSync(json, `${JSON.stringify(result, null, 2)}\n`);
    if (strict && failed > 0) process.exitCode = 1;
  } finally {
    await browser.close();
    await story.close();
    await floor?.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

main().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
