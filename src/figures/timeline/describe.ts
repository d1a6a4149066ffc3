import { label } from '../../charts/words.ts';
import { dateText } from '../../model/format.ts';
import type { Rate } from '../../model/rate.ts';
import type { FigureWords, Table } from '../spec.ts';
import { EVENTS, timeOf } from './events.ts';

/** Facts that are not drawn: readings, and what is not known. */
const MORE: readonly (readonly [id: string, date: string, status: string])[] = [
  ['acting', '2025-06-20', 'opinion'],
  ['tales', '2026-05', 'opinion'],
  ['share', '', 'unknown'],
  ['unseen', '', 'unknown'],
];

/** As drawn, what has no date last. */
const place = (date: string): number => (date === '' ? Infinity : timeOf(date));

/** Date, what happened and who did or said it, which side of the frame's edge, and its label; the same for both views. */
export function table(_rates: readonly Rate[], words: FigureWords): Table {
  const say = (key: string): string => label(words.labels, key);
  const row = (id: string, date: string, status: string, passport?: string) => [
    { text: date === '' ? say('when') : dateText(date) },
    passport === undefined ? { text: say(`say-${id}`) } : { text: say(`say-${id}`), rate: passport },
    { text: say(status === 'reported' ? 'in' : 'out') },
    { text: say(`status-${status}`) },
  ];
  return {
    caption: say('table-caption'),
    columns: ['date', 'what', 'side', 'label'].map((key) => say(`column-${key}`)),
    rows: [
      ...[...EVENTS, ...MORE.map(([id, date, status]) => ({ id, date, status, passport: undefined }))]
        .sort((one, other) => place(one.date) - place(other.date))
        .map(({ id, date, status, passport }) => row(id, date, status, passport)),
      row('none', '', 'unknown', 'timeline-none'),
    ],
  };
}
