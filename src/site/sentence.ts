/** Sentences that can be copied without saying too much: five parts that must not be missing. */
import { LICENCE } from './address.ts';
import { asRead, dateText, EVIDENCE, runsText, valueText } from '../model/format.ts';
import type { TestRecord } from '../model/records.ts';
import type { Rate } from '../model/rate.ts';
import type pages from '../content/en/pages.json';
import { put } from '../model/put.ts';

export type Pages = typeof pages;

/** Words that stand between quotation marks: those within are single. */
const inQuotes = (text: string): string => text.replaceAll('“', '‘').replaceAll('”', '’');

/**
 * An honest sentence about one row: the model, that the scene of the test is made up, who published it and when, the
 * condition, the number of runs or that it is not known, and how the number is known. Null for a row that is no rate of
 * a test.
 */
export function honest(rate: Rate, test: TestRecord, words: Pages['sentence']): string | null {
  const { value } = rate;
  if (test.kind !== 'test' || value.kind === 'amount') return null;
  const runs = runsText(rate);
  return put(words[value.kind === 'words' ? 'words' : 'rate'], {
    by: rate.measuredBy,
    date: dateText(rate.date),
    test: inQuotes(test.name),
    condition: inQuotes(rate.condition),
    model: rate.model,
    measure: rate.measure,
    value: asRead(rate, valueText(rate)),
    unit: rate.unit,
    runs: runs.startsWith('not ') ? put(words.runs, { runs }) : asRead(rate, runs),
    how: EVIDENCE[rate.evidence],
  });
}

/** How to cite a page of this site, in three forms. */
export function cite(
  title: string,
  id: string,
  address: string,
  year: string,
): Record<'plain' | 'apa' | 'bibtex', string> {
  return {
    plain: `Inside the Frame, “${title}”, ${year}, ${address}. ${LICENCE}.`,
    apa: `Inside the Frame. (${year}). ${title} [Figure]. ${address}`,
    bibtex: `@misc{insidetheframe-${id},\n  author = {{Inside the Frame}},\n  title = {${title}},\n  year = {${year}},\n  note = {${address}. ${LICENCE}}\n}`,
  };
}
