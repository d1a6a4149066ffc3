/** The shapes of `content/<lang>/quiz.json`, `ask.json`, `claims.json` and `unknown.json`. */
import type ask from '../content/en/ask.json';
import type claims from '../content/en/claims.json';

interface QuizOption {
  readonly text: string;
  readonly why: string;
  readonly right?: boolean;
}

export interface QuizCard {
  readonly id: string;
  /** Step it stands in. */
  readonly step: string;
  readonly question: string;
  readonly options: readonly QuizOption[];
  readonly source: string;
  readonly at?: string;
}

export interface QuizText {
  readonly labels: Readonly<Record<'card' | 'answer' | 'right' | 'wrong' | 'again' | 'yes' | 'no', string>>;
  readonly cards: readonly QuizCard[];
}

export type AskText = typeof ask;
export type ClaimsText = typeof claims;
export type Stage = keyof AskText['stages'];

/** `content/<lang>/unknown.json`. */
export interface UnknownText {
  readonly title: string;
  readonly lead: string;
  readonly items: readonly { readonly text: string; readonly source: string; readonly at?: string }[];
}
