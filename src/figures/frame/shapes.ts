/** The few things of the picture as paths: the same person stands solid outside the frame and dashed inside it. */
import { path, roundRect } from '../../charts/scene/shapes.ts';
import type { Shape } from './types.ts';

/**
 * A line of dates, broken where days are left out: it is not to scale.
 * @param gap where it is broken
 * @param across where it stands on the other axis
 * @param down whether it runs down
 */
export function dates(from: number, gap: number, to: number, across: number, down = false): string {
  const at = (along: number, aside: number): [number, number] => (down ? [aside, along] : [along, aside]);
  const run = down ? 'V' : 'H';
  return (
    path('M', ...at(from, across), run, gap - 3) +
    path('M', ...at(gap - 6, across + 5), 'l', ...at(6, -10), 'm', ...at(6, 0), 'l', ...at(-6, 10)) +
    path('M', ...at(gap + 3, across), run, to)
  );
}

/** Head and shoulders, standing on `bottom`, centred on `x`. */
export function person(x: number, bottom: number, height: number): string {
  const head = height * 0.2;
  const half = height * 0.34;
  return path(
    ...['M', x - head, bottom - height + head, 'a', head, head, 0, 1, 0, 2 * head, 0],
    ...['a', head, head, 0, 1, 0, -2 * head, 0, 'z'],
    ...['M', x - half, bottom, 'v', -height * 0.13, 'a', half, half, 0, 0, 1, 2 * half, 0],
    ...['v', height * 0.13, 'z'],
  );
}

/** Three people as one group: two behind, one in front. Width of the group: 1.6 times the height. */
export function people(x: number, bottom: number, height: number): Shape[] {
  return [
    {
      ink: 'tint',
      d: person(x - height * 0.44, bottom, height * 0.8) + person(x + height * 0.44, bottom, height * 0.8),
    },
    { ink: 'real', d: person(x, bottom, height) },
  ];
}

/** Lines of writing: shares of the width, evenly spaced from `y` to `y + height`. */
function writing(x: number, y: number, width: number, height: number, shares: readonly number[]): string {
  return shares
    .map((share, at) => path('M', x, y + (height * at) / Math.max(1, shares.length - 1), 'h', width * share))
    .join('');
}

/** Sheets behind each other; the front one has writing on it. */
export function sheets(x: number, y: number, width: number, height: number, count: number): Shape[] {
  const step = width * 0.09;
  const own = { width: width - step * (count - 1), height: height - step * (count - 1) };
  const shapes = Array.from({ length: count }, (_, at): Shape => ({
    ink: at === count - 1 ? 'real' : 'tint',
    d: roundRect(x + step * at, y + step * at, own.width, own.height, 2.5),
  }));
  const front = { x: x + step * (count - 1), y: y + step * (count - 1) };
  return [
    ...shapes,
    {
      ink: 'fine',
      d: writing(
        front.x + own.width * 0.18,
        front.y + own.height * 0.22,
        own.width * 0.64,
        own.height * 0.56,
        [0.7, 1, 0.85, 1, 0.5],
      ),
    },
  ];
}

/** A house of offices: nine windows and a door, `side` high. */
export function house(x: number, y: number, side: number): Shape[] {
  const width = side * 0.74;
  const pane = width * 0.16;
  const windows = [0, 1, 2]
    .flatMap((row) =>
      [0, 1, 2].map((column) =>
        path(
          'M',
          x + width * (0.16 + 0.26 * column),
          y + side * (0.14 + 0.2 * row),
          'h',
          pane,
          'v',
          pane,
          'h',
          -pane,
          'z',
        ),
      ),
    )
    .join('');
  const door = path('M', x + width * 0.38, y + side, 'v', -side * 0.2, 'h', width * 0.24, 'v', side * 0.2);
  return [
    { ink: 'real', d: path('M', x, y + side, 'v', -side, 'h', width, 'v', side, 'z') },
    { ink: 'solid', d: windows },
    { ink: 'fine', d: door },
  ];
}

/** A newspaper: heading, picture, columns. */
export function newspaper(x: number, y: number, side: number): Shape[] {
  const width = side * 0.9;
  const pad = side * 0.13;
  const inner = width - 2 * pad;
  return [
    { ink: 'real', d: roundRect(x, y, width, side, 2) },
    {
      ink: 'solid',
      d:
        path('M', x + pad, y + pad, 'h', inner, 'v', side * 0.13, 'h', -inner, 'z') +
        path('M', x + pad, y + side * 0.42, 'h', inner * 0.42, 'v', side * 0.25, 'h', -inner * 0.42, 'z'),
    },
    {
      ink: 'fine',
      d:
        writing(x + pad + inner * 0.56, y + side * 0.44, inner * 0.44, side * 0.21, [1, 1, 1]) +
        writing(x + pad, y + side * 0.8, inner, 0, [1]),
    },
  ];
}

/** A sheet with a dashed frame of its own: a study with another scene. */
export function study(x: number, y: number, side: number): Shape[] {
  const width = side * 0.78;
  const pad = width * 0.17;
  return [
    { ink: 'real', d: roundRect(x, y, width, side, 2.5) },
    { ink: 'made', d: roundRect(x + pad, y + side * 0.16, width - 2 * pad, side * 0.36, 2) },
    { ink: 'fine', d: writing(x + pad, y + side * 0.66, width - 2 * pad, side * 0.17, [1, 0.6]) },
  ];
}
