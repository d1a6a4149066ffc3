/**
 * Places the lattice. Wide: the panels side by side, labels at the left and above. Stacked (stills on a phone): one
 * panel below the other. What a low stage shows is in `low.ts`.
 */
import { tenth, type Size } from '../space.ts';
import { PICTURES } from '../picture.ts';
import { wrap } from '../text.ts';
import {
  COLUMNS,
  COLUMN_GAPS,
  LABEL_GAP,
  ROWS,
  ROW_GAPS,
  braces,
  brackets,
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

/** Space at the left and right of a number in its square, about as much as it has above and below. */
const INSET = 1.6;

/** With the sentence, with which key, space between header lines, smallest pitch. */
const STEPS = [
  [true, 'all', LABEL_GAP, 13],
  [false, 'all', LABEL_GAP, 13],
  [false, 'brief', 2, 12.5],
  [false, 'none', 2, 0],
] as const;

function wide(input: Input, { width, height }: Size): Drawing {
  const size = 12;
  // The two outer labels of a row share a column, so that a square is wide enough for a number.
  const lefts = [0, 0, 58] as const;
  const left = 121;
  const gap = 4;
  const answer = PICTURES ? said(input, width, 15) : [];
  const bottom = answer.length === 0 ? 0 : tall(answer.length, 15) + 14;
  const between = 12;
  const x = Math.min(54, (width - left - between - 2 * COLUMN_GAPS * gap - 3) / (2 * COLUMNS));
  const total = left + between + 2 * (COLUMNS * x + COLUMN_GAPS * gap);
  // What gives way where the stage is low: the sentence, and then the key.
  for (const [says, key, line, least] of STEPS) {
    const keys = { all: input.keys, brief: input.brief.keys, none: [] }[key];
    const keyAt = (top: number) => keyOf({ keys }, width, top, size);
    const top = says ? 30 : 0;
    const head = 22 + input.columns.length * (size + line);
    const room = height - top - head - bottom - (keys.length > 0 ? keyAt(0).bottom + 10 : 4);
    const y = tenth(Math.max(6, Math.min(30, (room - ROW_GAPS * gap) / ROWS)));
    if (y < least) continue;
    const begin = top + head;
    const panels = [0, 1].map((at) => ({
      x: tenth(left + at * (COLUMNS * x + COLUMN_GAPS * gap + between)),
      y: begin,
    }));
    const grid: Grid = { panels, rows: ROWS, pitch: { x: tenth(x), y }, gap, lead: 0, air: 2 };
    const drawn = squares(input, grid, [size, size - 1], INSET);
    const end = begin + ROWS * y + ROW_GAPS * gap + 8;
    const shownKey = keyAt(end);
    return {
      ...drawn,
      braces: braces(input, grid, size, line) + brackets(grid, lefts[2] - 4),
      arrangement: 'wide',
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
        ...sides(input, grid, 0, lefts, size),
        ...shownKey.texts,
        ...paragraph('answer', answer, shownKey.bottom + 8, 15),
        ...drawn.texts,
      ].filter(() => total <= width + 1),
    };
  }
  throw new RangeError('The last step takes every stage');
}

function stacked(input: Input, { width, height }: Size): Drawing {
  const size = 12;
  const left = 117;
  const gap = 3;
  const count = lines(wrap(input.count, 14, width, true), 'strong');
  const answer = said(input, width, 14);
  const head = 24 + input.columns.length * (size + LABEL_GAP);
  // Whole pixels: nearly two hundred squares are one of the longest paths of the page.
  const x = Math.min(30, Math.floor((width - left - COLUMN_GAPS * gap - 2) / COLUMNS));
  const key = keyOf(input, width, 0, size).bottom;
  const lead = 19;
  const top = tall(count.length, 14) + 8;
  const room = height - top - 2 * head - 4 * lead - key - tall(answer.length, 14) - 34 - 2 * ROW_GAPS * gap;
  const y = Math.max(13, Math.min(17, Math.floor(room / (2 * ROWS))));
  const tallness = ROWS * y + ROW_GAPS * gap + 2 * lead;
  const panels = [0, 1].map((at) => ({ x: left, y: tenth(top + head + at * (tallness + head + 8)) }));
  const grid: Grid = { panels, rows: ROWS, pitch: { x, y }, gap, lead, air: 2 };
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
  return wide(input, size);
}
