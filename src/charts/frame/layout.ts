/** The dashed frame: whatever is inside it existed only in the scenario. */
export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly radius: number;
  /** Whole number of dash-and-gap periods on the outline, so that the last dash meets the first. */
  readonly periods: number;
}

/** Places a frame; `period` is the wished length of dash and gap together, in pixels. */
export function layoutFrame(x: number, y: number, width: number, height: number, period = 17): Frame {
  const radius = Math.min(8, width / 2, height / 2);
  const outline = 2 * (width + height) - 8 * radius + 2 * Math.PI * radius;
  return { x, y, width, height, radius, periods: Math.max(8, Math.round(outline / period)) };
}
