/** Corrections as an Atom feed: whoever quoted a number can hear that it was wrong. */
import { createHash } from 'node:crypto';
import type { Correction } from '../data/schema.ts';
import { put } from '../model/put.ts';
import { LICENCE, SITE } from '../site/address.ts';
import { escapeHtml } from '../site/snippets.ts';
import { FEED } from './found.ts';

interface FeedWords {
  readonly title: string;
  readonly subtitle: string;
  /** `{rows}`: which rows were corrected. */
  readonly corrected: string;
  /** `{was}`, `{is}`, `{why}`. */
  readonly text: string;
  readonly change: string;
}

interface Entry {
  readonly date: string;
  /** What makes it this entry; its words may be improved. */
  readonly key: string;
  readonly title: string;
  readonly text: string;
  readonly link: string;
}

/** An id that stays when the site moves or an entry's words change: made of its date and what it is about. */
function idOf(key: string): string {
  const hex = createHash('sha256').update(`inside-the-frame ${key}`).digest('hex');
  // A UUID of version 8: made by a rule of one's own.
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`];
  return `urn:uuid:${parts.join('-')}-${hex.slice(20, 32)}`;
}

const moment = (date: string): string => `${date}T00:00:00Z`;

/**
 * Writes the feed, the newest entry first.
 * @param changes what the story's change log says, the oldest first
 */
export function feed(
  corrections: readonly Correction[],
  changes: readonly { readonly date: string; readonly text: string }[],
  words: FeedWords,
  site: string,
  lang: string,
): string {
  const known = new Map<string, number>();
  /** Two of the same kind on one day are told apart by their order. */
  const numbered = (key: string): string => {
    const count = known.get(key) ?? 0;
    known.set(key, count + 1);
    return count === 0 ? key : `${key} ${count + 1}`;
  };
  const entries: Entry[] = [
    ...changes.map(({ date, text }) => ({
      date,
      key: numbered(`change ${date}`),
      title: words.change,
      text,
      link: `${SITE}#about`,
    })),
    ...corrections.map(({ date, rows, was, is, why }) => ({
      date,
      key: numbered(`correction ${date} ${rows.join(' ')}`),
      title: put(words.corrected, { rows: rows.join(', ') }),
      text: put(words.text, { was, is, why }),
      link: `${SITE}data/#row-${rows[0] ?? ''}`,
    })),
  ].sort((a, b) => b.date.localeCompare(a.date));
  const newest = entries[0]?.date;
  if (newest === undefined)
    throw new Error('feed\n  found:    no change\n  expected: at least one in ui.json, "changed"');
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${lang}">
<id>${idOf('feed')}</id>
<title>${escapeHtml(words.title)}</title>
<subtitle>${escapeHtml(words.subtitle)}</subtitle>
<updated>${moment(newest)}</updated>
<author><name>${escapeHtml(site)}</name></author>
<rights>${LICENCE}</rights>
<link rel="self" type="application/atom+xml" href="${escapeHtml(SITE + FEED)}"/>
<link rel="alternate" type="text/html" href="${escapeHtml(`${SITE}#about`)}"/>
${entries
  .map(
    ({ date, key, title, text, link }) => `<entry>
<id>${idOf(key)}</id>
<title>${escapeHtml(title)}</title>
<updated>${moment(date)}</updated>
<link rel="alternate" type="text/html" href="${escapeHtml(link)}"/>
<content type="text">${escapeHtml(text)}</content>
</entry>`,
  )
  .join('\n')}
</feed>
`;
}
