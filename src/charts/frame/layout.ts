/** The dashed frame: whatever is inside it existed only in the scenario. */
import { tenth } from '../space.ts';
import { textWidth } from '../text.ts';

export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly radius: number;
  /** Whole number of dash-and-gap periods on the outline, so that the last dash meets the first. */
  readonly periods: number;
  /** Where a name stands on the line, what is left of it: each part begins and ends with a whole dash. Else empty. */
  readonly parts: readonly Part[];
}

interface Part {
  readonly d: string;
  /** Its length in the units of the dashes, for `pathLength`. */
  readonly length: number;
}

/** Where the line leaves room for words: a stretch of x on its upper side, or of y on its right side. */
export interface Gap {
  readonly side: 'top' | 'right';
  readonly from: number;
  readonly to: number;
}

/** Widths of texts are estimated with room to spare; a name on the line has the same air at both ends. */
const CLOSER = 0.975;

/** The gap for a bold name that begins at `x` on the upper line, with `air` at both sides. */
export const gapFor = (name: string, x: number, size: number, air: number): Gap => ({
  side: 'top',
  from: x - air,
  to: x + CLOSER * textWidth(name, size, true) + air,
});

/** A space, and dash and space together, in the units of `pathLength`. */
const SPACE = 6.5;
const PERIOD = 17;

/**
 * Places a frame.
 * @param period the wished length of dash and gap together, in pixels
 * @param gaps clockwise, apart from each other and from the corners
 */
export function layoutFrame(
  x: number,
  y: number,
  width: number,
  height: number,
  period = PERIOD,
  gaps: readonly Gap[] = [],
): Frame {
  const radius = Math.min(8, width / 2, height / 2);
  const outline = 2 * (width + height) - 8 * radius + 2 * Math.PI * radius;
  const bare = { x, y, width, height, radius };
  return {
    ...bare,
    periods: Math.max(8, Math.round(outline / period)),
    parts: gaps.map((gap, index) => {
      const next = gaps[(index + 1) % gaps.length] as Gap;
      const whole = distance(bare, next.side, next.from) - distance(bare, gap.side, gap.to);
      return {
        d: stretch(bare, gap, next, whole < 0),
        length: dashed(whole < 0 ? whole + outline : whole, period, -SPACE),
      };
    }),
  };
}

/** The piece of line that a gap leaves out, for a frame whose name can go: between spaces, so that it joins the rest. */
export function lidOf({ y }: Pick<Frame, 'y'>, { from, to }: Gap, period: number): Part {
  return { d: `M${tenth(from)} ${tenth(y)}H${tenth(to)}`, length: dashed(to - from, period, SPACE) };
}

/** Whole periods, and a space more or less, that suit a length in pixels. */
function dashed(length: number, period: number, rest: number): number {
  return Math.max(1, Math.round(length / period - rest / PERIOD)) * PERIOD + rest;
}

type Bare = Omit<Frame, 'periods' | 'parts'>;

/** How far along the outline a place is, clockwise from the left end of the upper side. */
function distance({ x, y, width, radius: r }: Bare, side: Gap['side'], at: number): number {
  return side === 'top' ? at - x - r : width - 2 * r + (Math.PI * r) / 2 + at - y - r;
}

/** The outline from the end of one gap to the beginning of the next. */
function stretch(frame: Bare, gap: Gap, next: Gap, around: boolean): string {
  const { x, y, width, height, radius: r } = frame;
  const sides = [
    `H${tenth(x + width - r)}`,
    `V${tenth(y + height - r)}`,
    `H${tenth(x + r)}`,
    `V${tenth(y + r)}`,
  ];
  const turns = [`${r} ${r}`, `${-r} ${r}`, `${-r} ${-r}`, `${r} ${-r}`];
  const order = ['top', 'right'];
  const first = order.indexOf(gap.side);
  const corners = order.indexOf(next.side) - first + (around ? 4 : 0);
  const passed = Array.from({ length: corners }, (_, step) => {
    const at = (first + step) % 4;
    return `${sides[at] ?? ''}a${r} ${r} 0 0 1 ${turns[at] ?? ''}`;
  });
  const start = gap.side === 'top' ? `${tenth(gap.to)} ${tenth(y)}` : `${tenth(x + width)} ${tenth(gap.to)}`;
  const end = next.side === 'top' ? `H${tenth(next.from)}` : `V${tenth(next.from)}`;
  return `M${start}${passed.join('')}${end}`;
}
