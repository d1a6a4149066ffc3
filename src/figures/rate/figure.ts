/** Figure `rate`: a share of runs as grouped dots, after the reader's own guess. Nothing of it shows before. */
import { share } from '../../model/proportion.ts';
import type { Rate } from '../../model/rate.ts';
import type { Picture, Words } from '../../charts/dots/types.ts';
import { label } from '../../charts/words.ts';
import type { FigureSpec, FigureWords } from '../spec.ts';
import { table } from './describe.ts';

type Show = 'guess' | 'eighty-four' | 'values-differ' | 'earlier-models';

export type RateView = Readonly<{
  show: Show;
  /** 0 to 100, or null while there is none. */
  guess: number | null;
  committed: boolean;
  skipped: boolean;
}>;

export const ROWS = {
  shared: 'opus4-shared-values',
  differ: 'opus4-values-differ',
  earlier: 'earlier-models',
} as const;

export const PICTURES: Readonly<Record<Show, Picture>> = {
  guess: 'guess',
  'eighty-four': 'share',
  'values-differ': 'above',
  'earlier-models': 'below',
};

const view = (show: Show): RateView => ({ show, guess: null, committed: false, skipped: false });

/** Dots to fill for a row: its share in whole percent, 0 to 100. */
export function dotsOf(row: Rate | undefined): number {
  if (row?.value.kind === 'percent') return Math.round(row.value.percent);
  if (row?.value.kind === 'counts') return Math.round(share(row.value.counts) * 100);
  return 0;
}

/** The words that the drawing of a view may show; those of the later views stay out of the guess. */
export function drawnWords(
  words: FigureWords,
  { show, guess, skipped, committed }: RateView,
  filled: number,
  live: boolean,
): Words {
  const fills = { filled, ...(guess === null ? {} : { guess }) };
  const say = (key: string): string => label(words.labels, key, fills);
  const own = show === 'guess';
  const ask = !live
    ? 'own-still'
    : guess !== null
      ? 'own'
      : skipped || committed
        ? 'own-skipped'
        : 'own-hint';
  return {
    captions: own ? [say('caption-guess')] : [say('caption-long'), say('caption')],
    number: own ? '' : say('number'),
    sentence: say('sentence'),
    missing: [say('missing'), say('missing-answer')],
    guess: say('guess'),
    above: [say('above'), say('above-sentence')],
    still: say('still'),
    below: [say('below'), say('below-sentence')],
    level: say('level'),
    hint: say('own-hint-short'),
    own: guess === null ? '?' : String(guess),
    ownSentence: say(guess !== null ? 'own' : ask),
  };
}

export const spec: FigureSpec<RateView> = {
  id: 'rate',
  initial: view('guess'),
  face: view('eighty-four'),
  views: {
    guess: view('guess'),
    'eighty-four': view('eighty-four'),
    'values-differ': view('values-differ'),
    'earlier-models': view('earlier-models'),
  },
  rows: Object.values(ROWS),
  status: ({ show }) => (show === 'guess' ? 'illustration' : show === 'eighty-four' ? 'reported' : 'unknown'),
  speak: ({ show }) => show,
  // Narrow: the words stand below the square. Wide: beside it.
  height: (width, { show }) =>
    width < 480
      ? Math.round(Math.min(width, 360) + (show === 'guess' ? 108 : 164))
      : Math.round(Math.min(Math.max(width * 0.6, 320), 470)),
  table,
};

export { default as Drawing } from './Rate.svelte';
