/** The few drawings of the scene as paths: plain geometry, origin at the upper left corner, all in pixels. */
import { boxPath, tenth } from '../space.ts';
import type { Ink, Shape } from './types.ts';

/** Path of numbers and letters, rounded to a tenth of a pixel. */
export function path(...parts: readonly (string | number)[]): string {
  const spaced = parts.map((part) => (typeof part === 'number' ? tenth(part) : part)).join(' ');
  return spaced.replace(/ ?([a-z]) ?/gi, '$1');
}

/** A rectangle with round corners. */
export function roundRect(x: number, y: number, width: number, height: number, radius: number): string {
  const r = Math.max(0, Math.min(radius, width / 2, height / 2));
  return path(
    ...['M', x + r, y, 'h', width - 2 * r, 'a', r, r, 0, 0, 1, r, r, 'v', height - 2 * r],
    ...['a', r, r, 0, 0, 1, -r, r, 'h', 2 * r - width, 'a', r, r, 0, 0, 1, -r, -r, 'v', 2 * r - height],
    ...['a', r, r, 0, 0, 1, r, -r, 'z'],
  );
}

/** Which of four tones each square of the model's mark has: no face, no body, only a pattern. */
const PATTERN = ['1432', '3142', '4213', '2431'];

/** The abstract mark of a model: four by four squares in four tones, one path a tone. */
export function modelMark(x: number, y: number, side: number): Shape[] {
  const step = side / 4;
  const cell = step * 0.74;
  const pad = (step - cell) / 2;
  const tones: Record<string, string> = { '1': '', '2': '', '3': '', '4': '' };
  PATTERN.forEach((row, j) =>
    [...row].forEach((tone, i) => {
      tones[tone] += roundRect(x + i * step + pad, y + j * step + pad, cell, cell, cell * 0.22);
    }),
  );
  return Object.entries(tones).map(([tone, d]) => ({ ink: `tone-${tone}` as Ink, d }));
}

/** Radius of the corners of a small paper. */
const corner = (height: number): number => Math.min(3, 0.21 * height);

/** A shut envelope. */
export function envelope(x: number, y: number, width: number, height: number): string {
  const inset = width * 0.07;
  return `${roundRect(x, y, width, height, corner(height))} ${path(
    ...['M', x + inset, y + height * 0.14, 'L', x + width / 2, y + height * 0.58],
    ...['L', x + width - inset, y + height * 0.14],
  )}`;
}

/** A note with two lines of writing: the instruction, when there is no room to print it. */
export function slip(x: number, y: number, width: number, height: number): string {
  const lines = [0.36, 0.64].map((part, index) =>
    path('M', x + width * 0.24, y + height * part, 'h', width * (index === 0 ? 0.52 : 0.34)),
  );
  return `${roundRect(x, y, width, height, corner(height))} ${lines.join(' ')}`;
}

/** An open door: the opening, and the leaf swung towards the reader on its left hinge. `height` without the leaf. */
export function openDoor(x: number, y: number, width: number, height: number): Shape[] {
  const reach = width * 0.54;
  const drop = height * 0.1;
  return [
    { ink: 'opening', d: boxPath({ x, y, width, height }) },
    {
      ink: 'leaf',
      d: path('M', x, y, 'L', x + reach, y + drop, 'V', y + height + drop, 'L', x, y + height, 'z'),
    },
    { ink: 'tip', d: dot(x + reach * 0.76, y + height * 0.56 + drop, Math.max(1.4, width * 0.045)) },
  ];
}

/** Shut doors side by side and the one bar that lies across them all. */
export function shutDoors(
  x: number,
  y: number,
  width: number,
  height: number,
  count: number,
  gap: number,
): Shape[] {
  const doors = Array.from({ length: count }, (_, index) => {
    const left = x + index * (width + gap);
    return boxPath({ x: left, y, width, height });
  });
  const thick = Math.max(4, height * 0.085);
  const over = Math.max(4, width * 0.16);
  const all = count * width + (count - 1) * gap;
  return [
    { ink: 'shut', d: doors.join(' ') },
    { ink: 'bar', d: roundRect(x - over, y + height * 0.5 - thick / 2, all + 2 * over, thick, 1.5) },
  ];
}

/** A filled dot. */
export function dot(x: number, y: number, radius: number): string {
  return path(
    'M',
    x - radius,
    y,
    'a',
    radius,
    radius,
    0,
    1,
    0,
    2 * radius,
    0,
    'a',
    radius,
    radius,
    0,
    1,
    0,
    -2 * radius,
    0,
  );
}

/** A straight line. */
export function line(x1: number, y1: number, x2: number, y2: number): string {
  return path('M', x1, y1, 'L', x2, y2);
}
