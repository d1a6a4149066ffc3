/** The simulated runs: drawn by this page, never measured. Same seed, rate and n give the same draws everywhere. */
import { counts, wilson } from '../../model/proportion.ts';
import { mulberry32 } from '../../model/random.ts';

/** Numbers of runs to choose from. */
export const SIZES = [10, 25, 100, 500] as const;

/** How often each sample is drawn anew. The first is the one shown as dots. */
export const REPEATS = 20;

/** One sample: k of n simulated runs, its range (0 to 1), and whether the range holds the chosen rate. */
interface Draw {
  readonly k: number;
  readonly low: number;
  readonly high: number;
  readonly holds: boolean;
}

export interface Sample {
  readonly n: number;
  readonly draws: readonly Draw[];
  /** How many of the ranges hold the chosen rate. */
  readonly held: number;
}

/**
 * Twenty samples of each size. The first 10 runs of a sample of 25 are the sample of 10, and so on: more runs go on
 * with the same count. All sizes come from one row of random numbers, whatever is shown of them.
 * @param rate percent, 0 to 100: in how many of every hundred runs "it" happens
 * @param seed number of the drawing
 */
export function samples(rate: number, seed: number): Sample[] {
  const next = mulberry32(seed);
  const found = SIZES.map((): Draw[] => []);
  for (let repeat = 0; repeat < REPEATS; repeat += 1) {
    let k = 0;
    let run = 0;
    SIZES.forEach((n, index) => {
      for (; run < n; run += 1) if (next() * 100 < rate) k += 1;
      const { low, high } = wilson(counts(k, n));
      found[index]?.push({ k, low, high, holds: low * 100 <= rate && rate <= high * 100 });
    });
  }
  return SIZES.map((n, index) => {
    const draws = found[index] ?? [];
    return { n, draws, held: draws.filter(({ holds }) => holds).length };
  });
}
