/** The doors of one scene on one floor: two other ways, then to accept, then blackmail; names below them. */
import { tenth } from '../../charts/space.ts';
import { line, openDoor, shutDoors } from '../../charts/scene/shapes.ts';
import { wrap } from '../../charts/text.ts';
import type { Labels } from './layout.ts';
import type { Ink, Shape, Side, Text } from './types.ts';

const KEYS = ['other', 'accept', 'blackmail'] as const;
type Key = (typeof KEYS)[number];
/** Of the width: two doors, one, one; long names need it otherwise than short ones. */
const LONG = { other: 0.4, accept: 0.32, blackmail: 0.28 } as const;
const SHORT = { other: 0.43, accept: 0.24, blackmail: 0.33 } as const;

/** How doors are named: in `font` pixels, with the long names or (`low`) the short ones. */
interface Naming {
  readonly font: number;
  readonly low: boolean;
}

function names(labels: Labels, side: Side, key: Key, width: number, { font, low }: Naming): string[] {
  const name = key === 'other' ? side : key;
  return wrap(
    labels[`${low ? 'short' : 'door'}-${name}`] ?? '',
    font,
    width * (low ? SHORT : LONG)[key] - 4,
    !low || isStrong(side, key),
  );
}

const isStrong = (side: Side, key: Key): boolean => (key === 'other') === (side === 'open');

/** Height of doors and names; the same for both scenes. */
export function doorsHeight(labels: Labels, width: number, tall: number, naming: Naming): number {
  const lines = (['open', 'shut'] as const).flatMap((side) =>
    KEYS.map((key) => names(labels, side, key, width, naming).length),
  );
  return tall * 1.1 + 7 + Math.max(...lines) * (naming.font + 3);
}

/** Places the doors, open ones lit. In bold is what the scene is about: other ways where there are, else the two left. */
export function doors(
  labels: Labels,
  side: Side,
  box: { x: number; y: number; width: number },
  tall: number,
  naming: Naming,
): { shapes: Shape[]; texts: Text[] } {
  const shapes: Shape[] = [
    { ink: 'floor', d: line(box.x, box.y + tall, box.x + box.width, box.y + tall), lit: false },
  ];
  const texts: Text[] = [];
  const { font } = naming;
  const wide = tall * 0.6;
  const gap = wide * 0.3;
  let x = box.x;
  for (const key of KEYS) {
    const width = box.width * (naming.low ? SHORT : LONG)[key];
    const other = key === 'other';
    const strong = isStrong(side, key);
    const middle = x + width / 2;
    const left = middle - (other ? wide + gap / 2 : wide / 2);
    const shut = other && side === 'shut';
    const drawn = shut
      ? shutDoors(left, box.y, wide, tall, 2, gap)
      : [left, ...(other ? [left + wide + gap] : [])].flatMap((at) => openDoor(at, box.y, wide, tall));
    shapes.push(...drawn.map(({ ink, d }) => ({ ink: ink as Ink, d, lit: !shut })));
    names(labels, side, key, box.width, naming).forEach((text, index) =>
      texts.push({
        text,
        x: tenth(middle),
        y: tenth(box.y + tall * 1.1 + 7 + font * 0.8 + index * (font + 3)),
        size: font,
        tone: strong ? 'strong' : 'soft',
        middle: true,
      }),
    );
    x += width;
  }
  return { shapes: merged(shapes), texts };
}

/** Shapes of one kind as one path, in the order in which they lie on each other. */
function merged(shapes: readonly Shape[]): Shape[] {
  const order: readonly Ink[] = ['floor', 'shut', 'bar', 'opening', 'leaf', 'tip'];
  return order.flatMap((ink) =>
    [false, true].flatMap((lit) => {
      const d = shapes.filter((one) => one.ink === ink && one.lit === lit).map((one) => one.d);
      return d.length === 0 ? [] : [{ ink, d: d.join(' '), lit }];
    }),
  );
}
