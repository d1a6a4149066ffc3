/**
 * A stage too low for the wide lattice is shared by three: the part of the lattice where the chosen mix lies, with its
 * labels and numbers; the whole lattice, small, with that part ringed; and beside it the words of the answer.
 */
import { tenth, type Box, type Size } from '../space.ts';
import { textWidth, wrap } from '../text.ts';
import {
  COLUMNS,
  COLUMN_GAPS,
  ROWS,
  ROW_GAPS,
  TRIPLE,
  boxOf,
  grow,
  headers,
  keyOf,
  sides,
  squares,
  type Grid,
} from './parts.ts';
import type { Drawing, Input, Place, Text } from './types.ts';

/** Size and line of the answer, as `Map.svelte` sets it; a value in it is set larger. */
const FONT = 13;
const LEADING = 1.25 * FONT;
const EXTRA = 3;
/** Size of the labels. */
const SIZE = 12;
/** Height of a line of labels. */
const LABEL_LINE = SIZE + 3;
const TITLE = 17;
/** Height of the key. */
const KEY = 17;
/** Lowest and highest row of the part. */
const LEAST = 12.25;
const MOST = 24;
/** Pitches of the whole lattice. */
const SMALL = [9, 8, 7, 6, 5, 4.5] as const;
const EDGE = 3;
const AIR = 10;
/** From this width on, the part shows both panels. */
const BOTH = 560;

interface Form {
  readonly titled: boolean;
  readonly keyed: boolean;
}
/** What is given up in turn. The title goes before the key: the switches say the same. */
const FORMS: readonly Form[] = [
  { titled: true, keyed: true },
  { titled: false, keyed: true },
  { titled: true, keyed: false },
];
/** After which answers give way, in turn: before a part without title and key, and before none at all. */
const BARE = { titled: false, keyed: false };

interface Low {
  /** Null where there is no room for it. */
  readonly part: Drawing | null;
  readonly whole: Drawing;
}

/** Height in pixels of an answer that flows around the whole lattice. */
function heightOf(answer: readonly string[], width: number, small: Size): number {
  let height = 0;
  for (const text of answer) {
    for (let rest = text; rest !== ''; height += LEADING) {
      const room = height < small.height ? width - small.width - AIR : width;
      rest = rest.slice((wrap(rest, FONT, room)[0] ?? rest).length + 1);
    }
    height += EXTRA;
  }
  return height;
}

/** Measures of the whole lattice, known before it is drawn. */
function placed(pitch: number) {
  const gap = pitch / 3;
  const panel = COLUMNS * pitch + COLUMN_GAPS * gap;
  const top = SIZE + 5;
  const size: Size = {
    width: Math.ceil(2 * (panel + EDGE) + pitch),
    height: Math.ceil(top + ROWS * pitch + ROW_GAPS * gap + EDGE),
  };
  return { gap, panel, top, size };
}

/** The whole lattice; `rows` are those that are ringed, in the chosen panel or in `both`. */
function whole(input: Input, rows: number, pitch: number, both: boolean): Drawing {
  const { gap, panel, top, size } = placed(pitch);
  const panels = [EDGE, EDGE + panel + pitch].map((x) => ({ x, y: top }));
  const grid: Grid = { panels, rows: ROWS, pitch: { x: pitch, y: pitch }, gap, lead: 0, air: 1 };
  const first = input.chosen.row - (input.chosen.row % TRIPLE);
  const [one, other] = both ? [0, 1] : [input.chosen.panel, input.chosen.panel];
  const from = boxOf(grid, { panel: one, column: 0, row: first, span: COLUMNS });
  const to = boxOf(grid, { panel: other, column: 0, row: first, span: COLUMNS });
  const ring: Box = { ...from, width: to.x + to.width - from.x, height: rows * pitch - 1 };
  return {
    ...squares(input, grid, []),
    arrangement: 'small',
    size,
    braces: '',
    arrows: '',
    near: '',
    chosen: grow(rows > 0 ? ring : boxOf(grid, input.chosen), EDGE - 1.5),
    links: [],
    samples: [],
    texts: panels.map(({ x }, at) => ({
      id: `panel-${at}`,
      text: input.panels[at]?.at(-1) ?? '',
      x,
      y: SIZE - 2,
      size: SIZE,
      anchor: 'start',
      tone: 'soft',
    })),
  };
}

