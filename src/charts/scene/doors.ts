/** The ways out: two shut doors, two open ones, their heading and their names. */
import { clamp, type Box } from '../space.ts';
import { textWidth, wrap } from '../text.ts';
import { centred } from './boxes.ts';
import { SMALL, type Labels } from './set.ts';
import { line, openDoor, shutDoors } from './shapes.ts';
import type { Line, Piece, Shape } from './types.ts';

/** The words over the doors. @param long whether they say, too, who shut the others */
export function doorHeading(labels: Labels, box: Omit<Box, 'height'>, font: number, long: boolean): Piece {
  const about = long ? wrap(labels['doors-note'] ?? '', SMALL, box.width) : [];
  const heading = labels['doors'] ?? '';
  const lines: Line[] = [{ text: heading, x: 0, y: font, size: font, tone: 'title', anchor: 'start' }];
  about.forEach((text, index) =>
    lines.push({ text, x: 0, y: font + 21 + index * 18, size: SMALL, tone: 'soft', anchor: 'start' }),
  );
  const side = labels['doors-side'] ?? '';
  if (!long && textWidth(heading, font, true) + textWidth(side, SMALL) + 16 <= box.width)
    lines.push({ text: side, x: box.width, y: font, size: SMALL, tone: 'soft', anchor: 'end' });
  return { id: 'doors', ...box, height: Math.max(24, font + 6 + about.length * 18), shapes: [], lines };
}

/** Shares of the width for the doors that are shut and for each open one: a narrow row leaves more to the names. */
const sharesOf = (width: number): readonly number[] => (width < 340 ? [0.36, 0.34, 0.3] : [0.42, 0.31, 0.27]);

/** Two shut doors and the ends of their bar must fit in their share of the width. */
function highestDoor(width: number): number {
  return width * (width < 340 ? 0.21 : 0.25);
}

/** Doors on one floor: two shut behind one bar, two open, their names below. */
export function doorRow(labels: Labels, box: Omit<Box, 'height'>, wish: number, font: number): Piece[] {
  const tall = Math.min(wish, highestDoor(box.width));
  const size = font > 16 ? 16 : font > 14 ? 14 : SMALL;
  const leading = size + 4;
  const wide = tall * 0.6;
  const gap = wide * 0.3;
  const shares = sharesOf(box.width);
  const keys = ['shut', 'accept', 'blackmail'];
  const drop = tall * 0.1;
  let x = box.x;
  return keys.map((key, index): Piece => {
    const width = box.width * (shares[index] ?? 0);
    const label = wrap(labels[`door-${key}`] ?? '', size, width - 6, key !== 'shut');
    const pair = 2 * wide + gap;
    const shapes: Shape[] = [
      ...(key === 'shut'
        ? shutDoors((width - pair) / 2, 0, wide, tall, 2, gap)
        : openDoor((width - wide) / 2, 0, wide, tall)),
    ];
    // Each piece carries its own stretch of the floor, so that the floor is whole wherever the doors are.
    shapes.unshift({ ink: 'floor', d: line(0, tall, width, tall) });
    const piece: Piece = {
      id: `door-${key}`,
      x,
      y: box.y,
      width,
      height: tall + drop + 8 + 2 * leading,
      shapes,
      lines: label.map((text, at) => ({
        text,
        x: width / 2,
        y: tall + drop + 8 + size * 0.8 + at * leading,
        size,
        tone: key === 'shut' ? 'soft' : 'strong',
        anchor: 'middle',
      })),
    };
    x += width;
    return piece;
  });
}

/** Doors in a low stage: side by side if that is wide enough, else as a list. */
export function doorsIn(labels: Labels, stage: Box, font: number, middle: boolean): Piece[] {
  const top = 28;
  const names = 2 * (font + 4) + 8;
  if (stage.width >= 260 && stage.height >= 136) {
    const tall = Math.min(clamp((stage.height - top - names) / 1.1, 44, 130), highestDoor(stage.width));
    const height = top + tall * 1.1 + names;
    const y = middle ? stage.y + Math.max(0, (stage.height - height) / 2) : stage.y;
    const heading = doorHeading(labels, { ...stage, y }, font, false);
    return [heading, ...doorRow(labels, { ...stage, y: y + top }, tall, font)];
  }
  const row = clamp(stage.height / 3, 30, 52);
  const box = centred(stage, row * 3);
  const tall = clamp(row - 12, 24, 38);
  const wide = Math.round(tall * 0.62);
  const text = wide + 18;
  return ['shut', 'accept', 'blackmail'].map((key, index): Piece => {
    const bold = key !== 'shut';
    const label = wrap(labels[`door-${key}`] ?? '', font, box.width - text, bold);
    const leading = font + 3;
    const top = (row - tall) / 2;
    const first = row / 2 - ((label.length - 1) * leading) / 2 + font * 0.35;
    return {
      id: `door-${key}`,
      x: box.x,
      y: box.y + index * row,
      width: box.width,
      height: row,
      shapes: key === 'shut' ? shutDoors(6, top, wide, tall, 1, 0) : openDoor(6, top - 2, wide, tall),
      lines: label.map((text_, at) => ({
        text: text_,
        x: text,
        y: first + at * leading,
        size: font,
        tone: bold ? 'strong' : 'soft',
        anchor: 'start',
      })),
    };
  });
}
