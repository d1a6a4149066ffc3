/** A second group beside the first or below it: a region without dots and without a number. */
import { layoutFrame } from '../frame/layout.ts';
import type { Box, Size } from '../space.ts';
import { balance } from '../text.ts';
import { plateOf, setBlocks, stackHeight, type Block } from './blocks.ts';
import { DOTS, MARGIN, levelAt, path, type Grid } from './grid.ts';
import { EDGE, gutterOf, type Place } from './plan.ts';
import type { DotsInput, TextLine, Told } from './types.ts';

/** The second group: a frame of the same height beside the first, or a flat one below it. */
export function tellSecond(input: DotsInput, size: Size, grid: Grid, place: Place): Told {
  const { frame } = grid;
  const { words, share } = input;
  const gutter = gutterOf(size.width);
  const right = frame.x + frame.width;
  const beside = place === 'beside';
  const x = beside ? right + gutter : EDGE;
  const y = beside ? frame.y : frame.y + frame.height + 14;
  const width = beside
    ? Math.min(size.width - x - EDGE, Math.max(196, frame.height * 0.62))
    : size.width - 2 * EDGE;
  const height = beside
    ? Math.max(frame.height, Math.min(size.height - y - EDGE, 150))
    : size.height - y - EDGE;
  const second = layoutFrame(x, y, width, beside ? frame.height : Math.min(height, 120));
  const inset = beside ? MARGIN * grid.pitch : 6;
  const level = beside
    ? levelAt(grid, share)
    : y + inset + Math.max(18, (second.height - 2 * inset) * (1 - share / DOTS));
  const box: Box = {
    x: x + inset,
    y: level,
    width: width - 2 * inset,
    height: y + second.height - inset - level,
  };
  const pad = box.width < 150 ? 6 : 14;
  const blocksAt = (body: number): Block[] =>
    words.below.map((text, index) => ({
      id: `below-${index}`,
      lines: balance(text, body, box.width - 2 * pad, index === 0),
      size: body,
      lead: Math.round(body * 1.28),
      tone: index === 0 ? 'strong' : 'soft',
      bold: index === 0,
      gap: 3,
    }));
  const suits = (set: readonly Block[]): boolean =>
    set[0]?.lines.length === 1 && stackHeight(set) + 2 * pad <= box.height;
  const blocks = [17, 15, 14].map(blocksAt).find(suits) ?? blocksAt(13);
  const numberSize = 13;
  const texts = setBlocks(
    blocks,
    box.x + pad,
    box.y + Math.max(2, (box.height - stackHeight(blocks)) / 2),
  ).texts;
  // Whose level it is, not how high: a number here would be read as the second group’s own.
  const levelName: TextLine = {
    id: 'level',
    text: words.level,
    x: box.x + 1,
    y: level - 5,
    size: numberSize,
    tone: 'share',
    bold: true,
  };
  return {
    texts: [levelName, ...texts],
    boxes: [{ id: 'below', ...box, plate: plateOf(texts) }],
    second: {
      frame: second,
      box,
      level: path([
        { x: beside ? right - inset : box.x, y: level },
        { x: box.x + box.width, y: level },
      ]),
    },
  };
}
