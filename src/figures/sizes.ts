/** The sizes in which a figure that moves nothing is drawn at build; the browser takes the one that fits its stage. */
import type { Size } from '../charts/space.ts';
import type { FigureSpec, View } from './spec.ts';

/** From a small phone to a wide screen, in pixels; the smallest first. */
export const SIZES: readonly Size[] = [
  { width: 284, height: 200 },
  { width: 324, height: 260 },
  { width: 348, height: 276 },
  { width: 538, height: 300 },
  { width: 668, height: 328 },
  { width: 670, height: 362 },
  { width: 672, height: 408 },
  { width: 756, height: 490 },
  { width: 760, height: 660 },
];

/** The largest size that fits into the room without being made smaller; the smallest if none does. */
export function sizeFor(room: Size): Size {
  const fits = ({ width, height }: Size): boolean => width <= room.width + 2 && height <= room.height + 2;
  return SIZES.findLast(fits) ?? (SIZES[0] as Size);
}

/** Where the build puts a drawing. */
export const drawingFile = (figure: string, { width }: Size): string => `figures/${figure}.${width}.json`;

/** Height of a drawing in a frame of another page, pixels: in a column of text it may be lower than on its own page. */
export const heightInFrame = (spec: FigureSpec, width: number, view: View): number =>
  Math.min(spec.height(width, view), Math.max(380, Math.round(width * 0.7)));
