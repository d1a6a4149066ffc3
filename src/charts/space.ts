/** Sizes and places in a drawing, in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Box extends Size {
  readonly x: number;
  readonly y: number;
}

/** Rounded to a tenth of a pixel: finer nobody sees, and it would only lengthen the markup. */
export const tenth = (value: number): number => Math.round(value * 10) / 10;

/** A box as path data: one attribute instead of four. */
export const boxPath = ({ x, y, width, height }: Box): string =>
  `M${tenth(x)} ${tenth(y)}h${tenth(width)}v${tenth(height)}h${tenth(-width)}z`;

/** The value, or the end of the range it lies beyond. */
export const clamp = (value: number, low: number, high: number): number =>
  Math.min(high, Math.max(low, value));
