/**
 * Places the made-up scene of the test inside the dashed frame. Pure: words, size and step in, placed marks out.
 *
 * What must stay true: a piece has one place at a given size, whatever the step; a step only decides which pieces
 * are there, which of them are new, and how far the whole scene is moved so that it stands in the middle.
 */
import { layoutFrame } from '../frame/layout.ts';
import { PICTURES } from '../picture.ts';
import { textWidth, wrap } from '../text.ts';
import { dot, envelope, line, modelMark, openDoor, roundRect, shutDoors, slip } from './shapes.ts';
import { PARTS } from './types.ts';
import type { Arrangement, Box, Line, Mark, Part, Piece, Scene, Shape, Tone } from './types.ts';

type Labels = Readonly<Record<string, string>>;
type Pieces = Partial<Record<Part, readonly Piece[]>>;

/** Pieces placed from (0, 0) of the frame's inside, for every step of one arrangement at one size. */
interface Plan {
  readonly arrangement: Arrangement;
  readonly at: (show: Part) => Pieces;
}

const SMALL = 13;
/** Side of the hit area of a small sign. */
const SIGN = 26;
/** The serif of the quotations is this much narrower than the sans that `textWidth` knows. */
const SERIF = 0.93;

/**
 * The scene at one step.
 * @param labels words of the figure
 * @param size pixels; 280 x 180 or more
 * @param show the step whose part is new
 * @param steady true where the same size shows other steps too (a stage): the arrangement then suits them all.
 *   False for a single picture, which may use the room for its own step.
 */
export function layout(
  labels: Labels,
  size: { width: number; height: number },
  show: Part,
  steady = true,
): Scene {
  const { plan, chrome } = steady ? chooseOnce(labels, size) : choose(labels, size, show, false);
  const pieces = plan.at(show);
  const extent = plan.arrangement === 'focus' ? chrome.inner.height : bottomOf(pieces);
  const marks = PARTS.filter((part) => pieces[part] !== undefined).map((part): Mark => ({
    part,
    passport: `set-${part}`,
    label: labels[`say-${part}`] ?? '',
    fresh: part === show,
    pieces: (pieces[part] ?? []).map((piece) => ({
      ...piece,
      x: tenth(piece.x + chrome.inner.x),
      y: tenth(piece.y + chrome.inner.y),
      width: tenth(piece.width),
      height: tenth(piece.height),
    })),
  }));
  return {
    frame: chrome.frame,
    title: chrome.title,
    note: chrome.note,
    shift: Math.round((chrome.inner.height - extent) / 2),
    marks,
    arrangement: plan.arrangement,
  };
}

let last: { labels: Labels; width: number; height: number; chosen: ReturnType<typeof choose> } | null = null;

/** A stage asks for the same size at every step: the plan is made once. */
function chooseOnce(labels: Labels, { width, height }: { width: number; height: number }) {
  if (last?.labels !== labels || last.width !== width || last.height !== height)
    last = { labels, width, height, chosen: choose(labels, { width, height }, 'corner', true) };
  return last.chosen;
}

function choose(labels: Labels, size: { width: number; height: number }, show: Part, steady: boolean) {
  const arrangement = size.width >= 520 ? 'room' : 'column';
  const chrome = chromeOf(labels, size, arrangement);
  const last: Part = steady ? 'corner' : show;
  const fitting = (air: number): Plan | undefined => {
    const plan = planOf(labels, arrangement, chrome.inner.width, size.width, air / 8);
    return bottomOf(plan.at(last)) <= chrome.inner.height ? plan : undefined;
  };
  let plan = size.height < 260 || (arrangement === 'column' && !PICTURES) ? undefined : fitting(0);
  if (plan) {
    // As airy as the height allows, in eight steps from tight to generous.
    for (let air = 8; air > 0; air -= 1) {
      const wider = fitting(air);
      if (wider) {
        plan = wider;
        break;
      }
    }
    return { plan, chrome };
  }
  const low = chromeOf(labels, size, 'focus');
  return { plan: focus(labels, size, low.inner), chrome: low };
}

function planOf(labels: Labels, arrangement: Arrangement, inside: number, width: number, air: number): Plan {
  return PICTURES && arrangement === 'column'
    ? column(labels, inside, width, air)
    : room(labels, inside, width, air);
}

function bottomOf(pieces: Pieces): number {
  return Math.max(0, ...Object.values(pieces).flatMap((list) => list.map((piece) => piece.y + piece.height)));
}

