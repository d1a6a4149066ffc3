import { label } from '../../charts/words.ts';
import { dateText } from '../../model/format.ts';
import type { Rate, Status } from '../../model/rate.ts';
import type { FigureWords, Table } from '../spec.ts';
import type { FrameView } from './figure.ts';

type Entry = readonly [id: string, status: Status, passport: string, date?: string];

const INSIDE: readonly Entry[] = [
  ['assistant', 'simulated', 'set-role'],
  ['inbox', 'simulated', 'set-inbox'],
  ['engineer', 'simulated', 'set-secret'],
  ['threat', 'simulated', 'frame-threat'],
];

/** The last two belong to the step and are not drawn. */
const OUTSIDE: readonly Entry[] = [
  ['testers', 'real', 'frame-testers'],
  ['transcripts', 'real', 'frame-transcripts'],
  ['report', 'real', 'card-pages'],
  ['company', 'real', 'frame-release', '2025-05-22'],
  ['press', 'real', 'frame-press', '2025-05-23'],
  ['study', 'real', 'frame-study', '2025-06-20'],
  ['safeguards', 'real', 'timeline-release', '2025-05-22'],
  ['retired', 'real', 'timeline-retired', '2026-08-05'],
];

/** What is in the frame, and from outside also what stands around it: side, date where there is one, label. */
export function table(_rates: readonly Rate[], words: FigureWords, { show }: FrameView): Table {
  const say = (key: string): string => label(words.labels, key);
  const outside = show === 'outside';
  const lines = (entries: readonly Entry[], side: string) =>
    entries.map(([id, status, passport, date]) => [
      {
        text: say(`say-${id}`).replace(/^[^:]+: ./, (start) => start.slice(-1).toUpperCase()),
        rate: passport,
      },
      { text: say(side) },
      { text: date === undefined ? say('no-date') : dateText(date) },
      { text: say(`status-${status}`) },
    ]);
  return {
    caption: say(`table-${show}`),
    columns: ['what', 'side', 'date', 'label'].map((key) => say(`column-${key}`)),
    rows: [...(outside ? lines(OUTSIDE, 'side-out') : []), ...lines(INSIDE, 'side-in')],
  };
}
