/** Shorter paths for the drawings in a page: the same lines, written from point to point. */
import { optimize } from 'svgo';

const known = new Map<string, string>();

/** A path's data, shorter. Hundredths stay: a dot is a line of that length with a round end. */
function shorter(data: string): string {
  const found = known.get(data);
  if (found !== undefined) return found;
  const svg = optimize(`<svg xmlns="http://www.w3.org/2000/svg"><path d="${data}"/></svg>`, {
    plugins: [
      {
        name: 'convertPathData',
        params: { floatPrecision: 2, utilizeAbsolute: false, removeUseless: false },
      },
    ],
  }).data;
  const made = / d="([^"]+)"/.exec(svg)?.[1] ?? data;
  known.set(data, made);
  return made;
}

/** HTML with every path shorter. */
export const shorterPaths = (html: string): string =>
  html.replace(
    /(<path[^>]* d=")([^"]+)(")/g,
    (_, before: string, data: string, after: string) => before + shorter(data) + after,
  );
