/**
 * Lets a reader come back without a network. The worker is asked for when the reader has rested for a while, so that
 * nobody who scrolls shares the processor and the line with it; where it cannot be had (a file, a frame, a host without
 * encryption) nothing is said, since the page works without it.
 */
const idle: (task: () => void) => void =
  typeof requestIdleCallback === 'function' ? (task) => requestIdleCallback(task) : setTimeout;

/** Milliseconds without a scroll, a press or a key. */
const REST = 4000;

/** Address of a file at the site's root, one folder above the scripts. Not written as a pattern Vite would take for an asset. */
export const atRoot = (name: string): URL => new URL(['..', name].join('/'), import.meta.url);

/** Under Trusted Types (see trusted.ts) a worker needs an address from a policy; this one knows no other. */
const only = { createScriptURL: (_: string): string => atRoot('sw.js').href };

/** Has the story kept for reading without a network, once the reader rests. */
export function keepOffline(): void {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  if (
    'embed' in document.documentElement.dataset ||
    parent !== self ||
    origin === 'null' ||
    !('serviceWorker' in navigator) ||
    // Whoever comes back is served by a worker, and for that visit the browser itself looks for a newer one. To ask once
    // more would bring a worker back that is just taking itself away.
    navigator.serviceWorker.controller ||
    connection?.saveData ||
    !import.meta.env.PROD
  )
    return;
  let rest: ReturnType<typeof setTimeout> | undefined;
  const stop = new AbortController();
  const register = (): void => {
    // Whoever moves on before the browser is idle has it waited for twice.
    if (stop.signal.aborted) return;
    stop.abort();
    const worker = globalThis.trustedTypes?.createPolicy('worker', only) ?? only;
    void navigator.serviceWorker.register(worker.createScriptURL('')).catch(() => undefined);
  };
  const wait = (): void => {
    clearTimeout(rest);
    rest = setTimeout(() => idle(register), REST);
  };
  for (const act of ['scroll', 'keydown', 'pointerdown'])
    addEventListener(act, wait, { passive: true, signal: stop.signal });
  if (document.readyState === 'complete') wait();
  else addEventListener('load', wait);
}
