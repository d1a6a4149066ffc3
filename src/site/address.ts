/**
 * Where the site lives: what is copied, shared or asked for by other sites needs a whole address. Set by `SITE_URL`
 * when the site is built; without it, a name that is reserved for examples, which the gallery replaces by its own.
 */
const given = process.env['SITE_URL'] ?? 'https://inside-the-frame.example/';
if (!/^https?:\/\/[^\s?#]+$/.test(given))
  throw new Error(
    `SITE_URL\n  found:    "${given}"\n  expected: an address such as https://example.org/frame/`,
  );

/** Ends in a slash. */
export const SITE = given.replace(/\/*$/, '/');

/** A page's path as its address has it: `teach/` for `teach/index.html`. */
export const folderOf = (path: string): string => path.replace(/(^|\/)index\.html$/, '$1');
