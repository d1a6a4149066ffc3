/**
 * Places the lattice. Wide: the panels side by side, labels at the left and above. Stacked (stills on a phone): one
 * panel below the other. Mini (a low stage, see `allot.ts`): the squares alone.
 */
import { tenth, type Size } from '../space.ts';
import { PICTURES } from '../picture.ts';
import { textWidth, wrap } from '../text.ts';
import {
  COLUMNS,
  COLUMN_GAPS,
  LINE,
  ROWS,
  ROW_GAPS,
  braces,
  headers,
  keyOf,
  lines,
  paragraph,
  said,
  sides,
  squares,
  tall,
  type Grid,
} from './parts.ts';
import type { Drawing, Input, Text } from './types.ts';

/** Height that a still of this width needs, with a short or a long answer. */
export function naturalHeight(width: number, long: boolean): number {
  return width < 480 ? (long ? 910 : 770) : long ? 540 : 480;
}

/** The pitch of a mini lattice: squares, or where it is low fields up to twice as wide as high. */
export function pitchOf({ width, height }: Size): Grid['pitch'] {
  const y = Math.min(20, (width - 10) / (2 * COLUMNS + 3), (height - 22) / (ROWS + 1));
  // What the gaps between the groups leave, which are a third of a row.
  const x = (width - 6 - (2 * COLUMN_GAPS * y) / 3) / (2 * COLUMNS + 1);
  return { x: Math.floor(10 * Math.min(20, 2 * y, x)) / 10, y: Math.floor(10 * y) / 10 };
}

/** What a mini lattice gives up of its height for key and axes, for the key, for nothing; the least pitch that leaves. */
const WORDS = [
  [46, 9],
  [16, 6.5],
] as const;

function mini(input: Input, room: Size): Drawing {
  const pitchBeside = (words: number): Grid['pitch'] =>
    pitchOf({ width: room.width, height: room.height - words });
  const [words] = WORDS.find(([high, least]) => pitchBeside(high).y >= least) ?? [0];
  const pitch = pitchBeside(words);
  const gap = tenth(pitch.y / 3);
  const panel = COLUMNS * pitch.x + COLUMN_GAPS * gap;
  const panels = [0, 1].map((at) => ({ x: tenth(3 + at * (panel + pitch.x)), y: 17 }));
  const grid: Grid = { panels, pitch, gap, lead: 0, air: pitch.y > 7 ? 2 : 1.5 };
  // The longest names that all fit.
  const named = (input.panels[0] ?? []).findIndex((_, at) =>
    input.panels.every((names) => textWidth(names[at] ?? '', 12) < panel),
  );
  const drawn = squares(
    { ...input, squares: input.squares.map((square) => ({ ...square, text: '' })) },
    grid,
    [12],
  );
  const width = Math.ceil(3 + 2 * panel + pitch.x + 3);
  const foot = Math.ceil(17 + ROWS * pitch.y + ROW_GAPS * gap + 3);
  const key = keyOf({ keys: words > 0 ? input.brief.keys : [] }, width, foot + 2, 12);
  return {
    ...drawn,
    arrangement: 'mini',
    size: { width, height: foot + words },
    links: [],
    samples: key.samples,
    texts: [
      ...input.panels.map((names, at) => ({
        id: `panel-${at}`,
        text: names.at(named) ?? '',
        x: panels[at]?.x ?? 0,
        y: 11,
        size: 12,
        anchor: 'start' as const,
        tone: 'plain' as const,
      })),
      ...key.texts,
      ...(words > 16 ? paragraph('axes', lines(input.brief.axes, 'soft'), foot + 16, 12) : []),
    ],
  };
}

/** Space at the left and right of a number in its square, about as much as it has above and below. */
const INSET = 1.6;

/** With the sentence, with the key, space between header lines, smallest pitch. */
const STEPS = [
  [true, true, LINE, 13],
  [false, true, LINE, 13],
  [false, false, 2, 12],
  [false, false, 2, 6.5],
] as const;

