/** The parts of a lattice: squares on their grid, labels above and beside, key and sentences. */
import { boxPath, tenth, type Box } from '../space.ts';
import { textWidth, wrap } from '../text.ts';
import type { Drawing, Input, Kind, Place, Text } from './types.ts';

/** The grid of one drawing: where each panel begins, and the pitch of its squares. */
export interface Grid {
  readonly panels: readonly { readonly x: number; readonly y: number }[];
  readonly rows: number;
  readonly pitch: { readonly x: number; readonly y: number };
  /** Space after each outer column group and row group. */
  readonly gap: number;
  /** Room over each outer row group for its own line. */
  readonly lead: number;
  readonly air: number;
}

export const COLUMNS = 8;
export const ROWS = 12;
const HIT = 24;
/** Space between two lines of labels over the columns. */
export const LABEL_GAP = 5;
/** Columns and rows of a group that belongs together; outer groups of rows are twice as large. */
const PAIR = 2;
export const TRIPLE = 3;
export const COLUMN_GAPS = COLUMNS / PAIR - 1;
export const ROW_GAPS = ROWS / TRIPLE - 1;

const columnX = ({ pitch, gap }: Grid, column: number): number =>
  column * pitch.x + Math.floor(column / PAIR) * gap;
const rowY = ({ pitch, gap, lead }: Grid, row: number): number =>
  row * pitch.y + Math.floor(row / TRIPLE) * gap + (Math.floor(row / (2 * TRIPLE)) + 1) * lead;

/** The box of a square as it is drawn, without the air after it; pixels, from the drawing's corner. */
export function boxOf(grid: Grid, { panel, column, row, span }: Place): Box {
  const from = grid.panels[panel] ?? { x: 0, y: 0 };
  const x = from.x + columnX(grid, column);
  return {
    x: tenth(x),
    y: tenth(from.y + rowY(grid, row)),
    width: tenth(from.x + columnX(grid, column + span - 1) + grid.pitch.x - grid.air - x),
    height: tenth(grid.pitch.y - grid.air),
  };
}

/** A box larger by so many pixels on every side, smaller if `by` is negative. */
export const grow = ({ x, y, width, height }: Box, by: number): Box => ({
  x: tenth(x - by),
  y: tenth(y - by),
  width: tenth(width + 2 * by),
  height: tenth(height + 2 * by),
});
const meets = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** The target of a square: 24 pixels, less where it would lie on another one that is published. */
function hit(box: Box, others: readonly Box[]): Box {
  const [wide, high] = [Math.max(HIT, box.width), Math.max(HIT, box.height)];
  const targets = [
    [wide, high],
    [box.width, high],
    [wide, box.height],
  ].map(([width = 0, height = 0]): Box => ({
    x: tenth(box.x + (box.width - width) / 2),
    y: tenth(box.y + (box.height - height) / 2),
    width,
    height,
  }));
  return targets.find((target) => !others.some((other) => other !== box && meets(target, other))) ?? box;
}

function arrow({ x, y, width, height }: Box, up: boolean): string {
  const middle = tenth(x + width / 2);
  const arm = Math.min(4, width / 4, height / 4);
  const [tip, end] = up ? [y + 2, y + height - 2] : [y + height - 2, y + 2];
  const back = tenth(tip + (up ? arm : -arm));
  return `M${middle} ${tenth(end)}V${tenth(tip)}M${tenth(middle - arm)} ${back}L${middle} ${tenth(tip)}L${tenth(middle + arm)} ${back}`;
}

/**
 * Squares, rings, values and links on a grid. The values have the first of the sizes in which each of them keeps
 * `inset` pixels at both sides: all values or none, since a reader shall not take a square without one for another kind.
 */
export function squares(
  input: Input,
  grid: Grid,
  sizes: readonly number[],
  inset = 0,
): Omit<Drawing, 'arrangement' | 'size' | 'samples'> {
  const taken = new Set<string>();
  const d: Record<Kind, string> = { solid: '', hollow: '', direction: '', blank: '' };
  const texts: Text[] = [];
  let arrows = '';
  const solid = input.squares.filter(({ kind }) => kind === 'solid');
  const size = sizes.find((one) =>
    solid.every((square) => {
      const { width, height } = boxOf(grid, square);
      return height >= one - 2 && textWidth(square.text, one, true) + 2 * inset <= width;
    }),
  );
  const boxes = input.squares.map((square) => boxOf(grid, square));
  const links = input.squares.map((square, index) => {
    const box = boxes[index] ?? boxOf(grid, square);
    for (let at = 0; at < square.span; at += 1)
      taken.add(`${square.panel} ${square.column + at} ${square.row}`);
    d[square.kind] += boxPath(square.kind === 'hollow' ? grow(box, -0.75) : box);
    if (square.arrow !== null) arrows += arrow(box, square.arrow === 'up');
    else if (size !== undefined && square.kind === 'solid')
      texts.push({
        id: `value-${square.id}`,
        text: square.text,
        x: tenth(box.x + box.width / 2),
        y: tenth(box.y + box.height / 2 + size * 0.35),
        size,
        anchor: 'middle',
        tone: 'on',
      });
    return { id: square.id, say: square.say, hit: hit(box, boxes) };
  });
  grid.panels.forEach((_, panel) => {
    for (let row = 0; row < grid.rows; row += 1)
      for (let column = 0; column < COLUMNS; column += 1)
        if (!taken.has(`${panel} ${column} ${row}`))
          d.blank += boxPath(grow(boxOf(grid, { panel, column, row, span: 1 }), -0.5));
  });
  return {
    paths: d,
    braces: '',
    arrows,
    near: input.near.map((place) => boxPath(grow(boxOf(grid, place), 2))).join(''),
    chosen: grow(boxOf(grid, input.chosen), 2),
    links,
    texts,
  };
}

