/** Limits in kB, as sent. */
export const LIMITS: Readonly<
  Record<
    | 'HTML'
    | 'styles'
    | 'fonts'
    | 'scripts before anything is scrolled'
    | 'scripts'
    | 'all together'
    | 'one file, uncompressed',
    number
  >
>;
/** Words of the story, from the first step to the last. */
export const WORDS: number;

export type Weights = Readonly<Record<keyof typeof LIMITS, number>>;

/** Bytes of a content as sent with brotli at its best. */
export function brotli(content: string | Buffer): number;
/** The same in kB. */
export function kilobytes(content: string | Buffer): number;
/** A page's inlined styles, and the page without them. */
export function partsOf(html: string): { css: string; markup: string };
/**
 * The scripts that whoever scrolls the story is sent, as paths in the site: that of the page with what it imports, and
 * with whatever one of them names.
 */
export function scriptsOf(folder: string): { first: string[]; all: string[] };
/**
 * Weighs the story of a built site.
 * @param folder where its `index.html` lies
 * @param fonts paths of all fonts that the site holds
 */
export function weigh(folder: string, fonts: readonly string[]): Weights;
/** What is used of each limit, in one line. */
export function sayWeights(weights: Weights, words: number): string;
