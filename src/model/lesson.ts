/** What a teacher's lesson is made of: `src/content/<lang>/lesson.json`. Every string may hold `:rate[id]`. */

/** Minutes of a lesson, as `?lesson=` names them. */
export const LESSONS = ['20', '45', '90'] as const;
export type LessonId = (typeof LESSONS)[number];

export interface LessonPlan {
  readonly title: string;
  /** For whom and for what, one sentence. */
  readonly for: string;
  /** Steps of the story that are shown, in the story's order; minutes for each; a pause is a stop to talk. */
  readonly steps: readonly { readonly id: string; readonly minutes: number; readonly pause?: true }[];
}

export interface Note {
  /** What the screen says beside the figure: at most 32 words. */
  readonly slide: string;
  /** Only for steps without a figure: at most four short lines, shown large in its place. */
  readonly points?: readonly string[];
  /** What the speaker may say: two to four sentences. */
  readonly say: readonly string[];
  /** A question to ask the class, and answers to expect. */
  readonly ask: string;
  readonly expect: readonly string[];
  /** What only the teacher needs to know. */
  readonly note?: string;
}

/** A question the class votes on by cards A to D. */
export interface VoteQuestion {
  readonly id: string;
  /** Step at which it is asked. */
  readonly step: string;
  readonly question: string;
  readonly options: readonly [string, string, string, string];
  /** Place of the right option, from 0; null where there is no right one. */
  readonly right: number | null;
  /** What was reported, shown beside the votes after the second round; empty where no figure exists. */
  readonly reported: string;
  readonly why: string;
}

export interface LessonText {
  readonly lessons: Readonly<Record<LessonId, LessonPlan>>;
  /** By step: every step of the story. */
  readonly notes: Readonly<Record<string, Note>>;
  readonly votes: readonly VoteQuestion[];
}
