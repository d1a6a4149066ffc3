/** The assistant, and the testers' words about its role. */
import type { Box } from '../space.ts';
import { balance, textWidth, wrap } from '../text.ts';
import { SMALL, fitted, hang, type Labels } from './set.ts';
import { modelMark } from './shapes.ts';
import type { Line, Piece } from './types.ts';

/** The model's mark with its name below, centred in a lane. */
export function assistantBelow(
  labels: Labels,
  lane: Omit<Box, 'height'>,
  side: number,
  font: number,
  played: boolean,
): Piece {
  const name = wrap(labels['assistant'] ?? '', font, lane.width, true);
  const cast = played ? wrap(labels['played'] ?? '', SMALL, lane.width) : [];
  const lines: Line[] = [];
  let y = side + 8;
  for (const text of name) {
    lines.push({ text, x: lane.width / 2, y: y + font, size: font, tone: 'strong', anchor: 'middle' });
    y += font + 3;
  }
  if (cast.length > 0) y += 3;
  for (const text of cast) {
    lines.push({ text, x: lane.width / 2, y: y + SMALL, size: SMALL, tone: 'soft', anchor: 'middle' });
    y += SMALL + 4;
  }
  return {
    id: 'assistant',
    ...lane,
    height: y + 2,
    shapes: modelMark((lane.width - side) / 2, 0, side),
    lines,
  };
}

/** The model's mark with its name to the right; who plays it only where there is room. */
export function assistantBeside(
  labels: Labels,
  x: number,
  y: number,
  inside: number,
  side: number,
  font: number,
): Piece {
  const text = side + 14;
  const played = text + textWidth(labels['played'] ?? '', SMALL);
  const fits = played <= inside;
  const cast: Line = {
    text: labels['played'] ?? '',
    x: text,
    y: side / 2 + SMALL + 2,
    size: SMALL,
    tone: 'soft',
    anchor: 'start',
  };
  const width = Math.max(fits ? played : 0, text + textWidth(labels['assistant'] ?? '', font, true));
  return {
    id: 'assistant',
    x,
    y,
    width: Math.min(inside, width),
    height: side,
    shapes: modelMark(0, 0, side),
    lines: [
      {
        text: labels['assistant'] ?? '',
        x: text,
        y: side / 2 - 3,
        size: font,
        tone: 'strong',
        anchor: 'start',
      },
      ...(fits ? [cast] : []),
    ],
  };
}

/**
 * The testers' own words about the role, large, with a line that says whose they are.
 * `room`: pixels of height it may take. Placed at the top of the box; the caller moves it.
 */
export function quote(
  labels: Labels,
  box: Omit<Box, 'height'>,
  sizes: readonly number[],
  room = Infinity,
): Piece {
  const caption = balance(labels['role-caption'] ?? '', SMALL, box.width);
  const under = 8 + caption.length * 18;
  const set = fitted(labels['role-quote'] ?? '', box.width, room - under, sizes);
  const lines = [
    ...set.lines.map((text, index): Line => ({
      text,
      x: index === 0 ? -hang(text, set.size) : 0,
      y: set.size + index * set.leading,
      size: set.size,
      tone: 'quote',
      anchor: 'start',
    })),
    ...caption.map((text, index): Line => ({
      text,
      x: 0,
      y: set.height + 8 + SMALL + index * 18,
      size: SMALL,
      tone: 'soft',
      anchor: 'start',
    })),
  ];
  return { id: 'role-quote', ...box, height: set.height + under, shapes: [], lines };
}
