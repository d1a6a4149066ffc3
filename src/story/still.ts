import { keepFocus } from './drawn.ts';

/** Until its figure wakes, a stage shows the picture, the words and the label of the step the reader is at. */
export function showStill(id: string | null): void {
  const step = id === null ? null : document.querySelector(`[data-step="${id}"]`);
  const stage = step?.closest('.scene')?.querySelector('[data-island]:not([data-awake]) .figure');
  const still = step?.querySelector('.still .figure');
  if (!stage || !still) return;
  keepFocus(stage, stage, () => {
    for (const part of ['figcaption', '.figure-source']) {
      const own = still.querySelector(part)?.cloneNode(true);
      if (own) stage.querySelector(part)?.replaceWith(own);
    }
  });
  stage.querySelector('use')?.setAttribute('href', `#still-${id}`);
}

/**
 * A still is drawn at build, for text as we set it. Where the reader sets it wider, each still shows as much more at its
 * sides as its labels have grown, so that none is cut off; it gets smaller for that.
 */
export function fitStills(): void {
  new ResizeObserver(() => {
    const { letterSpacing, wordSpacing } = getComputedStyle(document.body);
    // As a browser names what nobody has changed.
    if (letterSpacing + wordSpacing === 'normal0px') return;
    for (const still of document.querySelectorAll<SVGSVGElement>('.still .drawing')) {
      const room = still.viewBox.baseVal;
      const { x, width } = still.getBBox();
      const right = Math.max(room.x + room.width, x + width);
      room.x = Math.min(room.x, x);
      room.width = right - room.x;
      still.setAttribute('width', `${room.width}`);
    }
  }).observe(document.body);
}
