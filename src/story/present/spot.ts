/** Spotlight: the passport of a mark fills the screen, with the mark itself, cut out of its drawing, above it. */
const ROOM = 1.6;
const LEAST = { width: 200, height: 84 };

/** Has each passport that a mark opens begin with the mark itself. */
export function spotlight(): void {
  let clicked: SVGAElement | null = null;
  document.addEventListener(
    'click',
    ({ target }) => (clicked = (target as Element).closest<SVGAElement>('.stage a.mark')),
    true,
  );
  document.addEventListener(
    'toggle',
    (event) => {
      const card = event.target as HTMLElement;
      card.querySelector('.spot')?.remove();
      if ((event as ToggleEvent).newState !== 'open' || !clicked) return;
      const picture = cutOut(clicked);
      clicked = null;
      if (picture) card.prepend(picture);
    },
    true,
  );
}

/** The part of the drawing around a mark, as a picture of its own. */
function cutOut(mark: SVGAElement): SVGSVGElement | null {
  const drawing = mark.closest('svg');
  if (!drawing) return null;
  const box = mark.getBBox();
  const own = mark.getCTM();
  const base = drawing.getCTM();
  if (box.width === 0 || !own || !base) return null;
  const corner = new DOMPoint(box.x, box.y).matrixTransform(base.inverse().multiply(own));
  const width = Math.max(box.width * ROOM, LEAST.width);
  const height = Math.max(box.height * ROOM, LEAST.height);
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  copy.setAttribute(
    'viewBox',
    [corner.x + box.width / 2 - width / 2, corner.y + box.height / 2 - height / 2, width, height].join(' '),
  );
  copy.removeAttribute('width');
  copy.removeAttribute('height');
  copy.removeAttribute('id');
  // It keeps its own classes: by them its parts are painted.
  copy.classList.add('spot');
  const all = [...drawing.querySelectorAll('a.mark')];
  copy.querySelectorAll('a.mark')[all.indexOf(mark)]?.classList.add('is-chosen');
  copy.setAttribute('aria-hidden', 'true');
  copy.setAttribute('inert', '');
  return copy;
}
