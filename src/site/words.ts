/** Fills rows into words: `:rate[id]{as=counts}` in a content string becomes the row's own text. */
import type { Data } from '../data/door.ts';
import { countsText, intervalText, number, valueText } from '../model/format.ts';
import type { FigureWords } from '../figures/spec.ts';
import type { Rate } from '../model/rate.ts';

/** One row in the asked form; null if its kind has no such form. */
export function rateText(rate: Rate, as: string): string | null {
  const { value } = rate;
  switch (as) {
    case 'rate':
      return value.kind === 'words' ? null : valueText(rate);
    case 'words':
      return value.kind === 'words' ? value.words : null;
    case 'counts':
      return countsText(rate);
    case 'interval':
      return intervalText(rate);
    case 'n':
      return value.kind === 'counts' ? number(value.counts.n) : null;
    case 'k':
      return value.kind === 'counts' ? number(value.counts.k) : null;
    default:
      return null;
  }
}

/** Replaces every `:rate[…]` of a string. @throws Error naming the file and the row that does not exist or fit */
function fill(text: string, data: Data, file: string): string {
  return text.replace(/:rate\[([^\]]*)\](?:\{as=([a-z]+)\})?/g, (whole, id: string, as = 'rate') => {
    const rate = data.rates.get(id);
    const words = rate && rateText(rate, as);
    if (words === null || words === undefined)
      throw new Error(
        `${file}\n  found:    ${whole}\n  expected: the id of a row in data/rates.csv, in a form it has`,
      );
    return words;
  });
}

/** Fills every string of a content file. */
export function fillAll<T>(words: T, data: Data, file: string): T {
  return JSON.parse(JSON.stringify(words), (_key, value: unknown) =>
    typeof value === 'string' ? fill(value, data, file) : value,
  ) as T;
}

/** The same for a figure's words, which are read as JSON of any shape. */
export const fillWords = (words: FigureWords, data: Data, file: string): FigureWords =>
  fillAll(words, data, file);

/** What a live figure says: all but the words of its table, which stands in the page. */
export function sentWords({ views, labels }: FigureWords): FigureWords {
  const drawn = Object.entries(labels).filter(([key]) => !/^(column|table)-/.test(key));
  // Like beside like: labels of one figure follow those of the figure before.
  return { labels: Object.fromEntries(drawn), views };
}
