/** Keys and clicks of present mode: who hears them, and what is left to controls and the browser. */
import { FIELD } from '../modes.ts';
import { actionOf, type Action } from './keys.ts';

/** Keys do what the table says. @param off whether only the key that ends a blank screen is heard, and help */
export function listen(does: Partial<Record<Action, () => void>>, off: () => boolean): void {
  addEventListener('keydown', (event) => {
    const action = heard(event);
    const act = action === null ? undefined : does[action];
    if (!act || (off() && action !== 'blank' && event.key !== 'F1')) return;
    event.preventDefault();
    act();
  });
}

/** A blank screen also comes back by a click, for whoever has no keys. */
export function blankOnClick(back: () => void): void {
  document.addEventListener('click', ({ target }) => {
    if ((target as Element).closest('.dark-screen')) back();
  });
}

/** What a key press means here, unless a control, a dialog or a card has it. */
function heard(event: KeyboardEvent): Action | null {
  if (event.defaultPrevented) return null;
  const target = event.target as Element;
  if (document.querySelector('dialog[open]')) return null;
  const control = target.closest<HTMLElement>(FIELD);
  // Escape hands all keys back.
  if (control && event.key === 'Escape') control.blur();
  if (control && !isClicker(event.key, control)) return null;
  // A button or a link that has the focus keeps the keys that press it.
  if (event.key === ' ' && target.closest('button, a, summary')) return null;
  if (event.key === 'Escape' && document.querySelector(':popover-open')) return null;
  return actionOf(event);
}

/** Whether a key that a control could have is the clicker's, which goes on wherever the last touch has left the focus. */
function isClicker(key: string, control: HTMLElement): boolean {
  return (
    /^Page(Up|Down)$/.test(key) ||
    (/^[b.]$/.test(key) && control.matches('[type=range], [type=checkbox], [type=radio]'))
  );
}
