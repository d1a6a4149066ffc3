/** The address: which parameters there are, and what they may say. Anything else reads as unset and is left alone. */
export const MODES = ['scroll', 'step', 'flat'] as const;
export type Mode = (typeof MODES)[number];
export const THEMES = ['auto', 'light', 'dark'] as const;
export const MOTIONS = ['auto', 'reduce', 'full'] as const;

/** One of the allowed words, or null. */
export function oneOf<T extends string>(allowed: readonly T[], text: string | null): T | null {
  return allowed.find((word) => word === text) ?? null;
}
