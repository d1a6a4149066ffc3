/**
 * Places two scenes in dashed frames: the same doors, once all open, once all but two shut. Pure: words, the rate
 * and a size in, placed marks out. Doors of the same kind stand in the same place of each scene.
 */
import { clamp, boxPath, tenth, type Box } from '../../charts/space.ts';
import { gapFor, layoutFrame, type Frame } from '../../charts/frame/layout.ts';
import { roundRect } from '../../charts/scene/shapes.ts';
import { textWidth, wrap } from '../../charts/text.ts';
import { doors, doorsHeight } from './doors.ts';
import type { Drawing, Mark, Shape, Side, Text, Tone } from './types.ts';

export type Labels = Readonly<Record<string, string>>;

const SMALL = 13;
const SIDES: readonly Side[] = ['open', 'shut'];

/** One scene, placed: what belongs to its doors and what belongs to its rate. */
interface Scene {
  readonly doors: Pick<Mark, 'hit' | 'shapes' | 'texts'>;
  readonly rate: Pick<Mark, 'hit' | 'shapes' | 'texts'>;
}

/**
 * @param value the rate as printed
 * @param share the same, from 0 to 1
 * @param size pixels; 280 x 150 or more
 */
export function layout(
  labels: Labels,
  value: string,
  share: number,
  size: { width: number; height: number },
): Drawing {
  const { width, height } = size;
  const arrangement =
    width >= 560 && height >= (width < 680 ? 450 : 420) ? 'beside' : height >= 648 ? 'below' : 'rows';
  const low = arrangement === 'rows';
  const noteLines = note(labels, size, low);
  const noteHeight = noteLines.length === 0 ? 0 : noteLines.length * 18 + (low ? 9 : 14);
  const top = 9;
  const gap = arrangement === 'beside' ? 28 : arrangement === 'below' ? 26 : 17;
  const inside = height - top - noteHeight - 2;
  const boxes = SIDES.map((_, index): Box =>
    arrangement === 'beside'
      ? { x: 1.5 + (index * (width - 3 + gap)) / 2, y: top, width: (width - 3 - gap) / 2, height: inside }
      : {
          x: 1.5,
          y: top + (index * (inside + gap)) / 2,
          width: width - 3,
          height: (inside - gap) / 2,
        },
  );
  const scenes = SIDES.map((side, index): Scene => {
    const box = boxes[index] as Box;
    return low ? rowScene(labels, side, value, box) : tallScene(labels, side, value, share, box, size);
  });
  const titles = SIDES.map((side, index) => title(labels, side, boxes[index] as Box, width));
  const frames = boxes.map((box, index): Frame => {
    const { text, x, size: font } = titles[index] as Text;
    return layoutFrame(box.x, box.y, box.width, box.height, width < 400 ? 14 : 17, [
      gapFor(text, x, font, 7),
    ]);
  });
  const [open, shut] = scenes as [Scene, Scene];
  return {
    frames,
    titles,
    marks: [
      {
        id: 'preference',
        passport: 'exits-preference',
        hit: open.doors.hit + open.rate.hit,
        shapes: [...open.doors.shapes, ...open.rate.shapes],
        texts: [...open.doors.texts, ...open.rate.texts],
      },
      { id: 'corner', passport: 'set-corner', ...shut.doors },
      { id: 'rate', passport: 'opus4-shared-values', ...shut.rate },
      ...(noteLines.length === 0 ? [] : [orderMark(noteLines, width, height, noteHeight, low)]),
    ],
    arrangement,
  };
}

function title(labels: Labels, side: Side, box: Box, width: number): Text {
  const size = width < 480 ? SMALL : 15;
  const long = labels[`title-${side}`] ?? '';
  const fits = textWidth(long, size, true) + 40 <= box.width;
  const text = fits ? long : (labels[`short-title-${side}`] ?? '');
  return { text, x: box.x + (width < 480 ? 18 : 24), y: tenth(box.y + size * 0.35), size, tone: 'title' };
}

