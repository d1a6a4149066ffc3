/**
 * Pinned embeds: pages of `versions/<version>/`, as they were when that version was published. They are copied as they
 * are; only a strip that says "corrected" is filled in, if a row that a page shows was corrected since.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Correction } from '../data/schema.ts';

/** What `npm run pin` writes down beside the pages. */
export interface Version {
  readonly version: string;
  /** Day of publication. */
  readonly date: string;
  /** Rows of each figure, as they were sent to the browser. */
  readonly figures: Readonly<Record<string, readonly { readonly id: string }[]>>;
}

/** The empty place that every embed's page has for the strip. */
export const STRIP = '<p class="embed-corrected"></p>';

/** All published versions, the newest first. */
export function versionsOf(root: string): Version[] {
  const folder = join(root, 'versions');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => JSON.parse(readFileSync(join(folder, name, 'version.json'), 'utf8')) as Version)
    .sort((a, b) => Number(b.version) - Number(a.version));
}

/** A row without the name of what it counts, which the first versions did not hold. */
const known = (row: unknown): string => JSON.stringify({ ...(row as object), measure: undefined });

/**
 * The corrections of rows that a pinned figure shows, the oldest first.
 * @param now rows by id, as they would be sent today
 * @throws Error if a row changed and no correction says so
 */
export function correctionsSince(
  { version, date, figures }: Version,
  figure: string,
  now: ReadonlyMap<string, unknown>,
  corrections: readonly Correction[],
): Correction[] {
  const later = corrections.filter((correction) => correction.date >= date);
  const changed = (figures[figure] ?? []).filter((row) => known(row) !== known(now.get(row.id)));
  for (const { id } of changed)
    if (!later.some(({ rows }) => rows.includes(id)))
      throw new Error(
        `data/rates.csv\n  found:    row "${id}" is not as it was published in version ${version} (${date}, figure ${figure})\n  expected: the row as it was, or an entry in data/corrections.json that names it`,
      );
  return later.filter(({ rows }) => changed.some(({ id }) => rows.includes(id)));
}

interface Pinned {
  readonly pages: ReadonlyMap<string, string>;
  /** Other files of the versions: path in the site, path on disk. */
  readonly copies: ReadonlyMap<string, string>;
}

/** @param strip the strip's text as HTML; empty if nothing was corrected */
export function pinnedPages(
  root: string,
  versions: readonly Version[],
  strip: (version: Version, figure: string) => string,
): Pinned {
  const pages = new Map<string, string>();
  const copies = new Map<string, string>();
  for (const entry of versions) {
    const folder = join(root, 'versions', entry.version);
    for (const figure of Object.keys(entry.figures)) {
      const html = readFileSync(join(folder, `${figure}.html`), 'utf8');
      const said = strip(entry, figure);
      pages.set(
        `v/${entry.version}/embed/${figure}/index.html`,
        said === '' ? html : html.replace(STRIP, STRIP.replace('></', `>${said}</`)),
      );
    }
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.woff2')))
      copies.set(`v/${entry.version}/${name}`, join(folder, name));
  }
  return { pages, copies };
}
