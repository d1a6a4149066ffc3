/**
 * Places the claim and its five questions. Pure: words, size and what is lit in, placed marks out. Where the words
 * stand depends on the size alone, so that nothing moves when another part is lit.
 */
import { boxPath, tenth } from '../../charts/space.ts';
import { textWidth, wrap } from '../../charts/text.ts';
import { balanced, setSentence, type Run, type Sentence, type Setting } from './set.ts';
import { PARTS, type Part, type SentenceView } from './view.ts';

type Labels = Readonly<Record<string, string>>;

export interface Text {
  readonly text: string;
  readonly x: number;
  /** Baseline. */
  readonly y: number;
  readonly size: number;
  readonly tone: 'name' | 'ask' | 'soft' | 'hole';
  readonly end?: boolean;
}

/** Words of the claim; `x`, `y` (baseline) and `width` in pixels. */
export interface Placed {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

interface Mark {
  readonly part: Part;
  readonly lit: boolean;
  readonly words: readonly Placed[];
  /** Light behind the words; it is the hit area too. */
  readonly light: string;
  readonly bracket: string;
  /** The hatched gap, for the part that is held back. */
  readonly gap: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  } | null;
  readonly texts: readonly Text[];
}

export interface Drawing {
  /** Font size of the claim, pixels. */
  readonly font: number;
  /** Words between the parts. */
  readonly words: readonly Placed[];
  readonly marks: readonly Mark[];
  readonly texts: readonly Text[];
  readonly rules: string;
  /** The rule above all, where all questions stand below. */
  readonly head: string;
  /** `low`: there is room for the questions in a few words only. */
  readonly arrangement: 'full' | 'low';
}

interface Plan {
  readonly font: number;
  readonly from: Setting;
  readonly set: Sentence;
  readonly leading: number;
  /** True where each part's name stands below it, else its letter behind it. */
  readonly named: boolean;
  readonly full: boolean;
  readonly ask: Ask;
  /** Room above and below each question, which then stand between rules; 0 where there is none to spare. */
  readonly pad: number;
  /** Height of claim and questions, without spare room. */
  readonly height: number;
}

/** How the questions are set. */
interface Ask {
  readonly size: number;
  readonly leading: number;
  /** Where questions begin, right of the names. */
  readonly left: number;
  readonly lines: readonly (readonly string[])[];
}

const NAME = 13;
/** Rule and line above the claim. */
const HEAD = 42;
const ROW = 7;

/** Places the claim, its marked parts and their questions. @param lit the part that is lit, or all */
export function layout(
  labels: Labels,
  lit: SentenceView['lit'],
  size: { width: number; height: number },
): Drawing {
  const plan = planFor(labels, size);
  const { font, set, leading, ask, full } = plan;
  const airy = plan.pad > 0;
  const rows = ask.lines.map((lines) => lines.length * ask.leading);
  const spare = Math.max(0, size.height - plan.height);
  const pad = airy ? plan.pad + Math.min(7, spare / 20) : 0;
  const list = rows.reduce((sum, row) => sum + row + 2 * pad, airy ? 0 : 8);
  const left = spare - 10 * (pad - plan.pad);
  const top = (full ? HEAD : 0) + Math.min(left * 0.45, 30) + font * 0.8 + (plan.named ? 0 : 5);
  const from = size.height - list;
  const at = (run: Run): Placed => ({
    text: run.text,
    x: tenth(run.x + 3),
    y: tenth(top + run.line * leading),
    width: tenth(run.width),
  });
  const starts = rows.map((_, index) =>
    rows.slice(0, index).reduce((sum, row) => sum + row + 2 * pad, from + (airy ? pad : 8) + ask.size * 0.9),
  );
  const marks = PARTS.map((part, index): Mark => {
    const runs = set.runs.filter((run) => run.part === part).map(at);
    const isLit = lit === 'all' || lit === part;
    const texts = [
      name(labels, index, runs, plan, size.width),
      ...question(labels, plan, index, starts[index] ?? 0),
    ];
    const hole = part === 'often' ? runs[0] : undefined;
    return {
      part,
      lit: isLit,
      words: hole ? [] : runs,
      light: runs
        .map((run) =>
          boxPath({ x: run.x - 3, y: run.y - font * 0.8, width: run.width + 6, height: font * 1.1 }),
        )
        .join(''),
      bracket: runs.map((run, n) => bracketOf(run, font, n === 0, n === runs.length - 1)).join(''),
      gap: hole
        ? { x: hole.x, y: tenth(hole.y - font * 0.72), width: hole.width, height: tenth(font * 0.88) }
        : null,
      texts: hole
        ? [...texts, { text: '?', x: hole.x + hole.width / 2, y: hole.y, size: font, tone: 'hole' }]
        : texts,
    };
  });
  return {
    font,
    words: set.runs.filter((run) => run.part === null).map(at),
    marks,
    texts: full ? kicker(labels, size.width) : [],
    rules: airy
      ? `${starts.map((y) => `M0 ${tenth(y - pad - ask.size * 0.9)}H${size.width}`).join('')}`
      : `M0 ${tenth(from + 1)}H${size.width}`,
    head: full ? `M0 1H${size.width}` : '',
    arrangement: full ? 'full' : 'low',
  };
}

