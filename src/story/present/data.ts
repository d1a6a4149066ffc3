/** What present mode shows and says: one file, asked for only by those who present or follow a lesson. */
import { LESSONS, type LessonId, type LessonPlan, type LessonText } from '../../model/lesson.ts';
import { oneOf } from '../../model/url.ts';
import { ask } from '../modes.ts';

/** The words of present mode; `content/<lang>/present.json` has this shape. */
export interface PresentWords {
  readonly slideStart: string;
  readonly place: string;
  readonly buttons: {
    readonly overview: string;
    readonly vote: string;
    readonly speaker: string;
    readonly help: string;
    readonly full: string;
    readonly leave: string;
  };
  readonly close: string;
  readonly overview: string;
  readonly opening: string;
  readonly goto: {
    readonly title: string;
    readonly label: string;
    readonly go: string;
  };
  readonly blank: string;
  readonly qr: {
    readonly title: string;
    readonly key: string;
  };
  readonly help: {
    readonly title: string;
    readonly note: string;
    readonly rows: readonly (readonly string[])[];
  };
  readonly speaker: {
    readonly title: string;
    readonly now: string;
    readonly next: string;
    readonly end: string;
    readonly notes: string;
    readonly ask: string;
    readonly expect: string;
    readonly note: string;
    readonly minutes: string;
    readonly pause: string;
    readonly clock: string;
    readonly elapsed: string;
    readonly left: string;
    readonly over: string;
    readonly start: string;
    readonly pauseTimer: string;
    readonly reset: string;
    readonly prev: string;
    readonly forward: string;
    readonly blank: string;
    readonly blocked: string;
    readonly tab: string;
    readonly split: string;
    readonly linked: string;
    readonly alone: string;
    readonly close: string;
  };
  readonly vote: {
    readonly title: string;
    readonly lead: string;
    readonly question: string;
    readonly first: string;
    readonly second: string;
    readonly show: string;
    readonly right: string;
    readonly none: string;
    readonly clear: string;
    readonly cleared: string;
    readonly of: string;
    readonly cards: string;
  };
  readonly mild: {
    readonly note: string;
    /** The same for the head of a sheet. */
    readonly short: string;
    readonly swap: readonly (readonly string[])[];
  };
}

export interface Present {
  readonly words: PresentWords;
  readonly lesson: LessonText;
  /** Codes of the steps' addresses by step, and of the story's by the empty name: a row of squares as hexadecimal digits each. */
  readonly codes: Readonly<Record<string, readonly string[]>>;
  /** The address the codes lead to. */
  readonly site: string;
}

/** @throws Error if it cannot be had */
export async function loadPresent(): Promise<Present> {
  const answer = await ask('present.json');
  if (!answer.ok) throw new Error(answer.statusText);
  return (await answer.json()) as Present;
}

/** The lesson the address asks for, or null. */
export const askedLesson = (search: string): LessonId | null =>
  oneOf(LESSONS, new URLSearchParams(search).get('lesson'));

/** Steps of a lesson, in the story's order; all of them without a lesson. */
export function planned(
  ids: readonly string[],
  plan: LessonPlan | undefined,
): { readonly ids: readonly string[]; readonly minutes: number } {
  if (!plan) return { ids, minutes: 0 };
  const wanted = new Set(plan.steps.map(({ id }) => id));
  return {
    ids: ids.filter((id) => wanted.has(id)),
    minutes: plan.steps.reduce((sum, { minutes }) => sum + minutes, 0),
  };
}
