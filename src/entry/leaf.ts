/** On the pages beside the story: claims to judge, and sentences to copy. */
import { learningTasks } from '../story/learn.ts';

/** A sentence to copy gets its button; where the clipboard cannot be used, the sentence is selected instead. */
function wireCopy(item: HTMLElement): void {
  const text = item.querySelector('span');
  if (!text) return;
  const { label = '', copied = '', selected = '' } = item.dataset;
  const button = Object.assign(document.createElement('button'), {
    type: 'button',
    className: 'button',
    textContent: label,
  });
  const said = document.createElement('p');
  said.setAttribute('role', 'status');
  button.addEventListener('click', () => {
    navigator.clipboard
      .writeText(text.textContent ?? '')
      .then(() => (said.textContent = copied))
      .catch(() => {
        getSelection()?.selectAllChildren(text);
        said.textContent = selected;
      });
  });
  item.append(button, said);
}

for (const item of document.querySelectorAll<HTMLElement>('[data-copy]')) wireCopy(item);
for (const task of learningTasks(() => ({ value: null, committed: false, skipped: false }))) task();
document.documentElement.dataset['ready'] = '';
