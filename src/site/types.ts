/** The story as text: what `build/markdown.ts` makes of `story.md`, ready to be laid out. */
import type { Status } from '../model/rate.ts';

export interface Mix {
  readonly status: Status;
  /** Share of the chapter's words, 0 to 1. */
  readonly share: number;
}

export interface StepText {
  readonly id: string;
  readonly title: string;
  readonly status: Status;
  /** The prose, as HTML. */
  readonly html: string;
  readonly facts: FactsTable | null;
  readonly words: number;
}

export interface FactsTable {
  readonly caption: string;
  readonly rows: readonly { label: string; html: string; status: Status }[];
}

export interface ChapterText {
  readonly id: string;
  readonly title: string;
  readonly lead: string;
  /** The lead's plain text. */
  readonly leadText: string;
  readonly steps: readonly StepText[];
  readonly mix: readonly Mix[];
}

export interface StoryText {
  readonly front: Readonly<Record<string, unknown>>;
  readonly chapters: readonly ChapterText[];
  /** Rows, sources and terms the text names, in order of first use. */
  readonly rates: readonly string[];
  readonly cited: readonly string[];
  readonly terms: readonly string[];
  readonly words: number;
}

export interface GlossaryEntry {
  readonly term: string;
  readonly text: string;
  readonly source: string;
  readonly at?: string;
}
