/** What the figures `conditions`, `strip` and `later` share: a rate a row, named by the figure's own words. */
import type { Lane } from '../charts/intervals/lanes.ts';
import { lanesHeight } from '../charts/intervals/lanes.ts';
import type { Key, Sample, Words } from '../charts/intervals/types.ts';
import { label } from '../charts/words.ts';
import { countsText, EVIDENCE, intervalText, runsText, valueText } from '../model/format.ts';
import type { Rate } from '../model/rate.ts';
import type { FigureSpec, FigureWords, Table } from './spec.ts';

export type LanesView = Readonly<{ show: string }>;

const SAMPLES: readonly Sample[] = ['filled', 'hollow', 'line', 'hatch'];

/** What a lane is that has a name and words, and no rate. */
const BARE = { sub: '', bare: '', rate: null, value: '', note: '', say: '', strong: false } as const;

/**
 * Rows in the given order. The labels hold a name by row id, and `sub-<id>`, `heading-<id>`, `apart-<id>` where there
 * is one; and the same for a lane before one of them, `before-<id>`, that has no rate.
 */
export function lanesOf(rates: readonly Rate[], { labels }: FigureWords): Lane[] {
  const wordsOnly = (id: string): Lane => ({
    ...BARE,
    id,
    label: label(labels, id),
    heading: labels[`heading-${id}`] ?? '',
    apart: label(labels, `apart-${id}`),
  });
  return rates.flatMap((rate) => {
    const name = label(labels, rate.id);
    const sub = labels[`sub-${rate.id}`] ?? '';
    const fills = {
      name,
      sub,
      value: valueText(rate),
      measure: rate.measure,
      counts: countsText(rate) ?? '',
      interval: intervalText(rate) ?? '',
      known: EVIDENCE[rate.evidence],
    };
    const before = labels[`before-${rate.id}`];
    const lane = {
      id: rate.id,
      label: name,
      sub,
      heading: labels[`heading-${rate.id}`] ?? '',
      bare: labels[`bare-${rate.id}`] ?? label(labels, 'bare'),
      apart: labels[`apart-${rate.id}`] ?? '',
      rate,
      value: fills.value,
      note: '',
      say: label(
        labels,
        rate.value.interval ? 'say' : `say-${rate.id}` in labels ? `say-${rate.id}` : 'say-bare',
        fills,
      ),
      strong: labels['strong'] === rate.id,
    };
    return before === undefined ? [lane] : [wordsOnly(before), lane];
  });
}

/** The key explains only what is drawn. */
export function wordsOf({ labels }: FigureWords): Words {
  const keys = SAMPLES.flatMap((sample): Key[] => {
    const text = labels[`key-${sample}`];
    return text === undefined ? [] : [{ sample, text: label(labels, `key-${sample}`) }];
  });
  return { known: '', shared: null, axis: label(labels, 'axis'), caution: '', keys };
}

/** Set-up, in what it differs, rate, interval, number of runs, and how it is known. */
function table(rates: readonly Rate[], words: FigureWords): Table {
  const say = (key: string): string => label(words.labels, key);
  let heading = '';
  return {
    caption: say('table-caption'),
    columns: ['name', 'sub', 'rate', 'runs', 'interval', 'known'].map((key) => say(`column-${key}`)),
    rows: lanesOf(rates, words).map((lane) => {
      const { rate } = lane;
      heading = lane.heading || heading;
      const name = { text: heading === '' ? lane.label : `${heading}: ${lane.label}` };
      if (!rate)
        return [
          name,
          ...['', lane.apart, '', '', words.labels[`known-${lane.id}`] ?? ''].map((text) => ({ text })),
        ];
      return [
        name,
        { text: lane.sub },
        { text: lane.value, rate: lane.id },
        { text: words.labels[`runs-${rate.id}`] ?? runsText(rate) },
        { text: intervalText(rate) ?? words.labels[`none-${rate.id}`] ?? say('none') },
        { text: EVIDENCE[rate.evidence] },
      ];
    }),
  };
}

/**
 * A figure of lanes: everything that differs is in its words and in the order of its rows.
 * @param headings how many of its rows stand under a heading of their own
 * @param more lanes that have no rate
 */
export function lanesSpec(
  id: string,
  show: string,
  rows: readonly string[],
  headings = 0,
  more = 0,
): FigureSpec<LanesView> {
  const initial: LanesView = { show };
  return {
    id,
    initial,
    views: { [show]: initial },
    rows,
    status: () => 'reported',
    speak: (view) => view.show,
    height: (width) => lanesHeight(rows.length + more, headings, width),
    table,
  };
}
