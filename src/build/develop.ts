/** Development: the same pages, rendered for each request; words and data reload the page. */
import { join } from 'node:path';
import type { RunnableDevEnvironment, ViteDevServer } from 'vite';
import type { PageOut, Site } from '../site/page.ts';
import { documentOf } from './document.ts';
import { embedScript, partsOf } from './parts.ts';
import { bare } from './slim.ts';

export type Server = { buildSite: (root: string) => Site };
export const SERVER = '/src/entry/server.ts';

/** Styles and scripts as files of their own, so that a change reaches the reader without a new page. */
function headOf(page: PageOut, componentStyles: readonly string[]): string {
  const { styles, boot, entry } = partsOf(page);
  const sheets = [...['index', ...styles].map((name) => `/src/styles/${name}.css`), ...componentStyles];
  const own =
    entry === 'embed'
      ? `<script type="module">${embedScript(page.framed?.module ?? '', '/src/entry/embed.ts')}</script>`
      : `<script type="module" src="/src/entry/${entry}.ts"></script>`;
  return [
    ...sheets.map((href) => `<link rel="stylesheet" href="${href}">`),
    `<script type="module" src="/src/entry/${boot}.ts"></script>`,
    own,
  ].join('');
}

/** Answers Vite's server with the pages of the site. */
export function develop(server: ViteDevServer): () => void {
  const { root } = server.config;
  server.watcher.add([join(root, 'data'), join(root, 'src/content')]);
  server.watcher.on('change', (path) => {
    if (path.includes('/data/') || path.includes('/content/')) server.ws.send({ type: 'full-reload' });
  });

  const respond = async (path: string): Promise<string | null> => {
    const ssr = server.environments.ssr as RunnableDevEnvironment;
    const { buildSite } = (await ssr.runner.import(SERVER)) as Server;
    const site = buildSite(root);
    const page = site.pages.get(path);
    if (!page) return site.files.get(path) ?? null;
    const styles = [...ssr.moduleGraph.idToModuleMap.keys()]
      .filter((id) => id.includes('type=style'))
      .map((id) => id.replace(root, ''));
    return server.transformIndexHtml(
      `/${path}`,
      documentOf(path, page, bare(page.body), headOf(page, styles)),
    );
  };
  return () => {
    server.middlewares.use((request, response, next) => {
      const path = (request.url ?? '/')
        .replace(/[?#].*$/, '')
        .replace(/^\//, '')
        .replace(/(^|\/)$/, '$1index.html');
      void respond(path).then((html) => {
        if (html === null) return next();
        response.setHeader('content-type', path.endsWith('.html') ? 'text/html' : 'text/plain');
        response.end(html);
      }, next);
    });
  };
}
