/** How a stage too low for the wide lattice is shared between the lattice and the words of its answer. */
import type { Size } from '../space.ts';
import { wrap } from '../text.ts';
import { pitchOf } from './layout.ts';

/** Size and line of the answer, as `Map.svelte` sets it; a value in it is set larger. */
const FONT = 13;
const LEADING = 1.25 * FONT;
const EXTRA = 4;
/** Space between the two. */
const GAP = 10;
/** The answer is not set in a narrower column, in pixels. */
const COLUMN = 100;
const STEP = 6;
/** Rows closer than this cannot be told apart; the last answer is asked no more than that. */
const LEAST = 4.5;
/** What a longer answer must leave. */
const GOOD = 7;

interface Allotted {
  /** Room of the lattice. */
  readonly room: Size;
  /** The answer stands below the lattice and not at its right. */
  readonly below: boolean;
}

const heightOf = (answer: readonly string[], width: number): number =>
  answer.reduce((sum, text) => sum + wrap(text, FONT, width).length * LEADING + EXTRA, 0);

/** The share with the largest squares that leaves this answer whole: beside it, in the narrowest column, or below. */
function best(answer: readonly string[], { width, height }: Size, least: number): Allotted | null {
  const shares: Allotted[] = [
    { room: { width, height: Math.floor(height - heightOf(answer, width)) }, below: true },
  ];
  for (let column = COLUMN; column < 0.6 * width; column += STEP)
    if (heightOf(answer, column) <= height) {
      shares.push({ room: { width: width - column - GAP, height }, below: false });
      break;
    }
  const area = ({ room }: Allotted): number => {
    const { x, y } = pitchOf(room);
    return y < least ? 0 : x * y;
  };
  return shares.filter((one) => area(one) > 0).sort((a, b) => area(b) - area(a))[0] ?? null;
}

/**
 * The share of a stage. It hangs on the stage alone and not on the answer that is shown, so that the lattice keeps its
 * place from mix to mix: `answers` are samples, a long one first, which gives way where the squares would be too small.
 * Null where there is no room for a lattice.
 */
export function allot(answers: readonly (readonly string[])[], size: Size): Allotted | null {
  for (const [at, answer] of answers.entries()) {
    const found = best(answer, size, at < answers.length - 1 ? GOOD : LEAST);
    if (found) return found;
  }
  return null;
}
