/**
 * Passports, terms and labels open in place: every link to one of them is an ordinary link to an element with the
 * `popover` attribute. Without this file the link jumps to the list at the end of the page.
 */
const KIND = /^#(passport|term|label)-/;

/** Wires clicks for the whole document and the arrow keys between the marks of one drawing. */
export function wirePassports(): void {
  let opener: HTMLElement | SVGElement | null = null;
  document.addEventListener('click', (event) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const link = (event.target as Element).closest<HTMLElement | SVGElement>('a[href^="#"]');
    const hash = link?.getAttribute('href') ?? '';
    if (!link || !KIND.test(hash)) return;
    const card = document.getElementById(hash.slice(1));
    if (!card || typeof card.showPopover !== 'function' || !card.hasAttribute('popover')) return;
    event.preventDefault();
    if (card.matches(':popover-open')) return card.hidePopover();
    opener = link;
    card.showPopover();
    place(card, link);
    card.focus({ preventScroll: true });
  });
  document.addEventListener(
    'toggle',
    (event) => {
      if ((event as ToggleEvent).newState !== 'closed' || opener === null) return;
      // The browser gives the focus back only to a button that owns the popover; ours are links.
      if (
        document.activeElement === document.body ||
        (event.target as Element).contains(document.activeElement)
      )
        opener.focus({ preventScroll: true });
      opener = null;
    },
    true,
  );
  document.addEventListener('keydown', walk);
}

/** Next to its opener where there is room; the styles make it a sheet at the bottom of a phone. */
function place(card: HTMLElement, link: Element): void {
  const from = link.getBoundingClientRect();
  const width = card.offsetWidth;
  const height = card.offsetHeight;
  const left = Math.min(Math.max(8, from.left), innerWidth - width - 8);
  const below = from.bottom + 8;
  const top = below + height < innerHeight ? below : Math.max(8, from.top - height - 8);
  card.style.setProperty('--left', `${left}px`);
  card.style.setProperty('--top', `${Math.min(top, Math.max(8, innerHeight - height - 8))}px`);
}

/** One tab stop a drawing: the arrow keys go from mark to mark. */
function walk(event: KeyboardEvent): void {
  const mark = (event.target as Element).closest?.('a.mark');
  const drawing = mark?.closest('.drawing');
  if (!mark || !drawing) return;
  const marks = [...drawing.querySelectorAll<SVGAElement>('a.mark')];
  const at = marks.indexOf(mark as SVGAElement);
  const to =
    event.key === 'ArrowRight' || event.key === 'ArrowDown'
      ? at + 1
      : event.key === 'ArrowLeft' || event.key === 'ArrowUp'
        ? at - 1
        : event.key === 'Home'
          ? 0
          : event.key === 'End'
            ? marks.length - 1
            : -1;
  const next = marks[to];
  if (!next) return;
  event.preventDefault();
  for (const other of marks) other.setAttribute('tabindex', other === next ? '0' : '-1');
  next.focus();
}
