/**
 * The Vite plugin that writes the pages: builds the client, then the server, then asks the server for every page
 * and puts styles and the first script inline. In development the same map of pages is rendered on request.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin, RunnableDevEnvironment, ViteDevServer } from 'vite';
import type { PageOut, Site } from '../site/page.ts';
import { makeFonts } from './fonts.ts';
import { makePictures } from './pictures/pictures.ts';

type Server = { buildSite: (root: string) => Site };
const SERVER = '/src/entry/server.ts';
const SSR_OUT = '.cache/server';

/** Inline: an icon file is asked for again at every change of the address. */
const ICON = `data:image/svg+xml,${encodeURIComponent(readFileSync('static/icon.svg', 'utf8').trim())}`;

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** The document around a page's body. Svelte's markers are left out: what wakes up is drawn anew. */
function documentOf(page: PageOut, head: string): string {
  return `<!doctype html>
<html lang="${page.lang}"${page.leaf ? ' data-leaf' : ''}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(page.title)}</title>
<meta name="description" content="${escape(page.description)}">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="${ICON}">
${head}
</head>
<body>
${page.body.replaceAll(/<!--[\s\S]*?-->/g, '')}
</body>
</html>
`;
}

/** The plugin. `root` of the project is taken from Vite. */
export function prerender(): Plugin {
  let root = process.cwd();
  return {
    name: 'prerender',
    config: () => ({
      appType: 'custom',
      environments: {
        client: {
          build: {
            outDir: 'dist',
            emptyOutDir: true,
            manifest: true,
            modulePreload: { polyfill: false },
            assetsInlineLimit: 0,
            rolldownOptions: {
              input: { client: 'src/entry/client.ts', leaf: 'src/entry/leaf.ts', boot: 'src/entry/boot.ts' },
              // Together the figures compress a tenth smaller than one by one, and are one request.
              output: {
                codeSplitting: {
                  includeDependenciesRecursively: false,
                  groups: [
                    {
                      name: 'figures',
                      test: /src\/(charts\/|figures\/([a-z]+\/|[lL]anes)|model\/format)/,
                    },
                  ],
                },
              },
            },
          },
        },
        ssr: {
          build: {
            outDir: SSR_OUT,
            emptyOutDir: true,
            ssr: SERVER.slice(1),
            ssrEmitAssets: true,
            cssCodeSplit: false,
            copyPublicDir: false,
            rolldownOptions: { output: { assetFileNames: '[name][extname]', entryFileNames: 'server.js' } },
          },
        },
      },
      builder: {
        async buildApp(builder) {
          const { client, ssr } = builder.environments;
          if (!client || !ssr) throw new Error('the build needs its two environments, client and ssr');
          await builder.build(client);
          await builder.build(ssr);
          await writeSite(root);
        },
      },
    }),
    configResolved(config) {
      root = config.root;
    },
    // Left out of the browser's script: Svelte's base class for custom elements, which survives tree-shaking though
    // we have none, and the figures' tables, which stand in the page already.
    load(id) {
      if (this.environment.name !== 'client' || this.environment.mode !== 'build') return null;
      if (id.endsWith('/client/dom/elements/custom-element.js'))
        return 'export const create_custom_element = undefined, SvelteElement = undefined;';
      if (!/\/figures\/([a-z]+\/figure|lanes)\.ts$/.test(id)) return null;
      return readFileSync(id, 'utf8').replace(/^ +table,$/m, '');
    },
    // Styles reach the reader inline in the page; in the client's chunks they would be asked for again.
    transform(code, id) {
      if (this.environment.mode !== 'build' || this.environment.name !== 'client') return null;
      if (!id.endsWith('.svelte')) return null;
      return { code: code.replace(/import\s*["'][^"']*type=style[^"']*["'];?/g, ''), map: null };
    },
    configureServer: develop,
  };
}

async function writeSite(root: string): Promise<void> {
  const out = join(root, 'dist');
  const server = (await import(pathToFileURL(join(root, SSR_OUT, 'server.js')).href)) as Server;
  const site = server.buildSite(root);
  const manifestFile = join(out, '.vite/manifest.json');
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as Record<string, { file: string }>;
  const file = (entry: string): string => {
    const found = manifest[`src/entry/${entry}.ts`]?.file;
    if (!found) throw new Error(`the client build has no entry "${entry}"`);
    return found;
  };
  const boot = readFileSync(join(out, file('boot')), 'utf8').trim();
  rmSync(join(out, file('boot')));
  rmSync(join(out, '.vite'), { recursive: true });
  const fonts = await makeFonts(root, site.glyphs);
  const styles = readFileSync(join(root, SSR_OUT, 'style.css'), 'utf8').trim();
  const css = fonts.css + styles;
  // Only the pages beside the story carry these.
  const leafCss = readFileSync(join(root, 'src/styles/leaf.css'), 'utf8').replace(/\s+/g, ' ');
  /** Addresses are relative, so that the site works in any folder of any host. */
  const head = (path: string, leaf: boolean): string => {
    const up = '../'.repeat(path.split('/').length - 1);
    const here = css.replaceAll('url(assets/', `url(${up}assets/`) + (leaf ? leafCss : '');
    return `<style>${here}</style>\n<script>${boot}</script>\n<script type="module" src="${up}${file(leaf ? 'leaf' : 'client')}"></script>`;
  };

  const write = (path: string, content: string | Buffer): void => {
    const target = join(out, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
    console.log(`wrote dist/${path} (${(content.length / 1000).toFixed(1)} kB)`);
  };
  for (const [path, page] of site.pages) write(path, documentOf(page, head(path, page.leaf ?? false)));
  for (const [path, content] of site.files) write(path, content);
  for (const [path, content] of fonts.files) write(path, content);
  await makePictures(root, site.pictures, styles, site.glyphs, write);
}

/** Development: the same pages, rendered for each request; words and data reload the page. */
function develop(server: ViteDevServer): () => void {
  const { root } = server.config;
  server.watcher.add([join(root, 'data'), join(root, 'src/content')]);
  server.watcher.on('change', (path) => {
    if (path.includes('/data/') || path.includes('/content/')) server.ws.send({ type: 'full-reload' });
  });
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

  async function respond(path: string): Promise<string | null> {
    const ssr = server.environments.ssr as RunnableDevEnvironment;
    const { buildSite } = (await ssr.runner.import(SERVER)) as Server;
    const site = buildSite(root);
    const page = site.pages.get(path);
    if (!page) return site.files.get(path) ?? null;
    const styles = [...ssr.moduleGraph.idToModuleMap.keys()].filter((id) => id.includes('type=style'));
    const head = `<link rel="stylesheet" href="/src/styles/index.css">${page.leaf ? '<link rel="stylesheet" href="/src/styles/leaf.css">' : ''}${styles
      .map((id) => `<link rel="stylesheet" href="${id.replace(root, '')}">`)
      .join(
        '',
      )}<script type="module" src="/src/entry/boot.ts"></script><script type="module" src="/src/entry/${page.leaf ? 'leaf' : 'client'}.ts"></script>`;
    return server.transformIndexHtml(`/${path}`, documentOf(page, head));
  }
}
