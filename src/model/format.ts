/** Turns a row into the words that every place uses: prose, charts, tables, passports. English; one file a language later. */
import { share } from './proportion.ts';
import type { Evidence, Rate } from './rate.ts';

const NBSP = '\u00a0';

/** A number as printed: at most two decimals, thousands by comma. */
export function number(value: number): string {
  // By hand: `toLocaleString` builds a formatter at each call, a millisecond apiece on a phone.
  const [whole = '', rest] = String(Math.round(value * 100) / 100).split('.');
  return whole.replace(/\B(?=(\d{3})+$)/g, ',') + (rest === undefined ? '' : `.${rest}`);
}

/** A percentage from a proportion of 0 to 1: whole if exact to a tenth, else one decimal. */
export function percentOf(proportion: number): string {
  return `${number(Math.round(proportion * 1000) / 10)}%`;
}

/** The value alone: "84%", "about 74%", "8% to 9%", "698", "higher". */
export function valueText({ value }: Rate): string {
  switch (value.kind) {
    case 'counts':
      return percentOf(share(value.counts));
    case 'percent': {
      const range = value.percentTo === undefined ? '' : ` to ${number(value.percentTo)}%`;
      return `${value.bound ? `${value.bound}${NBSP}` : ''}${number(value.percent)}%${range}`;
    }
    case 'amount':
      return `${value.bound ? `${value.bound}${NBSP}` : ''}${number(value.value)}`;
    case 'words':
      return value.words;
  }
}

/** "96 of 100", or null where k or n is not published. */
export function countsText({ value }: Rate): string | null {
  return value.kind === 'counts' ? `${number(value.counts.k)} of ${number(value.counts.n)}` : null;
}

/**
 * The number of runs, or that it is not published, or may be where we did not read: then it begins with "not". Empty for
 * an amount, which has none.
 */
export function runsText(rate: Rate): string {
  const { value, unit } = rate;
  if (value.kind === 'amount') return '';
  if (value.kind === 'counts')
    return value.origin === 'derived'
      ? `${countsText(rate) ?? ''} ${unit} (derived from published percentages)`
      : `${countsText(rate) ?? ''} ${unit}`;
  if (value.kind === 'percent' && value.assumedN !== undefined)
    return `probably ${number(value.assumedN)} ${unit} (not restated for this number)`;
  return rate.runsUnread ? 'not found in what we read' : 'not published';
}

/** What one reader took from a chart is printed with "about"; where the source has an inexact number, its word stands there. */
export const asRead = ({ evidence, value }: Rate, text: string): string =>
  evidence === 'chart-one' && value.kind === 'counts' ? `about${NBSP}${text}` : text;

/** "90.2% to 98.4%", or null: no interval without k and n. */
export function intervalText({ value }: Rate): string | null {
  return value.kind === 'counts'
    ? `${percentOf(value.interval.low)} to ${percentOf(value.interval.high)}`
    : null;
}

/** How the number is known, in plain words. */
export const EVIDENCE: Readonly<Record<Evidence, string>> = {
  text: 'Stated in the text of the source',
  table: 'From an appendix table of the source, read twice with the same result',
  'table-one': 'From the source’s appendix, read once, not double-checked',
  chart: 'Read from the published chart, twice with the same result',
  'chart-one': 'Read from the published chart by one reader: take it as “about”',
  reported: 'Reported by others; the original was not read',
  derived: 'Worked out by this page from what was published',
};

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** "2025-05-22" -> "22 May 2025"; "2025-08" -> "August 2025"; "2026" -> "2026". */
export function dateText(date: string): string {
  const [year, month, day] = date.split('-');
  const name = month === undefined ? undefined : MONTHS[Number(month) - 1];
  return [day === undefined ? undefined : String(Number(day)), name, year].filter(Boolean).join(' ');
}
