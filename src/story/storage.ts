/** Storage of the browser, which may be full, forbidden or missing: then nothing is kept, and the page works without. */
type Kind = 'localStorage' | 'sessionStorage';

/** Puts a text away under a name; null takes it out. */
export function store(kind: Kind, name: string, text: string | null): void {
  try {
    if (text === null) window[kind].removeItem(`frame:${name}`);
    else window[kind].setItem(`frame:${name}`, text);
  } catch {
    return;
  }
}

/** What `store` put away, or null. */
export function stored(kind: Kind, name: string): string | null {
  try {
    return window[kind].getItem(`frame:${name}`);
  } catch {
    return null;
  }
}
