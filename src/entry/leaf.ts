/** On the pages beside the story: claims to judge, sentences to copy, the way to the answers. */
import { wireCopy } from '../story/copy.ts';
import { keepOffline, learningTasks } from '../story/learn.ts';

for (const item of document.querySelectorAll<HTMLElement>('[data-copy]')) wireCopy(item);
for (const task of learningTasks(() => ({ value: null, committed: false, skipped: false }))) task();
// `/teach/worksheet/?key=1` is the address of the answers; without a script, its link is.
const key = document.querySelector<HTMLAnchorElement>('a[data-key]');
if (key && new URLSearchParams(location.search).get('key') === '1') location.replace(key.href);
document.documentElement.dataset['ready'] = '';
keepOffline();
