/**
 * How much wider than ours the reader has set text, in em: a live figure finds out, the measure of its labels adds it.
 * Always zero at build.
 */
export const spread = { letter: 0, word: 0 };
