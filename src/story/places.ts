/**
 * Where steps stand. Pure, and told which steps there are: in the browser the page itself is the list, so that a
 * longer story needs no longer script.
 */
import type { View } from '../figures/spec.ts';

/** A step's id from an address: an id, or a number from 1; null if it is neither. */
export function readStep(ids: readonly string[], text: string | null): string | null {
  if (text === null) return null;
  if (/^\d{1,3}$/.test(text)) return ids[Number(text) - 1] ?? null;
  return ids.includes(text) ? text : null;
}

/**
 * Which step's view the stage of a scene shows while the story stands at `current`: the current step's, the first
 * one before the scene is reached, the last one after it is left.
 * @param ids every step, in order
 * @param scene the steps that the stage serves, neighbours in `ids`
 * @throws RangeError for a scene that is not in the story
 */
export function shownAt(ids: readonly string[], scene: readonly string[], current: string | null): string {
  const from = ids.indexOf(scene[0] ?? '');
  const id = ids[Math.min(Math.max(ids.indexOf(current ?? ''), from), from + scene.length - 1)];
  if (from < 0 || id === undefined) throw new RangeError(`no steps ${scene.join()}`);
  return id;
}

/** The complete views of a figure, by step. */
export type Views = Readonly<Record<string, View>>;
