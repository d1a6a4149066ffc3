/** Where lines of an axis run through texts. */
import type { Drawing } from '../../src/charts/intervals/types.ts';
import type { Box } from '../../src/charts/space.ts';

/** The boxes that a vertical line of the axis (`M x y V y`, pixels) goes through. */
export function crossed({ zero, grid }: Drawing['axis'], boxes: readonly Box[]): Box[] {
  const lines = [...`${zero}${grid}`.matchAll(/M([\d.-]+) ([\d.-]+)V([\d.-]+)/g)].map(([, ...at]) =>
    at.map(Number),
  );
  return boxes.filter((box) =>
    lines.some(
      ([x = 0, from = 0, to = 0]) =>
        box.x < x && x < box.x + box.width && from < box.y + box.height && box.y < to,
    ),
  );
}
