/** Fills a figure's labels. */
import { put } from '../model/put.ts';

/** The confidence level of `wilson()` in model/proportion.ts; typed here once, for labels that name it. */
const LEVEL = '95%';

/**
 * The label with `{level}` and the given places filled in.
 * @throws RangeError if there is no such label
 */
export function label(
  labels: Readonly<Record<string, string>>,
  key: string,
  fills: Readonly<Record<string, string | number>> = {},
): string {
  const text = labels[key];
  if (text === undefined) throw new RangeError(`This figure has no label "${key}"`);
  return put(text, { ...fills, level: LEVEL });
}