/** The labels over one panel; the names of the lines only at the left of the first. */
export function headers(
  { columns }: Input,
  grid: Grid,
  panel: number,
  left: number,
  size: number,
  line: number = LABEL_GAP,
): Text[] {
  const from = grid.panels[panel] ?? { x: 0, y: 0 };
  const texts: Text[] = [];
  columns.forEach(({ name, bands }, at) => {
    const y = tenth(from.y - (columns.length - 1 - at) * (size + line) - 5);
    if (left >= 0)
      texts.push({ id: `name-${panel}-${at}`, text: name, x: left, y, size, anchor: 'start', tone: 'soft' });
    let column = 0;
    bands.forEach(({ text, span }, index) => {
      const box = boxOf(grid, { panel, column, row: 0, span });
      if (text !== '')
        texts.push({
          id: `column-${panel}-${at}-${index}`,
          text,
          x: tenth(box.x + box.width / 2),
          y,
          size,
          anchor: 'middle',
          tone: 'plain',
        });
      column += span;
    });
  });
  return texts;
}

/** Thin lines under the outer labels, as wide as what they stand for. */
export function braces({ columns }: Input, grid: Grid, size: number, line: number = LABEL_GAP): string {
  let d = '';
  grid.panels.forEach(({ y }, panel) =>
    columns.slice(0, -1).forEach(({ bands }, at) => {
      let column = 0;
      for (const { text, span } of bands) {
        const { x, width } = boxOf(grid, { panel, column, row: 0, span });
        if (text !== '') d += `M${x} ${tenth(y - (columns.length - 1 - at) * (size + line) - 1.5)}h${width}`;
        column += span;
      }
    }),
  );
  return d;
}

/** A line at `x` beside the rows of each group, to part its name from theirs. */
export function brackets(grid: Grid, x: number): string {
  let d = '';
  for (let row = 0; row < grid.rows; row += TRIPLE) {
    const { y } = boxOf(grid, { panel: 0, column: 0, row, span: 1 });
    d += `M${x} ${y}v${tenth(TRIPLE * grid.pitch.y - grid.air)}`;
  }
  return d;
}

/**
 * The labels beside one panel. The outermost stand in lines of their own if the grid has room for them, else a second
 * level in the same column begins below them.
 */
export function sides(
  { rows }: Input,
  grid: Grid,
  panel: number,
  lefts: readonly number[],
  size: number,
): Text[] {
  /** Lines that are taken below the top of a row, by column. */
  const taken = new Map<string, number>();
  return rows.flatMap((bands, level) => {
    let row = 0;
    return bands.flatMap(({ text, span }, index): Text[] => {
      const box = boxOf(grid, { panel, column: 0, row, span: 1 });
      const x = lefts[level] ?? 0;
      const own = level === 0 && grid.lead > 0;
      const next = lefts.find((left) => left > x) ?? x + 200;
      const lines = own ? [text] : wrap(text, size, next - x - 4);
      const place = `${x} ${row}`;
      const above = taken.get(place) ?? 0;
      if (!own) taken.set(place, above + lines.length);
      row += span;
      return lines.map((part, line) => {
        const at = above + line;
        return {
          id: `row-${panel}-${level}-${index}-${at}`,
          text: part,
          x,
          y: tenth(own ? box.y - 5 : box.y + box.height / 2 + size * 0.35 + at * (size + 2)),
          size,
          anchor: 'start',
          tone: level === 0 ? 'strong' : level === 1 ? 'plain' : 'soft',
        };
      });
    });
  });
}

/** The key, in as many lines as it needs; y counts from `top`. */
export function keyOf({ keys }: Pick<Input, 'keys'>, width: number, top: number, size: number) {
  const samples: Drawing['samples'][number][] = [];
  const texts: Text[] = [];
  let [x, y] = [0, top];
  keys.forEach(({ sample, text }) => {
    const needs = 20 + textWidth(text, size);
    if (x > 0 && x + needs > width) [x, y] = [0, y + size + 6];
    samples.push({ sample, box: { x: tenth(x + 1), y: tenth(y + 1), width: 13, height: 11 } });
    texts.push({
      id: `key-${sample}`,
      text,
      x: tenth(x + 20),
      y: tenth(y + size - 1),
      size,
      anchor: 'start',
      tone: 'soft',
    });
    x += needs + 14;
  });
  return { samples, texts, bottom: y + size + 3 };
}

interface Line {
  readonly text: string;
  readonly tone: Text['tone'];
}
/** Texts in one tone, as lines of a paragraph. */
export const lines = (texts: readonly string[], tone: Line['tone']): Line[] =>
  texts.map((text) => ({ text, tone }));

/** Places lines below each other. @param top pixels, upper edge of the first */
export function paragraph(id: string, texts: readonly Line[], top: number, size: number): Text[] {
  return texts.map(({ text, tone }, at) => ({
    id: `${id}-${at}`,
    text,
    x: 0,
    y: tenth(top + size + at * Math.round(size * 1.35)),
    size,
    anchor: 'start',
    tone,
  }));
}

/** The answer of a still picture, its first sentence strong. */
export const said = ({ answer }: Input, width: number, size: number): Line[] =>
  answer.flatMap((text, at) => lines(wrap(text, size, width - 4, at === 0), at === 0 ? 'strong' : 'plain'));
/** Height in pixels of so many lines. */
export const tall = (lines: number, size: number): number => lines * Math.round(size * 1.35);
