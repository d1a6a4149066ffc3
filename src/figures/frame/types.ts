/** What the picture is made of once it is placed: everything the drawing needs, and nothing left to work out. */
import type { Box } from '../../charts/space.ts';
import type { Frame } from '../../charts/frame/layout.ts';
import type { Ink as SceneInk } from '../../charts/scene/types.ts';

/** How a shape is meant; the drawing gives each kind its stroke and fill. The scene's own kinds mean the same here. */
type Ink =
  | SceneInk
  /** Stands in the world: solid line. `tint`: its lighter second surface. `fine`: its small strokes. */
  | 'real'
  | 'tint'
  | 'fine'
  | 'solid'
  /** Made up: dashed line; and a message. */
  | 'made'
  | 'mail';

export interface Shape {
  readonly ink: Ink;
  readonly d: string;
}

export type Tone = 'strong' | 'soft' | 'big' | 'made' | 'real';

/** One line of text; `y` is its baseline. */
export interface Line {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly tone: Tone;
  readonly anchor: 'start' | 'middle' | 'end';
}

/** A thing that opens its passport. */
export interface Mark {
  readonly id: string;
  readonly passport: string;
  /** The whole sentence, for a reader who does not see it. */
  readonly label: string;
  /** Where it can be hit. */
  readonly box: Box;
  readonly shapes: readonly Shape[];
  readonly lines: readonly Line[];
}

/** The pages of the report, side by side: one dash of a broad dashed line a page. */
interface Pages {
  readonly d: string;
  readonly height: number;
  /** Dash and gap: together the pitch of the pages. */
  readonly dash: readonly [number, number];
}

/** The world, in pixels of the stage as it is seen from outside. */
export interface Picture {
  readonly frame: Frame;
  /** The same with a gap for its name, and the piece of line that fills the gap while the name is not seen. */
  readonly open: Frame;
  readonly lid: Frame['parts'][number];
  /** Where the camera stands inside the frame: the world is moved and enlarged so that the frame fills the stage. */
  readonly camera: { readonly x: number; readonly y: number; readonly zoom: number };
  /** The frame's name on its upper line: seen from inside only. */
  readonly title: Line;
  /** Within the frame. Their lines are seen from inside only. */
  readonly inner: readonly Mark[];
  /** Within the frame, seen from outside only. */
  readonly caption: readonly Line[];
  /** On plain paper around it. */
  readonly outer: readonly Mark[];
  readonly pages: Pages;
  readonly links: readonly Shape[];
  readonly notes: readonly Line[];
}
