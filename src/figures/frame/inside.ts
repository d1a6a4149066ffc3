/**
 * Places the frame, the made-up scene in it and the camera. Everything in the frame has one size, that of the view
 * from outside; the camera enlarges it, so words that are read from inside are set smaller by the same factor.
 */
import { tenth, type Box } from '../../charts/space.ts';
import { gapFor, layoutFrame, lidOf, type Gap } from '../../charts/frame/layout.ts';
import { dot, envelope, modelMark, path, roundRect } from '../../charts/scene/shapes.ts';
import { wrap } from '../../charts/text.ts';
import { label } from '../../charts/words.ts';
import { person } from './shapes.ts';
import type { Line, Mark, Picture, Shape, Tone } from './types.ts';

type Labels = Readonly<Record<string, string>>;

/** Where the three columns of the scene stand, as shares of the frame's width, and how wide each may be. */
const COLUMNS = { assistant: 0.175, inbox: 0.5, engineer: 0.825 } as const;
const SHARE = 0.3;

/** What the frame's upper line needs above itself for the name on it. */
const ABOVE = 7;

/**
 * The frame at `box` of a stage of `size`, with what is in it.
 * @param small font size of the caption that is read from outside
 */
export function inside(
  labels: Labels,
  size: { width: number; height: number },
  box: Box,
  small: number,
): Pick<Picture, 'frame' | 'open' | 'lid' | 'camera' | 'title' | 'inner' | 'caption'> {
  const zoom = Math.min((size.width - 5) / box.width, (size.height - ABOVE - 6) / box.height);
  const camera = {
    x: tenth(size.width / 2 - zoom * (box.x + box.width / 2)),
    y: tenth((size.height + ABOVE - 3) / 2 - zoom * (box.y + box.height / 2)),
    zoom: Math.round(zoom * 1000) / 1000,
  };
  const wide = box.width * zoom;
  const high = box.height * zoom;
  const font = wide < 480 ? (wide < 330 ? 13 : 14) : 16;
  const soft = wide < 480 ? 13 : 14;
  const leading = font + 4;

  const names = (Object.keys(COLUMNS) as (keyof typeof COLUMNS)[]).map((id) => ({
    id,
    name: wrap(label(labels, id), font, wide * SHARE, true),
    note: high < 200 ? [] : wrap(label(labels, `note-${id}`), soft, wide * SHARE),
  }));
  // Below the scene stand its words, or, from outside, the caption.
  const under = Math.max(
    (small + 9) * zoom - 10,
    ...names.map(({ name, note }) => name.length * leading + note.length * (soft + 4)),
  );
  // The name on the upper line, the threat over its arc, the scene, its words.
  const least = font * 0.35 + 8;
  const side = Math.min(wide * 0.21, high * 0.4, (high - least - font - 26 - under) / 1.5);
  const arc = side * 0.5 + font + 8;
  const spare = high - (arc + side + 10 + under);
  const top = Math.max(least, spare * 0.46);
  const ground = top + arc + side;

  /** From pixels of the view from inside to those of the world. */
  const x = (value: number): number => box.x + value / zoom;
  const y = (value: number): number => box.y + value / zoom;
  const s = side / zoom;
  const line = (text: string, at: number, base: number, px: number, tone: Tone): Line => ({
    text,
    x: tenth(x(at)),
    y: tenth(y(base)),
    size: Math.round((px / zoom) * 100) / 100,
    tone,
    anchor: 'middle',
  });

  const shapes: Record<keyof typeof COLUMNS, readonly Shape[]> = {
    assistant: modelMark(x(wide * COLUMNS.assistant) - s / 2, y(top + arc), s),
    inbox: [
      ...inboxOf(x(wide * COLUMNS.inbox) - s * 0.55, y(top + arc), s * 1.1, s),
      ...reading(
        x(wide * COLUMNS.assistant) + s * 0.66,
        x(wide * COLUMNS.inbox) - s * 0.55 - s * 0.12,
        y(top + arc) + s / 2,
        s * 0.035,
      ),
    ],
    engineer: [{ ink: 'made', d: person(x(wide * COLUMNS.engineer), y(ground), s) }],
  };
  // The upper part of the frame is hit for the threat, the lower part for the scene; each is large enough to hit.
  const parting = Math.max(y(top + arc) - 2, box.y + 26.1);
  const columns = names.map(({ id, name, note }): Mark => {
    const at = wide * COLUMNS[id];
    const mine = id === 'engineer';
    return {
      id,
      passport: id === 'assistant' ? 'set-role' : id === 'inbox' ? 'set-inbox' : 'set-secret',
      label: label(labels, `say-${id}`),
      box: boxOf(
        x(at - (wide * SHARE) / 2),
        parting,
        (wide * SHARE) / zoom,
        box.y + box.height - parting - 1,
      ),
      shapes: shapes[id],
      lines: [
        ...name.map((text, row) =>
          line(text, at, ground + 10 + font + row * leading - 3, font, mine ? 'made' : 'strong'),
        ),
        ...note.map((text, row) =>
          line(text, at, ground + 10 + name.length * leading + soft + row * (soft + 4), soft, 'soft'),
        ),
      ],
    };
  });
  const from = x(wide * COLUMNS.assistant);
  const to = x(wide * COLUMNS.engineer);
  const foot = y(top + arc) - s * 0.14;
  const rise = (s * 0.36 * 4) / 3;
  const head = s * 0.085;
  const threat: Mark = {
    id: 'threat',
    passport: 'frame-threat',
    label: label(labels, 'say-threat'),
    box: boxOf(from, box.y + 2, to - from, parting - box.y - 2),
    shapes: [
      { ink: 'made', d: path('M', from, foot, 'C', from, foot - rise, to, foot - rise, to, foot) },
      { ink: 'mail', d: path('M', to - head, foot - head, 'L', to, foot, 'l', head, -head) },
    ],
    lines: [line(label(labels, 'threat'), wide / 2, top + font * 0.8, font, 'made')],
  };

  const inset = 8 * zoom + 15;
  const period = box.width < 200 ? 8.5 : 10.5;
  const named = gapFor(label(labels, 'frame'), inset, font, 8);
  const gap: Gap = { ...named, from: x(named.from), to: x(named.to) };
  const around = [box.x, box.y, box.width, box.height, period] as const;
  return {
    frame: layoutFrame(...around),
    open: layoutFrame(...around, [gap]),
    lid: lidOf(box, gap, period),
    camera,
    title: {
      ...line(label(labels, 'frame'), inset, font * 0.35, font, 'made'),
      anchor: 'start',
    },
    inner: [...columns, threat],
    caption: captionOf(labels, box, y(ground), small),
  };
}

