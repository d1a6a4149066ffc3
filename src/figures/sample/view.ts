/** What the reader may change, and which samples are then seen. */
import { SIZES, type Sample } from './draws.ts';

export type SampleView = Readonly<{
  /** `draw`: one size. `strip`: all four. */
  show: 'draw' | 'strip';
  /** Percent, 0 to 100. Chosen, never measured. */
  rate: number;
  n: number;
  /** Shown as "drawing no. N". */
  seed: number;
}>;

/** The samples that a view shows. */
export function shownOf(samples: readonly Sample[], { show, n }: SampleView): readonly Sample[] {
  return show === 'strip' ? samples : samples.filter((sample) => sample.n === n);
}

/** Where "next" leads: from all sizes to the smallest, up size by size, and back to all. */
export function nextOf({ show, n }: SampleView): Partial<SampleView> {
  if (show === 'strip') return { show: 'draw', n: SIZES[0] };
  const size = SIZES.find((other) => other > n);
  return size === undefined ? { show: 'strip' } : { n: size };
}
