/**
 * The Vite plugin that writes the pages: builds the server and asks it for every page, builds the client,
 * and puts styles and the first script inline. In development the same map of pages is rendered on request.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';
import type { PageOut, Site } from '../site/page.ts';
import { FIRST, folderOfLanguage, LANG, upFrom } from '../site/address.ts';
import { sayWeights, weigh } from './budget.mjs';
import { bundle } from './bundle.ts';
import { chunks } from './chunks.ts';
import { compress } from './compress.ts';
import { PAPER } from './found.ts';
import { develop, SERVER, type Server } from './develop.ts';
import { documentOf, DRAWING, ICON, rootOf } from './document.ts';
import { checkLanguage, languagesOf } from './languages.ts';
import { framedPages } from './framed.ts';
import { makeFonts } from './fonts.ts';
import { OFFLINE, offlineFile, saysOffline } from './offline.ts';
import { headersFile } from './headers.ts';
import { icons } from './pictures/icons.ts';
import { makePictures } from './pictures/pictures.ts';
import { withPolicy } from './policy.mjs';
import { purge } from './purge.ts';
import { partsOf } from './parts.ts';
import { bare, pausing, slim } from './slim.ts';
import { writeWorker } from './worker.ts';

const SSR_OUT = '.cache/server';
/** Each language is a whole site: the first at the root, every other in a folder of its name. */
const OUT = join('dist', LANG === FIRST ? '' : LANG);

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
            outDir: OUT,
            emptyOutDir: true,
            manifest: true,
            modulePreload: { polyfill: false, resolveDependencies: () => [] },
            assetsInlineLimit: 0,
            rolldownOptions: {
              input: Object.fromEntries(
                ['client', 'leaf', 'gallery'].map((name) => [name, `src/entry/${name}.ts`]),
              ),
              // Together the figures compress a tenth smaller than one by one, and are one request.
              output: {
                codeSplitting: {
                  includeDependenciesRecursively: false,
                  groups: [
                    {
                      name: 'figures',
                      test: /src\/(charts\/|figures\/([a-z]+\/|[lL]anes)|model\/(format|random))/,
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
          const others = LANG === FIRST ? languagesOf(root).slice(1) : [];
          for (const lang of others) checkLanguage(root, lang);
          // A fault in data or words is found before the site that stands there is taken away.
          await builder.build(ssr);
          const server = (await import(pathToFileURL(join(root, SSR_OUT, 'server.js')).href)) as Server;
          const site = server.buildSite(root);
          await builder.build(client);
          await writeSite(root, site);
          for (const lang of others) buildOther(root, lang);
        },
      },
    }),
    configResolved(config) {
      root = config.root;
    },
    configureServer: develop,
  };
}

/** Builds another language as this one was built. @throws Error with what the build said */
function buildOther(root: string, lang: string): void {
  const vite = join(
    dirname(createRequire(join(root, 'package.json')).resolve('vite/package.json')),
    'bin/vite.js',
  );
  execFileSync(process.execPath, [vite, 'build', ...process.argv.slice(3)], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, SITE_LANG: lang },
  });
}

