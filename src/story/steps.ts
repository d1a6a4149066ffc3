/**
 * The sequence: every step of the story, in order, with the figure it shows and that figure's complete view.
 * A view is whole, never a change to the one before, so that jumping anywhere gives the same picture as scrolling.
 */
import type { View } from '../figures/spec.ts';
import type { Views } from './places.ts';

interface StepDef {
  readonly id: string;
  readonly figure?: string;
  readonly view?: View;
}

export interface ChapterDef {
  readonly id: string;
  readonly steps: readonly StepDef[];
}

const setup = (show: string): StepDef => ({ id: show, figure: 'setup', view: { show } });
const rate = (show: string): StepDef => ({
  id: show,
  figure: 'rate',
  view: { show, guess: null, committed: false, skipped: false },
});
const timeline = (show: string): StepDef => ({ id: show, figure: 'timeline', view: { show } });
/** A figure with one view, which is the step's own. */
const one = (figure: string, show: string): StepDef => ({ id: show, figure, view: { show } });
const told = (id: string): StepDef => ({ id });

export const chapters: readonly ChapterDef[] = [
  { id: 'world', steps: [{ id: 'headline', figure: 'sentence', view: { lit: 'all' } }] },
  {
    id: 'inside',
    steps: [
      setup('role'),
      setup('inbox'),
      setup('replacement'),
      setup('secret'),
      setup('nudge'),
      setup('corner'),
    ],
  },
  {
    id: 'counted',
    steps: [
      rate('guess'),
      rate('eighty-four'),
      rate('values-differ'),
      rate('earlier-models'),
      one('exits', 'other-exits'),
      { id: 'how-sure', figure: 'sample', view: { show: 'strip', rate: 50, n: 10, seed: 1 } },
    ],
  },
  {
    id: 'outside-frame',
    steps: [one('frame', 'outside'), told('rare'), one('belief', 'test-or-real')],
  },
  {
    id: 'elsewhere',
    steps: [
      { id: 'second-study', figure: 'models', view: { condition: 'both', sort: 'value' } },
      one('conditions', 'what-moves-it'),
      one('strip', 'five-numbers'),
      one('later', 'later'),
    ],
  },
  { id: 'done-and-said', steps: [one('safeguards', 'asl-3'), timeline('voices'), timeline('real-world')] },
  {
    id: 'read-it',
    steps: [
      {
        id: 'map',
        figure: 'map',
        view: {
          model: 'opus4',
          scene: 'card',
          threat: 'yes',
          conflict: 'no',
          values: 'shared',
          exits: 'no',
          told: 'none',
          rules: 'no',
        },
      },
      one('article', 'article'),
      told('checkout'),
    ],
  },
];

export const steps: readonly StepDef[] = chapters.flatMap((chapter) => chapter.steps);

/** Runs of neighbouring steps in a chapter that share a figure: one sticky stage each. */
export function scenesOf(chapter: ChapterDef): { figure: string | null; steps: StepDef[] }[] {
  const scenes: { figure: string | null; steps: StepDef[] }[] = [];
  for (const step of chapter.steps) {
    const last = scenes.at(-1);
    if (last && step.figure !== undefined && last.figure === step.figure) last.steps.push(step);
    else scenes.push({ figure: step.figure ?? null, steps: [step] });
  }
  return scenes;
}

/** Place of the first step that shows a figure, from 0; -1 if none does. */
export const placeOf = (figure: string): number => steps.findIndex(({ figure: shown }) => shown === figure);

/** The views of a figure, by the steps that show it. */
export function viewsOf(figure: string): Views {
  return Object.fromEntries(
    steps.flatMap(({ id, figure: shown, view }) => (shown === figure && view ? [[id, view]] : [])),
  );
}
