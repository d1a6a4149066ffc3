/** Words in a column beside the hundred dots. */
import { clamp, tenth, type Size } from '../space.ts';
import { balance } from '../text.ts';
import { noteOf, setBlocks, setNote, stackHeight, type Block } from './blocks.ts';
import { MARGIN, contour, path, type Grid } from './grid.ts';
import { EDGE, gutterOf } from './plan.ts';
import type { DotsInput, Drawing, Told, Tone } from './types.ts';

/** Sizes of type that suit the room for words. */
function typeFor(width: number, height: number): { body: number; lead: number } {
  const body = width < 150 || height < 190 ? 13 : width < 180 || height < 280 ? 15 : 17;
  return { body, lead: Math.round(body * 1.28) };
}

/** Words in a column at the right of the frame; the reader's guess at the height of its line where there is room. */
export function tellBeside(input: DotsInput, size: Size, grid: Grid): Told {
  const { frame } = grid;
  const { words, picture, guess } = input;
  const gutter = gutterOf(size.width);
  const right = frame.x + frame.width;
  const x = right + gutter;
  const width = Math.min(size.width - x - EDGE, 250);
  // On a small stage the column may be taller than the frame: it ends where the drawing ends.
  const bottom = size.height - 2;
  const room = bottom - frame.y;
  const { body, lead } = typeFor(width, room);
  const large = Math.round(clamp(Math.min(width / 2.45, room * 0.2), 30, 92));
  const gap = Math.round(clamp(room * 0.035, 6, 14));
  const block = (
    id: string,
    text: string,
    tone: Tone,
    options: { size?: number; bold?: boolean; gap?: number } = {},
  ): Block => {
    const fontSize = options.size ?? body;
    const bold = options.bold ?? false;
    return {
      id,
      lines: balance(text, fontSize, width, bold),
      size: fontSize,
      lead: Math.round(fontSize * (lead / body)),
      tone,
      bold,
      gap: options.gap ?? 4,
    };
  };

  if (picture === 'guess') {
    const blocks = [
      block('own', words.own, 'guess', { size: large, bold: true }),
      block('own-sentence', words.ownSentence, guess === null ? 'soft' : 'strong', { gap }),
    ];
    return { texts: setBlocks(blocks, x, frame.y).texts };
  }

  const note = picture === 'share' ? noteOf(words.missing, width, size.width < 480 ? 13 : 14) : null;
  const medium = Math.round(clamp(large * 0.62, 20, 46));
  const blocks =
    picture === 'share'
      ? [
          block('number', words.number, 'share', { size: large, bold: true }),
          block('sentence', words.sentence, 'strong', { gap }),
        ]
      : [
          block('above', words.above[0], 'unknown', { size: medium, bold: true }),
          block('above-sentence', words.above[1], 'soft', { gap }),
          block('number', words.number, 'share', { size: medium, bold: true, gap: gap * 1.8 }),
          block('still', words.still, 'soft', { gap }),
        ];
  const noteRoom = note === null ? 0 : gap + note.height;
  const needed = stackHeight(blocks) + noteRoom;

  const labelSize = body;
  const labelHeight = labelSize * 1.3;
  const line = guess === null ? null : contour(grid, guess);
  const end = line?.at(-1);
  let top = frame.y;
  let labelY: number | null = null;
  if (end !== undefined) {
    const below = top + needed + gap;
    const wish = end.y - labelHeight / 2;
    if (wish >= below) labelY = Math.min(wish, bottom - labelHeight);
    else if (wish + labelHeight + gap + needed <= bottom) {
      labelY = Math.max(wish, frame.y - labelHeight / 2);
      top = labelY + labelHeight + gap;
    } else if (below + labelHeight <= bottom) labelY = below;
  }
  const set = setBlocks(blocks, x, top);
  const texts = [...set.texts];
  const boxes: Drawing['boxes'][number][] = [];
  if (note !== null) {
    const placed = setNote('missing', note, x, set.bottom + gap);
    texts.push(...placed.texts);
    boxes.push(placed.box);
  }
  let guessLine: string | null = null;
  if (line !== null && end !== undefined) {
    const points = [...line];
    if (labelY !== null) {
      const middle = labelY + labelHeight / 2;
      const turn = right + gutter / 2 - 1;
      if (Math.abs(middle - end.y) < 1) points.push({ x: x - 5, y: end.y });
      else points.push({ x: turn, y: end.y }, { x: turn, y: middle }, { x: x - 5, y: middle });
      texts.push({
        id: 'guess',
        text: words.guess,
        x,
        y: tenth(middle + labelSize * 0.34),
        size: labelSize,
        tone: 'guess',
        bold: true,
      });
    }
    guessLine = path(points);
  }
  const region = set.texts[0];
  const leader =
    // On a phone the words stand so close that a line would look like a sign before them.
    picture === 'above' && region !== undefined && x - right > 24
      ? path([
          { x: right - MARGIN * grid.pitch, y: top + region.size * 0.45 },
          { x: x - 9, y: top + region.size * 0.45 },
        ])
      : null;
  return { texts, boxes, guessLine, leader };
}