/** Three rows, `y` pixels each: of the panel that is chosen, or where there is room of both. */
function part(input: Input, width: number, { titled, keyed }: Form, y: number): Drawing {
  const { chosen, brief } = input;
  const both = width >= BOTH;
  const first = chosen.row - (chosen.row % TRIPLE);
  const here = ({ panel, row }: Place): boolean =>
    (both || panel === chosen.panel) && row >= first && row < first + TRIPLE;
  const moved = <P extends Place>(place: P): P => ({
    ...place,
    panel: both ? place.panel : 0,
    row: place.row - first,
  });
  const names = input.rows.at(-1)?.slice(first, first + TRIPLE) ?? [];
  const inner: Input = {
    ...input,
    columns: brief.columns,
    rows: [[], [], names],
    squares: input.squares.filter(here).map(moved),
    near: input.near.filter(here).map(moved),
    chosen: moved(chosen),
  };
  const titles = both ? input.panels : input.panels.slice(chosen.panel, chosen.panel + 1);
  const left =
    6 +
    Math.ceil(
      Math.max(
        ...[...brief.columns.map(({ name }) => name), ...names.map(({ text }) => text)].map((name) =>
          textWidth(name, SIZE),
        ),
      ),
    );
  const gap = 4;
  const each = (width - left - (titles.length - 1) * AIR) / titles.length;
  const x = tenth((each - COLUMN_GAPS * gap - 1) / COLUMNS);
  const top = (titled ? TITLE : 0) + brief.columns.length * LABEL_LINE;
  const panels = titles.map((_, at) => ({ x: tenth(left + at * (each + AIR)), y: top }));
  const grid: Grid = { panels, rows: TRIPLE, pitch: { x, y }, gap, lead: 0, air: 2 };
  const outer = input.rows.slice(0, -1).map((bands) => {
    let row = 0;
    const text = bands.find(({ span }) => (row += span) > first)?.text ?? '';
    return text.replace(/^./, (letter) => letter.toLowerCase());
  });
  const drawn = squares(inner, grid, [SIZE]);
  const end = Math.ceil(top + TRIPLE * y + 3);
  const key = keyOf({ keys: keyed ? brief.keys : [] }, width, end, SIZE);
  return {
    ...drawn,
    arrangement: 'part',
    size: { width, height: keyed ? end + KEY : end },
    samples: key.samples,
    texts: [
      ...(titled ? titles : []).map((lengths, at): Text => ({
        id: `part-${at}`,
        text:
          lengths
            .map((name) => [name, ...outer].join(', '))
            .find(
              (text, index) =>
                index === lengths.length - 1 || textWidth(text, SIZE, true) <= (both ? each : width),
            ) ?? '',
        x: both ? (panels[at]?.x ?? 0) : 0,
        y: SIZE - 1,
        size: SIZE,
        anchor: 'start',
        tone: 'strong',
      })),
      ...panels.flatMap((_, at) => headers(inner, grid, at, -at, SIZE, LABEL_LINE - SIZE)),
      ...sides(inner, grid, 0, [0, 0, 0], SIZE),
      ...key.texts,
      ...drawn.texts,
    ],
  };
}

/**
 * Part and whole on a stage. How it is shared hangs on the stage alone and not on the answer that is shown, so that
 * nothing moves from mix to mix: `answers` are samples, a long one first, which gives way.
 */
export function low(input: Input, answers: readonly (readonly string[])[], { width, height }: Size): Low {
  const head = input.brief.columns.length * LABEL_LINE + 5;
  for (const forms of [FORMS, [BARE], [null]])
    for (const answer of answers)
      for (const form of forms)
        for (const pitch of SMALL) {
          const rows = form ? TRIPLE : 0;
          const { size } = placed(pitch);
          const needs = Math.max(heightOf(answer, width, size), size.height);
          if (!form) {
            if (needs <= height) return { part: null, whole: whole(input, rows, pitch, false) };
            continue;
          }
          const above = head + (form.titled ? TITLE : 0) + (form.keyed ? KEY : 0);
          const y = tenth(Math.min(MOST, (height - above - needs) / TRIPLE));
          if (y >= LEAST)
            return { part: part(input, width, form, y), whole: whole(input, rows, pitch, width >= BOTH) };
        }
  return { part: null, whole: whole(input, 0, 6, false) };
}
