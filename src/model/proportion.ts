/**
 * Counts and their Wilson interval. An `Interval` can be made in one way only: from `Counts`, which in turn
 * exist only where both k and n are known. So "no interval without k and n" is a fact of the types.
 */
declare const countsBrand: unique symbol;
declare const intervalBrand: unique symbol;

/** k runs of n. Made by `counts()`; 0 <= k <= n, n >= 1, whole numbers. */
export interface Counts {
  readonly k: number;
  readonly n: number;
  readonly [countsBrand]: true;
}

/** A confidence interval as proportions, 0 <= low <= high <= 1. Made by `wilson()`. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  readonly [intervalBrand]: true;
}

/**
 * The 97.5% point of the standard normal distribution, rounded as it is in the published values we are checked
 * against (1.96; at 0 of 3 the second decimal already decides between 56.1 and 56.2).
 */
const Z95 = 1.96;

/**
 * Checks and seals a pair of counts.
 * @param k how many runs showed it (whole, 0 to n)
 * @param n how many runs there were (whole, at least 1)
 * @throws RangeError if k or n is not a whole number in range
 */
export function counts(k: number, n: number): Counts {
  if (!Number.isSafeInteger(n) || n < 1)
    throw new RangeError(`n must be a whole number of 1 or more, found ${n}`);
  if (!Number.isSafeInteger(k) || k < 0)
    throw new RangeError(`k must be a whole number of 0 or more, found ${k}`);
  if (k > n) throw new RangeError(`k must not be larger than n, found ${k} of ${n}`);
  return Object.freeze({ k, n }) as Counts;
}

/** The share k/n as a proportion, 0 to 1. */
export function share({ k, n }: Counts): number {
  return k / n;
}

/**
 * Wilson score interval, 95%, for a binomial proportion.
 * Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference",
 * Journal of the American Statistical Association 22 (1927), pp. 209-212.
 * @returns proportions, 0 to 1; always contains k/n
 */
export function wilson({ k, n }: Counts): Interval {
  const p = k / n;
  const z2 = Z95 * Z95;
  const centre = (p + z2 / (2 * n)) / (1 + z2 / n);
  const half = (Z95 / (1 + z2 / n)) * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n));
  // At k = 0 and k = n the bound is exactly 0 or 1; rounding must not push it past k/n.
  const low = k === 0 ? 0 : Math.min(p, Math.max(0, centre - half));
  const high = k === n ? 1 : Math.max(p, Math.min(1, centre + half));
  return Object.freeze({ low, high }) as Interval;
}
