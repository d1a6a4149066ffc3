/**
 * A hundred dots in rows, filled from the bottom row up and from left to right: dot `i` has the same place in the
 * order in every drawing, so a share of k in a hundred is always the dots 0 to k - 1, in one group.
 */
import { layoutFrame, type Frame } from '../frame/layout.ts';

export const DOTS = 100;

/** Room between the outermost dot's cell and the frame, in cells. */
export const MARGIN = 0.3;

/** Radius of a dot, in cells. */
const RADIUS = 0.36;

export interface Grid {
  /** 10 (a square) or 20 (a flat block). */
  readonly columns: number;
  readonly rows: number;
  /** Width and height of one dot's cell, pixels. */
  readonly pitch: number;
  readonly radius: number;
  /** Top left corner of the first cell of the top row. */
  readonly x: number;
  readonly y: number;
  readonly frame: Frame;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

const round = (value: number): number => Math.round(value * 100) / 100;

/** Places the dots inside a frame whose top left corner is at `x`, `y`. */
export function placeGrid(columns: number, pitch: number, x: number, y: number): Grid {
  const rows = DOTS / columns;
  const margin = round(MARGIN * pitch);
  return {
    columns,
    rows,
    pitch,
    radius: round(pitch * RADIUS),
    x: round(x + margin),
    y: round(y + margin),
    frame: layoutFrame(
      x,
      y,
      round(columns * pitch + 2 * margin),
      round(rows * pitch + 2 * margin),
      Math.min(17, Math.max(12, pitch / 2)),
    ),
  };
}

/** How many dots a pointer at `point` means: those up to and with the dot under it, 0 to 100. */
export function countAt(grid: Grid, { x, y }: Point): number {
  const row = Math.floor((grid.y + grid.rows * grid.pitch - y) / grid.pitch);
  if (row < 0) return 0;
  if (row >= grid.rows) return DOTS;
  const column = Math.min(grid.columns, Math.max(0, Math.ceil((x - grid.x) / grid.pitch)));
  return row * grid.columns + column;
}

/** The line that parts the first `count` dots from the rest, left to right: straight, or with one step down. */
export function contour(grid: Grid, count: number): Point[] {
  const left = grid.x;
  const right = grid.x + grid.columns * grid.pitch;
  const level = (rows: number): number => round(grid.y + (grid.rows - rows) * grid.pitch);
  const full = Math.floor(count / grid.columns);
  const rest = count % grid.columns;
  if (rest === 0)
    return [
      { x: left, y: level(full) },
      { x: round(right), y: level(full) },
    ];
  const step = round(left + rest * grid.pitch);
  return [
    { x: left, y: level(full + 1) },
    { x: step, y: level(full + 1) },
    { x: step, y: level(full) },
    { x: round(right), y: level(full) },
  ];
}

/** Height of a share on the page if the rows were one solid block: pixels from the top of the drawing. */
export function levelAt(grid: Grid, count: number): number {
  return round(grid.y + (1 - count / DOTS) * grid.rows * grid.pitch);
}

/** Closed outline around the cells of the first `count` dots, or of the rest. */
export function outline(grid: Grid, count: number, part: 'first' | 'rest'): string {
  const edge = contour(grid, count);
  const left = grid.x;
  const right = round(grid.x + grid.columns * grid.pitch);
  const end = part === 'first' ? round(grid.y + grid.rows * grid.pitch) : grid.y;
  return `${path(edge)}L${right} ${end}L${left} ${end}Z`;
}

/** Straight lines through the points, as path data. */
export function path(points: readonly Point[]): string {
  return points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('');
}

/**
 * Circles around the centres of the given dots, as path data in cells: the same dots are the same path at any size,
 * so that a whole group moves and grows by one transform.
 */
export function circles({ columns, rows }: Pick<Grid, 'columns' | 'rows'>, dots: readonly number[]): string {
  return dots
    .map((dot) => {
      const x = round((dot % columns) + 0.5 - RADIUS);
      const y = rows - Math.floor(dot / columns) - 0.5;
      return `M${x} ${y}a${RADIUS} ${RADIUS} 0 1 0 ${2 * RADIUS} 0a${RADIUS} ${RADIUS} 0 1 0 ${-2 * RADIUS} 0Z`;
    })
    .join('');
}
