/** What opens over the screen: all steps, a step by number, the keys, the step's address as a code. */
import type { Story } from '../story.svelte.ts';
import type { Present } from './data.ts';
import { put } from '../../model/put.ts';
import { codePicture, dialog, el, titleOf } from './dom.ts';

/** All steps of the lesson, to go to one. */
export function openOverview(story: Story, { words }: Present, leave: string): void {
  const go = (id: string | null): void => {
    box.close();
    story.goto(id, 'button');
  };
  const item = (id: string | null, text: string): HTMLElement => {
    const one = el('button', { type: 'button', click: () => go(id) }, text);
    if (id === story.current) one.setAttribute('aria-current', 'step');
    return el('li', {}, one);
  };
  const list = el(
    'ol',
    { class: 'overview-list' },
    item(null, words.opening),
    ...story.told.map((id, index) => item(id, `${index + 1}. ${titleOf(id)}`)),
  );
  const box = dialog(
    'overview',
    words.overview,
    words.close,
    list,
    el('p', {}, el('a', { href: leave }, words.buttons.leave)),
  );
  list.querySelector<HTMLElement>('[aria-current]')?.focus();
}

/** A step by its number in the lesson. */
export function openGoto(story: Story, { words }: Present): void {
  const input = el('input', {
    id: 'goto-number',
    type: 'number',
    min: '1',
    max: String(story.told.length),
    inputmode: 'numeric',
  });
  const form = el(
    'form',
    { method: 'dialog' },
    el('label', { for: 'goto-number' }, `${put(words.goto.label, { all: story.told.length })} `),
    input,
    ' ',
    el('button', { class: 'button' }, words.goto.go),
  );
  form.addEventListener('submit', () => {
    const id = story.told[Number(input.value) - 1];
    if (id !== undefined) story.goto(id, 'button');
  });
  dialog('goto', words.goto.title, words.close, form);
  input.focus();
}

/** The list of keys. */
export function openHelp({ words }: Present): void {
  const rows = words.help.rows.map(([keys = '', does = '']) =>
    el('tr', {}, el('th', { scope: 'row' }, keys), el('td', {}, does)),
  );
  dialog(
    'help',
    words.help.title,
    words.close,
    el('table', {}, el('tbody', {}, ...rows)),
    el('p', {}, words.help.note),
  );
}

/** The address of the step as a code for the class's own devices. */
export function openCode(story: Story, { words, codes, site }: Present): void {
  const id = story.current ?? '';
  const address = site + (id === '' ? '' : `#${id}`);
  const code = codes[id];
  dialog(
    'code-dialog',
    words.qr.title,
    words.close,
    ...(code ? [codePicture(code, address)] : []),
    el('p', {}, address),
  );
}
