/**
 * What the address may say of ways to read and to see; anything else reads as unset and is left alone. Read before the
 * first paint, in the story by entry/boot.ts and in frames, which take a few words more, by entry/framed.ts; parameters of
 * present mode are read in story/present.
 */
export const MODES = ['scroll', 'step', 'flat'] as const;
export type Mode = (typeof MODES)[number];
export const THEMES = ['light', 'dark'] as const;
export const MOTIONS = ['reduce', 'full'] as const;

/** One of the allowed words, or null. */
export function oneOf<T extends string>(allowed: readonly T[], text: string | null): T | null {
  return allowed.find((word) => word === text) ?? null;
}
