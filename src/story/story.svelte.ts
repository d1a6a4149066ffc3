/**
 * Where the story stands. `goto` is the only way to move it: scroll, keys, links, the address and a presenter all
 * call it. Everything that follows (figures, address, rail, focus) listens.
 */
import { indexOf, steps, viewAt } from './steps.ts';
import type { View } from '../figures/spec.ts';

export type Cause = 'scroll' | 'key' | 'link' | 'address' | 'button';

export interface Guess {
  readonly value: number | null;
  readonly committed: boolean;
  readonly skipped: boolean;
}

type Listener = (id: string | null, cause: Cause) => void;

export class Story {
  /** Id of the step the reader is at; null in the opening. */
  current = $state<string | null>(null);
  /** The reader's guess of the rate; kept for this visit only. */
  guess = $state.raw<Guess>({ value: null, committed: false, skipped: false });
  #listeners: Listener[] = [];

  /** Moves the story to a step (null: the opening). Unknown ids are ignored. */
  goto(id: string | null, cause: Cause): void {
    if (id !== null && indexOf(id) < 0) return;
    this.current = id;
    for (const listener of this.#listeners) listener(id, cause);
  }

  /** Calls back after every move, in the order of registration. */
  onmove(listener: Listener): void {
    this.#listeners.push(listener);
  }

  /** The step before or after, or null if there is none. */
  neighbour(by: 1 | -1): string | null {
    const at = this.current === null ? -1 : indexOf(this.current);
    return steps[at + by]?.id ?? null;
  }

  /** The complete view of the stage that serves the given steps, as it changes. */
  stage(scene: readonly string[]): { readonly view: View } {
    const view = $derived.by(() => {
      const now = viewAt(scene, this.current);
      if (!('guess' in now)) return now;
      const { value, committed, skipped } = this.guess;
      return { ...now, guess: value, committed, skipped };
    });
    return {
      get view() {
        return view;
      },
    };
  }
}
