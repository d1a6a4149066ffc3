/** How words of the scene are set: the largest size that fits, lines of about one length. */
import { balance, textWidth } from '../text.ts';

export type Labels = Readonly<Record<string, string>>;

export const SMALL = 13;

/** The serif of the quotations is this much narrower than the sans that `textWidth` knows. */
const SERIF = 0.93;

export interface Fitted {
  readonly size: number;
  readonly leading: number;
  readonly lines: readonly string[];
  readonly height: number;
}

/** The largest of the sizes in which a text fits; the smallest if none does. */
export function fitted(text: string, width: number, height: number, sizes: readonly number[]): Fitted {
  let set: Fitted = { size: SMALL, leading: 17, lines: [text], height: 17 };
  for (const size of sizes) {
    const leading = Math.round(size * 1.32);
    const lines = balance(text, size * SERIF, width);
    set = { size, leading, lines, height: leading * lines.length };
    if (set.height <= height && lines.every((item) => textWidth(item, size * SERIF) <= width)) return set;
  }
  return set;
}

/** How far an opening quotation mark hangs in the margin. */
export function hang(text: string, size: number): number {
  return text.startsWith('“') ? size * 0.42 : 0;
}
