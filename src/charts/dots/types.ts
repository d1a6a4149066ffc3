/** What the hundred dots are made of once they are placed. */
import type { Frame } from '../frame/layout.ts';
import type { Box } from '../space.ts';
import type { Grid } from './grid.ts';

/**
 * `guess`: empty, for the reader to fill · `share`: the share filled · `above`: the dots above it are a region
 * without a number · `below`: beside it, a second region under its level, without dots and without a number.
 */
export type Picture = 'guess' | 'share' | 'above' | 'below';

export interface Words {
  /** Over the frame; the first that fits is used. */
  readonly captions: readonly string[];
  readonly number: string;
  readonly sentence: string;
  /** A question and its answer, hatched. */
  readonly missing: readonly [string, string];
  readonly guess: string;
  readonly above: readonly [string, string];
  readonly still: string;
  readonly below: readonly [string, string];
  /** Names the share's level where it reaches the second group. */
  readonly level: string;
  /** What to do, in the guess view where there is room for one short line. */
  readonly hint: string;
  /** The large figure of the guess view: the guess, or "?". */
  readonly own: string;
  readonly ownSentence: string;
}

export interface DotsInput {
  readonly picture: Picture;
  /** Dots filled, 0 to 100; ignored by `guess`. */
  readonly share: number;
  /** The reader's guess, 0 to 100, or null. */
  readonly guess: number | null;
  readonly words: Words;
}

export interface Dot {
  readonly id: number;
  readonly fill: 'open' | 'share' | 'guess' | 'region';
}

export type Tone = 'caption' | 'share' | 'strong' | 'soft' | 'guess' | 'unknown';

export interface TextLine {
  readonly id: string;
  readonly text: string;
  readonly x: number;
  /** Baseline. */
  readonly y: number;
  readonly size: number;
  readonly tone: Tone;
  readonly bold: boolean;
}

/** What is placed: pixels from the drawing's corner; outlines and lines are paths, null where there are none. */
export interface Drawing {
  readonly grid: Grid;
  readonly dots: readonly Dot[];
  readonly texts: readonly TextLine[];
  /** Hatched: what is not published. On the plate stand the words that say so. */
  readonly boxes: readonly (Box & { readonly id: string; readonly plate: Box })[];
  /** Outline of the filled dots, and of the region above them if it is drawn. */
  readonly filled: string | null;
  readonly region: string | null;
  readonly guessLine: string | null;
  /** From the region to its words. */
  readonly leader: string | null;
  /** The small samples before words that stand below the frame and not beside their marks. */
  readonly keys: readonly {
    readonly id: 'share' | 'region' | 'guess';
    readonly x: number;
    readonly y: number;
  }[];
  /** The second group: its frame, the region in it, the share's level across to it. */
  readonly second: { readonly frame: Frame; readonly box: Box; readonly level: string } | null;
}

export type Told = Pick<Drawing, 'texts'> & Partial<Drawing>;
