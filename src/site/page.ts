/** What the story page is made of, gathered by `entry/story.ts`. */
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
  /** File that exports spec and Drawing, from the project's root on. */
  readonly module: string;
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
  /** In a frame of another site: the line that leads home, and what stands before an address that cannot be opened. */
  readonly foot?: { readonly home: string; readonly out: string };
}

export interface PageOut {
  readonly title: string;
  readonly description: string;
  readonly lang: string;
  readonly body: string;
  /** What the page is: the story, a page beside it (no stage, no ways to read), one figure or the story in a frame. */
  readonly kind: 'story' | 'leaf' | 'framed';
  /** Lines for the top of its head, where other sites look for them. */
  readonly head: readonly string[];
  /** Script of a page beside the story: an entry of its own. */
  readonly script?: 'leaf' | 'gallery';
  /** Styles that only some pages beside the story carry. */
  readonly style?: 'teach';
  /** What stands in the frame: the figure's id and the file that draws it; `story` has no such file. */
  readonly framed?: { readonly id: string; readonly module: string | null };
}

/** A page beside the story, its title with the site's name. @param head lines for the top of its head */
export const leafOf = (
  { lang, ui }: { readonly lang: string; readonly ui: Ui },
  { title, description }: Pick<PageOut, 'title' | 'description'>,
  body: string,
  head: readonly string[] = [],
): PageOut => ({ title: `${title} – ${ui.site}`, description, lang, body, kind: 'leaf', head });

/** A picture to be made of a drawing; see build/pictures. */
export interface PictureOrder {
  /** Path without ending. */
  readonly path: string;
  readonly kind: 'figure' | 'card';
  /** The drawing as the page has it. */
  readonly svg: string;
  readonly said: {
    readonly title: string;
    /** The end of the title, if it stands in a frame, as on the opening. */
    readonly framed?: string;
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
  readonly ui: Ui;
  readonly pictures: readonly PictureOrder[];
  readonly pages: ReadonlyMap<string, PageOut>;
  /** Other files, by path. */
  readonly files: ReadonlyMap<string, string>;
  /** Files that are copied: path in the site, path on disk. */
  readonly copies: ReadonlyMap<string, string>;
  /** Every character the pages use: what the fonts must hold. */
  readonly glyphs: string;
  /** How many words the story has. */
  readonly words: number;
}
