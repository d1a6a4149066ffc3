/** What a reader can answer: cards, the three questions, claims and the sheet, as HTML by step. */
import { render } from 'svelte/server';
import type { Content } from '../build/content.ts';
import type { Data } from '../data/door.ts';
import { runsText, valueText } from '../model/format.ts';
import { put } from '../model/put.ts';
import type { Claim, Source } from '../model/records.ts';
import Ask from '../site/Ask.svelte';
import Quiz from '../site/Quiz.svelte';
import Sheet from '../site/Sheet.svelte';
import SomeClaims from '../site/SomeClaims.svelte';
import Unknown from '../site/Unknown.svelte';
import type { AskText, ClaimsText, QuizText, UnknownText } from '../site/learn.ts';
import { escapeHtml } from '../site/snippets.ts';

/** Steps of the three moments at which the same questions are asked. */
const ASKED = { start: 'headline', reveal: 'eighty-four', end: 'checkout' } as const;

/** Claims that stand in the story, one or two of each verdict; all of them have a page. */
const SOME = [11, 14, 2, 16, 19, 3, 27];

/** The claims of the article with their sources. */
export function claimsOf(data: Data): { claim: Claim; source: Source | null }[] {
  return data.article.claims.map((claim) => ({
    claim,
    source: claim.source === null ? null : (data.sources.get(claim.source) ?? null),
  }));
}

/** HTML by step, and the sources it names. That they exist has been checked before; see build/content.ts. */
export function learning(content: Content, data: Data): { extras: Record<string, string>; cited: string[] } {
  const quiz = content.words<QuizText>('quiz.json');
  const ask = content.words<AskText>('ask.json');
  const words = content.words<ClaimsText>('claims.json');
  const unknown = content.words<UnknownText>('unknown.json');
  const extras: Record<string, string> = {};
  const add = (step: string, html: string): void => {
    extras[step] = (extras[step] ?? '') + html;
  };
  add('map', render(Unknown, { props: { unknown, sources: data.sources } }).body);
  for (const card of quiz.cards) {
    const source = data.sources.get(card.source);
    if (source) add(card.step, render(Quiz, { props: { card, labels: quiz.labels, source } }).body);
  }
  for (const stage of ['start', 'reveal', 'end'] as const)
    add(ASKED[stage], render(Ask, { props: { ask, stage } }).body);
  const all = claimsOf(data);
  const claims = SOME.flatMap((id) => all.filter(({ claim }) => claim.id === id));
  add('article', render(SomeClaims, { props: { claims, words } }).body);
  add('checkout', `<div class="again" data-again hidden><h4>${escapeHtml(quiz.labels.again)}</h4></div>`);
  const reported = data.rates.get('opus4-shared-values');
  if (reported)
    add(
      'checkout',
      render(Sheet, {
        props: {
          ask,
          reported: put(ask.sheet.reportedSays, { value: valueText(reported), runs: runsText(reported) }),
        },
      }).body,
    );
  return {
    extras,
    cited: [
      ...unknown.items.map(({ source }) => source),
      ...quiz.cards.map(({ source }) => source),
      ...claims.flatMap(({ claim }) => claim.source ?? []),
    ],
  };
}
