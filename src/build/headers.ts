/**
 * The file `_headers`, which Netlify and Cloudflare Pages read: for each page its own policy once more, with who may
 * frame it, which a page cannot say itself; how long a file may be kept; who may read it from another site. Every rule
 * with a policy or a time names other files than the others, since hosts differ in what they do where rules overlap.
 */
import { folderOf } from '../site/address.ts';
import { saidPolicy } from './policy.mjs';

/** What holds for every answer. `deploy/nginx.conf` says the same. */
export const ALWAYS: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy':
    'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
};

/** Names with a hash of their content never change what they mean. */
export const FOREVER = 'public, max-age=31536000, immutable';
/** Kept, but asked about each time. */
export const ASK = 'no-cache';

/**
 * Pinned pages never change, and say no policy themselves: this one holds for all of them, also those to come. They
 * carry all but their font with them.
 */
export const PINNED =
  "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; font-src 'self'; img-src data:; form-action 'none'";

/** What other sites may read: whatever they show in frames, and the data. */
const OPEN = ['assets/*', 'data/*', 'embed/*', 'figures/*', 'oembed/*', 'embed.js', 'frame-figure.js'];

/** Whether any site may frame the page. */
const forFrames = (path: string): boolean => /^(?:embed|v)\//.test(path);

/**
 * A page's policy as a header. A header holds from the first byte on: there the page's own `<base>` must be allowed. No
 * word on frames lets every site frame the page; `*` would keep out pages that are no web pages.
 */
export function headerPolicy(path: string, html: string): string {
  const said = saidPolicy(html);
  if (said === undefined) throw new Error(`dist/${path}\n  found:    no policy\n  expected: one in its head`);
  const policy = html.includes('<base ') ? said.replace("; base-uri 'none'", '') : said;
  return forFrames(path) ? policy : `${policy}; frame-ancestors 'none'`;
}

/**
 * @param pages built pages by path, but for pinned ones
 * @param files all other files
 * @param folders of other languages. Hosts read at most 100 rules, so their pages have none of their own: they carry
 *   their policy in their head, and only cannot say who may frame them
 */
export function headersFile(
  pages: ReadonlyMap<string, string>,
  files: Iterable<string>,
  folders: readonly string[] = [],
): string {
  const rules: [string, Record<string, string>][] = [['/*', ALWAYS]];
  for (const folder of ['', ...folders]) {
    for (const path of OPEN) rules.push([`/${folder}${path}`, { 'Access-Control-Allow-Origin': '*' }]);
    rules.push(
      [`/${folder}assets/*`, { 'Cache-Control': FOREVER }],
      [`/${folder}sw.js`, { 'Cache-Control': ASK }],
    );
  }
  for (const path of files)
    if (/^(?!assets\/).*[-.][0-9a-f]{8,10}\.(?:js|woff2)$/.test(path))
      rules.push([`/${path}`, { 'Cache-Control': FOREVER }]);
  rules.push(['/v/*', { 'Access-Control-Allow-Origin': '*', 'Content-Security-Policy': PINNED }]);
  for (const [path, html] of pages)
    rules.push([
      `/${folderOf(path)}`,
      { 'Cache-Control': ASK, 'Content-Security-Policy': headerPolicy(path, html) },
    ]);
  // One rule a path: whoever reads the file sees all that holds for it.
  const merged = new Map<string, Record<string, string>>();
  for (const [path, headers] of rules) merged.set(path, { ...merged.get(path), ...headers });
  const lines = [...merged].flatMap(([path, headers]) => [
    path,
    ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`),
  ]);
  return `# Made by the build (src/build/headers.ts).\n${lines.join('\n')}\n`;
}
