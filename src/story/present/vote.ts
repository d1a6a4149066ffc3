/**
 * The class votes by cards or hands, the teacher types the counts in: a first round, one after talking, and then what
 * was reported. Counts live in this window only, and outlive its being loaded anew.
 */
import type { VoteQuestion } from '../../model/lesson.ts';
import { store, stored } from '../storage.ts';
import type { Story } from '../story.svelte.ts';
import type { Present } from './data.ts';
import { put } from '../../model/put.ts';
import { button, dialog, el, titleOf } from './dom.ts';

const LETTERS = ['A', 'B', 'C', 'D'] as const;
type Round = 'first' | 'second';
type Counts = Record<Round, (number | null)[]>;

const empty = (): Counts => ({ first: [null, null, null, null], second: [null, null, null, null] });
const shown = new Set<string>();
const KEPT = 'votes';

/** Counts that were kept, by question; what is no count is left out. */
export function readCounts(text: string | null): Map<string, Counts> {
  const found = new Map<string, Counts>();
  let all: unknown;
  try {
    all = JSON.parse(text ?? '');
  } catch {
    return found;
  }
  if (typeof all !== 'object' || all === null) return found;
  for (const [id, rounds] of Object.entries(all as Record<string, Partial<Counts> | null>)) {
    const read = (round: Round): (number | null)[] =>
      empty()[round].map((_, index) => {
        const count: unknown = rounds?.[round]?.[index];
        return typeof count === 'number' ? readCount(String(count)) : null;
      });
    found.set(id, { first: read('first'), second: read('second') });
  }
  return found;
}

let counts: Map<string, Counts> | undefined;

/** Where storage is blocked the counts last as long as the page. */
const counted = (): Map<string, Counts> => (counts ??= readCounts(stored('sessionStorage', KEPT)));

function keepCounts(): void {
  const text = counted().size === 0 ? null : JSON.stringify(Object.fromEntries(counted()));
  store('sessionStorage', KEPT, text);
}

/** The greatest count that is taken: no class is larger. */
const MOST = 999;

/** A count as typed: a whole number from 0 to 999, else null. */
export function readCount(text: string): number | null {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  return Number.isInteger(value) && value >= 0 && value <= MOST ? value : null;
}

/**
 * Opens the vote on the question of the step the story is at, of the next one (whose picture may tell the answer), or
 * on the first question. Nothing happens without questions.
 */
export function openVote({ lesson, words }: Present, story: Story): void {
  const at = story.current;
  const of = (id: string | null): VoteQuestion | undefined => lesson.votes.find(({ step }) => step === id);
  const first = of(at) ?? of(story.neighbour(1, at)) ?? lesson.votes[0];
  if (!first) return;
  const said = words.vote;
  // Where the teacher's pages are differs: in one file they are parts of it.
  const pages = document.querySelector('a[href$="teach/"]')?.getAttribute('href') ?? null;
  const board = el('div', { class: 'vote-board' });
  const status = el('p', { class: 'vote-status', role: 'status' });
  let now = first;
  const show = (question: VoteQuestion): void => {
    now = question;
    draw(board, question, words);
  };
  const choose = el('select', { id: 'vote-choose' });
  // By step, not by their words: a later question may tell the answer of an earlier one.
  lesson.votes.forEach((question, index) => {
    const option = el('option', { value: question.id }, `${index + 1}. ${titleOf(question.step)}`);
    option.selected = question === first;
    choose.append(option);
  });
  choose.addEventListener('change', () => {
    const question = lesson.votes.find(({ id }) => id === choose.value);
    if (question) show(question);
  });
  dialog(
    'vote',
    said.title,
    words.close,
    el('p', { class: 'vote-lead' }, said.lead),
    el('p', {}, el('label', { for: 'vote-choose' }, `${said.question} `), choose),
    board,
    el(
      'p',
      { class: 'vote-tools' },
      button(said.show, () => {
        shown.add(now.id);
        show(now);
      }),
      button(said.clear, () => {
        counted().clear();
        keepCounts();
        shown.clear();
        show(now);
        status.textContent = said.cleared;
      }),
      ...(pages === null ? [] : [el('a', { href: `${pages}cards/`, target: '_blank' }, said.cards)]),
    ),
    status,
  );
  show(first);
}

function draw(board: HTMLElement, question: VoteQuestion, { vote: said }: Present['words']): void {
  const own = counted().get(question.id) ?? empty();
  counted().set(question.id, own);
  const rounds: Round[] = ['first', 'second'];
  const head = el(
    'tr',
    {},
    el('th', { scope: 'col' }, ''),
    ...rounds.map((round) => el('th', { scope: 'col' }, said[round])),
  );
  const body = el('tbody');
  const bars: (() => void)[] = [];
  const fields: Record<Round, HTMLInputElement[]> = { first: [], second: [] };
  question.options.forEach((option, index) => {
    const letter = LETTERS[index] ?? '';
    const right = shown.has(question.id) && question.right === index;
    const cells = rounds.map((round) => {
      const bar = el('span', { class: `vote-bar ${round}`, 'aria-hidden': 'true' });
      const text = el('span', { class: 'vote-share' });
      const input = el('input', {
        type: 'number',
        min: '0',
        max: String(MOST),
        inputmode: 'numeric',
        'aria-label': `${letter}: ${option}. ${said[round]}`,
        value: String(own[round][index] ?? ''),
      });
      fields[round].push(input);
      input.addEventListener('input', () => {
        own[round][index] = readCount(input.value);
        input.setAttribute('aria-invalid', String(input.value !== '' && own[round][index] === null));
        for (const bar of bars) bar();
        keepCounts();
      });
      // Counts are read out one after the other: Enter goes down the round.
      input.addEventListener('keydown', ({ key }) => {
        if (key !== 'Enter') return;
        fields[round][index + 1]?.focus();
      });
      bars.push(() => {
        const all = own[round].reduce<number>((sum, count) => sum + (count ?? 0), 0);
        const count = own[round][index] ?? 0;
        bar.style.width = all === 0 ? '0' : `${(100 * count) / all}%`;
        text.textContent = all === 0 ? '' : put(said.of, { k: count, n: all });
      });
      return el(
        'td',
        {},
        el('div', { class: 'vote-cell' }, input, el('span', { class: 'vote-track' }, bar), text),
      );
    });
    body.append(
      el(
        'tr',
        right ? { class: 'is-right' } : {},
        el('th', { scope: 'row' }, el('b', {}, letter), ` ${option}`, ...(right ? [` · ${said.right}`] : [])),
        ...cells,
      ),
    );
  });
  for (const bar of bars) bar();
  const reported = shown.has(question.id)
    ? [el('p', { class: 'vote-reported' }, question.reported || said.none), el('p', {}, question.why)]
    : [];
  board.replaceChildren(
    el('h3', {}, question.question),
    el('div', { class: 'scroll-x' }, el('table', { class: 'vote-table' }, el('thead', {}, head), body)),
    ...reported,
  );
}
