/**
 * Mild wording: the secret of the scene is swapped, in words only, wherever it stands in the page or comes into it
 * later. No figure changes, and the page says what was done.
 */
const SAID = ['aria-label', 'alt', 'title', 'content'];

/** Puts the swaps into a text, in their order. */
export const swapped = (text: string, swaps: readonly (readonly string[])[]): string =>
  swaps.reduce((said, [from = '', to = '']) => said.replaceAll(from, to), text);

/** Puts other words for the secret all over the page, and says so. @param swaps pairs of words, in the order in which they are looked for */
export function makeMild(swaps: readonly (readonly string[])[], note: string): void {
  const change = (node: Node): void => {
    if (node.nodeType === Node.TEXT_NODE) {
      const text = node.nodeValue ?? '';
      const mild = swapped(text, swaps);
      if (mild !== text) node.nodeValue = mild;
      return;
    }
    if (node instanceof Element)
      for (const name of SAID) {
        const text = node.getAttribute(name);
        const mild = text === null ? null : swapped(text, swaps);
        if (mild !== null && mild !== text) node.setAttribute(name, mild);
      }
    for (const child of node.childNodes) change(child);
  };
  change(document.documentElement);
  document.documentElement.dataset['mild'] = '';
  // What is gone to from here has the mild wording, too.
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href*="mode="], a[href*="lesson="]'))
    if (!link.search.includes('mild=')) link.search += '&mild=1';
  const line = document.createElement('p');
  line.className = 'mild-note';
  line.setAttribute('role', 'note');
  line.textContent = note;
  document.body.prepend(line);
  new MutationObserver((records) => {
    for (const { type, target, addedNodes } of records)
      if (type === 'childList') addedNodes.forEach(change);
      else change(target);
  }).observe(document.documentElement, {
    subtree: true,
    childList: true,
    characterData: true,
    attributeFilter: SAID,
  });
}
