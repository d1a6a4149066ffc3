/**
 * The direction of imports. A layer imports only from itself and from layers to its left, so that a chart can be
 * tested without a story; and what serves the build only (the data door, pages, words, Markdown) is never reached
 * from what runs in the browser.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const LAYERS = ['model', 'data', 'charts', 'figures', 'story', 'site', 'build', 'entry'] as const;
/** Folders without code of their own, and who may import from them. */
const MATERIAL: Readonly<Record<string, readonly string[]>> = {
  content: ['site', 'build', 'entry'],
  styles: ['site', 'build', 'entry'],
};
const BUILD_ONLY = ['data', 'site', 'content', 'build'];
const CLIENT_ENTRIES = [
  'client.ts',
  'leaf.ts',
  'gallery.ts',
  'embed.ts',
  'whole.ts',
  'single.ts',
  'small.ts',
  'framed.ts',
  'boot.ts',
];
/** All of packages that may reach the browser, each by its whole name: `svelte/server` is none of them. */
const BROWSER_PACKAGES = ['svelte', 'scrollama'];

interface Import {
  readonly from: string;
  readonly source: string;
  readonly typeOnly: boolean;
}

const src = resolve(import.meta.dirname, '../src');
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((name) => join(src, name))
  .filter((file) => statSync(file).isFile());
const code = files.filter((file) => /\.(ts|mjs|js|svelte)$/.test(file));
const short = (file: string): string => relative(src, file).split(sep).join('/');
const layerOf = (file: string): string => short(file).split('/')[0] ?? '';

/** The TypeScript of a file: all of it, or what stands in the script blocks of a component. */
function scriptOf(file: string): string {
  const text = readFileSync(file, 'utf8');
  if (!file.endsWith('.svelte')) return text;
  return [...text.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)].map((block) => block[1]).join('\n');
}

/** A Vite glob as a regular expression on the path from the importing file's folder. */
function globPattern(glob: string): RegExp {
  const escaped = glob
    .replace(/[.+^$()|[\]\\]/g, '\\$&')
    .replace(/\{([^}]*)\}/g, (_, list: string) => `(?:${list.split(',').join('|')})`)
    .replace(/\*\*\/|\*/g, (star) => (star === '*' ? '[^/]*' : '(?:.*/)?'));
  return new RegExp(`^${escaped}$`);
}

