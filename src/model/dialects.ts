/**
 * What a page in a frame says about its height, in every dialect a host may know, and which words of a host it hears.
 * Sources: developer.datawrapper.de (responsive iframe), pym.js 1.3 (src/pym.js), AMP's embed-size as in
 * @newswire/frames, WordPress (wp-embed.js, wp-embed-template.js); the last one is our own, see the README.
 */
interface Guest {
  /** The figure's id, or `story`; part of the address too, where older listeners look for it. */
  readonly id: string;
  /** Name given by pym in `?childId=`; null if there is none. */
  readonly childId: string | null;
  /** WordPress's word from `#?secret=`; null if there is none. */
  readonly secret: string | null;
}

const OURS = 'inside-the-frame:height';

/** Reads the two names from an address; hostile ones read as unset. */
export function guestOf(id: string, search: string, hash: string): Guest {
  const childId = new URLSearchParams(search).get('childId');
  return {
    id,
    childId: childId !== null && /^[\w-]{1,64}$/.test(childId) ? childId : null,
    secret: /^#\?secret=([a-zA-Z0-9]{1,64})$/.exec(hash)?.[1] ?? null,
  };
}

/**
 * The messages that tell a height. Nothing about the reader is in them.
 * @param width of the frame, pixels
 * @param height the frame needs, pixels; rounded up, since a pixel too few is a scroll bar
 */
export function heightMessages({ id, childId, secret }: Guest, width: number, height: number): unknown[] {
  const h = Math.ceil(height);
  return [
    { 'datawrapper-height': { [id]: h } },
    ...(childId === null ? [] : [`pymxPYMx${childId}xPYMxheightxPYMx${h}`]),
    { sentinel: 'amp', type: 'embed-size', height: h, width: Math.ceil(width) },
    ...(secret === null ? [] : [{ message: 'height', value: h, secret }]),
    { type: OURS, id, height: h, version: 1 },
  ];
}

/** Whether a host's message asks for the height: AMP's greeting, or WordPress's with our secret. All else is noise. */
export function asksForHeight(data: unknown, { secret }: Guest): boolean {
  if (typeof data !== 'object' || data === null) return false;
  const word = data as Record<string, unknown>;
  return (
    (word['sentinel'] === 'amp' && word['type'] === 'frames-init') ||
    (secret !== null && word['message'] === 'ready' && word['secret'] === secret)
  );
}
