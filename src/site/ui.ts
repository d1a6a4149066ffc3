/** The words of the page's furniture; `content/<lang>/ui.json` has this shape. */
import type english from '../content/en/ui.json';

export type Ui = typeof english;

/** Fills `{name}` places. */
export function put(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