function wide(input: Input, { width, height }: Size): Drawing | null {
  const size = 12;
  // The two outer labels of a row share a column, so that a square is wide enough for a number.
  const lefts = [0, 0, 58];
  const left = 121;
  const gap = 4;
  const answer = PICTURES ? said(input, width, 15) : [];
  const bottom = answer.length === 0 ? 0 : tall(answer.length, 15) + 14;
  const between = 12;
  const x = Math.min(54, (width - left - between - 2 * COLUMN_GAPS * gap - 3) / (2 * COLUMNS));
  const total = left + between + 2 * (COLUMNS * x + COLUMN_GAPS * gap);
  const keyed = keyOf(input, width, 0, size);
  // What gives way where the stage is low: the sentence, the key, and last the innermost labels of the rows.
  for (const [says, key, line, least] of STEPS) {
    const top = says ? 30 : 0;
    const head = 22 + input.columns.length * (size + line);
    const room = height - top - head - bottom - (key ? keyed.bottom + 10 : 4);
    const y = tenth(Math.min(30, (room - ROW_GAPS * gap) / ROWS));
    if (y < least) continue;
    const begin = top + head;
    const panels = [0, 1].map((at) => ({
      x: tenth(left + at * (COLUMNS * x + COLUMN_GAPS * gap + between)),
      y: begin,
    }));
    const grid: Grid = { panels, pitch: { x: tenth(x), y }, gap, lead: 0, air: 2 };
    const drawn = squares(input, grid, [size, size - 1], INSET);
    const end = begin + ROWS * y + ROW_GAPS * gap + 8;
    const shownKey = key ? keyOf(input, width, end, size) : { samples: [], texts: [], bottom: end };
    return {
      ...drawn,
      braces: braces(input, grid, size, line),
      arrangement: 'wide',
      // Squares so low cannot be told apart by a finger; the answer and the table hold the same links.
      links: y < 12 ? [] : drawn.links,
      size: { width, height },
      samples: shownKey.samples,
      texts: [
        ...(says ? paragraph('count', lines([input.count], 'strong'), 0, 15) : []),
        ...panels.map(({ x: from }, at): Text => ({
          id: `panel-${at}`,
          text: input.panels[at]?.[0] ?? '',
          x: from,
          y: top + 12,
          size: 13,
          anchor: 'start',
          tone: 'strong',
        })),
        ...headers(input, grid, 0, 0, size, line),
        ...headers(input, grid, 1, -1, size, line),
        ...(y < 12
          ? sides({ ...input, rows: input.rows.slice(0, -1) }, grid, 0, [0, 58], size)
          : sides(input, grid, 0, lefts, size)),
        ...shownKey.texts,
        ...paragraph('answer', answer, shownKey.bottom + 8, 15),
        ...drawn.texts,
      ].filter(() => total <= width + 1),
    };
  }
  return null;
}

function stacked(input: Input, { width, height }: Size): Drawing {
  const size = 12;
  const left = 117;
  const gap = 3;
  const count = lines(wrap(input.count, 14, width, true), 'strong');
  const answer = said(input, width, 14);
  const head = 24 + input.columns.length * (size + LINE);
  const x = tenth(Math.min(30, (width - left - COLUMN_GAPS * gap - 2) / COLUMNS));
  const key = keyOf(input, width, 0, size).bottom;
  const lead = 19;
  const top = tall(count.length, 14) + 8;
  const room = height - top - 2 * head - 4 * lead - key - tall(answer.length, 14) - 34 - 2 * ROW_GAPS * gap;
  const y = tenth(Math.max(13, Math.min(17, room / (2 * ROWS))));
  const tallness = ROWS * y + ROW_GAPS * gap + 2 * lead;
  const panels = [0, 1].map((at) => ({ x: left, y: tenth(top + head + at * (tallness + head + 8)) }));
  const grid: Grid = { panels, pitch: { x, y }, gap, lead, air: 2 };
  const drawn = squares(input, grid, [size]);
  const keyed = keyOf(input, width, (panels[1]?.y ?? 0) + tallness + 8, size);
  return {
    ...drawn,
    braces: braces(input, grid, size),
    arrangement: 'stacked',
    size: { width, height },
    samples: keyed.samples,
    texts: [
      ...paragraph('count', count, 0, 14),
      ...panels.map(({ y: from }, at): Text => ({
        id: `panel-${at}`,
        text: input.panels[at]?.[0] ?? '',
        x: 0,
        y: tenth(from - head + 15),
        size: 14,
        anchor: 'start',
        tone: 'strong',
      })),
      ...panels.flatMap((_, at) => [
        ...headers(
          input,
          { ...grid, panels: panels.map(({ x: from, y: low }) => ({ x: from, y: low })) },
          at,
          0,
          size,
        ),
        ...sides(input, grid, at, [0, 0, 54], size),
      ]),
      ...keyed.texts,
      ...paragraph('answer', answer, keyed.bottom + 10, 14),
      ...drawn.texts,
    ],
  };
}

/** Places everything for this size. */
export function layout(input: Input, size: Size): Drawing {
  if (PICTURES && size.width < 480 && size.height > 560) return stacked(input, size);
  return (size.width >= 560 ? wide(input, size) : null) ?? mini(input, size);
}
