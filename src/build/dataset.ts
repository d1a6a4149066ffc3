/** The rows of the story as a schema.org Dataset, which searches for data read in the head of the page. */
import { SITE } from '../site/address.ts';
import { inScript } from '../site/snippets.ts';

const FORMATS: Readonly<Record<string, string>> = { csv: 'text/csv', json: 'application/json' };

/** @param compiled day on which the facts were compiled, ISO 8601 */
export function dataset(
  { title, lead }: { readonly title: string; readonly lead: string },
  files: readonly string[],
  compiled: string,
  lang: string,
  site: string,
): string {
  const data = {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    '@id': `${SITE}data/`,
    name: title,
    description: lead,
    url: `${SITE}data/`,
    inLanguage: lang,
    dateModified: compiled,
    isAccessibleForFree: true,
    license: 'https://creativecommons.org/licenses/by/4.0/',
    creator: { '@type': 'Organization', name: site, url: SITE },
    distribution: files.map((name) => ({
      '@type': 'DataDownload',
      name,
      contentUrl: `${SITE}data/${name}`,
      encodingFormat: FORMATS[name.split('.').at(-1) ?? ''],
    })),
  };
  return `<script type="application/ld+json">${inScript(JSON.stringify(data))}</script>`;
}
