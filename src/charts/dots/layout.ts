/**
 * The picture of a share as a hundred grouped dots, with what is said beside it. Pure: the same words, size and
 * view give the same marks. The grid depends on the size alone, so that no dot moves from view to view.
 */
import type { Size } from '../space.ts';
import { textWidth } from '../text.ts';
import { tellBelow } from './below.ts';
import { tellBeside } from './beside.ts';
import { DOTS, outline, placeGrid, type Grid } from './grid.ts';
import { EDGE, plan, type Place } from './plan.ts';
import { tellSecond } from './second.ts';
import type { Dot, DotsInput, Drawing, TextLine, Told } from './types.ts';

/**
 * Places everything.
 * @param size pixels; width from 280, height from 180 (a little less in the guess view)
 */
export function layout(input: DotsInput, size: Size): Drawing {
  const captionSize = size.width < 480 ? 13 : 14;
  const captionRoom = captionSize + 10;
  const { columns, place, pitch } = plan(size, input.picture, captionRoom);
  const grid = placeGrid(columns, pitch, EDGE, captionRoom);
  const drawing = { ...bare(grid), dots: dotsOf(input) };
  const { words, guess } = input;
  // Where there is room for one line only, it carries the guess.
  const own = place === 'none' && guess !== null;
  const choices = place === 'none' ? [own ? words.guess : words.hint] : words.captions;
  const captionLine: TextLine = {
    id: 'caption',
    text: choices.find((text) => textWidth(text, captionSize) <= size.width - EDGE) ?? choices.at(-1) ?? '',
    x: EDGE,
    y: captionSize,
    size: captionSize,
    tone: own ? 'guess' : 'caption',
    bold: own,
  };
  const told = tell(input, size, grid, place);
  return { ...drawing, ...told, texts: [captionLine, ...told.texts] };
}

function bare(grid: Grid): Drawing {
  return {
    grid,
    dots: [],
    texts: [],
    boxes: [],
    filled: null,
    region: null,
    guessLine: null,
    leader: null,
    keys: [],
    second: null,
  };
}

function dotsOf({ picture, share, guess }: DotsInput): Dot[] {
  return Array.from({ length: DOTS }, (_, id) => {
    const filled = id < (picture === 'guess' ? (guess ?? 0) : share);
    const fill = filled ? (picture === 'guess' ? 'guess' : 'share') : picture === 'above' ? 'region' : 'open';
    return { id, fill };
  });
}

function tell(input: DotsInput, size: Size, grid: Grid, place: Place): Told {
  const marks: Partial<Drawing> =
    input.picture === 'guess'
      ? {}
      : {
          filled: outline(grid, input.share, 'first'),
          region: input.picture === 'above' ? outline(grid, input.share, 'rest') : null,
        };
  if (place === 'none') return { texts: [] };
  if (input.picture === 'below') return { ...marks, ...tellSecond(input, size, grid, place) };
  return {
    ...marks,
    ...(place === 'beside' ? tellBeside(input, size, grid) : tellBelow(input, size, grid)),
  };
}
