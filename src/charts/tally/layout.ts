/**
 * A count as squares, one row a kind: how many there are of each is seen, not computed. Pure: the same kinds and
 * size give the same places.
 */
import type { Box } from '../space.ts';
import { textWidth } from '../text.ts';

export interface Kind {
  readonly id: string;
  readonly label: string;
  /** Squares to draw. */
  readonly count: number;
  /** The count as it is printed. */
  readonly value: string;
}

interface Row extends Kind {
  /** Of the whole row, which can be pressed. */
  readonly hit: Box;
  readonly labelAt: Point;
  readonly valueAt: Point;
  /** Top left corners of the squares. */
  readonly squares: readonly Point[];
}

interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Drawing {
  readonly rows: readonly Row[];
  /** Side of a square, pixels. */
  readonly side: number;
  readonly labelSize: number;
  readonly valueSize: number;
}

const GAP = 0.22;

/**
 * Places the rows below each other; the label stands beside its squares where there is room, else above them.
 * @param size pixels; width from 280, height from 180
 */
export function layout(
  kinds: readonly Kind[],
  size: { readonly width: number; readonly height: number },
): Drawing {
  const most = Math.max(...kinds.map(({ count }) => count));
  const beside = size.width >= 520;
  const labelSize = beside ? 16 : 13;
  const valueSize = beside ? 26 : 18;
  const left = beside ? Math.max(...kinds.map(({ label }) => textWidth(label, labelSize))) + 28 : 1;
  const pitch = size.height / kinds.length;
  const room = size.width - left - valueSize * 1.9;
  const tall = beside ? pitch * 0.62 : pitch - labelSize - 12;
  const side = Math.floor(Math.max(6, Math.min(tall, room / (most * (1 + GAP)), 30)));
  const step = side * (1 + GAP);
  return {
    side,
    labelSize,
    valueSize,
    rows: kinds.map((kind, index) => {
      const top = index * pitch;
      const y = beside ? top + (pitch - side) / 2 : top + labelSize + 7;
      const middle = y + side / 2;
      return {
        ...kind,
        hit: { x: 0, y: top, width: size.width, height: pitch },
        labelAt: beside ? { x: left - 28, y: middle + labelSize * 0.35 } : { x: 1, y: top + labelSize },
        valueAt: { x: left + kind.count * step + 8, y: middle + valueSize * 0.35 },
        squares: Array.from({ length: kind.count }, (_, at) => ({ x: left + at * step, y })),
      };
    }),
  };
}
