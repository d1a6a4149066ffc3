/** Before the first paint: what the address, or an earlier visit, asks for stands on the root element, where styles find it. */
import { oneOf } from '../model/url.ts';

/** Writes a choice down if it is one of those there are; anything else reads as unset. */
export function choose(name: string, allowed: readonly string[], text: string | null): void {
  const word = oneOf(allowed, text);
  if (word !== null) document.documentElement.dataset[name] = word;
}