/** Frame, its title and the note under it, and the space they leave. */
function chromeOf(labels: Labels, size: { width: number; height: number }, arrangement: Arrangement) {
  const { width, height } = size;
  const low = arrangement === 'focus' && height < 300;
  const titleSize = width < 340 ? SMALL : width < 640 ? 14 : 15;
  const long = labels['note'] ?? '';
  const short = labels['note-short'] ?? '';
  const room = width - 8;
  const noteLines = balanced(textWidth(long, SMALL) <= room ? long : short, SMALL, room);
  const noteHeight = noteLines.length * 17 + (low ? 5 : 9);
  const top = 9;
  const frame = layoutFrame(1.5, top, width - 3, height - top - noteHeight, width < 400 ? 14 : 17);
  const side = arrangement === 'room' ? (width < 640 ? 22 : 32) : width < 340 ? 13 : width < 520 ? 18 : 28;
  const above = low ? 13 : arrangement === 'room' ? 26 : 20;
  const below = low ? 8 : arrangement === 'room' ? 24 : 14;
  const titleText = labels['frame'] ?? '';
  const titleX = frame.x + side;
  const titleWidth = textWidth(titleText, titleSize, true) * 0.95;
  return {
    frame,
    title: {
      text: titleText,
      x: titleX,
      y: top + titleSize * 0.35,
      size: titleSize,
      tone: 'title' as Tone,
      anchor: 'start' as const,
      gap: { x: titleX - 9, y: top - 6, width: titleWidth + 18, height: 12 },
    },
    note: noteLines.map((text, index): Line => ({
      text,
      x: width - 4,
      y: frame.y + frame.height + (low ? 15 : 19) + index * 17,
      size: SMALL,
      tone: 'title',
      anchor: 'end',
    })),
    inner: {
      x: frame.x + side,
      y: frame.y + above,
      width: frame.width - 2 * side,
      height: frame.height - above - below,
    },
  };
}

/** Wide: assistant and instruction on the left, inbox on the right, the ways out below. */
function room(labels: Labels, inside: number, width: number, air: number): Plan {
  const font = width < 640 ? 14 : 15;
  const left = Math.round(clamp(inside * 0.335, 158, 226));
  const gap = width < 640 ? 30 : 38;
  const right = { x: left + gap, width: inside - left - gap };
  const side = mix(54, 88, air);
  const assistant = assistantBelow(labels, { x: 0, y: 0, width: left }, side, font, true);
  const told = mix(26, 34, air);
  const slipBox = instruction(labels, { x: 0, y: 0, width: left }, font + 1, true);
  const leftHeight = assistant.height + told + slipBox.height;
  const title = 44;
  const row = Math.max(mix(28, 46, air), (leftHeight - title - 10) / 4);
  const tall = title + 4 * row + 10;
  const spare = tall - leftHeight;
  const startAt = spare * 0.5;
  const assistantAt = moved(assistant, 0, startAt);
  const slipAt = moved(slipBox, 0, tall - slipBox.height);
  const middle = startAt + side / 2;
  const mail = inbox(labels, { x: right.x, y: 0, width: right.width, height: tall }, row, font, title);
  const doorsTop = tall + mix(22, 44, air);
  const doors = doorRow(labels, { x: right.x, y: doorsTop, width: right.width }, mix(54, 118, air), font);
  const heading = doorHeading(labels, { x: 0, y: doorsTop, width: left }, font, true);
  const words = quote(
    labels,
    { x: right.x + 8, y: 0, width: right.width - 8 },
    air > 0.5 ? [38, 34, 30, 27, 24, 22] : [32, 30, 27, 24, 22],
  );
  const said = moved(words, 0, Math.max(0, startAt + (assistant.height - words.height) / 2));
  const from = (left + side) / 2 + 14;
  return {
    arrangement: 'room',
    at: (show) =>
      upTo(show, {
        role: show === 'role' ? [assistantAt, said] : [assistantAt],
        inbox: [across(labels, from, right.x - 9, middle), mail.panel, ...mail.rows.slice(0, 1)],
        replacement: mail.rows.slice(1, 3),
        secret: mail.rows.slice(3),
        nudge: [down(labels, 'told', left / 2, assistantAt.y + assistantAt.height + 4, slipAt.y - 6), slipAt],
        corner: [heading, ...doors],
      }),
  };
}

