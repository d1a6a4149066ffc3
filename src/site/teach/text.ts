/** The shape of `content/<lang>/teach.json`, and what the pages for teachers share. */
import type { Claim } from '../../model/records.ts';
import type teach from '../../content/en/teach.json';
import type { LessonId, Note } from '../../model/lesson.ts';

export type TeachText = typeof teach;

/** A drawing of the story as it stands on paper. */
export interface Drawn {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly svg: string;
}

/** One row of the plan: a step with its minutes in each lesson, null where it is left out. */
export interface PlanRow {
  readonly id: string;
  readonly n: number;
  readonly title: string;
  readonly minutes: Readonly<Record<LessonId, number | null>>;
  readonly pause: Readonly<Record<LessonId, boolean>>;
}

/** A stop to talk: a step and what the lesson says of it. */
export interface Stop {
  readonly id: string;
  readonly n: number;
  readonly title: string;
  readonly note: Note;
}

export interface PaperClaim {
  readonly claim: Claim;
  /** The verdict's word; an incomplete claim counts as imprecise on paper. */
  readonly word: string;
}

/** The letters of the cards, each with a pattern of its own. */
export const LETTERS = ['A', 'B', 'C', 'D'] as const;
