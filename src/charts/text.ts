/**
 * Measures and breaks label text without a browser, so that a layout is the same on the server, in a test and on
 * screen. Widths are those of Public Sans at weight 450, in thousandths of the font size, rounded up.
 */
import { spread } from '../model/spread.ts';

const WIDTHS = new Map(
  (
    [
      [250, ' \u00a0ijI.,:;|!’‘'],
      [315, 'l()[]'],
      [400, 'rtf1-'],
      [520, 'svz?'],
      [568, 'aceokxy'],
      [605, 'bdhnpqu'],
      [880, 'mM'],
      [800, 'wOQ'],
      [960, 'W@%'],
    ] as const
  ).flatMap(([width, chars]) => [...chars].map((char) => [char, width] as const)),
);

/** Estimated width of a text in pixels; never much too small. `size` in pixels. */
export function textWidth(text: string, size: number, bold = false): number {
  let units =
    1000 * (spread.letter * text.length + spread.word * (spread.word && text.split(' ').length - 1));
  for (const char of text)
    units += WIDTHS.get(char) ?? (char >= 'A' && char <= 'Z' ? 700 : char >= '0' && char <= '9' ? 650 : 600);
  return (units / 1000) * size * (bold ? 1.03 : 1);
}

/** Breaks a text at spaces into lines no wider than `width` pixels (a single long word stays whole). */
export function wrap(text: string, size: number, width: number, bold = false): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && textWidth(longer, size, bold) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  if (line !== '') lines.push(line);
  return lines;
}

/** As `wrap`, in as many lines, but the lines as even as they can be: no word is left alone where it need not be. */
export function balance(text: string, size: number, width: number, bold = false): string[] {
  const lines = wrap(text, size, width, bold);
  let best = lines;
  for (let room = width - 4; lines.length > 1 && room > 0; room -= 4) {
    const even = wrap(text, size, room, bold);
    if (even.length > lines.length || even.some((part) => textWidth(part, size, bold) > room)) break;
    best = even;
  }
  return best;
}
