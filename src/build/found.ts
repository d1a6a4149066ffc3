/** What machines read of the whole site: where its pages are and in which languages, and what it is called. */
import { FIRST, folderOf, folderOfLanguage, siteOf, upFrom } from '../site/address.ts';
import type { PageOut } from '../site/page.ts';
import { escapeHtml } from '../site/snippets.ts';

export const NOT_FOUND = '404.html';
export const MANIFEST = 'manifest.webmanifest';
export const FEED = 'feed.xml';

/** The colour of paper, as in `tokens.css`, for those who read no styles. */
export const PAPER = '#fbf9f4';

const addressOf = (path: string, lang: string): string => siteOf(lang) + folderOf(path);

/** Pages with an address of their own that a search may show: no frame, no answer to a wrong address. */
const listed = (path: string, { kind }: PageOut): boolean => kind !== 'framed' && path !== NOT_FOUND;

/** Lines for a page's head: which address is its own, and where it stands in other languages. */
export function addressLines(path: string, page: PageOut, languages: readonly string[]): string[] {
  if (!listed(path, page)) return [];
  const lines = languages.map(
    (lang) => `<link rel="alternate" hreflang="${lang}" href="${addressOf(path, lang)}">`,
  );
  lines.push(`<link rel="alternate" hreflang="x-default" href="${addressOf(path, FIRST)}">`);
  const own = `<link rel="canonical" href="${addressOf(path, page.lang)}">`;
  return page.head.some((line) => line.includes('rel="canonical"')) ? lines : [own, ...lines];
}

/** Where a reader finds the page in another language; nothing while there is one language. */
export function otherLanguages(
  path: string,
  page: PageOut,
  languages: readonly string[],
  label: string,
): string {
  const others = languages.filter((lang) => lang !== page.lang);
  if (others.length === 0 || !listed(path, page)) return '';
  const up = upFrom(folderOfLanguage(page.lang) + path);
  const links = others.map((lang) => {
    const name = new Intl.DisplayNames([lang], { type: 'language' }).of(lang) ?? lang;
    const to = `${up}${folderOfLanguage(lang)}${folderOf(path)}`;
    return `<a href="${to === '' ? './' : to}" hreflang="${lang}" lang="${lang}">${escapeHtml(name)}</a>`;
  });
  return `<nav class="languages" aria-label="${escapeHtml(label)}">${links.join(' ')}</nav>`;
}

/** Lines with addresses relative to the page: what the site is called when it is kept, and what follows it. */
export const keepLines = (up: string): string =>
  `<link rel="manifest" href="${up}${MANIFEST}">
<link rel="apple-touch-icon" href="${up}apple-touch-icon.png">
<link rel="alternate" type="application/atom+xml" href="${up}${FEED}">
`;

/** `sitemap.xml`. No dates: a page that only looks different has not changed. */
export function sitemap(pages: ReadonlyMap<string, PageOut>): string {
  const urls = [...pages]
    .filter(([path, page]) => listed(path, page))
    .map(([path, page]) => `<url><loc>${escapeHtml(addressOf(path, page.lang))}</loc></url>`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls.join('\n')}
</urlset>
`;
}

/** Everybody may read everything, in every language; frames say by themselves that they are not for search, so they must be readable, too. */
export const robots = (languages: readonly string[]): string => `User-agent: *
Disallow:

${languages.map((lang) => `Sitemap: ${siteOf(lang)}sitemap.xml`).join('\n')}
`;

/** What a phone that keeps the site on its first screen calls it. Addresses are relative to where the file lies. */
export const manifest = (said: { name: string; description: string; lang: string }): string =>
  `${JSON.stringify(
    {
      name: said.name,
      short_name: said.name,
      description: said.description,
      lang: said.lang,
      start_url: './',
      scope: './',
      // The story leads to its sources: there must be a way back.
      display: 'minimal-ui',
      background_color: PAPER,
      theme_color: PAPER,
      icons: [
        { src: 'icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
        { src: 'icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
        { src: 'icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
        { src: 'icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      ],
    },
    null,
    1,
  )}\n`;
