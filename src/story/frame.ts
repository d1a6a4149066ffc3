/**
 * Inside a frame of another page: tells the host how high the content is, and sees that links out of a sandbox lead
 * somewhere. Never takes focus, keys or wheel, and says nothing about the reader.
 */
import { asksForHeight, guestOf, heightMessages } from '../model/dialects.ts';

type Native = Window & { requestResize?: () => void };

/**
 * @param id the figure's, or `story`
 * @param natural height the content would like at the present width, pixels; must not depend on the frame's own height
 * @returns to be called when the content changed
 */
export function wireFrame(id: string, natural: () => number): () => void {
  if (parent === window) return () => undefined;
  const guest = guestOf(id, location.search, location.hash);
  const { secret } = guest;
  let told = 0;
  let heard = false;
  const say = (message: unknown): void => parent.postMessage(message, '*');
  const tell = (again = false): void => {
    // A hidden frame has no size; its first look at the screen brings one.
    if (innerWidth === 0) return;
    const height = Math.ceil(natural());
    if (height <= 0 || (!again && Math.abs(height - told) < 2)) return;
    told = height;
    for (const message of heightMessages(guest, innerWidth, height)) say(message);
    try {
      (window as Native).requestResize?.();
    } catch {
      // The host did not ask for it: its own words are the messages above.
    }
  };
  addEventListener('message', ({ source, data }: MessageEvent<unknown>) => {
    if (source !== parent || !asksForHeight(data, guest)) return;
    heard ||= (data as { message?: unknown }).message === 'ready';
    tell(true);
  });
  addEventListener('resize', () => tell());
  if (secret !== null) say({ message: 'ready', secret });
  // A sandbox without an origin may open no windows, and a frame has no room for another page: then the host is asked,
  // or the address is said.
  if (origin === 'null')
    document.addEventListener('click', (event) => {
      const link = (event.target as Element).closest('a[href]');
      if (!link || event.defaultPrevented) return;
      const { href } = new URL(link.getAttribute('href') ?? '', document.baseURI);
      if (href.split('#')[0] === location.href.split('#')[0]) return;
      event.preventDefault();
      if (secret !== null && heard) say({ message: 'link', value: href, secret });
      else if (!open(href)) {
        const out = document.querySelector<HTMLElement>('[data-out]');
        if (out) out.textContent = `${out.dataset['out']} ${href}`;
      }
    });
  return tell;
}
