/** On a screen with a picture the label is the picture's: one label a screen, and no drawing of ours without its own. */
import type { Story } from '../story.svelte.ts';

/** Keeps each step's label that of its picture, as long as the page is open. */
export function labelByPicture(story: Story): void {
  const show = (): void => {
    const scene = document.querySelector('.scene.is-current');
    const said = scene?.querySelector<HTMLElement>('.stage .badge');
    const own = scene?.querySelector<HTMLElement>('.step.is-current .badge');
    if (said && own && said.dataset['status'] !== own.dataset['status'])
      own.replaceWith(said.cloneNode(true));
  };
  // A picture may come late, and changes its label a moment after the step has begun.
  const watch = new MutationObserver(show);
  for (const stage of document.querySelectorAll('.stage'))
    watch.observe(stage, { subtree: true, childList: true, attributeFilter: ['data-status'] });
  story.onmove(show);
}
