/** Numbers as drawings need them. */

/** Rounded to a tenth of a pixel: finer nobody sees, and it would only lengthen the markup. */
export const tenth = (value: number): number => Math.round(value * 10) / 10;

export const clamp = (value: number, low: number, high: number): number =>
  Math.min(high, Math.max(low, value));
