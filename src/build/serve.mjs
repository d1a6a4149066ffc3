/**
 * Serves a built folder on this machine, compressed as a good host would. No dependency, so that the benchmark
 * measures the page and not a server.
 *
 *   node src/build/serve.mjs [folder] [--port 4173] [--host 127.0.0.1]
 */
import { createServer } from 'node:http';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.pdf': 'application/pdf',
};
const COMPRESSED = /^(?:text|application)\/|^image\/svg/;

const ENDINGS = { br: 'br', gzip: 'gz' };

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);
const encoders = {
  br: (body) => brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
  gzip: (body) => zip(body, { level: 9 }),
};

/** The file behind an address, or undefined when there is none or it would lie outside the folder. */
async function find(root, path) {
  const wanted = normalize(join(root, path));
  if (wanted !== root && !wanted.startsWith(root + sep)) return undefined;
  const info = await stat(wanted).catch(() => undefined);
  if (info?.isFile()) return { file: wanted, changed: info.mtimeMs, folder: false };
  if (!info?.isDirectory()) return undefined;
  const index = join(wanted, 'index.html');
  const inner = await stat(index).catch(() => undefined);
  return inner?.isFile() ? { file: index, changed: inner.mtimeMs, folder: true } : undefined;
}

function encodingFor(accepted, type) {
  if (!COMPRESSED.test(type) || type.startsWith('application/pdf')) return 'identity';
  const offers = new Set(
    accepted
      .split(',')
      .map((offer) => offer.trim().split(/\s*;\s*/))
      .filter(([, quality]) => quality === undefined || !/^q=0(?:\.0*)?$/.test(quality))
      .map(([name]) => name.toLowerCase()),
  );
  return offers.has('br') ? 'br' : offers.has('gzip') ? 'gzip' : 'identity';
}

/** What the build compressed, unless the file was changed since. */
async function made({ file, changed }, encoding) {
  const beside = `${file}.${ENDINGS[encoding]}`;
  const info = await stat(beside).catch(() => undefined);
  return info?.isFile() && info.mtimeMs >= changed ? readFile(beside) : undefined;
}

function handler(root, compress) {
  const cache = new Map();

  async function body(found, encoding) {
    const key = `${encoding} ${found.changed} ${found.file}`;
    let stored = cache.get(key);
    if (stored === undefined) {
      const raw = await readFile(found.file);
      stored =
        encoding === 'identity' ? raw : ((await made(found, encoding)) ?? (await encoders[encoding](raw)));
      cache.set(key, stored);
    }
    return stored;
  }

  return async (request, response) => {
    const plain = (status, text, headers = {}) => {
      response.writeHead(status, { 'content-type': TYPES['.txt'], ...headers }).end(`${text}\n`);
    };
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return plain(405, 'Only GET and HEAD.', { allow: 'GET, HEAD' });
    }
    const address = new URL(request.url ?? '/', 'http://localhost');
    let path;
    try {
      path = decodeURIComponent(address.pathname);
    } catch {
      return plain(400, 'The address is not readable.');
    }
    if (path.includes('\0')) return plain(400, 'The address is not readable.');
    let found = await find(root, path);
    let status = 200;
    if (found?.folder && !path.endsWith('/')) {
      return plain(308, 'Moved.', { location: `${address.pathname}/${address.search}` });
    }
    if (found === undefined) {
      found = await find(root, '/404.html');
      status = 404;
      if (found === undefined) return plain(404, 'No such page.');
    }
    const type = TYPES[extname(found.file).toLowerCase()] ?? 'application/octet-stream';
    const encoding = compress
      ? encodingFor(String(request.headers['accept-encoding'] ?? ''), type)
      : 'identity';
    const content = await body(found, encoding);
    response.writeHead(status, {
      'content-type': type,
      'content-length': content.length,
      ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
      vary: 'accept-encoding',
      'x-content-type-options': 'nosniff',
      // A name with a hash of its content never changes what it means.
      'cache-control': /[-.][\w-]{8}\.(?:js|css|woff2)$/.test(found.file)
        ? 'public, max-age=31536000, immutable'
        : 'no-cache',
    });
    response.end(request.method === 'HEAD' ? undefined : content);
  };
}

/**
 * Starts the server. When the wished port is taken, any free one is used; port 0 asks for any from the start.
 * @param {{ root?: string, port?: number, host?: string, compress?: boolean }} [options]
 * @returns {Promise<{ url: string, port: number, close: () => Promise<void> }>} `url` has no slash at its end.
 * Throws when the folder has no index.html, or the address cannot be listened on.
 */
export async function serve({ root = 'dist', port = 4173, host = '127.0.0.1', compress = true } = {}) {
  const folder = resolve(root);
  if ((await find(folder, '/')) === undefined) {
    throw new Error(
      `Nothing to serve: ${join(folder, 'index.html')} does not exist. Run "npm run build" first.`,
    );
  }
  const answer = handler(folder, compress);
  const server = createServer((request, response) => {
    answer(request, response).catch((error) => {
      if (!response.headersSent) response.writeHead(500, { 'content-type': TYPES['.txt'] });
      response.end(`${error instanceof Error ? error.message : 'Something failed.'}\n`);
    });
  });
  const listen = (wished) =>
    new Promise((done, fail) => {
      server.once('error', fail);
      server.listen(wished, host, () => {
        server.off('error', fail);
        done(undefined);
      });
    });
  await listen(port).catch((error) => {
    if (port === 0 || (error.code !== 'EADDRINUSE' && error.code !== 'EACCES')) throw error;
    return listen(0);
  });
  const actual = server.address().port;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${actual}`,
    port: actual,
    close: () =>
      new Promise((done) => {
        server.close(() => done(undefined));
        server.closeAllConnections();
      }),
  };
}

async function main() {
  const options = { root: 'dist', port: Number(process.env.PORT ?? 4173), host: '127.0.0.1' };
  const words = process.argv.slice(2);
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (word === '--port') options.port = Number(words[(at += 1)]);
    else if (word === '--host') options.host = String(words[(at += 1)]);
    else options.root = word;
  }
  if (!Number.isInteger(options.port) || options.port < 0 || options.port > 65535) {
    throw new Error(`--port takes a whole number from 0 to 65535, not "${options.port}".`);
  }
  const { url, port } = await serve(options);
  if (port !== options.port && options.port !== 0) console.log(`Port ${options.port} is taken.`);
  console.log(`The story is at ${url}/  (Ctrl+C stops it)`);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  main().catch((error) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
