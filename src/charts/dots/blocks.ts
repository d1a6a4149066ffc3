/** Blocks of words one below the other, and the hatched note of what is missing. */
import { tenth, type Box } from '../space.ts';
import { textWidth, wrap } from '../text.ts';
import type { Drawing, TextLine, Tone } from './types.ts';

export interface Block {
  readonly id: string;
  readonly lines: readonly string[];
  readonly size: number;
  readonly lead: number;
  readonly tone: Tone;
  readonly bold: boolean;
  /** Room above it, if something stands above it. */
  readonly gap: number;
}

/** Cap height and descent of the text face, as shares of its size. */
const ASCENT = 0.76;
const DESCENT = 0.22;

/** From this size on a text is a figure: it has no descenders and its side bearing shows. */
const DISPLAY = 20;

const blockHeight = ({ lines, lead, size, bold }: Block): number =>
  (lines.length - 1) * lead + size * (ASCENT + (bold && size >= DISPLAY ? 0.04 : DESCENT));

/** Height in pixels of blocks one below the other, with the gaps between them. */
export const stackHeight = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, block, index) => sum + blockHeight(block) + (index === 0 ? 0 : block.gap), 0);

/** Places blocks below each other from `top` on; `bottom` is where the last one ends. Pixels. */
export function setBlocks(
  blocks: readonly Block[],
  x: number,
  top: number,
): { texts: TextLine[]; bottom: number } {
  const texts: TextLine[] = [];
  let y = top;
  blocks.forEach((block, index) => {
    if (index > 0) y += block.gap;
    block.lines.forEach((text, line) => {
      texts.push({
        id: `${block.id}-${line}`,
        text,
        x: tenth(x - (block.bold && block.size >= DISPLAY ? block.size * 0.045 : 0)),
        y: tenth(y + block.size * ASCENT + line * block.lead),
        size: block.size,
        tone: block.tone,
        bold: block.bold,
      });
    });
    y += blockHeight(block);
  });
  return { texts, bottom: y };
}

interface Note {
  readonly blocks: readonly Block[];
  readonly width: number;
  readonly height: number;
}

const NOTE_PAD = 7;

/** A hatched box with a question and its answer, on one line where they fit. */
export function noteOf([question, answer]: readonly [string, string], width: number, size: number): Note {
  const inner = width - 2 * NOTE_PAD;
  const both = `${question} ${answer}`;
  const texts = textWidth(both, size, true) <= inner ? [both] : [question, answer];
  const blocks = texts.map((text, index): Block => ({
    id: `missing-${index}`,
    lines: wrap(text, size, inner),
    size,
    lead: Math.round(size * 1.28),
    tone: index === 0 ? 'strong' : 'soft',
    bold: false,
    gap: 4,
  }));
  const widest = Math.max(...blocks.flatMap(({ lines }) => lines.map((line) => textWidth(line, size))));
  return {
    blocks,
    width: Math.min(width, widest + 2 * NOTE_PAD + 26),
    height: Math.round(stackHeight(blocks) + 2 * NOTE_PAD),
  };
}

/** Places the words of the note on their hatch, from its upper left corner on. */
export function setNote(
  id: string,
  note: Note,
  x: number,
  y: number,
): { texts: TextLine[]; box: Drawing['boxes'][number] } {
  const { texts } = setBlocks(note.blocks, x + NOTE_PAD, y + NOTE_PAD);
  return { texts, box: { id, x, y, width: note.width, height: note.height, plate: plateOf(texts) } };
}

/** Paper behind lines that stand on a hatch, so that it does not run through their letters. */
export function plateOf(texts: readonly TextLine[]): Box {
  const pad = 4;
  const [first, last] = [texts[0], texts.at(-1)];
  const x = (first?.x ?? 0) - pad;
  const y = (first?.y ?? 0) - 0.8 * (first?.size ?? 0) - pad;
  return {
    x: tenth(x),
    y: tenth(y),
    width: tenth(Math.max(0, ...texts.map(({ text, size, bold }) => textWidth(text, size, bold))) + 2 * pad),
    height: tenth((last?.y ?? 0) + 0.25 * (last?.size ?? 0) + pad - y),
  };
}
