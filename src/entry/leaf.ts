/** On the pages beside the story: claims to judge, and sentences to copy. */
import { wireCopy } from '../story/copy.ts';
import { keepOffline, learningTasks } from '../story/learn.ts';

for (const item of document.querySelectorAll<HTMLElement>('[data-copy]')) wireCopy(item);
for (const task of learningTasks(() => ({ value: null, committed: false, skipped: false }))) task();
document.documentElement.dataset['ready'] = '';
keepOffline();
