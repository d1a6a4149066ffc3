/** The site's sign in the sizes that phones ask for, painted from the same drawing as the sign in the tab. */

export interface Icon {
  readonly path: string;
  readonly svg: string;
  /** Pixels, both ways. */
  readonly size: number;
}

/** The room around the drawing, in its own units: a mask may cut off all but a circle of four fifths. */
const ROOM = { none: 0, touch: 5, mask: 10 } as const;

/**
 * @param drawing `icon.svg`, 32 by 32
 * @param paper colour behind those icons that must not be seen through
 */
export function icons(drawing: string, paper: string): Icon[] {
  const [, fill = '', inner = ''] = /^<svg[^>]*(fill="[^"]*")[^>]*>(.*)<\/svg>$/s.exec(drawing) ?? [];
  const svg = (room: number): string => {
    const side = 32 + 2 * room;
    const ground =
      room === 0
        ? ''
        : `<rect x="${-room}" y="${-room}" width="${side}" height="${side}" style="fill:${paper}"/>`;
    return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${-room} ${-room} ${side} ${side}" ${fill}>${ground}${inner}</svg>`;
  };
  return [
    { path: 'icon-192.png', svg: svg(ROOM.none), size: 192 },
    { path: 'icon-512.png', svg: svg(ROOM.none), size: 512 },
    { path: 'icon-maskable-512.png', svg: svg(ROOM.mask), size: 512 },
    { path: 'apple-touch-icon.png', svg: svg(ROOM.touch), size: 180 },
  ];
}