async function writeSite(root: string, site: Site): Promise<void> {
  const out = join(root, OUT);
  const { file, codeOf } = chunks(out);
  /** A script that stands in the page itself. */
  const inline = (entry: string): Promise<string> =>
    bundle(root, `import '${join(root, 'src/entry', `${entry}.ts`)}';`);
  const boot = await inline('boot');
  const framedBoot = await inline('framed');
  const fonts = await makeFonts(root, site.glyphs);
  // Shorter: the names by which older browsers know the two themes, prefixes that none of them needs (Safari reads the
  // plain names since 12.1 and 15.4), and Vite's mark at the end.
  const styles = readFileSync(join(root, SSR_OUT, 'style.css'), 'utf8')
    .replaceAll('--lightningcss-', '--')
    .replace(/-webkit-(text-decoration-(?:color|skip-ink)):([^;}]+);(?=\1:\2)/g, '')
    .replace(/\/\*.*?\*\/\s*$/, '');
  const css = fonts.css + styles;
  const sheet = (file: string): string =>
    readFileSync(file, 'utf8').replace(/@import '([^']+)';\n/g, (_, other: string) =>
      sheet(join(dirname(file), other)),
    );
  const style = (name: string): string =>
    sheet(join(root, `src/styles/${name}.css`))
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .replace(/\s+/g, ' ');
  /** Addresses are relative, so that the site works in any folder of any host. */
  const head = (path: string, page: PageOut): string => {
    const { kind } = page;
    const { styles: own, entry } = partsOf(page);
    const up = upFrom(path);
    const all = css.replaceAll('url(assets/', `url(${up}assets/`);
    // Beside the story a page uses half of its styles, and comes in one go without the rest.
    const here =
      kind === 'leaf'
        ? purge(all + own.map(style).join(''), [rootOf(page), page.body, boot, codeOf(entry)])
        : all;
    // Beside the story a title fills the window: in the stand-in it may take another line, so its font comes at once.
    const title = kind === 'leaf' ? [...fonts.files.keys()][0] : undefined;
    const ahead = title
      ? `<link rel="preload" as="font" type="font/woff2" crossorigin href="${up}${title}">\n`
      : '';
    // Nothing of it is needed for the first paint: words and fonts go first.
    return `${ahead}<style>${here}</style>\n<script>${boot}</script>\n<script type="module" fetchpriority="low" src="${up}${file(entry)}"></script>`;
  };

  const write = (path: string, content: string | Buffer): void => {
    const target = join(out, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
    console.log(`wrote ${OUT}/${path} (${(Buffer.byteLength(content) / 1000).toFixed(1)} kB)`);
  };
  const pages = new Map<string, string>();
  const others: string[] = [];
  /** A page, with its policy in its head. */
  const writePage = (path: string, html: string, { script, framed }: PageOut): void => {
    const page = withPolicy(html, { frames: script === 'gallery', reads: framed !== undefined });
    pages.set(path, page);
    write(path, page);
  };
  const embedOf = framedPages(root, { css, style, boot: framedBoot });
  const offline = await offlineFile(root, site, {
    css,
    fonts: fonts.files,
    style: (name) => (existsSync(join(root, `src/styles/${name}.css`)) ? style(name) : ''),
    boot,
    icon: ICON,
  });
  write(OFFLINE, offline.html);
  pages.set(OFFLINE, offline.html);
  write(`${OFFLINE}.sha256`, `${offline.sha256}  ${OFFLINE}\n`);
  console.log(`${OFFLINE}: ${offline.size}, SHA-256 ${offline.sha256}`);
  for (const [path, page] of site.pages) {
    if (!page.framed) {
      const body = slim(pausing(bare(page.body)));
      writePage(path, saysOffline(documentOf(path, page, body, head(path, page)), offline), page);
      continue;
    }
    const { head: inside, end, files } = await embedOf(page);
    writePage(path, documentOf(path, page, bare(page.body), inside, end), page);
    for (const [name, content] of files) {
      write(name, content);
      others.push(name);
    }
  }
  for (const [path, content] of site.files) write(path, content);
  for (const [path, source] of site.copies) write(path, readFileSync(source));
  for (const [path, content] of fonts.files) write(path, content);
  await makePictures(root, site.pictures, icons(DRAWING, PAPER), styles, site.glyphs, write);
  // Hosts read one such file, at the root.
  if (LANG === FIRST) {
    const folders = languagesOf(root).slice(1).map(folderOfLanguage);
    write('_headers', headersFile(pages, [...others, ...site.copies.keys()], folders));
  }
  // After all the others: it names what was written, by its content.
  const { count, size } = await writeWorker(out, process.env['WORKER'] !== 'off');
  console.log(`wrote ${OUT}/sw.js (keeps ${count} files, ${(size / 1000).toFixed(1)} kB)`);
  if (process.env['COMPRESS'] === 'off') return;
  const begun = Date.now();
  const small = await compress(out);
  const mega = (bytes: number): string => (bytes / 1e6).toFixed(1);
  console.log(
    `compressed ${small.count} files, ${mega(small.from)} to ${mega(small.to)} MB, in ${Math.round((Date.now() - begun) / 1000)} s`,
  );
  const letters = [...fonts.files.keys(), ...site.copies.keys()].filter((path) => path.endsWith('.woff2'));
  console.log(sayWeights(weigh(out, letters), site.words));
}
