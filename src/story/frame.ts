/**
 * Inside a frame of another page: tells the host how high the content is, and lets links out of a sandbox. Never takes
 * focus, keys or wheel, and says nothing about the reader.
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
  // A sandbox without an origin opens no windows: there a link leads on inside the frame, or the host is asked.
  if (origin === 'null') {
    for (const out of document.querySelectorAll('[target]')) out.removeAttribute('target');
    document.addEventListener('click', (event) => {
      const link = (event.target as Element).closest('a[href]');
      if (secret === null || !heard || !link || event.defaultPrevented) return;
      event.preventDefault();
      const href = link.getAttribute('href') ?? '';
      say({ message: 'link', value: new URL(href, document.baseURI).href, secret });
    });
  }
  return tell;
}
