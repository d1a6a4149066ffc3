/** The 500 runs of June 2025 by the label the model gave them, as bands of the chart. */
import { label } from '../../charts/words.ts';
import type { Band, Words } from '../../charts/intervals/types.ts';
import { countsText, EVIDENCE, intervalText, valueText } from '../../model/format.ts';
import type { Rate } from '../../model/rate.ts';
import type { FigureWords } from '../spec.ts';

export type BeliefView = Readonly<{ show: 'test-or-real' }>;

/** The group, its size, and its rate of blackmail where one is published. */
export const GROUPS = [
  { id: 'real', runs: 'june-label-real', rate: 'june-real-blackmail' },
  { id: 'test', runs: 'june-label-test', rate: 'june-test-blackmail' },
  { id: 'neither', runs: 'june-label-neither', rate: null },
] as const;

/** Bands in a fixed order. @throws RangeError if the size of a group is missing: without it nothing can be drawn */
export function bandsOf(rates: readonly Rate[], words: FigureWords): Band[] {
  return GROUPS.map((group) => {
    const runs = rates.find(({ id }) => id === group.runs);
    if (!runs) throw new RangeError(`figure belief needs the row "${group.runs}"`);
    const rate = rates.find(({ id }) => id === group.rate) ?? null;
    const fills = {
      group: label(words.labels, group.id),
      runs: countsText(runs) ?? '',
      share: valueText(runs),
      value: rate ? valueText(rate) : '',
      counts: (rate && countsText(rate)) ?? '',
      interval: (rate && intervalText(rate)) ?? '',
      known: EVIDENCE[(rate ?? runs).evidence],
    };
    return {
      id: group.id,
      label: fills.group,
      rate,
      value: rate ? fills.value : label(words.labels, 'missing'),
      note: rate ? label(words.labels, 'counts', fills) : '',
      say: label(words.labels, rate ? 'say' : 'say-missing', fills),
      strong: true,
      runs,
      runsText: label(words.labels, 'runs', fills),
      saySize: label(words.labels, 'say-size', fills),
    };
  });
}

/** Key, axis and caution of the drawing, in the figure's words. */
export function wordsOf(words: FigureWords): Words {
  const say = (key: string): string => label(words.labels, key);
  return {
    known: '',
    shared: null,
    axis: say('axis'),
    caution: say('caution'),
    keys: [
      { sample: 'fill', text: say('key-fill') },
      { sample: 'height', text: say('key-height') },
      { sample: 'line', text: say('key-line') },
    ],
    brief: say('key-brief'),
  };
}
