/**
 * Places two fields: what the safeguards are for, in solid lines, and the made-up test, which their announcement does
 * not name, in a dashed frame; between them the link that the news story makes, broken. Pure: words and a size in,
 * placed marks out.
 */
import type { Box, Size } from '../../charts/space.ts';
import { textWidth, wrap } from '../../charts/text.ts';
import { label } from '../../charts/words.ts';

interface Text {
  readonly text: string;
  readonly x: number;
  /** Baseline. */
  readonly y: number;
  readonly size: number;
  readonly tone: 'ink' | 'ink-2' | 'real' | 'unknown' | 'opinion';
  readonly bold: boolean;
}

interface Mark {
  readonly id: 'theft' | 'weapons' | 'link' | 'test';
  readonly hit: Box;
  /** A drawn sign: path data around (0, 0), where it stands, and how large. */
  readonly sign: {
    readonly d: string;
    readonly x: number;
    readonly y: number;
    readonly scale: number;
  } | null;
  readonly texts: readonly Text[];
}

interface Drawing {
  readonly fields: readonly [Box, Box];
  readonly heads: readonly Text[];
  readonly marks: readonly Mark[];
}

/** A lock; a shield; around (0, 0), 20 pixels high. */
const SIGNS = {
  theft: 'M-8-1h16v10h-16zM-5-1v-3a5 5 0 0 1 10 0v3M0 3v3',
  weapons: 'M0-9 8-5v6c0 5-4 8-8 9-4-1-8-4-8-9v-6zM-4 0-1 3 4-3',
} as const;

