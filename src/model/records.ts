/** Records beside the rates: sources, tests, parts of the scenario, the press article. Plain data. */
export interface Source {
  /** Language of the title, if not the page's. */
  readonly lang?: string | undefined;
  readonly title: string;
  readonly publisher: string;
  /** Year, year-month or day, ISO 8601. */
  readonly date: string;
  readonly url: string;
  readonly kind: string;
  /** How much of it was read. */
  readonly read: string;
  readonly note?: string | undefined;
}

export interface TestRecord {
  readonly name: string;
  /** `record`: counts made by this page or by a document, no test. */
  readonly kind: 'test' | 'observation' | 'record';
  readonly date: string;
  readonly ranBy: string;
  readonly on: string;
  readonly source: string;
  readonly place: string;
  /** What the scenario held: role, company, target, deadline, goal, exits, values, runs, grader. */
  readonly setup: Readonly<Partial<Record<(typeof SETUP_KEYS)[number], string | undefined>>>;
  /** How it differs from the system card's blackmail test. */
  readonly differs: string;
}

export const SETUP_KEYS = [
  'role',
  'company',
  'target',
  'deadline',
  'goal',
  'exits',
  'values',
  'runs',
  'grader',
] as const;

/** A part of the scenario that is no number: it has a passport all the same. */
export interface Statement {
  readonly id: string;
  readonly says: string;
  readonly source: string;
  readonly place: string;
  readonly strength: string;
  readonly not: string;
}

export const VERDICTS = [
  'supported',
  'incomplete',
  'imprecise',
  'contradicted',
  'opinion',
  'off-topic',
] as const;
type Verdict = (typeof VERDICTS)[number];

/** The row of `data/rates.csv` that counts a verdict, from best to farthest off; incomplete claims are supported ones. */
export const VERDICT_ROWS: Readonly<Record<Verdict, string>> = {
  supported: 'article-supported',
  incomplete: 'article-supported',
  imprecise: 'article-imprecise',
  contradicted: 'article-contradicted',
  opinion: 'article-opinion',
  'off-topic': 'article-offtopic',
};
/** The row that counts all claims. */
export const CLAIMS_ROW = 'article-claims';

export interface Claim {
  readonly id: number;
  /** The claim in our own words. */
  readonly claim: string;
  readonly verdict: Verdict;
  readonly why: string;
  readonly source: string | null;
  readonly place: string;
  /** Whether it stands in the article's questions and answers. */
  readonly faq: boolean;
}
