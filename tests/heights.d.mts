import type { Browser } from '@playwright/test';

/** Widths of a frame that are measured, pixels. */
export const WIDTHS: readonly number[];
/** Heights that embeds ask for, pixels, in the order of `frames` (such as `rate/?step=guess`). */
export function askHeights(
  browser: Browser | null,
  address: string,
  frames: readonly string[],
  width: number,
): Promise<number[]>;
/** Height of the story's highest step in a frame of this width, pixels. */
export function storyHeight(browser: Browser | null, address: string, width: number): Promise<number>;
