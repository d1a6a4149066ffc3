/** How many columns the grid has, and whether words stand beside it or below it. */
import { clamp, type Size } from '../space.ts';
import { DOTS, MARGIN } from './grid.ts';
import type { Picture } from './types.ts';

export type Place = 'beside' | 'below' | 'none';

interface Plan {
  readonly columns: number;
  readonly place: Place;
  readonly pitch: number;
}

const floor = (value: number): number => Math.floor(value * 10) / 10;

/** Half a frame's stroke, so that it is not cut at the edge of the drawing. */
export const EDGE = 1.5;

/** Words below the frame need this much height. */
const BELOW = 138;
const BELOW_GUESS = 84;

/** How a picture is laid out in the room there is: where its words stand, and how many dots a row has. */
export function plan({ width, height }: Size, picture: Picture, caption: number): Plan {
  const gutter = gutterOf(width);
  // Where the column is low, its words need more width.
  const side = clamp(width * 0.27, height < 230 ? 124 : 110, 200);
  const below = (columns: number): number => (picture === 'guess' && columns === 10 ? BELOW_GUESS : BELOW);
  const fit = (columns: number, place: Place): Plan => {
    const rows = DOTS / columns;
    const roomX = width - 2 * EDGE - (place === 'beside' ? gutter + side : 0);
    const roomY = height - caption - EDGE - (place === 'below' ? below(columns) : 0);
    const pitch = Math.min(roomX / (columns + 2 * MARGIN), roomY / (rows + 2 * MARGIN), 54);
    return { columns, place, pitch: floor(pitch) };
  };
  const plans = [fit(10, 'beside'), fit(10, 'below'), fit(20, 'beside'), fit(20, 'below')];
  if (picture === 'guess') plans.push(fit(20, 'none'));
  // A later plan must be clearly better: the first is what the views share, so that no dot has to move.
  return plans.reduce((best, next) =>
    next.pitch > best.pitch * (next.place === 'none' ? 1.7 : 1.15) ? next : best,
  );
}

/** Room in pixels between the grid and the words beside it. */
export function gutterOf(width: number): number {
  return Math.round(clamp(width * 0.038, 14, 30));
}
