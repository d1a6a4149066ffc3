/** Figure `safeguards`: a real act on the day of the release, what it was for, and the test it was not an answer to. */
import { label } from '../../charts/words.ts';
import type { FigureSpec } from '../spec.ts';

export type SafeguardsView = Readonly<{ show: 'asl-3' }>;

const initial: SafeguardsView = { show: 'asl-3' };

/** Where each mark leads. */
export const PASSPORTS = {
  theft: 'asl3-controls',
  weapons: 'safeguards-weapons',
  link: 'safeguards-link',
  test: 'safeguards-test',
} as const;

export const spec: FigureSpec<SafeguardsView> = {
  id: 'safeguards',
  initial,
  views: { 'asl-3': initial },
  rows: ['asl3-controls'],
  status: () => 'real',
  speak: ({ show }) => show,
  height: (width) => (width < 480 ? 250 : 330),
  table: (_, { labels }) => ({
    caption: label(labels, 'caption'),
    columns: ['what', 'known', 'label'].map((key) => label(labels, `column-${key}`)),
    rows: (
      [
        ['theft', 'real'],
        ['weapons', 'real'],
        ['decided', 'real'],
        ['sonnet', 'real'],
        ['open', 'unknown'],
        ['link', 'opinion'],
        ['test', 'unknown'],
      ] as const
    ).map(([key, status]) => [
      { text: label(labels, key) },
      {
        text: label(labels, `known-${key}`),
        ...(key in PASSPORTS ? { rate: PASSPORTS[key as keyof typeof PASSPORTS] } : {}),
      },
      { text: label(labels, `status-${status}`) },
    ]),
  }),
};

export { default as Drawing } from './Safeguards.svelte';
