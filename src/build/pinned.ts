/**
 * Pinned embeds: pages of `versions/<version>/`, as they were when that version was published. They are copied as they
 * are; only a strip that says "corrected" is filled in, if a row that a page shows was corrected since.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataError, type Problem } from '../data/errors.ts';
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

/** Rows by their ids, as they would be sent today. */
type Now = ReadonlyMap<string, unknown>;

/** Ids of rows of a pinned figure that are not as they were published. */
const changedRows = ({ figures }: Version, figure: string, now: Now): string[] =>
  (figures[figure] ?? []).filter((row) => known(row) !== known(now.get(row.id))).map(({ id }) => id);

const since = (date: string, corrections: readonly Correction[]): Correction[] =>
  corrections.filter((correction) => correction.date >= date);

/**
 * A number that was published may change only with a correction, and this must say what the number is now.
 * @param lineOf line of a row in data/rates.csv
 * @param printed the forms in which a row's value is printed; none of a row that is gone
 * @throws DataError with every row that a version shows, that changed, and that no correction names rightly
 */
export function checkPinned(
  versions: readonly Version[],
  now: Now,
  corrections: readonly Correction[],
  lineOf: (id: string) => number,
  printed: (id: string) => readonly string[],
): void {
  const problems = new Map<string, Problem>();
  for (const entry of versions) {
    const { version, date, figures } = entry;
    const later = since(date, corrections);
    for (const figure of Object.keys(figures))
      for (const id of changedRows(entry, figure, now)) {
        const told = later.findLast(({ rows }) => rows.includes(id));
        const forms = printed(id);
        const place = { file: 'data/rates.csv', line: now.has(id) ? lineOf(id) : 0, column: '' };
        if (!told)
          problems.set(id, {
            ...place,
            found: `row “${id}” is not as it was published in version ${version} (${date}, figure ${figure})`,
            expected: 'the row as it was, or an entry in data/corrections.json that names it',
            fix: `Undo the change, or add an entry of ${date} or later to data/corrections.json with “${id}” in its “rows”.`,
          });
        else if (forms.length > 0 && !forms.some((form) => told.is.includes(form)))
          problems.set(id, {
            ...place,
            found: `row “${id}” is ${forms.join(' or ')}, and its newest correction (${told.date}) says “${told.is}”`,
            expected: 'a correction whose “is” names the value that the row has now',
            fix: 'Correct the row, or the entry in data/corrections.json, or add another entry.',
          });
      }
  }
  if (problems.size > 0) throw new DataError([...problems.values()]);
}

/** The corrections of rows that a pinned figure shows, the oldest first. */
export function correctionsSince(
  version: Version,
  figure: string,
  now: Now,
  corrections: readonly Correction[],
): Correction[] {
  const changed = changedRows(version, figure, now);
  return since(version.date, corrections).filter(({ rows }) => changed.some((id) => rows.includes(id)));
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
