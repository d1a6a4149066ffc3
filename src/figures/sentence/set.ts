/**
 * Sets the claim like a line of print: words of known width, broken into lines of like length, each part in runs.
 * Widths are those of Source Serif 4 at weight 500, in hundredths of the font size; the drawing stretches each run
 * to the width reckoned here, so that marks under words stay under them whatever the font.
 */
import type { Part } from './view.ts';

/** Words of one part (or of none) on one line, placed; `x` and `width` in pixels, `line` from 0. */
export interface Run {
  readonly part: Part | null;
  readonly text: string;
  readonly line: number;
  readonly x: number;
  readonly width: number;
}

export interface Sentence {
  readonly runs: readonly Run[];
  readonly lines: number;
}

type Atom = Pick<Run, 'part' | 'text' | 'width'>;
/** Atoms that no line break may part: a word and the mark that follows it. */
type Word = readonly Atom[];

const WIDTHS: readonly (readonly [letters: string, width: number])[] = [
  ['’ \u00a0', 22],
  ['ijl.,;:!-', 30],
  ['tfIJ', 35],
  ['rszc?“”', 44],
  ['aevgySx', 51],
  ['okqbdFZ', 56],
  ['puhnLPET', 60],
  ['BCYXRAKV', 65],
  ['DOQGNU', 72],
  ['wH', 77],
  ['mM', 90],
  ['W', 97],
];
const SPACE = 0.22;

/** Width of a word in the serif, pixels. */
function serifWidth(text: string, size: number): number {
  let units = 0;
  for (const letter of text) units += WIDTHS.find(([letters]) => letters.includes(letter))?.[1] ?? 56;
  return (units / 100) * size;
}

/**
 * Sets the claim.
 * @param labels `claim` with a `{part}` for each part, and the words of each as `part-…`
 * @param size font size, pixels
 * @param room width of a line, pixels
 * @param gap width of the gap for the number that is held back, pixels
 * @param after room kept free behind each part, pixels
 */
export function setSentence(
  labels: Readonly<Record<string, string>>,
  size: number,
  room: number,
  gap: number,
  after: number,
): Sentence {
  return broken(wordsOf(labels, size, gap, after), size, room);
}

/** What a sentence is set from. */
export type Setting = Parameters<typeof setSentence>;

/** The same sentence in lines of like length: in the narrowest room that takes no more lines. */
export function balanced(...[labels, size, room, gap, after]: Setting): Sentence {
  const words = wordsOf(labels, size, gap, after);
  let best = broken(words, size, room);
  for (let width = room - 4; width > room * 0.6; width -= 4) {
    const next = broken(words, size, width);
    if (next.lines > best.lines || next.runs.some((run) => run.x + run.width > width)) break;
    best = next;
  }
  return best;
}

function wordsOf(labels: Readonly<Record<string, string>>, size: number, gap: number, after: number): Word[] {
  const words: Atom[][] = [];
  let glued = false;
  const add = (text: string, part: Part | null, width = serifWidth(text, size)): void => {
    const last = words.at(-1);
    if (glued && last) last.push({ text, part, width });
    else words.push([{ text, part, width }]);
    glued = true;
  };
  for (const piece of (labels['claim'] ?? '').split(/(\{\w+\})/)) {
    const part = (/^\{(\w+)\}$/.exec(piece)?.[1] ?? null) as Part | null;
    const text = part ? (labels[`part-${part}`] ?? '') : piece;
    if (part === 'often') add('', part, gap);
    else
      text.split(' ').forEach((word, index) => {
        if (index > 0) glued = false;
        if (word !== '') add(word, part);
      });
    if (part && after > 0) add('', null, after);
  }
  return words;
}

function broken(words: readonly Word[], size: number, room: number): Sentence {
  const runs: Run[] = [];
  let line = 0;
  let x = 0;
  words.forEach((word, index) => {
    const width = word.reduce((sum, atom) => sum + atom.width, 0);
    let space = index === 0 ? 0 : SPACE * size;
    if (x > 0 && x + space + width > room) {
      line += 1;
      x = 0;
      space = 0;
    }
    word.forEach((atom, at) => {
      const gap = at === 0 ? space : 0;
      const last = runs.at(-1);
      if (last?.line === line && last.part === atom.part && last.text !== '' && atom.text !== '')
        runs[runs.length - 1] = {
          ...last,
          text: `${last.text}${gap > 0 ? ' ' : ''}${atom.text}`,
          width: last.width + gap + atom.width,
        };
      else if (atom.text !== '' || atom.part) runs.push({ ...atom, line, x: x + gap });
      x += gap + atom.width;
    });
  });
  return { runs, lines: line + 1 };
}
