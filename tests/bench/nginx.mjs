/** A real nginx over the built folder, with the site's own configuration, on a free port of this machine. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whether a program is there. */
export const has = (program) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;

const freePort = () =>
  new Promise((done, fail) => {
    const server = createServer().once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });

/** The configuration a host would use; what depends on the machine (address, folder, certificates, logs) replaced. */
function configuration(root, folder, port, logged) {
  const own = join(root, 'deploy/nginx.conf');
  const file = existsSync(own) ? own : join(root, 'tests/bench/nginx.conf');
  const said = spawnSync('nginx', ['-V'], { encoding: 'utf8' }).stderr;
  const modules = /--modules-path=(\S+)/.exec(said)?.[1] ?? '';
  const brotli = existsSync(modules) ? readdirSync(modules).filter((name) => /brotli.*\.so$/.test(name)) : [];
  let text = readFileSync(file, 'utf8')
    .replace(
      /^\s*(?:load_module|include\s+\S*(?:modules|mime)|user|pid|worker_processes|daemon)\b[^;]*;/gm,
      '',
    )
    .replace(/^\s*(?:access_log|error_log|ssl_\w+|http2|http3|resolver)\b[^;]*;/gm, '')
    .replace(/^\s*listen\b[^;]*;/gm, '')
    .replace(/\bserver\s*\{/, `server {\n    listen 127.0.0.1:${port};`)
    // Written as a comment for those who have the module.
    .replace(/#\s*(brotli_static on;)/, '$1')
    // The folder of the site, not one of a place in it.
    .replace(/\broot\b[^;]*;/g, `root ${join(root, 'dist')};`);
  if (brotli.length === 0) text = text.replace(/^\s*brotli\w*\b[^;]*;/gm, '');
  const http = /\bhttp\s*\{/.test(text) ? text : `http {\n${text}\n}`;
  const log = logged
    ? `log_format counted '$uri $body_bytes_sent $bytes_sent $sent_http_content_encoding'; access_log ${folder}/access.log counted;`
    : 'access_log off;';
  const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  );
  const inside = http
    .replace(/\bhttp\s*\{/, `http {\n${log}\n${places.join('\n')}\ninclude /etc/nginx/mime.types;\n`)
    .concat(/\bevents\s*\{/.test(http) ? '' : '\nevents { worker_connections 4096; }\n');
  return {
    file,
    brotli: brotli.length > 0,
    text: `daemon off;
pid ${folder}/pid;
error_log ${folder}/error.log;
worker_processes auto;
${process.getuid?.() === 0 ? 'user root;' : ''}
${brotli.map((name) => `load_module ${join(modules, name)};`).join('\n')}
${inside}`,
  };
}

/**
 * Starts nginx.
 * @param logged whether it writes down what it sent
 * @throws Error with what nginx says if it does not start
 */
export async function startNginx(root, logged) {
  const folder = mkdtempSync(join(tmpdir(), 'nginx-'));
  const port = await freePort();
  const { file, brotli, text } = configuration(root, folder, port, logged);
  const conf = join(folder, 'nginx.conf');
  writeFileSync(conf, text);
  const child = spawn('nginx', ['-p', folder, '-c', conf], { stdio: 'ignore' });
  const gone = new Promise((done) => child.once('exit', done));
  const stop = async () => {
    child.kill('SIGQUIT');
    await gone;
    rmSync(folder, { recursive: true, force: true });
  };
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; ; tries += 1) {
    if (
      await fetch(`${url}/`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      break;
    if (tries === 50 || child.exitCode !== null) {
      const said = spawnSync('nginx', ['-t', '-p', folder, '-c', conf], { encoding: 'utf8' }).stderr;
      const log = existsSync(join(folder, 'error.log'))
        ? readFileSync(join(folder, 'error.log'), 'utf8')
        : '';
      if (child.exitCode === null) await stop();
      throw new Error(`nginx did not start with ${file}:\n${said}${log}`);
    }
    await new Promise((done) => setTimeout(done, 100));
  }
  /** What was sent since the last call. */
  let read = 0;
  const sent = () => {
    const lines = readFileSync(join(folder, 'access.log'), 'utf8').split('\n').filter(Boolean);
    const fresh = lines.slice(read).map((line) => {
      const [path, body, all, encoding] = line.split(' ');
      return { path, body: Number(body), bytes: Number(all), encoding };
    });
    read = lines.length;
    return fresh;
  };
  if (logged) sent();
  return { url, file, brotli, stop, sent };
}