/** As many lines of "only in here" as have room between the scene and the frame's lower line. */
function captionOf(labels: Labels, box: Box, ground: number, size: number): Line[] {
  const room = box.y + box.height - ground;
  const width = box.width - 16;
  const whole = wrap(label(labels, 'only'), size, width, true);
  const also = wrap(label(labels, 'also'), 13, width);
  const leading = size + 4;
  const fits = (count: number, more: number): boolean => count * leading + more * 17 + 18 <= room;
  const strong = fits(whole.length, 0) && whole.length < 3 ? whole : [label(labels, 'only-short')];
  const soft = strong === whole && fits(whole.length, also.length) ? also : [];
  const high = strong.length * leading + soft.length * 17;
  const first = ground + (room - high) / 2 + size * 0.85 - 1;
  const line = (text: string, y: number, px: number, tone: Tone): Line => ({
    text,
    x: tenth(box.x + box.width / 2),
    y: tenth(y),
    size: px,
    tone,
    anchor: 'middle',
  });
  return [
    ...strong.map((text, row) => line(text, first + row * leading, size, 'made')),
    ...soft.map((text, row) => line(text, first + strong.length * leading + row * 17 - 1, 13, 'soft')),
  ];
}

/** An inbox: three messages on a panel. */
function inboxOf(x: number, y: number, width: number, height: number): Shape[] {
  const row = height / 3;
  const letter = { width: width * 0.27, height: row * 0.56 };
  const rows = [0.26, 0.4, 0.34].map(
    (share, at) =>
      envelope(x + width * 0.1, y + row * (at + 0.22), letter.width, letter.height) +
      path('M', x + width * 0.48, y + row * (at + 0.5), 'h', width * share),
  );
  return [
    { ink: 'panel', d: roundRect(x, y, width, height, height * 0.07) },
    { ink: 'mail', d: rows.join('') },
  ];
}

/** The assistant can read: a line that ends in a dot. */
function reading(x1: number, x2: number, y: number, radius: number): Shape[] {
  return [
    { ink: 'line', d: path('M', x1, y, 'H', x2) },
    { ink: 'tip', d: dot(x2, y, Math.max(1.2, radius)) },
  ];
}

function boxOf(x: number, y: number, width: number, height: number): Box {
  return { x: tenth(x), y: tenth(y), width: tenth(width), height: tenth(height) };
}