/** The claim as large as it can be read: with the whole questions below it, or else with the short ones. */
function planFor(labels: Labels, size: { width: number; height: number }): Plan {
  const largest = Math.min(50, Math.floor(size.width / 11));
  const search = (full: boolean, named: boolean, least: number): Plan | undefined => {
    const ask = asked(labels, size.width, full);
    for (let font = largest; font >= least; font -= 1) {
      const plan = planned(labels, size.width, font, named, full, ask);
      if (plan.height <= size.height) return plan;
    }
    return undefined;
  };
  const plan =
    search(true, true, Math.max(18, size.width / 27)) ??
    search(false, true, 18) ??
    search(false, false, 12) ??
    planned(labels, size.width, 12, false, false, asked(labels, size.width, false));
  return { ...plan, set: balanced(...plan.from) };
}

function planned(labels: Labels, width: number, font: number, named: boolean, full: boolean, ask: Ask): Plan {
  const gap = Math.max(font * 2, named ? textWidth(labels['name-often'] ?? '', NAME, true) : 0);
  const from: Setting = [labels, font, width - 6, gap, named ? 0 : 13];
  const set = setSentence(...from);
  const leading = named ? font * 1.1 + 23 : font * 1.18 + 8;
  // From the top of the letters to the foot of the last name.
  const claim = (set.lines - 1) * leading + font * 1.1 + (named ? 21 : 9);
  const rows = ask.lines.map((lines) => lines.length * ask.leading);
  const pad = full ? ROW : named && width >= 520 ? ROW / 2 : 0;
  const list = rows.reduce((sum, row) => sum + row + 2 * pad, 12);
  return { font, from, set, leading, named, full, ask, pad, height: (full ? HEAD : 0) + claim + list };
}

function asked(labels: Labels, width: number, full: boolean): Ask {
  const size = !full ? (width < 480 ? 12 : 14) : width < 340 ? 13 : width < 480 ? 14 : width < 900 ? 16 : 18;
  const left =
    Math.max(...PARTS.map((_, index) => textWidth(nameOf(labels, index, !full), size, true))) +
    (width < 480 ? 8 : 28);
  return {
    size,
    left,
    leading: Math.round(size * (full ? 1.3 : 1.25)),
    lines: PARTS.map((part) => wrap(labels[`${full ? 'ask' : 'brief'}-${part}`] ?? '', size, width - left)),
  };
}

function question(labels: Labels, { ask, named }: Plan, index: number, y: number): Text[] {
  const { size } = ask;
  return [
    { text: nameOf(labels, index, !named), x: 0, y: tenth(y), size, tone: 'name' },
    ...(ask.lines[index] ?? []).map((text, line): Text => ({
      text,
      x: tenth(ask.left),
      y: tenth(y + line * ask.leading),
      size,
      tone: 'ask',
    })),
  ];
}

/** A part's letter: a number would look like that of a source. */
const letterOf = (index: number): string => 'ABCDE'[index] ?? '';

/** "Who?", or "A Who?" where a part is known by its letter. */
const nameOf = (labels: Labels, index: number, lettered: boolean): string =>
  `${lettered ? `${letterOf(index)} ` : ''}${labels[`name-${PARTS[index] ?? ''}`] ?? ''}`;

/** The name of a part below its longest run, or its letter behind its last. */
function name(labels: Labels, index: number, runs: readonly Placed[], plan: Plan, room: number): Text {
  const last = runs.at(-1) ?? { x: 0, y: 0, width: 0 };
  if (!plan.named)
    return {
      text: letterOf(index),
      x: tenth(last.x + last.width + 2.5),
      y: tenth(last.y - plan.font * 0.32),
      size: NAME,
      tone: 'name',
    };
  const text = nameOf(labels, index, false);
  const run = [...runs].sort((a, b) => b.width - a.width)[0] ?? last;
  const x = Math.min(run.x, room - textWidth(text, NAME, true) - 1);
  return { text, x: tenth(x), y: tenth(run.y + plan.font * 0.3 + 16), size: NAME, tone: 'name' };
}

function kicker(labels: Labels, width: number): Text[] {
  const text = labels['kicker'] ?? '';
  const when = labels['when'] ?? '';
  const first: Text = { text, x: 0, y: 22, size: NAME, tone: 'soft' };
  return textWidth(text, NAME) + textWidth(when, NAME) + 20 > width
    ? [first]
    : [first, { text: when, x: width, y: 22, size: NAME, tone: 'soft', end: true }];
}

/** A line below a run, with an upward end where the part begins and ends. */
function bracketOf({ x, y, width }: Placed, font: number, first: boolean, last: boolean): string {
  const foot = tenth(y + font * 0.3);
  const tick = 4;
  return `M${tenth(x)} ${first ? tenth(foot - tick) : foot}${first ? `v${tick}` : ''}h${tenth(width)}${last ? `v-${tick}` : ''}`;
}
