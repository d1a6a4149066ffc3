/**
 * The picture of a share as a hundred grouped dots, with what is said beside it. Pure: the same words, size and
 * view give the same marks. The grid depends on the size alone, so that no dot moves from view to view.
 */
import { clamp, tenth } from '../space.ts';
import type { Box, Size } from '../space.ts';
import type { Frame } from '../frame/layout.ts';
import { layoutFrame } from '../frame/layout.ts';
import { textWidth, wrap } from '../text.ts';
import { MARGIN, DOTS, contour, levelAt, outline, path, placeGrid, type Grid } from './grid.ts';

/**
 * `guess`: empty, for the reader to fill · `share`: the share filled · `above`: the dots above it are a region
 * without a number · `below`: beside it, a second region under its level, without dots and without a number.
 */
export type Picture = 'guess' | 'share' | 'above' | 'below';

export interface Words {
  /** Over the frame; the first that fits is used. */
  readonly captions: readonly string[];
  readonly number: string;
  readonly sentence: string;
  /** A question and its answer, hatched. */
  readonly missing: readonly [string, string];
  readonly guess: string;
  readonly above: readonly [string, string];
  readonly still: string;
  readonly below: readonly [string, string];
  /** Names the share's level where it reaches the second group. */
  readonly level: string;
  /** What to do, in the guess view where there is room for one short line. */
  readonly hint: string;
  /** The large figure of the guess view: the guess, or "?". */
  readonly own: string;
  readonly ownSentence: string;
}

export interface DotsInput {
  readonly picture: Picture;
  /** Dots filled, 0 to 100; ignored by `guess`. */
  readonly share: number;
  /** The reader's guess, 0 to 100, or null. */
  readonly guess: number | null;
  readonly words: Words;
}

export interface Dot {
  readonly id: number;
  readonly fill: 'open' | 'share' | 'guess' | 'region';
}

export type Tone = 'caption' | 'share' | 'strong' | 'soft' | 'guess' | 'unknown';

export interface TextLine {
  readonly id: string;
  readonly text: string;
  readonly x: number;
  /** Baseline. */
  readonly y: number;
  readonly size: number;
  readonly tone: Tone;
  readonly bold: boolean;
  /** Stands on a hatch, which must not run through its letters. */
  readonly halo?: boolean;
}

export interface Drawing {
  readonly grid: Grid;
  readonly dots: readonly Dot[];
  readonly texts: readonly TextLine[];
  /** Hatched: what is not published. */
  readonly boxes: readonly (Box & { readonly id: string })[];
  /** Outline of the filled dots, and of the region above them if it is drawn. */
  readonly filled: string | null;
  readonly region: string | null;
  readonly guessLine: string | null;
  /** From the region to its words. */
  readonly leader: string | null;
  /** The small samples before words that stand below the frame and not beside their marks. */
  readonly keys: readonly {
    readonly id: 'share' | 'region' | 'guess';
    readonly x: number;
    readonly y: number;
  }[];
  /** The second group: its frame, the region in it, the share's level across to it. */
  readonly second: { readonly frame: Frame; readonly box: Box; readonly level: string } | null;
}

type Place = 'beside' | 'below' | 'none';

interface Plan {
  readonly columns: number;
  readonly place: Place;
  readonly pitch: number;
}

const floor = (value: number): number => Math.floor(value * 10) / 10;

/** Half a frame's stroke, so that it is not cut at the edge of the drawing. */
const EDGE = 1.5;
/** Words below the frame need this much height. */
const BELOW = 138;
const BELOW_GUESS = 84;

