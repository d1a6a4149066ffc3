/** What the figure shows, by date: tests on one side of the frame's edge, what happened outside them on the other. */
import type { Status } from '../../model/rate.ts';

export type Show = 'voices' | 'real-world';
export type TimelineView = Readonly<{ show: Show }>;

/** Where an opinion points: back to the frame (less), out into the world (care), or to the cause. */
export type Way = 'less' | 'care' | 'cause';

export interface Happening {
  readonly id: string;
  /** As published: a day, a month or a year. */
  readonly date: string;
  /** `reported` is a test and stands inside the frame; all else stands outside. */
  readonly status: Status;
  /** Id of its row or statement. */
  readonly passport: string;
  readonly way: Way | null;
}

const at = (
  date: string,
  id: string,
  status: Status,
  way: Way | null = null,
  passport = `timeline-${id}`,
): Happening => ({ id, date, status, passport, way });

/** In the order of their dates. */
export const EVENTS: readonly Happening[] = [
  at('2025-05-22', 'card', 'reported', null, 'opus4-shared-values'),
  at('2025-05-22', 'release', 'real'),
  at('2025-05-23', 'press', 'real'),
  at('2025-05-24', 'palisade', 'reported', null, 'palisade-not-allowed'),
  at('2025-06-20', 'june', 'reported'),
  at('2025-06-20', 'study', 'real'),
  at('2025-06-20', 'care', 'opinion', 'care'),
  at('2025-07-04', 'chimp', 'opinion', 'less'),
  at('2025-07-14', 'gdm', 'reported'),
  at('2025-08-13', 'ars', 'opinion', 'less'),
  at('2025-08', 'joint', 'reported'),
  at('2025-09', 'sonnet', 'reported', null, 'sonnet45-honeypots'),
  at('2025-09', 'never', 'real'),
  at('2025-11-04', 'promises', 'opinion', 'care'),
  at('2026-02', 'opus46', 'reported', null, 'opus46-inhibited'),
  at('2026-02', 'attack', 'real'),
  at('2026-03-27', 'list', 'real', null, 'cltr-incidents'),
  at('2026', 'official', 'opinion', 'less', 'sacks-200'),
  at('2026-05-08', 'account', 'opinion', 'cause'),
  at('2026-07-13', 'summer', 'reported'),
  at('2026-07-13', 'warning', 'opinion', 'care'),
  at('2026-08-05', 'retired', 'real'),
];

/** What must be named first where there is little room; what is in focus follows, then the rest. */
export const FIRST: Readonly<Record<Show, readonly string[]>> = {
  voices: ['ars', 'care', 'chimp', 'warning', 'official', 'promises'],
  'real-world': ['attack', 'list', 'never', 'study'],
};

/** Whether a view is about this event: readings, or what took place in the world. */
export function inFocus({ status }: Happening, show: Show): boolean {
  return status === (show === 'voices' ? 'opinion' : 'real');
}

const MONTHS = 19;

/**
 * Place on the axis from May 2025 (0) to the end of November 2026 (1). A month without a day stands in its middle; a
 * year without a month in spring, the only such date here.
 */
export function timeOf(date: string): number {
  const [year = 0, month = 4, day = 15] = date.split('-').map(Number);
  return ((year - 2025) * 12 + month - 5 + (day - 1) / 31) / MONTHS;
}
