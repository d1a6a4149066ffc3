/** Small pieces of the page, made by hand: present mode has no prose of its own, and no need of a framework. */
type Child = Node | string;

/** An element with attributes and children. A function as value listens to the event of that name. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string | ((event: Event) => void)>> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (typeof value === 'string') element.setAttribute(name, value);
    else element.addEventListener(name, value);
  element.append(...children);
  return element;
}

/** A step's title, as it stands in the page. */
export const titleOf = (id: string): string =>
  document.querySelector(`[data-step="${id}"] h3`)?.textContent?.trim() ?? id;

/** A button with its words and what a press does. */
export const button = (text: string, click: () => void): HTMLButtonElement =>
  el('button', { type: 'button', class: 'button', click }, text);

/** A dialog over the page that is gone when it is closed. */
export function dialog(name: string, title: string, close: string, ...children: Child[]): HTMLDialogElement {
  const id = `${name}-title`;
  const box = el(
    'dialog',
    { class: `present-dialog ${name}`, 'aria-labelledby': id },
    el('h2', { id, tabindex: '-1' }, title),
    ...children,
  );
  box.append(
    el(
      'p',
      { class: 'dialog-end' },
      button(close, () => box.close()),
    ),
  );
  box.addEventListener('close', () => box.remove());
  document.body.append(box);
  box.showModal();
  return box;
}

/** A picture of an address: rows of squares, each row as hexadecimal digits. */
export function codePicture(rows: readonly string[], label: string): SVGSVGElement {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  const size = rows.length;
  svg.setAttribute('viewBox', `-2 -2 ${size + 4} ${size + 4}`);
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', label);
  svg.setAttribute('class', 'code');
  const path = document.createElementNS(space, 'path');
  const squares = rows.flatMap((row, y) =>
    [...BigInt(`0x${row}`).toString(2).padStart(size, '0')].flatMap((bit, x) =>
      bit === '1' ? [`M${x} ${y}h1v1h-1z`] : [],
    ),
  );
  path.setAttribute('d', squares.join(''));
  svg.append(path);
  return svg;
}
