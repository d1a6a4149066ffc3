/** What a figure tells the page around it, and under which name. */

/** The reader has set a guess (`null` and `skipped`: went on without). Share as percent, 0 to 100. */
export interface GuessMade {
  readonly guess: number | null;
  readonly skipped: boolean;
}

declare global {
  interface WindowEventMap {
    'frame:guess': CustomEvent<GuessMade>;
  }
}