function plan({ width, height }: Size, picture: Picture, caption: number): Plan {
  const gutter = gutterOf(width);
  const side = clamp(width * 0.27, 124, 200);
  const below = (columns: number): number => (picture === 'guess' && columns === 10 ? BELOW_GUESS : BELOW);
  const fit = (columns: number, place: Place): Plan => {
    const rows = DOTS / columns;
    const roomX = width - 2 * EDGE - (place === 'beside' ? gutter + side : 0);
    const roomY = height - caption - EDGE - (place === 'below' ? below(columns) : 0);
    const pitch = Math.min(roomX / (columns + 2 * MARGIN), roomY / (rows + 2 * MARGIN), 54);
    return { columns, place, pitch: floor(pitch) };
  };
  const plans = [fit(10, 'beside'), fit(10, 'below'), fit(20, 'beside'), fit(20, 'below')];
  if (picture === 'guess') plans.push(fit(20, 'none'));
  // A later plan must be clearly better: the first is what the views share, so that no dot has to move.
  return plans.reduce((best, next) =>
    next.pitch > best.pitch * (next.place === 'none' ? 1.28 : 1.15) ? next : best,
  );
}

function gutterOf(width: number): number {
  return Math.round(clamp(width * 0.038, 14, 30));
}

/** Sizes of type that suit the room for words. */
function typeFor(width: number, height: number): { body: number; lead: number } {
  const body = width < 150 || height < 190 ? 13 : width < 180 || height < 280 ? 15 : 17;
  return { body, lead: Math.round(body * 1.28) };
}

interface Block {
  readonly id: string;
  readonly lines: readonly string[];
  readonly size: number;
  readonly lead: number;
  readonly tone: Tone;
  readonly bold: boolean;
  /** Room above it, if something stands above it. */
  readonly gap: number;
}

/** Breaks a text into as few lines as fit, of much the same length. */
function balance(text: string, size: number, width: number, bold = false): string[] {
  let lines = wrap(text, size, width, bold);
  for (let narrower = width * 0.96; narrower > width / 2; narrower *= 0.96) {
    const next = wrap(text, size, narrower, bold);
    if (next.length > lines.length || next.some((line) => textWidth(line, size, bold) > narrower)) break;
    lines = next;
  }
  return lines;
}

/** Cap height and descent of the text face, as shares of its size. */
const ASCENT = 0.76;
const DESCENT = 0.22;

/** From this size on a text is a figure: it has no descenders and its side bearing shows. */
const DISPLAY = 20;

const blockHeight = ({ lines, lead, size, bold }: Block): number =>
  (lines.length - 1) * lead + size * (ASCENT + (bold && size >= DISPLAY ? 0.04 : DESCENT));

const stackHeight = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, block, index) => sum + blockHeight(block) + (index === 0 ? 0 : block.gap), 0);

