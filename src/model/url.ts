/**
 * What the story's address may say of ways to read (`mode`, `theme`, `motion`); anything else reads as unset and is left
 * alone. Parameters of frames are read in entry/framed.ts, those of present mode in story/present.
 */
export const MODES = ['scroll', 'step', 'flat'] as const;
export type Mode = (typeof MODES)[number];
export const THEMES = ['auto', 'light', 'dark'] as const;
export const MOTIONS = ['auto', 'reduce', 'full'] as const;

/** One of the allowed words, or null. */
export function oneOf<T extends string>(allowed: readonly T[], text: string | null): T | null {
  return allowed.find((word) => word === text) ?? null;
}