/** Narrow and high: one below the other, in the order of the story. */
function column(labels: Labels, inside: number, width: number, air: number): Plan {
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
function focus(labels: Labels, size: { width: number; height: number }, inner: Box): Plan {
  const stacked = size.width < 480 && size.height >= 268;
  const font = size.width < 340 || size.height < 200 ? SMALL : size.width < 520 ? 14 : 15;
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
    const name = textWidth(labels['assistant'] ?? '', font, true);
    const lane = roomy ? 168 : Math.max(64, name * (size.width < 420 ? 0.72 : 1));
    const gap = roomy ? 58 : size.width < 340 ? 16 : 26;
    const wide = Math.min(inner.width - lane - gap, 430);
    const start = (inner.width - lane - gap - wide) / 2;
    const side = clamp(inner.height * 0.34, 40, roomy ? 72 : 60);
    const block = assistantBelow(
      labels,
      { x: start, y: 0, width: lane },
      side,
      font,
      roomy && inner.height > 150,
    );
    const top = Math.max(
      0,
      Math.min((inner.height - block.height) / 2, inner.height - block.height - 6 - SIGN),
    );
    assistant = moved(block, 0, top);
    stage = { x: start + lane + gap, y: 0, width: wide, height: inner.height };
    link = across(
      labels,
      start + (lane + side) / 2 + (roomy ? 14 : 8),
      stage.x - (roomy ? 9 : 6),
      top + side / 2,
    );
    const signTop = Math.min(top + block.height + 6, inner.height - SIGN);
    const signLeft = start + (lane - side) / 2 - 3;
    signs = [signLeft, signLeft + Math.max(27, side - 20)].map((x) => ({
      x,
      y: signTop,
      width: SIGN,
      height: SIGN,
    }));
  }
  const [first, second] = signs;
  const title = inner.height < 150 ? 27 : 36;
  const foot = inner.height < 150 ? 4 : 10;
  const row = clamp((stage.height - title - foot) / 4, 20, 44);
  const into = (height: number): Box => (stacked ? { ...stage, height } : centred(stage, height));
  const mail = inbox(labels, into(title + 4 * row + foot), row, font, title);
  const slipTop = instructionIn(labels, stage, font);
  const slipAt = stacked ? slipTop : moved(slipTop, 0, (stage.height - slipTop.height) / 2);
  const indent = stacked ? 10 : 0;
  const place = { x: stage.x + indent, y: stage.y, width: stage.width - indent };
  const words = quote(labels, place, [30, 27, 24, 22, 20, 18], stage.height);
  const said = moved(words, 0, Math.max(0, (stage.height - words.height) / 2 - (stacked ? 14 : 0)));
  const doors = doorsIn(labels, stage, font, !stacked);
  const inboxSign = signPiece('sign-inbox', first ?? stage, (x, y, w) =>
    envelope(x, y + w * 0.14, w, w * 0.72),
  );
  const nudgeSign = signPiece('sign-nudge', second ?? stage, (x, y, w) => slip(x, y + w * 0.14, w, w * 0.72));
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

/** The model's mark with its name below, centred in a lane. */
function assistantBelow(
  labels: Labels,
  lane: Omit<Box, 'height'>,
  side: number,
  font: number,
  played: boolean,
): Piece {
  const name = wrap(labels['assistant'] ?? '', font, lane.width, true);
  const cast = played ? wrap(labels['played'] ?? '', SMALL, lane.width) : [];
  const lines: Line[] = [];
  let y = side + 8;
  for (const text of name) {
    lines.push({ text, x: lane.width / 2, y: y + font, size: font, tone: 'strong', anchor: 'middle' });
    y += font + 3;
  }
  if (cast.length > 0) y += 3;
  for (const text of cast) {
    lines.push({ text, x: lane.width / 2, y: y + SMALL, size: SMALL, tone: 'soft', anchor: 'middle' });
    y += SMALL + 4;
  }
  return {
    id: 'assistant',
    ...lane,
    height: y + 2,
    shapes: modelMark((lane.width - side) / 2, 0, side),
    lines,
  };
}

/** The model's mark with its name to the right; who plays it only where there is room. */
function assistantBeside(
  labels: Labels,
  x: number,
  y: number,
  inside: number,
  side: number,
  font: number,
): Piece {
  const text = side + 14;
  const played = text + textWidth(labels['played'] ?? '', SMALL);
  const fits = played <= inside;
  const cast: Line = {
    text: labels['played'] ?? '',
    x: text,
    y: side / 2 + SMALL + 2,
    size: SMALL,
    tone: 'soft',
    anchor: 'start',
  };
  const width = Math.max(fits ? played : 0, text + textWidth(labels['assistant'] ?? '', font, true));
  return {
    id: 'assistant',
    x,
    y,
    width: Math.min(inside, width),
    height: side,
    shapes: modelMark(0, 0, side),
    lines: [
      {
        text: labels['assistant'] ?? '',
        x: text,
        y: side / 2 - 3,
        size: font,
        tone: 'strong',
        anchor: 'start',
      },
      ...(fits ? [cast] : []),
    ],
  };
}

/**
 * The testers' own words about the role, large, with a line that says whose they are.
 * `room`: pixels of height it may take. Placed at the top of the box; the caller moves it.
 */
function quote(labels: Labels, box: Omit<Box, 'height'>, sizes: readonly number[], room = Infinity): Piece {
  const caption = balanced(labels['role-caption'] ?? '', SMALL, box.width);
  const under = 8 + caption.length * 18;
  const set = fitted(labels['role-quote'] ?? '', box.width, room - under, sizes);
  const lines = [
    ...set.lines.map((text, index): Line => ({
      text,
      x: index === 0 ? -hang(text, set.size) : 0,
      y: set.size + index * set.leading,
      size: set.size,
      tone: 'quote',
      anchor: 'start',
    })),
    ...caption.map((text, index): Line => ({
      text,
      x: 0,
      y: set.height + 8 + SMALL + index * 18,
      size: SMALL,
      tone: 'soft',
      anchor: 'start',
    })),
  ];
  return { id: 'role-quote', ...box, height: set.height + under, shapes: [], lines };
}

interface Fitted {
  readonly size: number;
  readonly leading: number;
  readonly lines: readonly string[];
  readonly height: number;
}

/** The largest of the sizes in which a text fits; the smallest if none does. */
function fitted(text: string, width: number, height: number, sizes: readonly number[]): Fitted {
  let set: Fitted = { size: SMALL, leading: 17, lines: [text], height: 17 };
  for (const size of sizes) {
    const leading = Math.round(size * 1.32);
    const lines = balanced(text, size * SERIF, width);
    set = { size, leading, lines, height: leading * lines.length };
    if (set.height <= height && lines.every((item) => textWidth(item, size * SERIF) <= width)) return set;
  }
  return set;
}

/** How far an opening quotation mark hangs in the margin. */
function hang(text: string, size: number): number {
  return text.startsWith('“') ? size * 0.42 : 0;
}

/** Like `wrap`, with lines of about one length instead of a last word alone. */
function balanced(text: string, size: number, width: number): string[] {
  let lines = wrap(text, size, width);
  for (let narrower = width - 6; narrower > 0 && lines.length > 1; narrower -= 6) {
    const next = wrap(text, size, narrower);
    if (next.length > lines.length || next.some((item) => textWidth(item, size) > narrower)) break;
    lines = next;
  }
  return lines;
}

/** The panel of the inbox and its four rows: one of everyday mail, three that matter. */
function inbox(labels: Labels, box: Box, row: number, font: number, title: number) {
  const pad = box.width < 190 ? 8 : box.width < 230 ? 10 : box.width < 320 ? 14 : 20;
  const tall = Math.round(clamp(row - 10, 13, box.width < 340 ? 19 : 24));
  const wide = Math.round(tall * 1.42);
  const textX = pad + wide + (box.width < 230 ? 8 : 12);
  const keys = ['everyday', 'offline', 'newer', 'affair'];
  const long = keys.map((key) => labels[`mail-${key}`] ?? '');
  const room = box.width - textX - pad;
  // `textWidth` is on the safe side for bold text by at least this much.
  const fits = (texts: readonly string[], size: number) =>
    texts.every((text) => textWidth(text, size, true) * 0.95 <= room);
  const short = keys.map((key) => labels[`mail-${key}-short`] ?? '');
  const size = [font, SMALL].find((candidate) => fits(long, candidate));
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
function instruction(labels: Labels, box: Omit<Box, 'height'>, font: number, named: boolean): Piece {
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
function instructionIn(labels: Labels, stage: Box, font: number): Piece {
  const pad = stage.width < 240 ? 12 : 18;
  const sizes = [26, 24, 22, 20, 18, 17, 16, 15, 14, 13];
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

function doorHeading(labels: Labels, box: Omit<Box, 'height'>, font: number, long: boolean): Piece {
  const about = long ? wrap(labels['doors-note'] ?? '', SMALL, box.width) : [];
  const heading = labels['doors'] ?? '';
  const lines: Line[] = [{ text: heading, x: 0, y: font, size: font, tone: 'title', anchor: 'start' }];
  about.forEach((text, index) =>
    lines.push({ text, x: 0, y: font + 21 + index * 18, size: SMALL, tone: 'soft', anchor: 'start' }),
  );
  const side = labels['doors-side'] ?? '';
  if (!long && textWidth(heading, font, true) + textWidth(side, SMALL) + 16 <= box.width)
    lines.push({ text: side, x: box.width, y: font, size: SMALL, tone: 'soft', anchor: 'end' });
  return { id: 'doors', ...box, height: Math.max(24, font + 6 + about.length * 18), shapes: [], lines };
}

/** Two shut doors and the ends of their bar must fit in their share of the width. */
function highestDoor(width: number): number {
  return width * 0.21;
}

/** Doors on one floor: two shut behind one bar, two open, their names below. */
function doorRow(labels: Labels, box: Omit<Box, 'height'>, wish: number, font: number): Piece[] {
  const tall = Math.min(wish, highestDoor(box.width));
  const size = font > 14 ? 14 : SMALL;
  const leading = size + 4;
  const wide = tall * 0.6;
  const gap = wide * 0.3;
  const shares = [0.36, 0.34, 0.3];
  const keys = ['shut', 'accept', 'blackmail'];
  const drop = tall * 0.1;
  let x = box.x;
  return keys.map((key, index): Piece => {
    const width = box.width * (shares[index] ?? 0);
    const label = wrap(labels[`door-${key}`] ?? '', size, width - 6, key !== 'shut');
    const pair = 2 * wide + gap;
    const shapes: Shape[] = [
      ...(key === 'shut'
        ? shutDoors((width - pair) / 2, 0, wide, tall, 2, gap)
        : openDoor((width - wide) / 2, 0, wide, tall)),
    ];
    // Each piece carries its own stretch of the floor, so that the floor is whole wherever the doors are.
    shapes.unshift({ ink: 'floor', d: line(0, tall, width, tall) });
    const piece: Piece = {
      id: `door-${key}`,
      x,
      y: box.y,
      width,
      height: tall + drop + 8 + 2 * leading,
      shapes,
      lines: label.map((text, at) => ({
        text,
        x: width / 2,
        y: tall + drop + 8 + size * 0.8 + at * leading,
        size,
        tone: key === 'shut' ? 'soft' : 'strong',
        anchor: 'middle',
      })),
    };
    x += width;
    return piece;
  });
}

/** Doors in a low stage: side by side if that is wide enough, else as a list. */
function doorsIn(labels: Labels, stage: Box, font: number, middle: boolean): Piece[] {
  const top = 28;
  const names = 2 * (font + 4) + 8;
  if (stage.width >= 260 && stage.height >= 136) {
    const tall = Math.min(clamp((stage.height - top - names) / 1.1, 44, 100), highestDoor(stage.width));
    const height = top + tall * 1.1 + names;
    const y = middle ? stage.y + Math.max(0, (stage.height - height) / 2) : stage.y;
    const heading = doorHeading(labels, { ...stage, y }, font, false);
    return [heading, ...doorRow(labels, { ...stage, y: y + top }, tall, font)];
  }
  const row = clamp(stage.height / 3, 30, 52);
  const box = centred(stage, row * 3);
  const tall = clamp(row - 12, 24, 38);
  const wide = Math.round(tall * 0.62);
  const text = wide + 18;
  return ['shut', 'accept', 'blackmail'].map((key, index): Piece => {
    const bold = key !== 'shut';
    const label = wrap(labels[`door-${key}`] ?? '', font, box.width - text, bold);
    const leading = font + 3;
    const top = (row - tall) / 2;
    const first = row / 2 - ((label.length - 1) * leading) / 2 + font * 0.35;
    return {
      id: `door-${key}`,
      x: box.x,
      y: box.y + index * row,
      width: box.width,
      height: row,
      shapes: key === 'shut' ? shutDoors(6, top, wide, tall, 1, 0) : openDoor(6, top - 2, wide, tall),
      lines: label.map((text_, at) => ({
        text: text_,
        x: text,
        y: first + at * leading,
        size: font,
        tone: bold ? 'strong' : 'soft',
        anchor: 'start',
      })),
    };
  });
}

/** A line from the assistant to the right, with its verb above it where there is room. */
function across(labels: Labels, from: number, to: number, y: number): Piece {
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
function down(labels: Labels, key: 'read' | 'told', x: number, from: number, to: number): Piece {
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

function signPiece(id: string, box: Box, draw: (x: number, y: number, width: number) => string): Piece {
  const side = 20;
  const inset = (box.width - side) / 2;
  return { id, ...box, shapes: [{ ink: 'line', d: draw(inset, inset, side) }], lines: [] };
}

function moved(piece: Piece, dx: number, dy: number): Piece {
  return { ...piece, x: piece.x + dx, y: piece.y + dy };
}

function centred(stage: Box, height: number): Box {
  const used = Math.min(height, stage.height);
  return { x: stage.x, y: stage.y + (stage.height - used) / 2, width: stage.width, height: used };
}

function mix(low: number, high: number, share: number): number {
  return low + (high - low) * share;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
