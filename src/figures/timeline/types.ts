/** The timeline once it is placed: all that a drawing needs, and nothing left to work out. */
import type { Frame } from '../../charts/frame/layout.ts';
import type { Box } from '../../charts/space.ts';
import type { Happening, Way } from './events.ts';

/** A piece of a label's text: it begins a line at `x` and `y`, or follows the date before it. */
export interface Piece {
  readonly x?: number;
  readonly y?: number;
  readonly dx?: number;
  readonly text: string;
  readonly tone: 'date' | 'title' | 'gist';
}

/** A named event; text, mark and hit area in pixels from (`x`, `y`), the middle of its mark. */
export interface Block {
  readonly id: string;
  readonly event: Happening;
  readonly focus: boolean;
  readonly x: number;
  readonly y: number;
  readonly end: boolean;
  readonly size: number;
  readonly pieces: readonly Piece[];
  readonly hit: Box;
}

export interface Text {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly tone: 'in' | 'out' | 'soft' | 'none' | 'plain';
  readonly middle?: boolean;
}

export interface Path {
  readonly kind: string;
  readonly d: string;
}

/** The hatched band of what nobody reported, with its words on a plate. */
export interface Band {
  readonly d: string;
  readonly plate: Box;
  readonly texts: readonly Text[];
}

export interface Drawing {
  readonly frame: Frame;
  readonly axis: number;
  readonly blocks: readonly Block[];
  readonly texts: readonly Text[];
  /** Samples of the kinds of opinion that are shown, with their words. */
  readonly keys: readonly {
    readonly way: Way;
    readonly x: number;
    readonly y: number;
    readonly words: Text;
  }[];
  readonly band: Band | null;
  /** One a kind: small marks of what is not named, leaders and dots of what is, and what lies under the years. */
  readonly paths: readonly Path[];
}
