/**
 * Cards, questions and claims that can be answered. The page holds every question and every answer as text; this
 * file turns the options into buttons, says what is right, and fills the sheet "My answers". What the reader says
 * lives in this page only and is gone with it, unless the reader saves it as a file.
 */
import { save } from './save.ts';
import type { Guess } from './story.svelte.ts';

// Comes along in this file, the only one that the story and the pages beside it both ask for, and late.
export { fitStills } from './fit.ts';
export { atRoot, keepOffline } from './offline.ts';

interface Answers {
  guess: number | null;
  why: string;
  notes: string;
  /** Options chosen, as text; keys are stage and question. */
  asked: Record<string, string>;
  /** By card: whether the first try was right. */
  quiz: Record<string, boolean>;
  /** By claim: whether the reader judged as we do. */
  claims: Record<string, boolean>;
}

const fresh = (): Answers => ({ guess: null, why: '', notes: '', asked: {}, quiz: {}, claims: {} });
let answers = fresh();

const all = <E extends HTMLElement>(selector: string, inside: ParentNode = document): E[] => [
  ...inside.querySelectorAll<E>(selector),
];

/** Makes each item of a list a button; one of them can be chosen, and chosen anew. */
function choices(list: HTMLElement, pick: (index: number, text: string) => void): void {
  const items = all('li', list);
  list.classList.add('can');
  items.forEach((item, index) => {
    const text = item.textContent ?? '';
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = text;
    button.setAttribute('aria-pressed', 'false');
    button.addEventListener('click', () => {
      for (const other of all('button', list)) other.setAttribute('aria-pressed', String(other === button));
      pick(index, text);
      fill();
    });
    item.replaceChildren(button);
  });
}

const say = (card: HTMLElement, text: string, right: boolean): void => {
  const said = card.querySelector('.said');
  if (said) said.textContent = text;
  card.dataset['state'] = right ? 'right' : 'wrong';
  // On a phone it may begin below the window.
  said?.scrollIntoView({ block: 'nearest' });
};

function wireCard(card: HTMLElement): void {
  const list = card.querySelector<HTMLElement>('.choices');
  const reasons = all('details li', card);
  if (!list) return;
  choices(list, (index) => {
    const right = index === Number(card.dataset['right']);
    const id = card.dataset['quiz'] ?? '';
    say(card, reasons[index]?.textContent ?? '', right);
    if (!(id in answers.quiz)) {
      answers.quiz[id] = right;
      if (!right) again(card);
    }
  });
}

/** A card that was missed comes back once, at the end; the first one stays where it is. */
function again(card: HTMLElement): void {
  const place = document.querySelector<HTMLElement>('[data-again]');
  if (!place) return;
  place.hidden = false;
  const copy = card.cloneNode(true) as HTMLElement;
  delete copy.dataset['state'];
  for (const one of [copy, ...all('[id], [aria-labelledby]', copy)]) {
    if (one.id !== '') one.id += '-again';
    const names = one.getAttribute('aria-labelledby');
    if (names !== null) one.setAttribute('aria-labelledby', `${names}-again`);
  }
  for (const item of all('.choices li', copy)) item.textContent = item.textContent ?? '';
  const said = copy.querySelector('.said');
  if (said) said.textContent = '';
  place.append(copy);
  wireCard(copy);
}

function wireClaims(group: HTMLElement): void {
  const verdicts = JSON.parse(group.dataset['verdicts'] ?? '[]') as string[];
  const [you = '', same = '', other = ''] = JSON.parse(group.dataset['said'] ?? '[]') as string[];
  for (const claim of all('[data-claim]', group)) {
    const list = document.createElement('ul');
    list.className = 'choices inline';
    list.setAttribute('aria-labelledby', `${claim.id}-text`);
    for (const verdict of verdicts)
      list.append(Object.assign(document.createElement('li'), { textContent: verdict }));
    claim.querySelector('.said')?.before(list);
    choices(list, (index, text) => {
      const at = Number(claim.dataset['right']);
      const right = index === at;
      const ours = right ? same : other.replace('{verdict}', verdicts[at] ?? '');
      answers.claims[claim.dataset['claim'] ?? ''] ??= right;
      say(claim, `${you.replace('{verdict}', text)} ${ours}`, right);
      claim.querySelector('details')?.setAttribute('open', '');
    });
  }
}

