/**
 * Passports, terms and labels open in place. Terms and labels are in the page, with the `popover` attribute; passports
 * are a page of their own, from which this file takes them when the first one is asked for. Without this file, or
 * without a network, every link to one of them is an ordinary link that leads there.
 */
import { wireMarks } from './marks.ts';
import { ask, UP } from './modes.ts';
import { trust } from './trusted.ts';

/** What stands before an id: in one file with the other pages, its page. */
const KIND = /[#/]((?:passport|term|label)-[^#]+)$/;

let fetched: Promise<void> | undefined;

/** Brings all passports into this page, once. */
function fetchPassports(): Promise<void> {
  fetched ??= ask('passports/')
    .then((answer) => (answer.ok ? answer.text() : Promise.reject(new Error(answer.statusText))))
    .then((html) => {
      const place = document.createElement('div');
      // The page's own styles are not wanted here, and the policy of this one does not know them.
      const bare = trust.createHTML(html.replace(/<style[^]*?<\/style>/, ''));
      place.append(...new DOMParser().parseFromString(bare, 'text/html').querySelectorAll('.passport'));
      for (const card of place.children) card.setAttribute('popover', '');
      document.body.append(place);
    });
  fetched.catch(() => (fetched = undefined));
  return fetched;
}

/** Wires clicks for the whole document and the arrow keys between the marks of one drawing. */
export function wirePassports(): void {
  let opener: HTMLElement | SVGElement | null = null;
  /** What was pressed last: while the cards are on their way, only that one shall open. */
  let last: Event | undefined;
  document.addEventListener('click', (event) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const link = (event.target as Element).closest<HTMLElement | SVGElement>('a[href*="#"]');
    const [, id] = KIND.exec(link?.getAttribute('href') ?? '') ?? [];
    if (!link || !id || !('showPopover' in HTMLElement.prototype)) return;
    const isPassport = id.startsWith('passport-');
    if (!isPassport && !document.getElementById(id)) return;
    event.preventDefault();
    last = event;
    const open = (): void => {
      if (last !== event) return;
      const card = document.getElementById(id);
      if (!card) throw new Error(id);
      if (card.matches(':popover-open')) return card.hidePopover();
      opener = link;
      nameAndClose(card);
      card.showPopover();
      place(card, link);
      card.focus({ preventScroll: true });
    };
    if (!isPassport || document.getElementById(id)) open();
    else
      void fetchPassports()
        .then(open)
        .catch(() => location.assign(`${UP}passports/#${id}`));
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
  wireMarks();
}

/** A card that lies over the page says so, and has a button that closes it. */
function nameAndClose(card: HTMLElement): void {
  if (card.role === 'dialog') return;
  card.role = 'dialog';
  const button = document.createElement('button');
  button.className = 'button';
  button.textContent = document.querySelector<HTMLElement>('[data-close]')?.dataset['close'] ?? '';
  button.addEventListener('click', () => card.hidePopover());
  card.append(button);
}

/** Next to its opener where there is room; the styles make it a sheet at the bottom of a phone. */
function place(card: HTMLElement, link: Element): void {
  const from = link.getBoundingClientRect();
  const width = card.offsetWidth;
  const height = card.offsetHeight;
  const low = innerHeight - height - 8;
  const below = from.bottom + 8;
  const above = from.top - height - 8;
  // Where there is room neither below nor above, under the bar: beside it.
  const bar = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop);
  const [left, top] =
    below <= low ? [from.left, below] : above > bar ? [from.left, above] : [from.right + 12, low];
  card.style.setProperty('--left', `${Math.max(8, Math.min(left, innerWidth - width - 8))}px`);
  card.style.setProperty('--top', `${Math.max(8, top)}px`);
}