function globbed(file: string, call: ts.CallExpression): string[] {
  const first = call.arguments[0];
  if (first === undefined) return [];
  const literals = ts.isArrayLiteralExpression(first) ? [...first.elements] : [first];
  const globs = literals.filter(ts.isStringLiteralLike).map((literal) => literal.text);
  const wanted = globs.filter((glob) => !glob.startsWith('!'));
  const refused = globs.filter((glob) => glob.startsWith('!')).map((glob) => glob.slice(1));
  const matches = (glob: string, other: string): boolean => {
    const base = glob.startsWith('/') ? resolve(src, '..') : dirname(file);
    return globPattern(resolve(base, glob.replace(/^\//, './')).split(sep).join('/')).test(
      other.split(sep).join('/'),
    );
  };
  return files.filter(
    (other) => wanted.some((glob) => matches(glob, other)) && !refused.some((glob) => matches(glob, other)),
  );
}

function importsOf(file: string): Import[] {
  const tree = ts.createSourceFile(file, scriptOf(file), ts.ScriptTarget.Latest, true);
  const found: Import[] = [];
  const add = (source: string, typeOnly: boolean): void => {
    found.push({ from: file, source, typeOnly });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      add(node.moduleSpecifier.text, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
    } else if (
      ts.isExportDeclaration(node) &&
      node.moduleSpecifier &&
      ts.isStringLiteral(node.moduleSpecifier)
    ) {
      add(node.moduleSpecifier.text, node.isTypeOnly);
    } else if (ts.isCallExpression(node)) {
      const [argument] = node.arguments;
      if (node.expression.kind === ts.SyntaxKind.ImportKeyword) {
        if (argument && ts.isStringLiteralLike(argument)) add(argument.text, false);
      } else if (/^import\.meta\.glob$/.test(node.expression.getText(tree))) {
        for (const other of globbed(file, node)) add(other, false);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** The file an import names inside this repository; null for a package or a virtual module. */
function target({ from, source }: Import): string | null {
  const path = source.split('?')[0] ?? source;
  if (path.startsWith(src)) return path;
  if (path.startsWith('/src/')) return resolve(src, '..', path.slice(1));
  return path.startsWith('.') ? resolve(dirname(from), path) : null;
}

const imports = new Map(code.map((file) => [file, importsOf(file)]));

/** What these files take of packages that have no business in a browser. */
function strangers(taking: Iterable<string>): string[] {
  return [...taking]
    .flatMap((file) => imports.get(file) ?? [])
    .filter((one) => !one.typeOnly && target(one) === null && !BROWSER_PACKAGES.includes(one.source))
    .map((one) => `${short(one.from)} imports ${one.source}`);
}

/** Why an import may not be, or null. */
function objection(one: Import): string | null {
  const to = target(one);
  if (to === null) return null;
  const line = `${short(one.from)} imports ${to.startsWith(src) ? short(to) : one.source}`;
  const own = LAYERS.indexOf(layerOf(one.from) as (typeof LAYERS)[number]);
  if (own < 0) return `${line}: src/${layerOf(one.from)} is no layer`;
  if (!to.startsWith(src)) {
    return own >= LAYERS.indexOf('site') || layerOf(one.from) === 'data'
      ? null
      : `${line}: outside src, and ${layerOf(one.from)} may reach the browser`;
  }
  const material = MATERIAL[layerOf(to)];
  if (material) return material.includes(layerOf(one.from)) ? null : `${line}: not for this layer`;
  const other = LAYERS.indexOf(layerOf(to) as (typeof LAYERS)[number]);
  if (other < 0) return `${line}: src/${layerOf(to)} is no layer`;
  return other <= own ? null : `${line}: ${layerOf(to)} lies to the right of ${layerOf(one.from)}`;
}

describe('the direction of imports', () => {
  it('is from a layer to itself or to layers left of it', () => {
    expect(code.length).toBeGreaterThan(10);
    const all = [...imports.values()].flat();
    expect(all.map(objection).filter((text) => text !== null)).toEqual([]);
  });

  it('names files that exist, with their ending', () => {
    const known = new Set(files);
    const lost = [...imports.values()]
      .flat()
      .filter((one) => {
        const to = target(one);
        return to?.startsWith(src) && !known.has(to);
      })
      .map((one) => `${short(one.from)} imports ${one.source}`);
    expect(lost).toEqual([]);
  });

  it('lets charts, figures and story take values from charts, figures, story and model only', () => {
    const wrong = [...imports.values()]
      .flat()
      .filter((one) => ['charts', 'figures', 'story'].includes(layerOf(one.from)) && !one.typeOnly)
      .filter((one) => {
        const to = target(one);
        return to !== null && !['model', 'charts', 'figures', 'story'].includes(layerOf(to));
      })
      .map((one) => `${short(one.from)} imports ${one.source}`);
    expect(wrong).toEqual([]);
  });

  it('lets model, charts, figures and story take of packages only what may reach the browser', () => {
    expect(
      strangers(code.filter((file) => ['model', 'charts', 'figures', 'story'].includes(layerOf(file)))),
    ).toEqual([]);
  });

  it('lets scroll.ts alone know scrollama', () => {
    const users = [...imports.values()].flat().filter((one) => one.source === 'scrollama');
    expect(users.map((one) => short(one.from))).toEqual(['story/scroll.ts']);
  });
});

describe('what runs in the browser', () => {
  const entries = CLIENT_ENTRIES.map((name) => join(src, 'entry', name)).filter((file) => imports.has(file));

  /** Every file a value import reaches, with the way to it. */
  function reached(entry: string): Map<string, string[]> {
    const ways = new Map<string, string[]>([[entry, [short(entry)]]]);
    for (const [file, way] of ways) {
      for (const one of imports.get(file) ?? []) {
        const to = target(one);
        if (one.typeOnly || to === null || ways.has(to)) continue;
        ways.set(to, [...way, short(to)]);
      }
    }
    return ways;
  }

  // The build leaves Svelte's deep state out of the scripts: a component that used it would not notice a change.
  it('keeps its state raw', () => {
    const deep = code.filter((file) => /\$state\s*[(<]/.test(scriptOf(file)));
    expect(deep.map(short)).toEqual([]);
  });

  it('starts at client.ts', () => {
    expect(entries).toHaveLength(CLIENT_ENTRIES.length);
    expect(entries.map(short)).toContain('entry/client.ts');
    expect(reached(join(src, 'entry', 'client.ts')).size).toBeGreaterThan(10);
  });

  it.each(entries.map((entry) => [short(entry), entry]))('never reaches the build from %s', (_, entry) => {
    const wrong = [...reached(entry)].filter(([file]) => BUILD_ONLY.includes(layerOf(file)));
    expect(wrong.map(([, way]) => way.join(' -> '))).toEqual([]);
  });

  it.each(entries.map((entry) => [short(entry), entry]))(
    'takes of packages only what may reach the browser from %s',
    (_, entry) => expect(strangers(reached(entry).keys())).toEqual([]),
  );
});