/** Writes what is known into the sheet. */
function fill(): void {
  const sheet = document.querySelector<HTMLElement>('.sheet');
  if (!sheet) return;
  const { none = '', of = '', noGuess = '' } = sheet.dataset;
  const count = (found: Record<string, boolean>): string => {
    const values = Object.values(found);
    return values.length === 0
      ? none
      : of.replace('{k}', String(values.filter(Boolean).length)).replace('{n}', String(values.length));
  };
  for (const place of all('[data-fill]', sheet)) {
    const name = place.dataset['fill'] ?? '';
    place.textContent =
      name === 'guess'
        ? String(answers.guess ?? noGuess)
        : name === 'why'
          ? answers.why || none
          : name === 'quiz'
            ? count(answers.quiz)
            : name === 'claims'
              ? count(answers.claims)
              : (answers.asked[name] ?? none);
  }
}

/** The sheet as lines of text: what is seen in it, in its order. */
function asText(sheet: HTMLElement): string {
  const lines = [sheet.querySelector('h4')?.textContent ?? '', location.href, ''];
  for (const term of all('dt', sheet)) {
    lines.push(term.textContent ?? '');
    const said = term.nextElementSibling;
    const items = said ? all('li', said) : [];
    for (const line of items.length > 0 ? items : [said]) lines.push(`  ${line?.textContent?.trim() ?? ''}`);
  }
  if (answers.notes !== '')
    lines.push(sheet.querySelector('#sheet-notes-label')?.textContent ?? '', `  ${answers.notes}`);
  return `${lines.join('\n')}\n`;
}

function clear(sheet: HTMLElement, { ask = '', done = '' }: DOMStringMap): void {
  const line = sheet.querySelector('.said');
  if (!line) return;
  // One press loses nothing.
  if (line.textContent !== ask) {
    line.textContent = ask;
    return;
  }
  answers = fresh();
  for (const area of all<HTMLTextAreaElement>('textarea.write')) area.value = '';
  for (const card of all('[data-state]')) delete card.dataset['state'];
  for (const said of all('.quiz .said')) said.textContent = '';
  for (const button of all('.choices button')) button.setAttribute('aria-pressed', 'false');
  for (const copy of all('[data-again] .quiz')) copy.remove();
  for (const place of all('[data-again]')) place.hidden = true;
  fill();
  line.textContent = done;
}

function tool(button: HTMLElement, sheet: HTMLElement): void {
  switch (button.dataset['sheet']) {
    case 'print': {
      const root = document.documentElement;
      root.dataset['print'] = 'answers';
      addEventListener('afterprint', () => delete root.dataset['print'], { once: true });
      print();
      return;
    }
    case 'text':
      return save('my-answers.txt', new Blob([asText(sheet)], { type: 'text/plain' }));
    case 'json':
      return save(
        'my-answers.json',
        new Blob([`${JSON.stringify(answers, null, 2)}\n`], { type: 'application/json' }),
      );
    case 'clear':
      return clear(sheet, button.dataset);
  }
}

/** What wires every card, question, claim and the sheet of the page: short tasks, in any order, each done once. */
export function learningTasks(guess: () => Guess): (() => void)[] {
  return [
    ...all('[data-quiz]').map((card) => () => wireCard(card)),
    ...all('.claims').map((group) => () => wireClaims(group)),
    ...all('[data-ask]').map((section) => () => wireAsk(section)),
    ...all('.write').map((box) => () => wireWrite(box)),
    () => wireSheet(guess),
  ];
}

/** Puts a text field where the page holds an empty box. */
function wireWrite(box: HTMLElement): void {
  const area = document.createElement('textarea');
  const { id = '', note = '', write } = box.dataset;
  area.className = box.className;
  area.id = id;
  area.setAttribute('aria-labelledby', `${id}-label`);
  if (note !== '') area.setAttribute('aria-describedby', note);
  area.addEventListener('input', () => {
    answers[write as 'why' | 'notes'] = area.value;
    fill();
  });
  box.replaceWith(area);
}

function wireAsk(section: HTMLElement): void {
  for (const list of all('.choices', section))
    choices(list, (_, text) => {
      answers.asked[`${section.dataset['ask']}-${list.dataset['question']}`] = text;
    });
}

function wireSheet(guess: () => Guess): void {
  const take = (): void => {
    answers.guess = guess().value;
    fill();
  };
  addEventListener('frame:guess', take);
  const sheet = document.querySelector<HTMLElement>('.sheet');
  for (const button of all('[data-sheet]'))
    button.addEventListener('click', () => {
      if (sheet) tool(button, sheet);
    });
  take();
}
