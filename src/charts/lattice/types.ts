/** A lattice: all mixes of some pieces as small squares in two panels, of which few are filled. */
import type { Box } from '../space.ts';

export const KINDS = ['solid', 'hollow', 'direction', 'blank'] as const;
/** A number; a number read by one reader; a direction or a limit without one; nothing published. */
export type Kind = (typeof KINDS)[number];

/** Where a square lies. `span` columns wide: its source leaves open in which of them it belongs. */
export interface Place {
  readonly panel: number;
  readonly column: number;
  readonly row: number;
  readonly span: number;
}

/** A published square. */
export interface Square extends Place {
  /** Row of the data. */
  readonly id: string;
  readonly kind: Exclude<Kind, 'blank'>;
  /** Which way a direction points. */
  readonly arrow: 'up' | 'down' | null;
  /** Printed inside where there is room. */
  readonly text: string;
  /** A whole sentence. */
  readonly say: string;
}

/** One label over (or beside) `span` columns (or rows). */
export interface Band {
  readonly text: string;
  readonly span: number;
}

interface Key {
  readonly sample: Kind | 'chosen' | 'near';
  readonly text: string;
}

export interface Input {
  /** Panel titles, each in several lengths, the longest first. */
  readonly panels: readonly (readonly string[])[];
  /** Lines of labels over the columns, outer line first, each with its own name at the left. */
  readonly columns: readonly { readonly name: string; readonly bands: readonly Band[] }[];
  /** The same for the rows: the two outer levels and the innermost. */
  readonly rows: readonly (readonly Band[])[];
  readonly squares: readonly Square[];
  readonly chosen: Place;
  readonly near: readonly Place[];
  readonly keys: readonly Key[];
  /** What a low stage has room for: the key of the signs that need one, and labels in fewer lines. */
  readonly brief: { readonly keys: readonly Key[]; readonly columns: Input['columns'] };
  /** What the lattice shows, in one sentence. */
  readonly count: string;
  /** The answer as text, for a still picture: the first line is strong. */
  readonly answer: readonly string[];
}

export interface Text {
  readonly id: string;
  readonly text: string;
  readonly x: number;
  /** Base line. */
  readonly y: number;
  readonly size: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly tone: 'plain' | 'soft' | 'strong' | 'on';
}

/** What is placed: pixels from the drawing's corner; lines and squares are paths, empty where there are none. */
export interface Drawing {
  /** "small" has neither labels nor links. */
  readonly arrangement: 'wide' | 'stacked' | 'part' | 'small';
  readonly size: { readonly width: number; readonly height: number };
  /** One path for all squares of a kind. */
  readonly paths: Readonly<Record<Kind, string>>;
  readonly arrows: string;
  /** Lines under the outer labels of the columns. */
  readonly braces: string;
  readonly near: string;
  readonly chosen: Box;
  readonly links: readonly { readonly id: string; readonly say: string; readonly hit: Box }[];
  readonly texts: readonly Text[];
  readonly samples: readonly { readonly sample: Key['sample']; readonly box: Box }[];
}
