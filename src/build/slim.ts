/** The last touch to a page's markup: fewer bytes, and places where the browser may pause while it reads. */

/** Svelte's comments left out: of no use in a page where what wakes up is drawn anew. */
export const bare = (body: string): string => body.replaceAll(/<!--[\s\S]*?-->/g, '');

/** Space that nobody sees, end tags that HTML lets us leave out where these follow, and empty elements of a drawing. */
const NEEDLESS: readonly [RegExp, string][] = [
  [
    />\s+(?=<\/?(?:p|h[1-6]|div|article|section|header|footer|figure|figcaption|table|thead|tbody|tr|t[dh])\b)/g,
    '>',
  ],
  [/" +>/g, '">'],
  [/<\/t[dhr]>(?=<\/?t[dhr]\b|<\/t(?:body|head)>)/g, ''],
  [/<\/li>(?=<li\b|<\/[uo]l>)/g, ''],
  [/<\/d[td]>(?=<d[td]\b|<\/dl>)/g, ''],
  [
    /<\/p>(?=<(?:p|ul|ol|dl|div|figure|section|article|h[1-6]|table|details|blockquote)\b|<\/(?:div|section|article|details|figure|figcaption|li|td|th|dd|blockquote)>)/g,
    '',
  ],
  // Where the last value has no quotes, the slash would become a part of it.
  [/(?<=["\s])><\/(?:path|rect|line|circle|use)>/g, '/>'],
  [/><\/(?:path|rect|line|circle|use)>/g, ' />'],
];

/** Leaves out of a page's body what a browser adds by itself. */
export const slim = (body: string): string =>
  NEEDLESS.reduce((html, [needless, less]) => html.replace(needless, less), body);

/** Characters between two pauses: read in well under 50 ms on a phone. */
const STRETCH = 5000;

/**
 * Does nothing. But after a script in the body Chromium's parser lets other work have its turn within 10 ms; without
 * one it reads up to half a second in one go, in which nothing moves and no press is answered. Empty, it pauses as well
 * as with something in it, and needs no place in the page's policy.
 */
export const PAUSE = '<script></script>';

/**
 * Puts pauses into a long page, each the last thing in an element that holds more than text, so that no rule of style
 * for first, next or empty elements sees them.
 */
export function pausing(body: string): string {
  let last = 0;
  return body.replace(/(?<=<\/[\w-]+>)<\/(?:article|details|div|figure|section)>/g, (end, place: number) => {
    if (place - last < STRETCH) return end;
    last = place;
    return PAUSE + end;
  });
}
