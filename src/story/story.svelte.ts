/**
 * Where the story stands. `goto` is the only way to move it: scroll, keys, links, the address and a presenter all
 * call it. Everything that follows (figures, address, rail, focus) listens.
 */
import type { View } from '../figures/spec.ts';
import { readStep, shownAt } from './places.ts';
import type { Views } from './places.ts';

export type Cause = 'scroll' | 'key' | 'link' | 'address' | 'button';

export interface Guess {
  readonly value: number | null;
  readonly committed: boolean;
  readonly skipped: boolean;
}

type Listener = (id: string | null, cause: Cause) => void;

/** The place in the story, what of it the pictures show, and the reader's guess: one for a page. */
export class Story {
  /** Id of the step the reader is at; null in the opening. */
  current: string | null = null;
  /** The step the pictures show: `current`, or for one frame more the one before it. */
  #pictured = $state.raw<string | null>(null);
  /** The reader's guess of the rate; kept for this visit only. */
  guess = $state.raw<Guess>({ value: null, committed: false, skipped: false });
  /** The steps that are told, in order: all, or those of a lesson. */
  told: readonly string[];
  #listeners: Listener[] = [];

  /**
   * @param ids every step, in order
   * @param afterPaint does a task when the page has been painted: words come first, pictures follow
   */
  constructor(
    readonly ids: readonly string[],
    readonly afterPaint: (task: () => void) => void,
  ) {
    this.told = ids;
  }

  /** Moves the story to a step (null: the opening). Unknown ids are ignored. */
  goto(id: string | null, cause: Cause): void {
    if (id !== null && !this.ids.includes(id)) return;
    this.current = id;
    for (const listener of this.#listeners) listener(id, cause);
    if (cause === 'address') this.#pictured = id;
    else this.afterPaint(() => (this.#pictured = this.current));
  }

  /** Calls back after every move, in the order of registration. */
  onmove(listener: Listener): void {
    this.#listeners.push(listener);
  }

  /** A step's id from an address, where it stands as id or number; null if it does not. */
  read(text: string | null): string | null {
    return readStep(this.ids, text);
  }

  /** The step before or after one (null: the opening), or null if there is none. */
  neighbour(by: 1 | -1, from: string | null): string | null {
    return this.told[this.told.indexOf(from ?? '') + by] ?? null;
  }

  /**
   * The complete view of the stage that serves the given steps, as it changes.
   * @throws RangeError if a step of the scene has no view
   */
  stage(scene: readonly string[], views: Views): { readonly view: View } {
    const view = $derived.by(() => {
      const id = shownAt(this.ids, scene, this.#pictured);
      const now = views[id];
      if (!now) throw new RangeError(`no view for ${id}`);
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
