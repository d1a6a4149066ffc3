/**
 * One published figure, as it travels from `data/rates.csv` to every place that shows it.
 * Plain data: it is sent to the browser as an island's props, so it holds no functions.
 */
import type { Counts, Interval } from './proportion.ts';

/** The six labels every statement carries; see the legend on the page. */
export const STATUSES = ['simulated', 'reported', 'real', 'opinion', 'unknown', 'illustration'] as const;
export type Status = (typeof STATUSES)[number];

/** How strongly a row is known: read in the text, a table, a chart (by one or two), or reported by others. */
export type Evidence = 'text' | 'table' | 'table-one' | 'chart' | 'chart-one' | 'reported' | 'derived';

/** A word that must stand before a number that is not exact. */
export type Bound = 'about' | 'at most' | 'more than' | 'less than' | 'up to';

/** k of n with n published (or k derived from a published n and rate): the only shape that has an interval. */
export interface Counted {
  readonly kind: 'counts';
  readonly counts: Counts;
  /** `derived`: k or n were worked out from published percentages; the page says so. */
  readonly origin: 'published' | 'derived';
  readonly interval: Interval;
}

/** A printed percentage whose k and n cannot both be known. It has no interval, and cannot be given one. */
export interface Printed {
  readonly kind: 'percent';
  /** Percent, 0 to 100, as printed. */
  readonly percent: number;
  /** Upper end where the source prints a range, percent. */
  readonly percentTo?: number;
  readonly bound?: Bound;
  /** The number of runs where the source leaves it to be assumed; never used for an interval. */
  readonly assumedN?: number;
  readonly interval?: never;
}

/** A number that is no share: a bare count or a ratio. */
interface Amount {
  readonly kind: 'amount';
  readonly value: number;
  readonly bound?: Bound;
  /** Plural noun ("examples") or "times". */
  readonly of: string;
  readonly interval?: never;
}

/** A direction or a statement without a number ("higher"). */
interface Worded {
  readonly kind: 'words';
  readonly words: string;
  /** The row it is compared with, if any. */
  readonly comparedWith?: string;
  readonly interval?: never;
}

export type Value = Counted | Printed | Amount | Worded;

export interface Rate {
  readonly id: string;
  /** Number of the fact in the project's fact sheet, e.g. F-001. */
  readonly fact: string;
  readonly model: string;
  /** id in `data/tests.json`. */
  readonly test: string;
  readonly condition: string;
  /** What was counted, e.g. "blackmail". */
  readonly measure: string;
  /** What one of n is: "runs", "prompts", "transcripts" … */
  readonly unit: string;
  readonly value: Value;
  /** The number of runs may stand in a part of the source that we did not read. */
  readonly runsUnread?: true;
  readonly strength: string;
  readonly evidence: Evidence;
  readonly source: string;
  readonly place: string;
  /** Year, year-month or day, ISO 8601. */
  readonly date: string;
  readonly measuredBy: string;
  /** What this figure is not. */
  readonly not: string;
}
