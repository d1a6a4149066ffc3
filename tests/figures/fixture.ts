/** What a figure is drawn from: the data, and a figure's rows and words, as the build reads them. */
import { readFileSync } from 'node:fs';
import { loadData } from '../../src/data/door.ts';
import type { FigureWords } from '../../src/figures/spec.ts';
import type { Rate } from '../../src/model/rate.ts';
import { fillAll } from '../../src/site/words.ts';

export const data = loadData('data');

/** @throws Error for the first id that has no row */
export function ratesOf(ids: readonly string[]): Rate[] {
  return ids.map((id) => {
    const row = data.rates.get(id);
    if (!row) throw new Error(`data/rates.csv has no row ${id}`);
    return row;
  });
}

/** The English words of a figure, with its rates filled in. */
export function filledWords(id: string): FigureWords {
  const file = `src/content/en/figures/${id}.json`;
  return fillAll(JSON.parse(readFileSync(file, 'utf8')) as FigureWords, data, file);
}