/** Places everything. @param size pixels, 284 x 200 or more */
export function layout(labels: Readonly<Record<string, string>>, { width, height }: Size): Drawing {
  const say = (key: string): string => label(labels, key);
  const wide = width >= 480;
  const low = height < 230;
  const large = height >= 500 && width >= 700;
  const font = !wide ? 13 : large ? 20 : 16;
  const small = !wide ? 12 : large ? 17 : 14;
  const lead = Math.round(small * 1.3);
  const pad = wide ? 18 : low ? 6 : 9;
  const inset = large ? 56 : wide ? 42 : 30;
  const link = wrap(say('link'), small, wide ? (large ? 150 : 105) : width);
  const least = wide
    ? Math.ceil(Math.max(...link.map((text) => textWidth(text, small)))) + 20
    : lead + (low ? 2 : 10);
  const first = { x: 1.5, width: wide ? Math.round((width - least) * 0.56) : width - 3 };
  const second = wide
    ? { x: first.x + first.width + least, width: width - first.x - first.width - least - 1.5 }
    : { x: 1.5, width: width - 3 };
  const more = (id: string): string =>
    low && id !== 'theft' ? (labels[`${id}-brief`] ?? '') : say(`${id}-more`);

  /** A name and what is said below it, from a top; the foot comes back with them. */
  const paragraph = (id: string, x: number, top: number, space: number): { texts: Text[]; foot: number } => {
    const texts: Text[] = [];
    let y = top;
    for (const text of wrap(say(id), font, space, true)) {
      texts.push({ text, x, y: Math.round(y + font * 0.8), size: font, tone: 'ink', bold: true });
      y += Math.round(font * 1.25);
    }
    for (const text of wrap(more(id), small, space)) {
      texts.push({ text, x, y: Math.round(y + small * 0.8), size: small, tone: 'ink-2', bold: false });
      y += lead;
    }
    return { texts, foot: y };
  };

  const head = Math.round(small * 1.2) + (wide ? 14 : 5);
  const itemRoom = first.width - 2 * pad - inset;
  const testRoom = second.width - 2 * pad;
  const items = (['theft', 'weapons'] as const).map((id) => paragraph(id, 0, 0, itemRoom).foot);
  const firstNeed = head + 2 * pad + items.reduce((sum, foot) => sum + foot, 0);
  const secondNeed = head + 2 * pad + paragraph('test', 0, 0, testRoom).foot;
  const tight = wide ? Math.max(firstNeed, secondNeed) : firstNeed + least + secondNeed;
  // Between fields that stand on each other the broken line needs a length to be seen as one.
  const gap = wide ? least : least + Math.round(Math.min(18, Math.max(0, height - 3 - tight) * 0.6));
  const need = tight + gap - least;
  const spare = Math.max(0, height - 3 - need);
  const grow = Math.min(spare, wide ? 0.6 * need : 110);
  const top = wide ? Math.round((spare - grow) / 2) + 1.5 : 1.5;
  const firstHigh = Math.round(wide ? need + grow : firstNeed + grow * 0.6);
  const upper: Box = { ...first, y: top, height: firstHigh };
  const lower: Box = wide
    ? { ...second, y: top, height: firstHigh }
    : { ...second, y: top + firstHigh + gap, height: Math.round(secondNeed + grow * 0.4) };

  const heads = (
    [
      ['covers', 'real', upper],
      ['beside', 'unknown', lower],
    ] as const
  ).map(([key, tone, box]): Text => ({
    text: say(key),
    x: box.x + pad,
    y: Math.round(box.y + pad + small * 0.8),
    size: small,
    tone,
    bold: true,
  }));

  const air = (upper.height - firstNeed) / 3;
  let y = upper.y + pad + head + air;
  const marks = (['theft', 'weapons'] as const).map((id): Mark => {
    const { texts, foot } = paragraph(id, upper.x + pad + inset, y, itemRoom);
    const high = foot - y;
    const mark: Mark = {
      id,
      hit: {
        x: upper.x + 3,
        y: Math.round(y + high / 2 - Math.max(high, 24) / 2),
        width: upper.width - 6,
        height: Math.round(Math.max(high, 24)),
      },
      sign: {
        d: SIGNS[id],
        x: Math.round(upper.x + pad + inset / 2 - 6),
        y: Math.round(y + Math.min(high / 2, font)),
        scale: large ? 1.9 : wide ? 1.4 : 1,
      },
      texts,
    };
    y = foot + air;
    return mark;
  });
  const from = lower.y + pad + head + (lower.height - secondNeed) / 2;
  const test = paragraph('test', lower.x + pad, from, testRoom);
  marks.push(linkOf(), { id: 'test', hit: { ...lower }, sign: null, texts: test.texts });
  return { fields: [upper, lower], heads, marks };

  /** The news story's link: a line with a gap in it and a stroke through the gap. */
  function linkOf(): Mark {
    const words = { size: small, tone: 'opinion', bold: false } as const;
    if (wide) {
      const middle = Math.round(upper.x + upper.width + gap / 2);
      const at = Math.round(upper.y + upper.height / 2) + 8;
      const reach = Math.round(gap / 2) - 5;
      return {
        id: 'link',
        hit: {
          x: upper.x + upper.width,
          y: at - 20 - link.length * lead,
          width: gap,
          height: 34 + link.length * lead,
        },
        sign: { d: `M${-reach} 0H-9M9 0H${reach}M-5 7l10-14`, x: middle, y: at, scale: 1 },
        texts: link.map((text, row) => ({
          ...words,
          text,
          x: Math.round(middle - textWidth(text, small) / 2),
          y: at - 14 - (link.length - 1 - row) * lead,
        })),
      };
    }
    const middle = Math.round(upper.y + upper.height + gap / 2);
    const reach = Math.round(gap / 2) - 2;
    return {
      id: 'link',
      hit: { x: upper.x, y: middle - 12, width: upper.width, height: 24 },
      sign: { d: `M0 ${-reach}V-4M0 4V${reach}M-6 3l12-6`, x: upper.x + pad + 9, y: middle, scale: 1 },
      texts: link.map((text) => ({
        ...words,
        text,
        x: upper.x + pad + inset,
        y: Math.round(middle + small * 0.35),
      })),
    };
  }
}
