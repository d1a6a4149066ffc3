/** What was measured in tests: below our drawing, apart from it and solid, on the same axis. */
import { boxPath, tenth } from '../../charts/space.ts';
import { measure, scale } from '../../charts/intervals/place.ts';
import { balance } from '../../charts/text.ts';
import { intervalText } from '../../model/format.ts';
import type { Rate } from '../../model/rate.ts';
import { drawGrid, type Axis, type Paths, type Writer } from './parts.ts';

/** Rows in the order of the question; the last has no published number of runs, and so no range. */
const MEASURED = ['inspect-opus4', 'june-both-opus4', 'opus4-shared-values'] as const;

/** A measured row: path data of its parts, each empty where it has no such part. */
export interface Measured {
  readonly id: string;
  readonly say: string;
  readonly hit: string;
  /** The range, and the rate itself: a line of no length with a round end. */
  readonly line: string;
  readonly dot: string;
}

/** With heading, question and answer; or only the rows, with one word beside the axis. */
export type Tier = 'whole' | 'tight';

/** A mark must be no smaller than this to be hit. */
const ROW = 24;

const leadOf = (font: number): number => Math.round(font * 1.38);

/** Question and answer, in lines. */
function talk(writer: Writer, width: number): { question: string[]; answer: string[] } {
  const { font } = writer;
  return {
    question: balance(writer.say('question'), font, width, true),
    answer: balance(writer.say('answer'), font, width),
  };
}

/** Height that a tier takes. */
export function heightOf(tier: Tier, writer: Writer, width: number): number {
  const lead = leadOf(writer.font);
  const rows = MEASURED.length * ROW;
  if (tier === 'tight') return rows + 4;
  const { question, answer } = talk(writer, width);
  return rows + lead + 10 + (question.length + answer.length) * lead + 10;
}

/**
 * Places the measured rows.
 * @param from lower edge of our drawing's axis
 * @param pad room left free at both sides
 */
export function placeMeasured(
  tier: Tier,
  rates: readonly Rate[],
  writer: Writer,
  paths: Paths,
  axis: Axis,
  from: number,
  pad: number,
  width: number,
): Measured[] {
  const { font } = writer;
  const lead = leadOf(font);
  const at = scale(axis.x, axis.width);
  const wide = width >= 520;
  const top = from + (tier === 'tight' ? 2 : 8 + lead);
  if (tier === 'tight') writer.put('measured', writer.say('measured-short'), pad, from - 4, 'strong');
  else {
    paths.grid += `M${pad} ${tenth(from + 3)}H${width - pad}`;
    const key = wide ? 'measured' : 'measured-mid';
    writer.put('measured', writer.say(key), pad, from + lead + 2, 'strong');
  }
  const end = top + MEASURED.length * ROW;
  drawGrid(paths, axis, top + 2, end);
  const marks = MEASURED.map((id, index): Measured => {
    const rate = rates.find((row) => row.id === id);
    if (!rate) throw new RangeError(`figure sample needs the row "${id}"`);
    const y = tenth(top + (index + 0.5) * ROW);
    const base = tenth(y + font * 0.35);
    const { dot, line } = measure(rate, at, 5, 3);
    const name = writer.say(`row-${id}`);
    writer.put(`row-${id}`, name, pad, base, 'strong');
    if (wide) writer.put(`what-${id}`, writer.say(`what-${id}`), pad + 74, base, 'soft', { size: 13 });
    const known = intervalText(rate);
    const edge = (line?.x ?? (dot?.x ?? axis.x) - 5) - 7;
    writer.put(
      `note-${id}`,
      known ?? writer.say(width >= 640 ? 'no-range' : 'no-range-short'),
      edge,
      base,
      'soft',
      {
        anchor: 'end',
        size: wide ? 13 : 12,
      },
    );
    return {
      id,
      say: writer.say(`mark-${id}`),
      hit: boxPath({ x: 2, y: y - ROW / 2, width: width - 4, height: ROW }),
      line: line ? `M${line.x} ${y}h${line.width}` : '',
      dot: dot ? `M${dot.x} ${y}h.01` : '',
    };
  });
  if (tier === 'whole') {
    const { question, answer } = talk(writer, width - 2 * pad);
    [...question, ...answer].forEach((text, index) =>
      writer.put(
        `answer-${index}`,
        text,
        pad,
        end + 6 + (index + 1) * lead - 4,
        index < question.length ? 'strong' : 'plain',
      ),
    );
  }
  return marks;
}
