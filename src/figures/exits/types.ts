import type { Frame } from '../../charts/frame/layout.ts';

export type Ink = 'opening' | 'leaf' | 'tip' | 'shut' | 'bar' | 'floor' | 'hatch' | 'track' | 'share';

export interface Shape {
  readonly ink: Ink;
  readonly d: string;
  /** What its scene is about: drawn in the frame's colour. */
  readonly lit: boolean;
}

export type Tone = 'title' | 'strong' | 'plain' | 'soft' | 'figure';

/** One line of text; `y` is its baseline. */
export interface Text {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly tone: Tone;
  readonly middle?: boolean;
}

/** The two scenes. */
export type Side = 'open' | 'shut';

export interface Mark {
  readonly id: 'preference' | 'corner' | 'rate' | 'order';
  readonly passport: string;
  /** Path of its hit area. */
  readonly hit: string;
  readonly shapes: readonly Shape[];
  readonly texts: readonly Text[];
}

export interface Drawing {
  readonly frames: readonly Frame[];
  /** Names of the frames, each on a gap in its upper line. */
  readonly titles: readonly Text[];
  readonly marks: readonly Mark[];
  /** `beside`: scenes side by side. `below`: one below the other. `rows`: two low rows, doors under doors. */
  readonly arrangement: 'beside' | 'below' | 'rows';
}
