/** What the story page is made of, gathered by `entry/server.ts`. */
import type { FigureComponent, FigureSpec, FigureWords } from '../figures/spec.ts';
import type { Rate } from '../model/rate.ts';
import type { Source, Statement, TestRecord } from '../model/records.ts';
import type { GlossaryEntry, StoryText } from './types.ts';
import type { Ui } from './ui.ts';

export interface PageFigure {
  readonly spec: FigureSpec;
  readonly Drawing: FigureComponent;
  readonly rows: readonly Rate[];
  readonly words: FigureWords;
}

/** The front matter of `story.md`. */
export interface Front {
  readonly titleLead: string;
  readonly titleFrame: string;
  readonly answer: string;
  readonly contentNote: string;
  readonly outcomes: readonly string[];
  readonly independence: string;
  readonly verbsNote: string;
}

export interface PageProps {
  readonly story: StoryText;
  readonly front: Front;
  readonly ui: Ui;
  readonly figures: Readonly<Record<string, PageFigure>>;
  readonly stages: Readonly<Record<string, string>>;
  readonly places: Readonly<Record<string, { place: string; placeLong: string }>>;
  readonly minutes: number;
  readonly passports: readonly { rate: Rate; source: Source; test: TestRecord }[];
  readonly statements: readonly { statement: Statement; source: Source }[];
  readonly terms: readonly { id: string; entry: GlossaryEntry; source: Source }[];
  readonly sources: readonly { id: string; source: Source }[];
}

export interface PageOut {
  readonly title: string;
  readonly description: string;
  readonly lang: string;
  readonly body: string;
}

export interface Site {
  readonly pages: ReadonlyMap<string, PageOut>;
  /** Other files, by path. */
  readonly files: ReadonlyMap<string, string>;
  /** Every character the pages use: what the fonts must hold. */
  readonly glyphs: string;
}
