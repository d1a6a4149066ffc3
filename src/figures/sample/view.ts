/** What the reader may change, and which samples are then seen. */
import type { Sample } from './draws.ts';

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
