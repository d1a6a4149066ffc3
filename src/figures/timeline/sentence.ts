import { label } from '../../charts/words.ts';
import { dateText } from '../../model/format.ts';
import type { FigureWords } from '../spec.ts';

/** The sentence of an event, with its date and label, for a reader who does not see the mark. */
export function sentence(words: FigureWords, id: string, date: string, status: string): string {
  const when = date === '' ? '' : `${dateText(date)}. `;
  return `${when}${label(words.labels, `say-${id}`)} ${label(words.labels, `status-${status}`)}.`;
}
