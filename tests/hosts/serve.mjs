/** Pages of somebody else, from another port: each takes its snippets from the built gallery, as a blogger would. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { fromHtml } from 'hast-util-from-html';
import { selectAll } from 'hast-util-select';
import { toString } from 'hast-util-to-string';
import { feed, wordpress } from './systems.mjs';

const read = (path) => readFileSync(new URL(path, import.meta.url), 'utf8');
const VENDOR = {
  '/vendor/pym.js': '../../node_modules/pym.js/dist/pym.v1.min.js',
  '/vendor/frames.js': '../../node_modules/@newswire/frames/dist/frames.umd.js',
};

/**
 * Address: /<page>?id=rate&width=640&kind=iframe. @param site address of the built site, with a slash
 * @param dist folder of the built site
 */
export async function serveHosts(site, dist) {
  const gallery = fromHtml(readFileSync(`${dist}/embed/index.html`, 'utf8'));
  const built = selectAll('html', gallery)[0].properties.dataSite;
  const ids = selectAll('[data-embed]', gallery).map(({ properties }) => properties.dataEmbed);
  const here = (text) => text.replaceAll(built, site);
  const snippet = (id, kind) =>
    here(toString(selectAll(`[data-embed=${id}] [data-snippet=${kind}]`, gallery)[0]));
  const figures = ids.filter((id) => id !== 'story');
  const heightOf = (id) => /height="(\d+)"/.exec(snippet(id, 'iframe'))[1];
  const oembed = (id) => here(JSON.parse(readFileSync(`${dist}/oembed/${id}.json`, 'utf8')).html);

  const page = (name, query) => {
    const id = query.get('id') ?? 'rate';
    const shown = query.get('id') === null ? figures : [id];
    const twenty = [...figures, ...figures].slice(0, 20);
    return read(`./${name}.html`)
      .replaceAll('{{site}}', site)
      .replaceAll('{{id}}', id)
      .replaceAll('{{kind}}', query.get('kind') ?? 'iframe')
      .replaceAll('{{width}}', query.get('width') ?? '640')
      .replaceAll('{{height}}', heightOf(id))
      .replaceAll('{{snippets}}', () => shown.map((one) => snippet(one, 'iframe')).join('\n'))
      .replaceAll('{{twenty}}', () => twenty.map((one) => snippet(one, 'iframe')).join('\n'))
      .replace(/\{\{snippet:(\w+):(\w+)\}\}/g, (_, one, kind) => snippet(one, kind))
      .replace(/\{\{wordpress:(\w+)\}\}/g, (_, one) => wordpress(oembed(one), 'aB3xYz9Qk2'))
      .replace(/\{\{feed:(\w+):(\w+)\}\}/g, (_, one, kind) => feed(snippet(one, kind)));
  };

  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url, 'http://host');
    try {
      if (pathname === '/favicon.ico') return response.writeHead(204).end();
      if (pathname === '/csp')
        response.setHeader(
          'content-security-policy',
          `default-src 'none'; frame-src ${new URL(site).origin}; style-src 'unsafe-inline'`,
        );
      const [type, body] = VENDOR[pathname]
        ? ['text/javascript', read(VENDOR[pathname])]
        : ['text/html; charset=utf-8', page(pathname.slice(1), searchParams)];
      return response.setHeader('content-type', type).end(body);
    } catch {
      return response.writeHead(404).end();
    }
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}
