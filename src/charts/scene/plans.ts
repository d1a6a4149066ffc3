/** The three arrangements of the scene: what stands where, and which of it a step shows. */
import { clamp, type Box } from '../space.ts';
import { textWidth } from '../text.ts';
import { centred, moved } from './boxes.ts';
import { across, down, inbox, instruction, instructionIn, signPiece } from './desk.ts';
import { doorHeading, doorRow, doorsIn } from './doors.ts';
import { assistantBelow, assistantBeside, quote } from './role.ts';
import { SMALL, type Labels } from './set.ts';
import { envelope, slip } from './shapes.ts';
import { PARTS } from './types.ts';
import type { Arrangement, Part, Piece } from './types.ts';

export type Pieces = Partial<Record<Part, readonly Piece[]>>;

/** Pieces placed from (0, 0) of the frame's inside, for every step of one arrangement at one size. */
export interface Plan {
  readonly arrangement: Arrangement;
  readonly at: (show: Part) => Pieces;
}

/** Side of the hit area of a small sign. */
const SIGN = 26;

/**
 * Wide: assistant and instruction on the left, inbox on the right, the ways out below.
 * @param air 0 (tight) to 1
 * @param low where there is less height the assistant's name stands beside its mark
 */
export function room(labels: Labels, inside: number, width: number, air: number, low: boolean): Plan {
  const font = width < 640 ? 14 : 15;
  const left = Math.round(low ? clamp(inside * 0.37, 212, 226) : clamp(inside * 0.335, 158, 226));
  const gap = low ? 60 : width < 640 ? 30 : 38;
  const right = { x: left + gap, width: inside - left - gap };
  const side = low ? 46 : mix(54, 88, air);
  const assistant = low
    ? assistantBeside(labels, 0, 0, left, side, font)
    : assistantBelow(labels, { x: 0, y: 0, width: left }, side, font, true);
  const told = mix(22, 34, air);
  const slipBox = instruction(labels, { x: 0, y: 0, width: left }, font + 1, true);
  const leftHeight = assistant.height + told + slipBox.height;
  const title = low ? 34 : 44;
  const row = Math.max(mix(low ? 23 : 28, 46, air), (leftHeight - title - 10) / 4);
  const tall = title + 4 * row + 10;
  const spare = tall - leftHeight;
  const startAt = low ? 0 : spare * 0.5;
  const assistantAt = moved(assistant, 0, startAt);
  const slipAt = moved(slipBox, 0, tall - slipBox.height);
  const middle = startAt + side / 2;
  const mail = inbox(labels, { x: right.x, y: 0, width: right.width, height: tall }, row, font, title);
  const doorsTop = tall + mix(16, 44, air);
  // Names of doors need more than a narrow inbox.
  const doorsLeft = right.width < 270 ? 178 : right.x;
  const doors = doorRow(
    labels,
    { x: doorsLeft, y: doorsTop, width: inside - doorsLeft },
    mix(52, 118, air),
    font,
  );
  const heading = doorHeading(labels, { x: 0, y: doorsTop, width: left }, font, true);
  const words = quote(
    labels,
    { x: right.x + 8, y: 0, width: right.width - 8 },
    right.width >= 380 ? [46, 42, 38, 34] : air > 0.5 ? [38, 34, 30, 27, 24, 22] : [32, 30, 27, 24, 22],
    190,
  );
  const said = moved(words, 0, Math.max(0, startAt + (assistant.height - words.height) / 2));
  const from = low ? left + 4 : (left + side) / 2 + 14;
  const spine = low ? side / 2 : left / 2;
  return {
    arrangement: 'room',
    at: (show) =>
      upTo(show, {
        role: show === 'role' ? [assistantAt, said] : [assistantAt],
        inbox: [across(labels, from, right.x - 9, middle), mail.panel, ...mail.rows.slice(0, 1)],
        replacement: mail.rows.slice(1, 3),
        secret: mail.rows.slice(3),
        nudge: [down(labels, 'told', spine, assistantAt.y + assistantAt.height + 4, slipAt.y - 6), slipAt],
        corner: [heading, ...doors],
      }),
  };
}

/** Narrow and high: one below the other, in the order of the story. */
export function column(labels: Labels, inside: number, width: number, air: number): Plan {
  const font = width < 340 ? SMALL : 14;
  const side = mix(44, 64, air);
  const assistant = assistantBeside(labels, 0, 0, inside, side, font);
  const gap = mix(23, 36, air);
  const title = 34;
  const row = mix(25, 38, air);
  const mailTop = side + gap;
  const mailHeight = title + 4 * row + 8;
  const mail = inbox(labels, { x: 0, y: mailTop, width: inside, height: mailHeight }, row, font, title);
  const slipTop = mailTop + mailHeight + gap;
  const slipAt = moved(instruction(labels, { x: 0, y: 0, width: inside }, font + 3, false), 0, slipTop);
  const headingTop = slipTop + slipAt.height + mix(14, 26, air);
  const heading = doorHeading(labels, { x: 0, y: headingTop, width: inside }, font, false);
  const doorsTop = headingTop + heading.height + mix(2, 8, air);
  const doors = doorRow(labels, { x: 0, y: doorsTop, width: inside }, mix(46, 78, air), font);
  const said = quote(labels, { x: 10, y: side + 20, width: inside - 10 }, [24, 22, 20]);
  const spine = side / 2;
  return {
    arrangement: 'column',
    at: (show) =>
      upTo(show, {
        role: show === 'role' ? [assistant, said] : [assistant],
        inbox: [down(labels, 'read', spine, side + 4, mailTop - 6), mail.panel, ...mail.rows.slice(0, 1)],
        replacement: mail.rows.slice(1, 3),
        secret: mail.rows.slice(3),
        nudge: [down(labels, 'told', spine, mailTop + mailHeight + 4, slipTop - 6), slipAt],
        corner: [heading, ...doors],
      }),
  };
}

