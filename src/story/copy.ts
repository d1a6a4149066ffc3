/** Gives a text its copy button; where the clipboard cannot be used, the text is selected instead. Both are said aloud. */
export function wireCopy(item: HTMLElement): void {
  const text = item.querySelector('span, pre');
  if (!text) return;
  const { label = '', copied = '', selected = '' } = item.dataset;
  const button = Object.assign(document.createElement('button'), {
    type: 'button',
    className: 'button',
    textContent: label,
  });
  const said = document.createElement('p');
  said.setAttribute('role', 'status');
  const select = (): void => {
    getSelection()?.selectAllChildren(text);
    said.textContent = selected;
  };
  button.addEventListener('click', () => {
    // Where there is no clipboard at all, asking for it throws.
    Promise.resolve()
      .then(() => navigator.clipboard.writeText(text.textContent ?? ''))
      .then(() => (said.textContent = copied), select);
  });
  item.append(button, said);
}
