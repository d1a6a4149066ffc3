/** Figure `article`: one news story about the test, split into claims, and our verdicts on them as squares. */
import type { FigureSpec } from '../spec.ts';
import { table } from './describe.ts';
import { CLAIMS_ROW } from '../../model/records.ts';
import { ROWS } from './rows.ts';

export type ArticleView = Readonly<{ show: 'article' }>;

const initial: ArticleView = { show: 'article' };

export const spec: FigureSpec<ArticleView> = {
  id: 'article',
  initial,
  views: { article: initial },
  rows: [...ROWS.map(([, row]) => row), CLAIMS_ROW],
  status: () => 'opinion',
  speak: ({ show }) => show,
  height: (width) => (width < 520 ? 260 : 330),
  table,
};

export { default as Drawing } from './Article.svelte';
