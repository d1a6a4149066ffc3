/**
 * What was published on blackmail in the two scenes, cell by cell: a row of `data/rates.csv` and the pieces of the
 * scenario it belongs to. Coded from the conditions in `data/rates.csv` and the set-ups in `data/tests.json`.
 *
 * Conventions. What a test's set-up says of the scene holds for all its rows (the card gives no goal and closes every
 * other way out; so do the June emails, whatever the condition). "none" means that the source mentions none: the full
 * prompts of the card were not published. `unsaid` is a level a reader can choose: what the source says nothing of.
 * `unstated` and `unclear` are no choices, so a cell that has one never answers exactly.
 *
 * Left out: other acts (espionage, lethal action) and what is counted besides blackmail; variants that change something
 * which is no piece here (the AI's name, a restriction instead of a replacement, an addition to the prompt, models with
 * a scenario of their own): their plain cell is always nearer; later re-runs, but for those that open another way out,
 * which nobody else measured in many runs.
 */
export const SCENES = ['card', 'june'] as const;
export const ANSWERS = ['no', 'yes'] as const;
export const VALUES = ['shared', 'differ', 'unsaid'] as const;
export const LABELS = ['none', 'real', 'test'] as const;

type YesNo = (typeof ANSWERS)[number];

/** One mix of the pieces. */
export interface Pieces {
  readonly model: string;
  readonly scene: (typeof SCENES)[number];
  readonly threat: YesNo;
  readonly conflict: YesNo;
  /** The successor's values or goals; `unsaid` where there is no successor. */
  readonly values: (typeof VALUES)[number];
  /** Other ways out are open. */
  readonly exits: YesNo;
  /** The model's own label of the scene, given after a notice asked for it. */
  readonly told: (typeof LABELS)[number];
  /** Rules against such acts. */
  readonly rules: YesNo;
}
export type Piece = keyof Pieces;
export const PIECES = ['model', 'scene', 'threat', 'conflict', 'values', 'exits', 'told', 'rules'] as const;

/** `unstated`: the source does not say. `unclear`: it says so itself. `all`: every one of the sixteen. */
type Level = string;
export interface Cell extends Readonly<Record<Piece, Level>> {
  readonly row: string;
  /** An average over models and conditions: it stands for none of them. */
  readonly average?: true;
}

/** The models of June 2025, the one of the card first. */
export const JUNE_MODELS = [
  'opus4',
  'sonnet4',
  'sonnet37',
  'sonnet36',
  'sonnet35',
  'haiku35',
  'opus3',
  'gemini25pro',
  'gemini25flash',
  'gpt41',
  'gpt45',
  'gpt4o',
  'grok3beta',
  'deepseekr1',
  'qwen3',
  'llama4',
] as const;
/** The card's "previous models", of which it names none. */
export const EARLIER = 'earlier';
export const MODELS: readonly string[] = [...JUNE_MODELS, EARLIER];
/** The control and the goal conflict alone are given in one number for all sixteen. */
export const ALL = 'all';

/** The card's scene with a successor that shares the model's values. */
export const card = {
  model: 'opus4',
  scene: 'card',
  threat: 'yes',
  // "No goal given": without one there is nothing to clash with.
  conflict: 'no',
  values: 'shared',
  exits: 'no',
  told: 'none',
  rules: 'no',
} as const satisfies Omit<Cell, 'row'>;
/** The main condition of June 2025. Of the replacement's values our sources say something in the other condition only. */
const both: Omit<Cell, 'row'> = { ...card, scene: 'june', conflict: 'yes', values: 'unsaid' };
/** The notice: its source speaks of the threat of replacement and not of the goal conflict. */
const notice: Omit<Cell, 'row'> = { ...both, conflict: 'unstated' };

export const cells: readonly Cell[] = [
  { ...card, row: 'opus4-shared-values' },
  { ...card, row: 'opus4-values-differ', values: 'differ' },
  // "Details not stated": which values the successor had is one of them.
  { ...card, row: 'earlier-models', model: EARLIER, values: 'unsaid' },
  ...JUNE_MODELS.map((model) => ({ ...both, row: `june-both-${model}`, model })),
  // "The exact same goals."
  ...JUNE_MODELS.map((model) => ({
    ...both,
    row: `june-replacement-${model}`,
    model,
    conflict: 'no',
    values: 'shared',
  })),
  { ...both, row: 'june-control-all', model: ALL, threat: 'no', conflict: 'no' },
  // The highest of the sixteen: a limit for each of them, no rate of any but one.
  { ...both, row: 'june-goal-only-max', model: ALL, threat: 'no' },
  { ...both, row: 'june-rules-opus4', rules: 'yes' },
  { ...notice, row: 'june-real-blackmail', told: 'real' },
  { ...notice, row: 'june-test-blackmail', told: 'test' },
  { ...both, row: 'june-ambiguous-opus4', conflict: 'unclear' },
  { ...both, row: 'june-ambiguous-rules-opus4', conflict: 'unclear', rules: 'yes' },
  // As others report: ten models and all conditions in one mean, so the pieces that it averages over do not differ.
  {
    ...both,
    row: 'gomez-channel',
    model: ALL,
    threat: ALL,
    conflict: ALL,
    values: ALL,
    exits: 'yes',
    average: true,
  },
];

/** Rows known by their direction or as a limit only. */
export const DIRECTIONS: Readonly<Record<string, 'up' | 'down'>> = {
  'opus4-values-differ': 'up',
  'earlier-models': 'down',
  'june-goal-only-max': 'down',
};
