/**
 * Finds a Chromium for the journeys and the benchmark, or installs one. Run alone it prints the path.
 * A browser counts only if it starts: a download without its system libraries is no browser.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';

/** What every start of the browser needs here: it may run as root, without a GPU, and must not call home. */
export const BROWSER_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

const NAMES = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

function starts(path) {
  if (!existsSync(path)) return false;
  // Chrome on Windows opens a window when asked for its version.
  if (process.platform === 'win32') return true;
  return spawnSync(path, ['--version'], { timeout: 30_000, stdio: 'ignore' }).status === 0;
}

function which(name) {
  try {
    const found = execFileSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).trim();
    return found === '' ? undefined : found;
  } catch {
    return undefined;
  }
}

function fromEnvironment() {
  for (const name of ['CHROMIUM_PATH', 'CHROME_PATH']) {
    const path = process.env[name];
    if (path === undefined || path === '') continue;
    if (starts(path)) return { path, how: name };
    throw new Error(`${name} is "${path}", but no browser starts there. Correct it or unset it.`);
  }
  return undefined;
}

function installed() {
  const own = chromium.executablePath();
  if (starts(own)) return { path: own, how: 'Playwright' };
  const system = process.platform === 'win32' ? [] : NAMES.map(which);
  for (const path of [...system, ...PLACES]) {
    if (path !== undefined && starts(path)) return { path, how: 'system' };
  }
  return undefined;
}

function run(command, args, minutes, env = {}) {
  const result = spawnSync(command, args, {
    timeout: minutes * 60_000,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  const said = `${result.stdout ?? ''}\n${result.stderr ?? ''}`.trim().split('\n').at(-1) ?? '';
  return { ok: result.status === 0, said: result.error?.message ?? said };
}

function install(log) {
  const failures = [];
  const attempt = (name, command, args, minutes, env) => {
    log(`No browser found: trying "${name}" …`);
    const result = run(command, args, minutes, env);
    const browser = installed();
    if (browser === undefined)
      failures.push(`  ${name}: ${result.ok ? 'done, but it does not start' : result.said}`);
    return browser;
  };
  const cli = join(
    dirname(createRequire(import.meta.url).resolve('@playwright/test/package.json')),
    'cli.js',
  );
  const playwright = () =>
    attempt(
      'npx playwright install chromium',
      process.execPath,
      [cli, 'install', '--no-shell', 'chromium'],
      5,
      {
        PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000',
      },
    );
  const debian = () => {
    if (process.getuid?.() !== 0 || which('apt-get') === undefined) return undefined;
    run('apt-get', ['update'], 5);
    return attempt(
      'apt-get install -y chromium',
      'apt-get',
      ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation'],
      10,
      {
        DEBIAN_FRONTEND: 'noninteractive',
      },
    );
  };
  const browser = playwright() ?? debian();
  if (browser !== undefined) return browser;
  throw new Error(
    [
      'No Chromium was found, and none could be installed:',
      ...failures,
      'Do one of these, then run the tests again:',
      '  npx playwright install --with-deps chromium',
      '  sudo apt-get install chromium        (Debian; Ubuntu: install Google Chrome)',
      '  CHROMIUM_PATH=/path/to/chrome npm test',
    ].join('\n'),
  );
}

/**
 * The browser to use: environment variable, Playwright's own, the system's, else a fresh install.
 * @param {(line: string) => void} [log] told when something is being installed
 * @returns {{ path: string, how: string }}
 * Throws with what to do when there is none.
 */
export function findBrowser(log = console.error) {
  return fromEnvironment() ?? installed() ?? install(log);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    console.log(findBrowser().path);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
