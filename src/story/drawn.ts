/** Figures that move nothing have no script of their own: the build drew them, and the page takes the size that fits. */
import type { Size } from '../charts/space.ts';
import { drawingFile, sizeFor } from '../figures/sizes.ts';
import { ask } from './modes.ts';
import { trust } from './trusted.ts';

async function load(figure: string, size: Size): Promise<DocumentFragment> {
  const answer = await ask(drawingFile(figure, size));
  if (!answer.ok) throw new Error(answer.statusText);
  const holder = document.createElement('template');
  holder.innerHTML = trust.createHTML(((await answer.json()) as { html: string }).html);
  return holder.content;
}

/** Puts one picture in place of another: whoever is at a link of the old one is at the same link of the new one. */
export function keepFocus(old: Element, fresh: Element, put: () => void): void {
  const place = [...old.querySelectorAll('a')].indexOf(document.activeElement as HTMLAnchorElement);
  put();
  fresh.querySelectorAll('a')[place]?.focus({ preventScroll: true });
}

/**
 * Puts the drawing that fits into the target, and another one when its room changes.
 * @throws Error if it cannot be had; what was in the target stays
 */
export async function showDrawn(target: HTMLElement, figure: string, room: Size): Promise<void> {
  let shown = sizeFor(room);
  target.replaceChildren(await load(figure, shown));
  new ResizeObserver(() => {
    const box = target.querySelector('.drawing-box');
    if (!box || box.clientWidth < 1) return;
    const size = sizeFor({ width: box.clientWidth, height: box.clientHeight });
    if (size === shown) return;
    shown = size;
    // Without a network the drawing that is there stays, in its old size.
    void load(figure, size).then(
      (drawing) => keepFocus(target, target, () => target.replaceChildren(drawing)),
      () => undefined,
    );
  }).observe(target);
}
