import { label } from '../../charts/words.ts';
import type { FigureWords, Table } from '../spec.ts';
import { PARTS } from './view.ts';

/** The claim taken apart, whatever is lit: what the story says, the question it raises, and the label. */
export function table({ labels }: FigureWords): Table {
  const say = (key: string): string => label(labels, key);
  return {
    caption: say('table-caption'),
    columns: ['part', 'says', 'question', 'label'].map((key) => say(`column-${key}`)),
    rows: PARTS.map((part) => [
      { text: say(`name-${part}`) },
      { text: say(`says-${part}`), rate: `sentence-${part}` },
      { text: say(`ask-${part}`) },
      { text: say(part === 'often' ? 'status-unknown' : 'status-opinion') },
    ]),
  };
}
