/** What the story page is made of, gathered by `entry/server.ts`. */
import type { FigureComponent, FigureSpec, FigureWords } from '../figures/spec.ts';
import type { Rate, Status } from '../model/rate.ts';
import type { Source } from '../model/records.ts';
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
  readonly places: Readonly<Record<string, { place: string; left: string }>>;
  /** Cards, questions and claims that close a step's text, as HTML by step. */
  readonly extras: Readonly<Record<string, string>>;
  readonly minutes: number;
  readonly terms: readonly { id: string; entry: GlossaryEntry; source: Source }[];
  readonly sources: readonly { id: string; source: Source }[];
}

export interface PageOut {
  readonly title: string;
  readonly description: string;
  readonly lang: string;
  readonly body: string;
  /** A page beside the story: no stage, no ways to read. */
  readonly leaf?: boolean;
}

/** A picture to be made of a drawing; see build/pictures. */
export interface PictureOrder {
  /** Path without ending. */
  readonly path: string;
  readonly kind: 'figure' | 'card';
  /** The drawing as the page has it. */
  readonly svg: string;
  readonly said: {
    readonly title: string;
    readonly summary: string;
    readonly source: string;
    readonly alt: string;
    readonly status: Status;
    readonly label: string;
    readonly licence: string;
    readonly site: string;
  };
}

export interface Site {
  readonly pictures: readonly PictureOrder[];
  readonly pages: ReadonlyMap<string, PageOut>;
  /** Other files, by path. */
  readonly files: ReadonlyMap<string, string>;
  /** Every character the pages use: what the fonts must hold. */
  readonly glyphs: string;
}
