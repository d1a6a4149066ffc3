/** What the chart of dots and intervals is given, and what it places. Pixels, unless said otherwise. */
import type { Box } from '../space.ts';
import type { Rate } from '../../model/rate.ts';

/** One line of the chart, in the order in which it is to be drawn. */
export interface Row {
  /** What the row stands for (a model, a group): stays the same when its value changes. */
  readonly id: string;
  readonly label: string;
  /** The label in fewer words, for a low drawing. */
  readonly brief?: string;
  /** The rate that is drawn; null where none is published. Its interval comes from here and from nowhere else. */
  readonly rate: Rate | null;
  /** The rate as printed; what stands there instead of it where it is null. */
  readonly value: string;
  /** How it is known, in a few words. */
  readonly note: string;
  /** Whole sentence for whoever does not see the drawing. */
  readonly say: string;
  readonly strong: boolean;
}

/** A row whose height says how many runs it stands for. */
export interface Band extends Row {
  readonly runs: Rate;
  readonly runsText: string;
  readonly saySize: string;
}

export interface Words {
  /** Stands over the column of notes. */
  readonly known: string;
  /** Said once beside all rows where they share one published number; null where each has its own. */
  readonly shared: string | null;
  /** What 100% on the axis is a share of. */
  readonly axis: string;
  /** A caution that stands in the drawing where it has room: always on bands, where names are left out on a low one. */
  readonly caution: string;
  readonly keys: readonly Key[];
  /** What a line says, in two words, for drawings with no room for a key. */
  readonly brief?: string;
}

export type Sample = 'filled' | 'hollow' | 'line' | 'fill' | 'hatch' | 'height';

export interface Key {
  readonly sample: Sample;
  readonly text: string;
}

/**
 * `accent`: in the colour of its mark, where it may stand a little away from it. `hatched`: it stands on a hatch, which
 * must not run through its letters.
 */
type Tone = 'strong' | 'plain' | 'soft' | 'accent' | 'hatched';

export interface Text {
  readonly id: string;
  readonly text: string;
  /** Goes on after the text: after a bold one softer and not bold, else bold. */
  readonly tail?: string;
  readonly x: number;
  /** Base line. */
  readonly y: number;
  readonly size: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly tone: Tone;
  readonly bold: boolean;
}

/** The shapes of a row; all y are from the row's own middle, which is at `y`. */
export interface Mark {
  readonly id: string;
  readonly y: number;
  readonly strong: boolean;
  readonly band: Box | null;
  readonly fill: Box | null;
  readonly hatch: Box | null;
  /** Only where the rate has counts. */
  readonly line: { readonly x: number; readonly width: number; readonly thick: number } | null;
  readonly dot: { readonly x: number; readonly radius: number; readonly hollow: boolean } | null;
  readonly texts: readonly Text[];
}

/** The part of the drawing that opens a passport. */
export interface Link {
  readonly id: string;
  readonly passport: string | null;
  readonly say: string;
  readonly hit: Box;
}

/** What is placed: axis, rows, and the words and samples beside them. */
export interface Drawing {
  readonly axis: {
    /** Where 0 and 100% stand: from `x` to `x + width`. */
    readonly x: number;
    readonly width: number;
    /** Paths of the lines at 0, and at 25, 50, 75 and 100%. */
    readonly zero: string;
    readonly grid: string;
  };
  readonly links: readonly Link[];
  readonly marks: readonly Mark[];
  readonly texts: readonly Text[];
  readonly samples: readonly { readonly sample: Sample; readonly x: number; readonly y: number }[];
  readonly bracket: string | null;
  readonly arrangement: 'columns' | 'stacked' | 'direct' | 'bands';
}
