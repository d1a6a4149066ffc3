/**
 * Figure `models`: sixteen models in the June 2025 scenario, which is another test than the system card's.
 * The same sixteen rows under three conditions; only counts give an interval.
 */
import { naturalHeight } from '../../charts/intervals/layout.ts';
import type { FigureSpec } from '../spec.ts';
import { table } from './describe.ts';
import { CONTROL, MODELS, rowId, speak, type ModelsView } from './rows.ts';

const initial: ModelsView = { condition: 'both', sort: 'value' };

/** Lines of the key, by width; tested against the words. */
const KEY_LINES = [2, 1] as const;

export const spec: FigureSpec<ModelsView> = {
  id: 'models',
  initial,
  views: {
    'second-study': initial,
    replacement: { ...initial, condition: 'replacement' },
    control: { ...initial, condition: 'control' },
    'by-name': { ...initial, sort: 'name' },
  },
  rows: [
    ...MODELS.map((model) => rowId(model, 'both')),
    ...MODELS.map((model) => rowId(model, 'replacement')),
    CONTROL,
  ],
  status: () => 'reported',
  speak,
  height: (width) => naturalHeight(MODELS.length, width, KEY_LINES[width < 480 ? 0 : 1]),
  table,
};

export { default as Drawing } from './Models.svelte';
