/**
 * What goes to the browser: how components are compiled, what is left out, and scripts in one piece for pages in
 * frames. A frame may have no origin: there a script that asks for another module gets none.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { svelte, type Options } from '@sveltejs/vite-plugin-svelte';
import { minify, type MinifyOptions } from 'terser';
import { build, type Plugin, type PluginOption } from 'vite';

export const SVELTE: Options = {
  configFile: false,
  compilerOptions: {
    runes: true,
    discloseVersion: false,
    cssHash: ({ hash, css }) => `s-${hash(css).slice(0, 3)}`,
  },
};

/** Scrollama's own modules: its package points to a bundle for old loaders, which is larger. */
export const ALIAS = { scrollama: 'scrollama/index.js' };

/**
 * What survives tree-shaking though nothing here uses it: of Svelte custom elements, taking over HTML that is in the
 * page (what wakes is drawn anew) and deep state (`$state.raw` is the rule of the house, held by a test); of Vite what
 * it puts around each import to bring styles and further files along (styles stand in the page, no part has further files).
 */
const UNUSED: readonly [string, (read: () => string) => string][] = [
  [
    '/client/dom/elements/custom-element.js',
    () => 'export const create_custom_element = undefined, SvelteElement = undefined;',
  ],
  [
    '/client/dom/hydration.js',
    (read) =>
      read()
        .replace('export let hydrating = false;', 'export const hydrating = false;')
        .replace('\thydrating = value;', ''),
  ],
  [
    '/client/proxy.js',
    () => 'export const proxy = (value) => value, get_proxied_value = proxy, is = Object.is;',
  ],
  ['vite/preload-helper.js', () => 'export const __vitePreload = (part) => part();'],
];

/** What the browser's scripts do without. */
export function lean(): Plugin {
  return {
    name: 'lean',
    // Parts of Svelte and Vite that we never use, and the figures' tables, which stand in the page already.
    load(id) {
      if (this.environment.name !== 'client' || this.environment.mode !== 'build') return null;
      for (const [end, change] of UNUSED) if (id.endsWith(end)) return change(() => readFileSync(id, 'utf8'));
      if (!/\/figures\/([a-z]+\/(figure|picture)|lanes)\.ts$/.test(id)) return null;
      return readFileSync(id, 'utf8').replace(/^ +table,$/m, '');
    },
    // Styles reach the reader inline in the page; in the client's chunks they would be asked for again.
    transform(code, id) {
      if (this.environment.mode !== 'build' || this.environment.name !== 'client') return null;
      if (!id.endsWith('.svelte')) return null;
      return { code: code.replace(/import\s*["'][^"']*type=style[^"']*["'];?/g, ''), map: null };
    },
  };
}

/** Terser is told one thing about our code, that reading a property has no effect. */
const TERSER: MinifyOptions = {
  module: true,
  ecma: 2020,
  compress: { passes: 3, pure_getters: true, keep_fargs: false },
};

/** Minifies once more what Vite has minified: 1 kB less in all. */
export function smaller(): Plugin {
  return {
    name: 'smaller',
    // Names are made before: other settings make others.
    augmentChunkHash: () => JSON.stringify(TERSER),
    async generateBundle(_, pieces) {
      if (this.environment.mode !== 'build' || this.environment.name !== 'client') return;
      for (const piece of Object.values(pieces))
        if (piece.type === 'chunk') piece.code = (await minify(piece.code, TERSER)).code ?? piece.code;
    },
  };
}

/**
 * A script in one piece, classic.
 * @param code of the entry
 * @param small whether the small stand-in for Svelte's runtime will do, as it does for one figure
 */
export async function bundle(root: string, code: string, small = false): Promise<string> {
  const entry = '\0entry';
  const empty = '\0empty';
  const own: Plugin = {
    name: 'entry',
    enforce: 'pre',
    resolveId: (id) => {
      if (small && /^svelte(\/internal\/client)?$/.test(id)) return join(root, 'src/entry/small.ts');
      if (small && /^svelte\/internal\//.test(id)) return empty;
      return id === 'entry' ? entry : null;
    },
    load: (id) => (id === entry ? code : id === empty ? '' : null),
  };
  const plugins: PluginOption[] = [own, svelte(SVELTE), lean(), smaller()];
  const result = await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    resolve: { alias: ALIAS },
    plugins,
    build: {
      write: false,
      modulePreload: false,
      rolldownOptions: {
        input: 'entry',
        transform: { define: { 'import.meta': '({})' } },
        output: { format: 'iife', codeSplitting: false },
      },
    },
  });
  const outputs = (Array.isArray(result) ? result : [result]).flatMap((one) =>
    'output' in one ? one.output : [],
  );
  const [chunk, ...others] = outputs.filter((one) => one.type === 'chunk');
  if (!chunk || others.length > 0)
    throw new Error(`found:    ${outputs.length} pieces\nexpected: one script`);
  return chunk.code.trim();
}