/** A scene with its rate below its doors. */
function tallScene(
  labels: Labels,
  side: Side,
  value: string,
  share: number,
  box: Box,
  size: { width: number },
): Scene {
  const font = size.width < 340 ? SMALL : size.width < 760 ? 14 : 15;
  const naming = { font, low: false };
  const pad = box.width < 330 ? 14 : 26;
  const inner = { x: box.x + pad, width: box.width - 2 * pad };
  const lead = Math.round(font * 1.32);
  const about = wrap(labels[`about-${side}`] ?? '', font, inner.width);
  const said = wrap(labels[`said-${side}`] ?? '', font, inner.width);
  // Both scenes keep the room that the longer one needs, so that doors and bars are level.
  const most = (key: string): number =>
    Math.max(...SIDES.map((one) => wrap(labels[`${key}-${one}`] ?? '', font, inner.width).length));
  const head = 26 + most('about') * lead;
  const barHeight = Math.round(clamp(box.height * 0.055, 16, 34));
  const big = Math.round(clamp(box.height * 0.115, 30, 72));
  const foot = big + 12 + barHeight + 10 + most('said') * lead + 12;
  const room = box.height - head - foot - 16;
  const wish = Math.min(room - doorsHeight(labels, inner.width, 0, naming), 150);
  const tall = Math.max(30, Math.min(wish / 1.1, inner.width * 0.25));
  const block = doorsHeight(labels, inner.width, tall, naming);
  const doorsTop = box.y + head + 8 + Math.max(0, (room - block) / 2);
  const placed = doors(labels, side, { ...inner, y: doorsTop }, tall, naming);
  const bottom = box.y + box.height - foot;
  const barTop = bottom + big + 12;
  const words = (lines: readonly string[], y: number, tone: Tone): Text[] =>
    lines.map((text, index) => ({ text, x: tenth(inner.x), y: tenth(y + index * lead), size: font, tone }));
  const preference = labels['rate-open'] ?? '';
  const preferred = Math.floor(
    Math.min(Math.max(font + 2, big * 0.42), inner.width / textWidth(preference, 1, true)),
  );
  const number: Text =
    side === 'shut'
      ? { text: value, x: tenth(inner.x), y: tenth(bottom + big * 0.82), size: big, tone: 'figure' }
      : {
          text: preference,
          x: tenth(inner.x),
          y: tenth(bottom + big * 0.82),
          size: preferred,
          tone: 'strong',
        };
  return {
    doors: {
      hit: boxPath({ x: inner.x, y: box.y + 12, width: inner.width, height: bottom - box.y - 16 }),
      shapes: placed.shapes,
      texts: [...words(about, box.y + 20 + font, 'soft'), ...placed.texts],
    },
    rate: {
      hit: boxPath({ x: inner.x, y: bottom, width: inner.width, height: box.y + box.height - bottom - 6 }),
      shapes: barOf(side, share, { ...inner, y: barTop, height: barHeight }),
      texts: [number, ...words(said, barTop + barHeight + 8 + font, 'plain')],
    },
  };
}

function barOf(side: Side, share: number, box: Box): Shape[] {
  if (side === 'open') return [{ ink: 'hatch', d: boxPath(box), lit: false }];
  return [
    { ink: 'track', d: boxPath(box), lit: false },
    { ink: 'share', d: boxPath({ ...box, width: box.width * share }), lit: false },
  ];
}

/** A low scene: doors, and its rate to the right of them. */
function rowScene(labels: Labels, side: Side, value: string, box: Box): Scene {
  const pad = box.width < 330 ? 10 : 13;
  const font = box.width < 340 ? 12 : box.width < 560 || box.height < 110 ? SMALL : 15;
  const naming = { font, low: true };
  const column = clamp(box.width * 0.24, 73, 150);
  const inner = { x: box.x + pad, width: box.width - 2 * pad - column };
  const names = doorsHeight(labels, inner.width, 0, naming);
  const tall = Math.max(18, Math.min((box.height - 21 - names) / 1.1, inner.width * 0.25, 90));
  const block = doorsHeight(labels, inner.width, tall, naming);
  const top = box.y + 14 + Math.max(0, (box.height - 17 - block) / 2);
  const placed = doors(labels, side, { ...inner, y: top }, tall, naming);
  const x = inner.x + inner.width + 8;
  const lead = font + 2;
  const head = side === 'open' ? 21 : 26;
  const [long = [], short = []] = [`row-${side}`, `row-${side}-short`].map((key) =>
    wrap(labels[key] ?? '', font, column - 3),
  );
  const lines = head + long.length * lead < box.height - 2 || short.length === 0 ? long : short;
  const spare = box.height - head - lines.length * lead;
  const start = box.y + Math.min(3 + spare / 2, spare - 1);
  const texts: Text[] = lines.map((text, index) => ({
    text,
    x: tenth(x),
    y: tenth(start + head + font * 0.85 + index * lead),
    size: font,
    tone: 'plain',
  }));
  return {
    doors: {
      hit: boxPath({ x: box.x + 4, y: box.y + 10, width: inner.width + pad, height: box.height - 14 }),
      shapes: placed.shapes,
      texts: placed.texts,
    },
    rate: {
      hit: boxPath({ x: x - 4, y: box.y + 10, width: column + 4, height: box.height - 14 }),
      shapes: side === 'open' ? [{ ink: 'hatch', d: roundRect(x, start + 2, 44, 15, 2), lit: false }] : [],
      texts:
        side === 'open'
          ? texts
          : [{ text: value, x: tenth(x), y: tenth(start + 20), size: 24, tone: 'figure' }, ...texts],
    },
  };
}

/** The sentence on the order of events, as lines; shorter where there is little room, and left out on the lowest. */
function note(labels: Labels, { width, height }: { width: number; height: number }, low: boolean): string[] {
  const [long = [], short = []] = ['order', 'order-short'].map((key) =>
    wrap(labels[key] ?? '', noteSize(width), width - 30),
  );
  const lines = !low || long.length === 1 ? long : short;
  return low && height < (lines.length === 1 ? 190 : 228) ? [] : lines;
}

const noteSize = (width: number): number => (width < 480 ? SMALL : 15);

function orderMark(
  lines: readonly string[],
  width: number,
  height: number,
  room: number,
  low: boolean,
): Mark {
  const size = noteSize(width);
  const top = height - room + (low ? 7 : 10);
  return {
    id: 'order',
    passport: 'exits-order',
    hit: boxPath({ x: 0, y: height - Math.max(24, room), width, height: Math.max(24, room) }),
    // The sign of a reading: a speech mark.
    shapes: [{ ink: 'leaf', d: `M3 ${tenth(top + 1)}h14v10h-7l-4 4v-4h-3z`, lit: false }],
    texts: lines.map((text, index) => ({
      text,
      x: 25,
      y: tenth(top + size * 0.8 + index * 18),
      size,
      tone: 'plain',
    })),
  };
}
