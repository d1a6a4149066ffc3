/** What the scene is made of once it is placed: everything a drawing needs, and nothing left to work out. */
import type { Box } from '../space.ts';
import type { Frame } from '../frame/layout.ts';

/** The six parts of the set-up, in the order in which the story brings them in. */
export const PARTS = ['role', 'inbox', 'replacement', 'secret', 'nudge', 'corner'] as const;
export type Part = (typeof PARTS)[number];

/** How a shape is meant; the drawing gives each kind its stroke and fill. */
export type Ink =
  | 'tone-1'
  | 'tone-2'
  | 'tone-3'
  | 'tone-4'
  | 'panel'
  | 'lit'
  | 'rule'
  | 'link'
  | 'tip'
  | 'line'
  | 'opening'
  | 'leaf'
  | 'shut'
  | 'bar'
  | 'floor';

export interface Shape {
  readonly ink: Ink;
  /** Path, in pixels from the piece's own corner. */
  readonly d: string;
}

/** `frame`: the name of the frame, `note`: the line under it; both in its colour whatever the step. */
export type Tone = 'strong' | 'soft' | 'title' | 'quote' | 'frame' | 'note';

/** One line of text; `x` and `y` (its baseline) in pixels from the piece's own corner. */
export interface Line {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Font size in pixels, 12 or more. */
  readonly size: number;
  readonly tone: Tone;
  readonly anchor: 'start' | 'middle' | 'end';
}

/** A thing that is drawn in one place and keeps it (and its id) from step to step. */
export interface Piece extends Box {
  readonly id: string;
  readonly shapes: readonly Shape[];
  readonly lines: readonly Line[];
}

/** One part of the set-up: a link to its passport around its pieces. */
export interface Mark {
  readonly part: Part;
  /** Id of its passport, without `passport-`. */
  readonly passport: string;
  /** The whole sentence, for a reader who does not see it. */
  readonly label: string;
  /** New in this step: drawn in the frame's colour. */
  readonly fresh: boolean;
  readonly pieces: readonly Piece[];
}

export interface Scene {
  readonly frame: Frame;
  /** Text in the gap of the frame's upper line. */
  readonly title: Line;
  /** Lines under the frame. */
  readonly note: readonly Line[];
  /** How far down the whole scene is moved so that what is there stands in the middle, pixels. */
  readonly shift: number;
  readonly marks: readonly Mark[];
  /** `room`: all side by side. `column`: all below each other. `focus`: the assistant and what is new. */
  readonly arrangement: Arrangement;
}

export type Arrangement = 'room' | 'column' | 'focus';
