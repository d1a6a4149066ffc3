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