function setBlocks(blocks: readonly Block[], x: number, top: number): { texts: TextLine[]; bottom: number } {
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

/**
 * Places everything.
 * @param size pixels; width from 280, height from 180 (a little less in the guess view)
 */
export function layout(input: DotsInput, size: Size): Drawing {
  const captionSize = size.width < 480 ? 13 : 14;
  const captionRoom = captionSize + 10;
  const { columns, place, pitch } = plan(size, input.picture, captionRoom);
  const grid = placeGrid(columns, pitch, EDGE, captionRoom);
  const drawing = { ...bare(grid), dots: dotsOf(input) };
  const { words, guess } = input;
  // Where there is room for one line only, it carries the guess.
  const own = place === 'none' && guess !== null;
  const choices = place === 'none' ? [own ? words.guess : words.hint] : words.captions;
  const captionLine: TextLine = {
    id: 'caption',
    text: choices.find((text) => textWidth(text, captionSize) <= size.width - EDGE) ?? choices.at(-1) ?? '',
    x: EDGE,
    y: captionSize,
    size: captionSize,
    tone: own ? 'guess' : 'caption',
    bold: own,
  };
  const told = tell(input, size, grid, place);
  return { ...drawing, ...told, texts: [captionLine, ...told.texts] };
}

function bare(grid: Grid): Drawing {
  return {
    grid,
    dots: [],
    texts: [],
    boxes: [],
    filled: null,
    region: null,
    guessLine: null,
    leader: null,
    keys: [],
    second: null,
  };
}

function dotsOf({ picture, share, guess }: DotsInput): Dot[] {
  return Array.from({ length: DOTS }, (_, id) => {
    const filled = id < (picture === 'guess' ? (guess ?? 0) : share);
    const fill = filled ? (picture === 'guess' ? 'guess' : 'share') : picture === 'above' ? 'region' : 'open';
    return { id, fill };
  });
}

type Told = Pick<Drawing, 'texts'> & Partial<Drawing>;

function tell(input: DotsInput, size: Size, grid: Grid, place: Place): Told {
  const marks: Partial<Drawing> =
    input.picture === 'guess'
      ? {}
      : {
          filled: outline(grid, input.share, 'first'),
          region: input.picture === 'above' ? outline(grid, input.share, 'rest') : null,
        };
  if (place === 'none') return { texts: [] };
  if (input.picture === 'below') return { ...marks, ...tellSecond(input, size, grid, place) };
  return {
    ...marks,
    ...(place === 'beside' ? tellBeside(input, size, grid) : tellBelow(input, size, grid)),
  };
}

/** Words in a column at the right of the frame; the reader's guess at the height of its line where there is room. */
function tellBeside(input: DotsInput, size: Size, grid: Grid): Told {
  const { frame } = grid;
  const { words, picture, guess } = input;
  const gutter = gutterOf(size.width);
  const right = frame.x + frame.width;
  const x = right + gutter;
  const width = Math.min(size.width - x - EDGE, 250);
  // On a small stage the column may be taller than the frame: it ends where the drawing ends.
  const bottom = size.height - 2;
  const room = bottom - frame.y;
  const { body, lead } = typeFor(width, room);
  const large = Math.round(clamp(Math.min(width / 2.45, room * 0.2), 30, 92));
  const gap = Math.round(clamp(room * 0.035, 6, 14));
  const block = (
    id: string,
    text: string,
    tone: Tone,
    options: { size?: number; bold?: boolean; gap?: number } = {},
  ): Block => {
    const fontSize = options.size ?? body;
    const bold = options.bold ?? false;
    return {
      id,
      lines: balance(text, fontSize, width, bold),
      size: fontSize,
      lead: Math.round(fontSize * (lead / body)),
      tone,
      bold,
      gap: options.gap ?? 4,
    };
  };

  if (picture === 'guess') {
    const blocks = [
      block('own', words.own, 'guess', { size: large, bold: true }),
      block('own-sentence', words.ownSentence, guess === null ? 'soft' : 'strong', { gap }),
    ];
    return { texts: setBlocks(blocks, x, frame.y).texts };
  }

  const note = picture === 'share' ? noteOf(words.missing, width, size.width < 480 ? 13 : 14) : null;
  const medium = Math.round(clamp(large * 0.62, 20, 46));
  const blocks =
    picture === 'share'
      ? [
          block('number', words.number, 'share', { size: large, bold: true }),
          block('sentence', words.sentence, 'strong', { gap }),
        ]
      : [
          block('above', words.above[0], 'unknown', { size: medium, bold: true }),
          block('above-sentence', words.above[1], 'soft', { gap }),
          block('number', words.number, 'share', { size: medium, bold: true, gap: gap * 1.8 }),
          block('still', words.still, 'soft', { gap }),
        ];
  const noteRoom = note === null ? 0 : gap + note.height;
  const needed = stackHeight(blocks) + noteRoom;

  const labelSize = body;
  const labelHeight = labelSize * 1.3;
  const line = guess === null ? null : contour(grid, guess);
  const end = line?.at(-1);
  let top = frame.y;
  let labelY: number | null = null;
  if (end !== undefined) {
    const below = top + needed + gap;
    const wish = end.y - labelHeight / 2;
    if (wish >= below) labelY = Math.min(wish, bottom - labelHeight);
    else if (wish + labelHeight + gap + needed <= bottom) {
      labelY = Math.max(wish, frame.y - labelHeight / 2);
      top = labelY + labelHeight + gap;
    } else if (below + labelHeight <= bottom) labelY = below;
  }
  const set = setBlocks(blocks, x, top);
  const texts = [...set.texts];
  const boxes: Drawing['boxes'][number][] = [];
  if (note !== null) {
    const placed = setNote('missing', note, x, set.bottom + gap);
    texts.push(...placed.texts);
    boxes.push(placed.box);
  }
  let guessLine: string | null = null;
  if (line !== null && end !== undefined) {
    const points = [...line];
    if (labelY !== null) {
      const middle = labelY + labelHeight / 2;
      const turn = right + gutter / 2 - 1;
      if (Math.abs(middle - end.y) < 1) points.push({ x: x - 5, y: end.y });
      else points.push({ x: turn, y: end.y }, { x: turn, y: middle }, { x: x - 5, y: middle });
      texts.push({
        id: 'guess',
        text: words.guess,
        x,
        y: tenth(middle + labelSize * 0.34),
        size: labelSize,
        tone: 'guess',
        bold: true,
      });
    }
    guessLine = path(points);
  }
  const region = set.texts[0];
  const leader =
    picture === 'above' && region !== undefined
      ? path([
          { x: right - MARGIN * grid.pitch, y: top + region.size * 0.45 },
          { x: x - 5, y: top + region.size * 0.45 },
        ])
      : null;
  return { texts, boxes, guessLine, leader };
}

/** Words under the frame, with a small sample of each mark before them. */
function tellBelow(input: DotsInput, size: Size, grid: Grid): Told {
  const { frame } = grid;
  const { words, picture, guess } = input;
  const top = frame.y + frame.height + 14;
  const width = size.width - 2 * EDGE;
  const guessLine = guess === null || picture === 'guess' ? null : path(contour(grid, guess));
  const texts: TextLine[] = [];
  const boxes: Drawing['boxes'][number][] = [];
  const keys: Drawing['keys'][number][] = [];
  const line = (
    id: string,
    text: string,
    x: number,
    y: number,
    tone: Tone,
    fontSize: number,
    bold = false,
  ): void => {
    texts.push({ id, text, x, y, size: fontSize, tone, bold });
  };

  if (picture === 'above') {
    const indent = 26;
    const put = (id: 'region' | 'share', head: string, rest: string, tone: Tone, y: number): number => {
      keys.push({ id, x: EDGE + 8, y: y + 9 });
      line(`${id}-head`, head, EDGE + indent, y + 15, tone, 18, true);
      const lines = wrap(rest, 14, width - indent);
      lines.forEach((text, index) =>
        line(`${id}-${index}`, text, EDGE + indent, y + 33 + index * 17, 'soft', 14),
      );
      return y + 33 + lines.length * 17 - 8;
    };
    const next = put('region', words.above[0], words.above[1], 'unknown', top);
    const last = put('share', words.number, words.still, 'share', next);
    if (guess !== null) {
      keys.push({ id: 'guess', x: EDGE + 8, y: last + 5 });
      line('guess', words.guess, EDGE + indent, last + 10, 'guess', 14, true);
    }
    return { texts, keys, guessLine };
  }

  const large = 54;
  const head = picture === 'guess' ? words.own : words.number;
  const indent = textWidth(head, large, true) + 12;
  const sentence = balance(
    picture === 'guess' ? words.ownSentence : words.sentence,
    15,
    Math.min(width - indent, 230),
    picture === 'share',
  );
  line('number', head, EDGE, top + 41, picture === 'guess' ? 'guess' : 'share', large, true);
  const first = top + (sentence.length > 2 ? 12 : sentence.length > 1 ? 18 : 28);
  sentence.forEach((text, index) =>
    line(
      `sentence-${index}`,
      text,
      EDGE + indent,
      first + index * 19,
      guess === null && picture === 'guess' ? 'soft' : 'strong',
      15,
    ),
  );
  if (picture === 'guess') return { texts };
  const note = noteOf(words.missing, width, 14);
  const placed = setNote('missing', note, EDGE, top + 58);
  texts.push(...placed.texts);
  boxes.push(placed.box);
  if (guess !== null) {
    const y = top + 58 + note.height + 15;
    keys.push({ id: 'guess', x: EDGE + 8, y });
    line('guess', words.guess, EDGE + 26, y + 5, 'guess', 14, true);
  }
  return { texts, boxes, keys, guessLine };
}

/** The second group: a frame of the same height beside the first, or a flat one below it. */
function tellSecond(input: DotsInput, size: Size, grid: Grid, place: Place): Told {
  const { frame } = grid;
  const { words, share } = input;
  const gutter = gutterOf(size.width);
  const right = frame.x + frame.width;
  const beside = place === 'beside';
  const x = beside ? right + gutter : EDGE;
  const y = beside ? frame.y : frame.y + frame.height + 14;
  const width = beside
    ? Math.min(size.width - x - EDGE, Math.max(196, frame.height * 0.62))
    : size.width - 2 * EDGE;
  const height = beside
    ? Math.max(frame.height, Math.min(size.height - y - EDGE, 150))
    : size.height - y - EDGE;
  const second = layoutFrame(x, y, width, beside ? frame.height : Math.min(height, 120));
  const inset = beside ? MARGIN * grid.pitch : 6;
  const level = beside
    ? levelAt(grid, share)
    : y + inset + Math.max(18, (second.height - 2 * inset) * (1 - share / DOTS));
  const box: Box = {
    x: x + inset,
    y: level,
    width: width - 2 * inset,
    height: y + second.height - inset - level,
  };
  const pad = box.width < 150 ? 6 : 14;
  const blocksAt = (body: number): Block[] =>
    words.below.map((text, index) => ({
      id: `below-${index}`,
      lines: balance(text, body, box.width - 2 * pad, index === 0),
      size: body,
      lead: Math.round(body * 1.28),
      tone: index === 0 ? 'strong' : 'soft',
      bold: index === 0,
      gap: 3,
    }));
  const suits = (set: readonly Block[]): boolean =>
    set[0]?.lines.length === 1 && stackHeight(set) + 2 * pad <= box.height;
  const blocks = [17, 15, 14].map(blocksAt).find(suits) ?? blocksAt(13);
  const numberSize = 13;
  const texts = setBlocks(
    blocks,
    box.x + pad,
    box.y + Math.max(2, (box.height - stackHeight(blocks)) / 2),
  ).texts;
  // Whose level it is, not how high: a number here would be read as the second group’s own.
  const levelName: TextLine = {
    id: 'level',
    text: words.level,
    x: box.x + 1,
    y: level - 5,
    size: numberSize,
    tone: 'share',
    bold: true,
  };
  return {
    texts: [levelName, ...texts.map(onHatch)],
    boxes: [{ id: 'below', ...box }],
    second: {
      frame: second,
      box,
      level: path([
        { x: beside ? right - inset : box.x, y: level },
        { x: box.x + box.width, y: level },
      ]),
    },
  };
}

interface Note {
  readonly blocks: readonly Block[];
  readonly width: number;
  readonly height: number;
}

const NOTE_PAD = 7;

/** A hatched box with a question and its answer, on one line where they fit. */
function noteOf([question, answer]: readonly [string, string], width: number, size: number): Note {
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

function setNote(
  id: string,
  note: Note,
  x: number,
  y: number,
): { texts: TextLine[]; box: Drawing['boxes'][number] } {
  const { texts } = setBlocks(note.blocks, x + NOTE_PAD, y + NOTE_PAD);
  return { texts: texts.map(onHatch), box: { id, x, y, width: note.width, height: note.height } };
}

const onHatch = (line: TextLine): TextLine => ({ ...line, halo: true });
