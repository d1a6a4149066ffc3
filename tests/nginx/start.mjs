/** Debian's nginx with deploy/nginx.conf on a free port; installed if it is missing and that is possible. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const BROTLI = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';
const PLACES = ['/usr/sbin/nginx', '/usr/bin/nginx', '/usr/local/sbin/nginx', '/opt/homebrew/bin/nginx'];

function installed() {
  return [process.env.NGINX_PATH, ...PLACES].find(
    (path) => path && existsSync(path) && spawnSync(path, ['-v']).status === 0,
  );
}

/** A Debian package begins to serve as soon as it is there; a policy of this name forbids it that. */
function install(log) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return 'apt-get needs Debian and root';
  const policy = '/usr/sbin/policy-rc.d';
  const own = !existsSync(policy);
  if (own) writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    const run = (...args) =>
      spawnSync('apt-get', args, {
        encoding: 'utf8',
        timeout: 300_000,
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      });
    log('No nginx found: trying "apt-get install nginx" …');
    run('update');
    const result = run('install', '-y', '--no-install-recommends', 'nginx');
    // Brotli is welcome, and not in every Debian.
    run('install', '-y', '--no-install-recommends', 'libnginx-mod-http-brotli-static');
    return result.stderr?.trim().split('\n').at(-1) ?? '';
  } finally {
    if (own) rmSync(policy);
  }
}

/** @returns {string} where nginx is. @throws Error with what to do when there is none */
function findNginx(log = console.error) {
  const found = installed();
  if (found) return found;
  const said = install(log);
  const now = installed();
  if (now) return now;
  throw new Error(
    `No nginx was found, and none could be installed (${said}).\nDo one of these, then run the tests again:\n  sudo apt-get install nginx\n  NGINX_PATH=/path/to/nginx npm test`,
  );
}

const freePort = () =>
  new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });

/**
 * Serves a copy of dist.
 * @param {string} [dist]
 * @param {{ logged?: boolean }} [more] whether nginx writes down what it sent, for `sent()`
 * @returns {Promise<{ url: string, brotli: boolean, sent: () => Sent[], close: () => Promise<void> }>} `sent` tells
 *   what was sent since the last call
 * @typedef {{ path: string, body: number, bytes: number, encoding: string }} Sent
 */
export async function startNginx(dist = 'dist', { logged = false } = {}) {
  const nginx = findNginx();
  const folder = mkdtempSync(join(tmpdir(), 'frame-nginx-'));
  const site = join(folder, 'site');
  cpSync(dist, site, { recursive: true });
  mkdirSync(join(folder, 'logs'));
  const port = await freePort();
  const brotli = existsSync(BROTLI);
  // The file as it is, but for what it asks its reader to change.
  let block = readFileSync(resolve('deploy/nginx.conf'), 'utf8')
    .replace('listen 80;', `listen 127.0.0.1:${port};`)
    .replace('listen [::]:80;', '')
    .replace('/var/www/inside-the-frame;', `${site};`);
  if (brotli) block = block.replace('# brotli_static on;', 'brotli_static on;');
  writeFileSync(join(folder, 'site.conf'), block);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${join(folder, name)};`)
    .join(' ');
  const log = logged
    ? `log_format counted '$uri $body_bytes_sent $bytes_sent $sent_http_content_encoding'; access_log ${folder}/logs/access.log counted;`
    : 'access_log off;';
  writeFileSync(
    join(folder, 'nginx.conf'),
    `${brotli ? `load_module ${BROTLI};` : ''}
${process.getuid?.() === 0 ? 'user root;' : ''}
daemon off; worker_processes auto; pid ${join(folder, 'nginx.pid')}; error_log ${join(folder, 'logs/error.log')};
events { worker_connections 4096; }
http { ${log} ${temporary} include /etc/nginx/mime.type[s]; include ${join(folder, 'site.conf')}; }
`,
  );
  const args = ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', join(folder, 'logs/error.log')];
  try {
    execFileSync(nginx, ['-t', ...args], { stdio: 'pipe' });
  } catch (error) {
    throw new Error(`deploy/nginx.conf is not what nginx expects:\n${error.stderr}`, { cause: error });
  }
  const child = spawn(nginx, args, { stdio: 'ignore' });
  const ended = new Promise((done) => child.on('exit', done));
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; ; tries += 1) {
    if (await fetch(url).catch(() => undefined)) break;
    if (tries > 100 || child.exitCode !== null)
      throw new Error(`nginx does not answer:\n${readFileSync(join(folder, 'logs/error.log'), 'utf8')}`);
    await new Promise((done) => setTimeout(done, 100));
  }
  let read = 0;
  const sent = () => {
    const lines = readFileSync(join(folder, 'logs/access.log'), 'utf8').split('\n').filter(Boolean);
    const fresh = lines.slice(read).map((line) => {
      const [path, body, bytes, encoding] = line.split(' ');
      return { path, body: Number(body), bytes: Number(bytes), encoding };
    });
    read = lines.length;
    return fresh;
  };
  if (logged) sent();
  return {
    url,
    brotli,
    sent,
    close: async () => {
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}
