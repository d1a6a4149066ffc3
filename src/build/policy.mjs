/**
 * What a built page may do, worked out from its own text: it runs the scripts and applies the styles that it was built
 * with, named by their hashes, and asks nobody but its own site. Every page says so itself, so that it holds on any host
 * and from a disk. Plain JavaScript, since `pin.mjs` writes pages too.
 */
import { createHash } from 'node:crypto';
import { fromHtml } from 'hast-util-from-html';
import { toString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';

/** Types of scripts that a browser runs; others only hold data. */
const RUNS = /^(?:|module|importmap|speculationrules|(?:text|application)\/(?:java|ecma)script)$/i;
const META = /<meta http-equiv="Content-Security-Policy" content="[^"]*">\n/;

/** A text as a policy names it. */
const hashOf = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

function wrong(what) {
  throw new Error(
    `a page's policy\n  found:    ${what}\n  expected: scripts of the site itself, and none in attributes`,
  );
}

/** What stands in a page that a policy has to do with. */
function inside(html) {
  const found = { scripts: new Set(), styles: new Set(), asks: false, images: false, manifest: false };
  visit(fromHtml(html), 'element', (node) => {
    const { tagName, properties } = node;
    for (const [name, value] of Object.entries(properties)) {
      if (/^on/i.test(name)) wrong(`${name} of <${tagName}>`);
      if (/^\s*javascript:/i.test(String(value))) wrong(`${name}="${String(value)}"`);
    }
    if (tagName === 'script' && RUNS.test(String(properties.type ?? ''))) {
      const { src } = properties;
      const code = toString(node);
      // Of an empty script nothing is run.
      if (src === undefined && code !== '') found.scripts.add(hashOf(code));
      if (src === undefined) return;
      if (/^(?:[a-z]+:|\/\/)/i.test(String(src))) wrong(`<script src="${String(src)}">`);
      else found.asks = true;
    }
    if (tagName === 'style') found.styles.add(hashOf(toString(node)));
    if (tagName === 'img' && !/^data:/.test(String(properties.src))) found.images = true;
    if (tagName === 'link') {
      const rel = [properties.rel].flat();
      if (rel.includes('manifest')) found.manifest = true;
      // Some browsers take it for the sign in the tab.
      if (rel.includes('apple-touch-icon')) found.images = true;
    }
  });
  return found;
}

/**
 * The policy of a page. `style-src` speaks of style attributes alone, which the drawings are full of: for elements there
 * is `style-src-elem` with hashes. `style-src-attr` would say the same in more letters and leave older browsers, which
 * know neither of the two, without any style. Workers fall under `script-src`.
 * @param {string} html the whole page
 * @param {{ frames?: boolean, reads?: boolean }} [more] whether its script puts pages of the site into frames; whether
 *   files of the site may be read in its name, as tools that judge a page do with `robots.txt`
 * @throws Error if the page holds a script in an attribute or of somebody else
 */
export function policyOf(html, { frames = false, reads = false } = {}) {
  const { scripts, styles, asks, images, manifest } = inside(html);
  const own = (yes) => (yes ? ["'self'"] : []);
  const fonts = [
    ...own(/url\((?!data:|["']?#)[^)]+\.woff2/.test(html)),
    ...(/url\(data:font/.test(html) ? ['data:'] : []),
  ];
  const rules = {
    'default-src': ["'none'"],
    'script-src': [...own(asks), ...scripts],
    'style-src': ["'unsafe-inline'"],
    'style-src-elem': [...styles],
    'font-src': fonts,
    // The sign in the browser's tab stands in the page.
    'img-src': [...own(images), 'data:'],
    'connect-src': own(asks || reads),
    'frame-src': own(frames),
    'manifest-src': own(manifest),
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    // Text becomes nodes only by way of story/trusted.ts and Svelte's templates, an address a worker only in story/offline.ts.
    'require-trusted-types-for': scripts.size > 0 || asks ? ["'script'"] : [],
    'trusted-types': scripts.size > 0 || asks ? ['frame', 'worker', 'svelte-trusted-html'] : [],
  };
  return Object.entries(rules)
    .filter(([, sources]) => sources.length > 0)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
}

/**
 * The page with its policy in its head, in place of one that was there. It stands after a `<base>`, which the page needs
 * and which nothing that follows may change, and before whatever runs, is shown or is applied.
 * @param {string} html
 * @param {{ frames?: boolean, reads?: boolean }} [more]
 */
export function withPolicy(html, more) {
  const bare = html.replace(META, '');
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policyOf(bare, more)}">\n`;
  const made = bare.replace('<meta name="viewport"', () => `${meta}<meta name="viewport"`);
  if (made === bare) wrong('a page without <meta name="viewport">');
  return made;
}

/** The policy that a page says itself, or nothing. */
export const saidPolicy = (html) =>
  /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(html)?.[1];
