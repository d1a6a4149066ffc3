/** Words below the hundred dots. */
import type { Size } from '../space.ts';
import { balance, textWidth, wrap } from '../text.ts';
import { noteOf, setNote } from './blocks.ts';
import { contour, path, type Grid } from './grid.ts';
import { EDGE } from './plan.ts';
import type { DotsInput, Drawing, TextLine, Told, Tone } from './types.ts';

/** Words under the frame, with a small sample of each mark before them. */
export function tellBelow(input: DotsInput, size: Size, grid: Grid): Told {
  const { frame } = grid;
  const { words, picture, guess } = input;
  const top = frame.y + frame.height + 14;
  const width = size.width - 2 * EDGE;
  const guessLine = guess === null || picture === 'guess' ? null : path(contour(grid, guess));
  const texts: TextLine[] = [];
  const boxes: Drawing['boxes'][number][] = [];
  const keys: Drawing['keys'][number][] = [];
  const line = (
    id: string,
    text: string,
    x: number,
    y: number,
    tone: Tone,
    fontSize: number,
    bold = false,
  ): void => {
    texts.push({ id, text, x, y, size: fontSize, tone, bold });
  };

  if (picture === 'above') {
    const indent = 26;
    const put = (id: 'region' | 'share', head: string, rest: string, tone: Tone, y: number): number => {
      keys.push({ id, x: EDGE + 8, y: y + 9 });
      line(`${id}-head`, head, EDGE + indent, y + 15, tone, 18, true);
      const lines = wrap(rest, 14, width - indent);
      lines.forEach((text, index) =>
        line(`${id}-${index}`, text, EDGE + indent, y + 33 + index * 17, 'soft', 14),
      );
      return y + 33 + lines.length * 17 - 8;
    };
    const next = put('region', words.above[0], words.above[1], 'unknown', top);
    const last = put('share', words.number, words.still, 'share', next);
    if (guess !== null) {
      keys.push({ id: 'guess', x: EDGE + 8, y: last + 5 });
      line('guess', words.guess, EDGE + indent, last + 10, 'guess', 14, true);
    }
    return { texts, keys, guessLine };
  }

  const large = 54;
  const head = picture === 'guess' ? words.own : words.number;
  const indent = textWidth(head, large, true) + 12;
  const sentence = balance(
    picture === 'guess' ? words.ownSentence : words.sentence,
    15,
    Math.min(width - indent, 230),
    picture === 'share',
  );
  line('number', head, EDGE, top + 41, picture === 'guess' ? 'guess' : 'share', large, true);
  const first = top + (sentence.length > 2 ? 12 : sentence.length > 1 ? 18 : 28);
  sentence.forEach((text, index) =>
    line(
      `sentence-${index}`,
      text,
      EDGE + indent,
      first + index * 19,
      guess === null && picture === 'guess' ? 'soft' : 'strong',
      15,
    ),
  );
  if (picture === 'guess') return { texts };
  const note = noteOf(words.missing, width, 14);
  const placed = setNote('missing', note, EDGE, top + 58);
  texts.push(...placed.texts);
  boxes.push(placed.box);
  if (guess !== null) {
    const y = top + 58 + note.height + 15;
    keys.push({ id: 'guess', x: EDGE + 8, y });
    line('guess', words.guess, EDGE + 26, y + 5, 'guess', 14, true);
  }
  return { texts, boxes, keys, guessLine };
}
