/**
 * Everything that "npm test" checks, in the order in which a fault is cheapest to find. Each part prints one line
 * when it ends (its whole output only if it failed); the last line counts the tests of all parts. Both name what was
 * good at its second try only: it does not fail the run, and it must not get lost.
 *
 *   node tests/run.mjs            all parts
 *   node tests/run.mjs units      only parts whose name starts so (several may be named)
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser } from './browser.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const reports = join(root, '.cache', 'reports');
const need = createRequire(import.meta.url);

/** The program a package installs, run by this Node: npx costs a second each time and may ask questions. */
function program(name, command = name) {
  const folder = dirname(
    need.resolve
      .paths(name)
      ?.map((place) => join(place, name, 'package.json'))
      .find(existsSync) ?? '',
  );
  if (folder === '.') throw new Error(`${name} is not installed: run "npm ci" first.`);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[command]);
}

const one = (ok) => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0, flaky: [] });

/** Counts of a report that must exist: a part that leaves none did not run its tests. */
function counted(file, read) {
  return (ok) => {
    let counts = { passed: 0, failed: 0, skipped: 0, flaky: [] };
    if (existsSync(file)) counts = read(JSON.parse(readFileSync(file, 'utf8')));
    if (!ok && counts.failed === 0) counts.failed = 1;
    return counts;
  };
}

function vitest(name, args) {
  const file = join(reports, `${name}.json`);
  return {
    name,
    command: [
      program('vitest'),
      'run',
      ...args,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ],
    count: counted(file, (report) => ({
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests + report.numTodoTests,
      flaky: [],
    })),
  };
}

/** The titles of a Playwright report's journeys that failed at their first try and passed at the next. */
function flakyOf({ title, suites = [], specs = [] }) {
  return [
    ...specs.filter(({ tests }) => tests.some(({ status }) => status === 'flaky')).map((spec) => spec.title),
    ...suites.flatMap(flakyOf),
  ].map((inner) => (title ? `${title} › ${inner}` : inner));
}

/** Journeys in a browser; @param more arguments for Playwright */
function playwright(name, more = []) {
  const file = join(reports, `${name}.json`);
  return {
    name,
    browser: true,
    command: [program('@playwright/test', 'playwright'), 'test', '--reporter=line,json', ...more],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: file },
    count: counted(file, (report) => ({
      passed: report.stats.expected,
      failed: report.stats.unexpected,
      skipped: report.stats.skipped,
      flaky: flakyOf(report),
    })),
  };
}

const parts = [
  {
    name: 'types',
    command: [
      program('svelte-check'),
      '--tsconfig',
      './tsconfig.json',
      '--output',
      'human',
      '--fail-on-warnings',
    ],
    count: one,
  },
  { name: 'lint', command: [program('eslint'), '.', '--max-warnings', '0'], count: one },
  { name: 'formatting', command: [program('prettier'), '--check', '--log-level', 'warn', '.'], count: one },
  vitest('units', []),
  { name: 'build', command: [program('vite'), 'build'], count: one },
  vitest('site', ['--config', 'tests/site/vitest.config.ts']),
  playwright('journeys'),
  playwright('nginx', ['--config', 'tests/nginx/playwright.config.ts']),
];

function execute(command, env) {
  return new Promise((done) => {
    const child = spawn(process.execPath, command, {
      cwd: root,
      env: { ...process.env, ...env, FORCE_COLOR: '0', NO_COLOR: '1', CI: process.env.CI ?? '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const output = [];
    child.stdout.on('data', (part) => output.push(part));
    child.stderr.on('data', (part) => output.push(part));
    child.on('error', (error) => done({ ok: false, output: String(error) }));
    child.on('close', (status) => done({ ok: status === 0, output: Buffer.concat(output).toString('utf8') }));
  });
}

async function runPart(part) {
  let env = part.env ?? {};
  if (part.browser) {
    try {
      const browser = findBrowser((line) => console.log(`           ${line}`));
      env = { ...env, CHROMIUM_PATH: browser.path };
    } catch (error) {
      return { ok: false, output: error.message, counts: one(false) };
    }
  }
  const { ok, output } = await execute(part.command, env);
  return { ok, output, counts: part.count(ok) };
}

/** What is said of these only where there are any. */
function oddities({ skipped, flaky }) {
  return [
    skipped > 0 ? `, ${skipped} skipped` : '',
    flaky.length > 0 ? `, ${flaky.length} flaky: ${flaky.join('; ')}` : '',
  ].join('');
}

async function main() {
  const wanted = process.argv.slice(2);
  const chosen = parts.filter(
    ({ name }) => wanted.length === 0 || wanted.some((word) => name.startsWith(word)),
  );
  if (chosen.length === 0)
    throw new Error(`No such part. There are: ${parts.map(({ name }) => name).join(', ')}.`);
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });

  const total = { passed: 0, failed: 0, skipped: 0, flaky: [] };
  let built = true;
  for (const part of chosen) {
    const begun = Date.now();
    process.stdout.write(`${part.name.padEnd(11)}… `);
    // An old dist would answer for a build that failed.
    const result = built || part.name === 'units' ? await runPart(part) : undefined;
    if (result === undefined) {
      console.log('not run: the build failed');
      total.failed += 1;
      continue;
    }
    if (part.name === 'build') built = result.ok;
    const { passed, failed, skipped, flaky } = result.counts;
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
    total.flaky.push(...flaky);
    const seconds = ((Date.now() - begun) / 1000).toFixed(1);
    const verdict = failed + skipped === 0 && result.ok ? 'ok' : 'FAILED';
    console.log(`${verdict}: ${passed} good, ${failed} bad${oddities(result.counts)} (${seconds} s)`);
    if (verdict !== 'ok') console.log(result.output.trimEnd().replace(/^/gm, '    '));
  }

  console.log(`\n${total.passed} passed, ${total.failed} failed${oddities(total)}`);
  if (total.failed > 0 || total.skipped > 0 || total.passed + total.flaky.length === 0) process.exitCode = 1;
}

main().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
