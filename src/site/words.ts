/** Fills rows into words: `:rate[id]{as=counts}` in a content string becomes the row's own text. */
import type { Data } from '../data/door.ts';
import { DataError, type Problem } from '../data/errors.ts';
import type { Path } from '../data/json.ts';
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

/** Replaces every `:rate[…]` of a string; `fault` is told each that no row can fill. */
function fill(text: string, data: Data, fault: (found: string) => void): string {
  return text.replace(/:rate\[([^\]]*)\](?:\{as=([a-z]+)\})?/g, (whole, id: string, as = 'rate') => {
    const rate = data.rates.get(id);
    const words = (rate && rateText(rate, as)) ?? null;
    if (words === null) fault(whole);
    return words ?? whole;
  });
}

/**
 * Fills every string of a content file.
 * @param lineOf line of a value, for the message
 * @throws DataError with every row that does not exist or does not fit
 */
export function fillAll<T>(words: T, data: Data, file: string, lineOf: (path: Path) => number = () => 0): T {
  const problems: Problem[] = [];
  const fillAt = (value: unknown, path: Path): unknown => {
    if (Array.isArray(value)) return value.map((inner: unknown, at) => fillAt(inner, [...path, at]));
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(
        Object.entries(value).map(([key, inner]) => [key, fillAt(inner, [...path, key])]),
      );
    if (typeof value !== 'string') return value;
    return fill(value, data, (found) =>
      problems.push({
        file,
        line: lineOf(path),
        column: path.join('.'),
        found,
        expected: 'the id of a row in data/rates.csv, in a form it has',
        fix: 'Correct the id or the form: rate, words, counts, interval, n or k.',
      }),
    );
  };
  const filled = fillAt(words, []) as T;
  if (problems.length > 0) throw new DataError(problems);
  return filled;
}

/** Labels that a figure can do without: what only some rows or models have, and shorter words for less room. JSON asks for one, too. */
const OPTIONAL =
  /^(?:heading|before|bare|apart|none|runs|key|sub|known|say|g|s)-|-(?:short|brief)$|^part-often$|^toJSON$/;

/** A figure's words that stop the build where the figure asks for a label they do not have. */
export function watched(words: FigureWords, file: string): FigureWords {
  const labels = new Proxy(words.labels, {
    get: (all, key) => {
      if (typeof key === 'string' && !(key in all) && !OPTIONAL.test(key))
        throw new DataError([
          {
            file,
            line: 0,
            column: 'labels',
            found: `no "${key}"`,
            expected: 'a label of this name, which the figure shows',
            fix: 'Add it, or give back its name.',
          },
        ]);
      return Reflect.get(all, key);
    },
  });
  return { ...words, labels };
}

/** What a live figure says: all but the words of its table, which stands in the page. */
export function sentWords({ views, labels }: FigureWords): FigureWords {
  const drawn = Object.entries(labels).filter(([key]) => !/^(column|table)-/.test(key));
  // Like beside like: labels of one figure follow those of the figure before.
  return { labels: Object.fromEntries(drawn), views };
}
