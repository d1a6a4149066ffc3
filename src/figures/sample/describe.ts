import { countsText, intervalText, percentOf, valueText } from '../../model/format.ts';
import type { Rate, Status } from '../../model/rate.ts';
import { PICTURES } from '../../charts/picture.ts';
import { label } from '../../charts/words.ts';
import type { Cell, FigureWords, Table } from '../spec.ts';
import { samples, type Sample } from './draws.ts';
import { shownOf, type SampleView } from './view.ts';

/** What a sample says: its first draw and how many of the twenty ranges hold the rate. */
export function fillsOf({ n, draws, held }: Sample): Record<string, string | number> {
  const [first] = draws;
  return {
    n,
    k: first?.k ?? 0,
    share: percentOf((first?.k ?? 0) / n),
    low: percentOf(first?.low ?? 0),
    high: percentOf(first?.high ?? 1),
    held,
    missed: draws.length - held,
    all: draws.length,
  };
}

/** The picture in words, as it is now: the view's own alt text and what a change of it is answered with, filled. */
export function describe(words: FigureWords, view: SampleView): { alt: string; told: string } {
  const said = shownOf(samples(view.rate, view.seed), view).map((sample) =>
    label(words.labels, 'size', fillsOf(sample)),
  );
  const fills = {
    rate: view.rate,
    seed: view.seed,
    sizes: said.join(' '),
    measured: label(words.labels, 'measured-alt'),
  };
  return {
    alt: label({ alt: words.views[view.show]?.alt ?? '' }, 'alt', fills),
    told: label(words.labels, 'told', fills),
  };
}

/**
 * All four sizes, whatever is shown; then the measured rows, each under its own label. Made at build only: the
 * browser's script does without.
 */
export function table(rates: readonly Rate[], words: FigureWords, view: SampleView): Table {
  if (!PICTURES) return { caption: '', columns: [], rows: [] };
  const say = (key: string, fills?: Record<string, string | number>): string =>
    label(words.labels, key, fills);
  const line = (status: Status, ...cells: (Cell | string)[]): Cell[] =>
    [...cells, say(`status-${status}`)].map((cell) => (typeof cell === 'string' ? { text: cell } : cell));
  return {
    caption: say('table-caption', { rate: view.rate, seed: view.seed }),
    columns: ['what', 'count', 'range', 'held', 'status'].map((key) => say(`column-${key}`)),
    rows: [
      ...samples(view.rate, view.seed).map((sample) => {
        const fills = fillsOf(sample);
        return line(
          'illustration',
          say('table-size', fills),
          say('count', fills),
          `${fills['low']} to ${fills['high']}`,
          say('table-held', fills),
        );
      }),
      ...rates.map((rate) => {
        const { value } = rate;
        const text = value.interval
          ? say(value.origin === 'derived' ? 'derived' : 'plain', {
              counts: countsText(rate) ?? '',
              unit: rate.unit,
            })
          : say('table-published', { value: valueText(rate) });
        return line(
          'reported',
          `${rate.model}: ${rate.measure}; ${rate.condition}`,
          { text, rate: rate.id },
          intervalText(rate) ?? say('none'),
          say('blank'),
        );
      }),
      line('unknown', say('table-other'), say('table-other-text'), say('blank'), say('blank')),
    ],
  };
}