/** Low: the assistant and the newest part; what came before it waits as small signs beside the assistant. */
export function focus(labels: Labels, size: { width: number; height: number }, inner: Box): Plan {
  const stacked = size.width < 480 && size.height >= 268;
  let font = size.width < 340 || size.height < 200 ? SMALL : size.width < 520 ? 14 : 15;
  let large = false;
  let assistant: Piece;
  let stage: Box;
  let link: Piece;
  let signs: readonly Box[];
  if (stacked) {
    const side = size.width < 340 ? 44 : clamp(inner.height * 0.19, 44, 56);
    const gap = 28;
    const high = Math.min(inner.height - side - gap, 220);
    const top = (inner.height - side - gap - high) / 2;
    // The signs stand at the right of the same row.
    assistant = assistantBeside(labels, 0, top, inner.width - 2 * 31, side, font);
    stage = { x: 0, y: top + side + gap, width: inner.width, height: high };
    link = down(labels, 'read', side / 2, top + side + 4, stage.y - 6);
    signs = [1, 2].map((place) => ({
      x: inner.width - place * 28 + 2,
      y: top + (side - SIGN) / 2,
      width: SIGN,
      height: SIGN,
    }));
  } else {
    const roomy = size.width >= 520;
    large = roomy && inner.height >= 240;
    font = large ? 17 : font;
    const name = textWidth(labels['assistant'] ?? '', font, true);
    const lane = roomy ? 160 : Math.max(64, name * (size.width < 420 ? 0.72 : 1));
    const gap = roomy ? 54 : size.width < 340 ? 16 : 26;
    const wide = Math.min(inner.width - lane - gap, large ? 470 : 430);
    const start = (inner.width - lane - gap - wide) / 2;
    const side = clamp(inner.height * 0.34, 40, large ? 96 : roomy ? 72 : 60);
    const block = assistantBelow(
      labels,
      { x: start, y: 0, width: lane },
      side,
      font,
      roomy && inner.height > 150,
    );
    const top = Math.max(
      0,
      Math.min((inner.height - block.height) / 2, inner.height - block.height - 6 - (large ? 2 : 1) * SIGN),
    );
    assistant = moved(block, 0, top);
    stage = { x: start + lane + gap, y: 0, width: wide, height: inner.height };
    link = across(
      labels,
      start + (lane + side) / 2 + (roomy ? 14 : 8),
      stage.x - (roomy ? 9 : 6),
      top + side / 2,
    );
    const signTop = Math.min(top + block.height + 6, inner.height - (large ? 2 : 1) * SIGN);
    const signLeft = start + (lane - side) / 2 - 3;
    // Below each other with their names where there is room, else beside each other without.
    signs = [0, 1].map((at) => ({
      x: signLeft + (large ? 0 : at * Math.max(27, side - 20)),
      y: signTop + (large ? at * SIGN : 0),
      width: large ? 110 : SIGN,
      height: SIGN,
    }));
  }
  const [first, second] = signs;
  const title = inner.height < 150 ? 27 : 36;
  const foot = inner.height < 150 ? 4 : 10;
  const row = clamp((stage.height - title - foot) / 4, 20, large ? 56 : 44);
  const into = (height: number): Box => (stacked ? { ...stage, height } : centred(stage, height));
  const mail = inbox(labels, into(title + 4 * row + foot), row, font, title);
  const slipTop = instructionIn(labels, stage, font);
  const slipAt = stacked ? slipTop : moved(slipTop, 0, (stage.height - slipTop.height) / 2);
  const indent = stacked ? 10 : 0;
  const place = { x: stage.x + indent, y: stage.y, width: stage.width - indent };
  const words = quote(labels, place, [...(large ? [42, 38, 34] : []), 30, 27, 24, 22, 20, 18], stage.height);
  const said = moved(words, 0, Math.max(0, (stage.height - words.height) / 2 - (stacked ? 14 : 0)));
  const doors = doorsIn(labels, stage, font, !stacked);
  const inboxSign = signPiece(labels, 'sign-inbox', first ?? stage, (x, y, w) =>
    envelope(x, y + w * 0.14, w, w * 0.72),
  );
  const nudgeSign = signPiece(labels, 'sign-nudge', second ?? stage, (x, y, w) =>
    slip(x, y + w * 0.14, w, w * 0.72),
  );
  return {
    arrangement: 'focus',
    at: (show) => {
      switch (show) {
        case 'role':
          return { role: [assistant, said] };
        case 'nudge':
          return { role: [assistant], inbox: [inboxSign], nudge: [slipAt] };
        case 'corner':
          return { role: [assistant], inbox: [inboxSign], nudge: [nudgeSign], corner: doors };
        default:
          return upTo(show, {
            role: [assistant],
            inbox: [link, mail.panel, ...mail.rows.slice(0, 1)],
            replacement: mail.rows.slice(1, 3),
            secret: mail.rows.slice(3),
          });
      }
    },
  };
}

function upTo(show: Part, pieces: Pieces): Pieces {
  const known = PARTS.slice(0, PARTS.indexOf(show) + 1);
  return Object.fromEntries(known.flatMap((part) => (pieces[part] ? [[part, pieces[part]]] : [])));
}

function mix(low: number, high: number, share: number): number {
  return low + (high - low) * share;
}
