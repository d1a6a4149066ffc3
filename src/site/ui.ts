/** The words of the page's furniture; `content/<lang>/ui.json` has this shape. */
import type english from '../content/en/ui.json';

export type Ui = typeof english;

/** The labels' short words, by status: what a badge says. */
export const badgesOf = (ui: Ui): Record<string, string> =>
  Object.fromEntries(Object.entries(ui.labels).map(([status, { short }]) => [status, short]));
