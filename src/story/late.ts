/**
 * Step by step, nothing is seen before the page's script knows which step. If that is long in coming, the plain article
 * stands in, and `data-late` tells the script that another way to read was asked for.
 */
export function standInIfLate(plain: () => void): void {
  const { dataset } = document.documentElement;
  if (dataset['mode'] !== 'step') return;
  setTimeout(() => {
    if ('current' in dataset) return;
    dataset['late'] = '';
    plain();
  }, 2500);
}
