/** The sixteen models of June 2025 under one condition, as rows of the chart. */
import { percentAt } from '../../charts/intervals/place.ts';
import type { Row, Words } from '../../charts/intervals/types.ts';
import { label } from '../../charts/words.ts';
import { countsText, EVIDENCE, intervalText, valueText } from '../../model/format.ts';
import type { Rate } from '../../model/rate.ts';
import type { FigureWords } from '../spec.ts';

export const CONDITIONS = ['both', 'replacement', 'control'] as const;
type Condition = (typeof CONDITIONS)[number];
export const SORTS = ['value', 'name'] as const;
type Sort = (typeof SORTS)[number];
export type ModelsView = Readonly<{ condition: Condition; sort: Sort }>;

export const MODELS = [
  'opus4',
  'gemini25flash',
  'gemini25pro',
  'sonnet36',
  'sonnet35',
  'gpt41',
  'grok3beta',
  'deepseekr1',
  'sonnet4',
  'gpt45',
  'sonnet37',
  'opus3',
  'gpt4o',
  'haiku35',
  'qwen3',
  'llama4',
] as const;
const HIGHLIGHTED = 'opus4';
/** The source gives the control runs in one sentence for all models. */
export const CONTROL = 'june-control-all';

/** Which words a view has. */
export function speak({ condition, sort }: ModelsView): string {
  if (condition !== 'both') return condition;
  return sort === 'name' ? 'by-name' : 'second-study';
}

/** Id of the row in data/rates.csv for a model under a condition. */
export const rowId = (model: string, condition: Condition): string =>
  condition === 'control' ? CONTROL : `june-${condition}-${model}`;

/** The rate of a model under a condition; null where none is published. */
export function rateOf(rates: readonly Rate[], model: string, condition: Condition): Rate | null {
  return rates.find(({ id }) => id === rowId(model, condition)) ?? null;
}

/** A model's name as its own rows print it. */
export function nameOf(rates: readonly Rate[], model: string): string {
  return (rateOf(rates, model, 'both') ?? rateOf(rates, model, 'replacement'))?.model ?? model;
}

/** Short words for how a rate is known. */
export function knownText(words: FigureWords, rate: Rate): string {
  return label(words.labels, `known-${rate.evidence}`);
}

/** Rows in the order of the view: highest first ("about" after exact), or by name. */
export function rowsOf(rates: readonly Rate[], words: FigureWords, { condition, sort }: ModelsView): Row[] {
  const rows = MODELS.map((id): Row => {
    const rate = rateOf(rates, id, condition);
    const model = nameOf(rates, id);
    return {
      id,
      label: model,
      brief: model.replace('Claude ', ''),
      rate,
      value: rate ? valueText(rate) : label(words.labels, 'missing'),
      note: rate ? knownText(words, rate) : '',
      say: sentence(words, model, rate, condition),
      strong: id === HIGHLIGHTED,
    };
  });
  const height = ({ rate }: Row): number => (percentAt(rate) ?? -1) - (rate?.value.interval ? 0 : 0.1);
  return rows.sort((a, b) =>
    sort === 'name' ? a.label.localeCompare(b.label, 'en', { numeric: true }) : height(b) - height(a),
  );
}

function sentence(words: FigureWords, model: string, rate: Rate | null, condition: Condition): string {
  const fills = { model, condition: label(words.labels, `condition-${condition}`) };
  if (!rate) return label(words.labels, 'say-missing', fills);
  const more = {
    ...fills,
    value: valueText(rate),
    counts: countsText(rate) ?? '',
    interval: intervalText(rate) ?? '',
    known: EVIDENCE[rate.evidence],
  };
  const key = !rate.value.interval ? 'say-bare' : condition === 'control' ? 'say-shared' : 'say';
  return label(words.labels, key, more);
}

/** The words of the drawing itself. */
export function wordsOf(words: FigureWords, { condition }: ModelsView): Words {
  const say = (key: string): string => label(words.labels, key);
  const line = { sample: 'line', text: say('key-line') } as const;
  const control = condition === 'control';
  return {
    known: say('known'),
    axis: say('axis'),
    caution: say('caution'),
    shared: control ? say('shared') : null,
    keys: control
      ? [line]
      : [{ sample: 'filled', text: say('key-filled') }, { sample: 'hollow', text: say('key-hollow') }, line],
  };
}
