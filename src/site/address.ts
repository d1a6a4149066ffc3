/**
 * Where the site lives: what is copied, shared or asked for by other sites needs a whole address. Set by `SITE_URL`
 * when the site is built; without it, a name that is reserved for examples, which the gallery replaces by its own.
 */
const given = process.env['SITE_URL'] ?? 'https://inside-the-frame.example/';
if (!/^https?:\/\/[^\s?#]+$/.test(given))
  throw new Error(
    `SITE_URL\n  found:    "${given}"\n  expected: an address such as https://example.org/frame/`,
  );

/** The language whose pages lie at the site's root; those of others lie in a folder of its name. */
export const FIRST = 'en';

/** The language that is built: set by `SITE_LANG`, by the build itself for each language after the first. */
export const LANG = process.env['SITE_LANG'] ?? FIRST;

/** The folder of a language, from the site's root: nothing or ending in a slash. */
export const folderOfLanguage = (lang: string): string => (lang === FIRST ? '' : `${lang}/`);

/** Where a language's pages live. Ends in a slash. */
export const siteOf = (lang: string): string => given.replace(/\/*$/, '/') + folderOfLanguage(lang);

/** Where the pages live that are built. Ends in a slash. */
export const SITE = siteOf(LANG);

/** From a page to its site's root. */
export const upFrom = (path: string): string => '../'.repeat(path.split('/').length - 1);

/** A page's path as its address has it: `teach/` for `teach/index.html`. */
export const folderOf = (path: string): string => path.replace(/(^|\/)index\.html$/, '$1');

/** Under what words and figures may be used. */
export const LICENCE = 'CC BY 4.0';
