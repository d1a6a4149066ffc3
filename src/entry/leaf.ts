/** On the pages beside the story: claims to judge, sentences to copy, the way to the answers. */
import { wireCopy } from '../story/copy.ts';
import { atRoot, fitStills, keepOffline, learningTasks } from '../story/learn.ts';
import type { Present } from '../story/present/data.ts';
import { makeMild } from '../story/present/mild.ts';

for (const item of document.querySelectorAll<HTMLElement>('[data-copy]')) wireCopy(item);
fitStills();
for (const task of learningTasks(() => ({ value: null, committed: false, skipped: false }))) task();
// `/teach/worksheet/?key=1` is the address of the answers; without a script, its link is.
const key = document.querySelector<HTMLAnchorElement>('a[data-key]');
if (key && new URLSearchParams(location.search).get('key') === '1') location.replace(key.href);
// If its words cannot be had, the page stays as it is, and does not call itself mild.
if (new URLSearchParams(location.search).get('mild') === '1') void mild().catch(() => undefined);
document.documentElement.dataset['ready'] = '';
keepOffline();

/** `/teach/handout/?mild=1` and the like: the mild wording, also on the other papers that are gone to from here. */
async function mild(): Promise<void> {
  const { words } = (await (await fetch(atRoot('present.json'))).json()) as Present;
  makeMild(words.mild.swap, words.mild.note);
  for (const head of document.querySelectorAll('.sheet-head > :first-child'))
    head.append(` · ${words.mild.short}`);
  for (const link of document.querySelectorAll<HTMLAnchorElement>('nav a')) link.search = '?mild=1';
}
