/** What the assistant is given: the inbox, the instruction, the lines that lead to them, and their small signs. */
import { clamp, type Box } from '../space.ts';
import { textWidth } from '../text.ts';
import { SMALL, fitted, hang, type Fitted, type Labels } from './set.ts';
import { dot, envelope, line, roundRect } from './shapes.ts';
import type { Line, Piece, Shape } from './types.ts';

/** The panel of the inbox and its four rows: one of everyday mail, three that matter. */
export function inbox(labels: Labels, box: Box, row: number, font: number, title: number) {
  const pad = box.width < 190 ? 8 : box.width < 230 ? 10 : box.width < 320 ? 14 : 20;
  const tall = Math.round(clamp(row - 10, 13, box.width < 340 ? 19 : row > 48 ? 30 : 24));
  const wide = Math.round(tall * 1.42);
  const textX = pad + wide + (box.width < 230 ? 8 : 12);
  const keys = ['everyday', 'offline', 'newer', 'affair'];
  const long = keys.map((key) => labels[`mail-${key}`] ?? '');
  const room = box.width - textX - pad;
  // `textWidth` is on the safe side for bold text by at least this much.
  const fits = (texts: readonly string[], size: number) =>
    texts.every((text) => textWidth(text, size, true) <= room);
  const short = keys.map((key) => labels[`mail-${key}-short`] ?? '');
  const size = [font, 15, SMALL].find((candidate) => fits(long, candidate));
  const texts = size === undefined ? short : long;
  const used = size ?? [font, SMALL].find((candidate) => fits(short, candidate)) ?? 12;
  const heading: Line = {
    text: labels['inbox'] ?? '',
    x: pad,
    y: title / 2 + (title > 30 ? 8 : 6),
    size: font,
    tone: 'title',
    anchor: 'start',
  };
  const kinds = labels['kinds'] ?? '';
  const free = box.width - 2 * pad - textWidth(heading.text, font, true) - 16;
  const lines: Line[] = [heading];
  if (textWidth(kinds, SMALL) <= free)
    lines.push({ text: kinds, x: box.width - pad, y: heading.y, size: SMALL, tone: 'soft', anchor: 'end' });
  const rules = keys
    .map((_, index) => line(pad, title + index * row, box.width - pad, title + index * row))
    .join(' ');
  const panel: Piece = {
    id: 'inbox',
    ...box,
    shapes: [
      { ink: 'panel', d: roundRect(0, 0, box.width, box.height, 8) },
      { ink: 'rule', d: rules },
    ],
    lines,
  };
  const rows = keys.map((key, index): Piece => ({
    id: `mail-${key}`,
    x: box.x,
    y: box.y + title + index * row,
    width: box.width,
    height: row,
    shapes: [
      ...(index === 0 ? [] : [lit(pad, row, box.width)]),
      { ink: 'line', d: envelope(pad, (row - tall) / 2, wide, tall) },
    ],
    lines: [
      {
        text: texts[index] ?? '',
        x: textX,
        y: row / 2 + used * 0.35,
        size: used,
        tone: index === 0 ? 'soft' : 'strong',
        anchor: 'start',
      },
    ],
  }));
  return { panel, rows };
}

/** The ground of a message row, seen while the message is new. */
function lit(pad: number, row: number, width: number): Shape {
  return { ink: 'lit', d: roundRect(pad / 2, 1.5, width - pad, row - 3, 5) };
}

/** The instruction in its panel, as high as its words need; `named` prints its heading. */
export function instruction(labels: Labels, box: Omit<Box, 'height'>, font: number, named: boolean): Piece {
  const pad = 14;
  const set = fitted(labels['instruction-quote'] ?? '', box.width - 2 * pad, Infinity, [font]);
  return slipPiece(
    labels,
    { ...box, height: 2 * pad + (named ? 20 : -2) + set.height },
    set,
    pad,
    named ? 14 : 0,
  );
}

/** The instruction in a panel of a given size, as large as it can be read there. */
export function instructionIn(labels: Labels, stage: Box, font: number): Piece {
  const pad = stage.width < 240 ? 12 : 18;
  const sizes = [28, 26, 24, 22, 20, 18, 17, 16, 15, 14, 13];
  const set = fitted(
    labels['instruction-quote'] ?? '',
    stage.width - 2 * pad,
    stage.height - 2 * pad - 22,
    sizes,
  );
  return slipPiece(
    labels,
    { ...stage, height: Math.min(stage.height, 2 * pad + 22 + set.height) },
    set,
    pad,
    font,
  );
}

/** `heading`: its font size, 0 for none. */
function slipPiece(labels: Labels, box: Box, set: Fitted, pad: number, heading: number): Piece {
  const names = [labels['instruction'] ?? '', labels['instruction-short'] ?? ''];
  const name = names.find((text) => textWidth(text, heading, true) <= box.width - 2 * pad) ?? names[1] ?? '';
  const named: Line = { text: name, x: pad, y: pad + 12, size: heading, tone: 'title', anchor: 'start' };
  const top = heading > 0 ? pad + 20 : pad - 2;
  return {
    id: 'instruction',
    ...box,
    shapes: [{ ink: 'panel', d: roundRect(0, 0, box.width, box.height, 8) }],
    lines: [
      ...(heading > 0 ? [named] : []),
      ...set.lines.map((text, index): Line => ({
        text,
        x: index === 0 ? pad - hang(text, set.size) : pad,
        y: top + set.size + index * set.leading,
        size: set.size,
        tone: 'quote',
        anchor: 'start',
      })),
    ],
  };
}

/** A line from the assistant to the right, with its verb above it where there is room. */
export function across(labels: Labels, from: number, to: number, y: number): Piece {
  const verb = labels['read'] ?? '';
  const length = Math.max(0, to - from);
  const lines: Line[] =
    textWidth(verb, SMALL) <= length + 6
      ? [{ text: verb, x: length / 2, y: 12, size: SMALL, tone: 'soft', anchor: 'middle' }]
      : [];
  return {
    id: 'link-read',
    x: from,
    y: y - 20,
    width: length,
    height: 26,
    shapes: [
      { ink: 'link', d: line(0, 20, length, 20) },
      { ink: 'tip', d: dot(length, 20, 3) },
    ],
    lines,
  };
}

/** A line downwards with its verb to the right of it. */
export function down(labels: Labels, key: 'read' | 'told', x: number, from: number, to: number): Piece {
  const verb = labels[key] ?? '';
  const length = Math.max(0, to - from);
  return {
    id: `link-${key}`,
    x: x - 4,
    y: from,
    width: 16 + textWidth(verb, SMALL),
    height: length,
    shapes: [
      { ink: 'link', d: line(4, 0, 4, length) },
      { ink: 'tip', d: dot(4, length, 3) },
    ],
    lines: [{ text: verb, x: 15, y: length / 2 + SMALL * 0.35, size: SMALL, tone: 'soft', anchor: 'start' }],
  };
}

/** A small sign for what an earlier step has shown, with its name where its box is wide enough. */
export function signPiece(
  labels: Labels,
  id: string,
  box: Box,
  draw: (x: number, y: number, width: number) => string,
): Piece {
  const side = 20;
  const inset = (box.height - side) / 2;
  const named: Line = {
    text: labels[id] ?? '',
    x: box.height + 3,
    y: box.height / 2 + SMALL * 0.35,
    size: SMALL,
    tone: 'soft',
    anchor: 'start',
  };
  const lines = box.width > box.height ? [named] : [];
  return { id, ...box, shapes: [{ ink: 'line', d: draw(inset, inset, side) }], lines };
}
