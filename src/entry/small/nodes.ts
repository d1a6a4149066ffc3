/** Nodes of the page: made from templates, found, put in. */
import { trust } from '../../story/trusted.ts';
import { noop } from './scope.ts';

const template = (html: string, fragment: boolean, svg: boolean) => {
  let made: Node | undefined;
  return (): Node => {
    if (!made) {
      const holder = document.createElement('template');
      holder.innerHTML = trust.createHTML((svg ? `<svg>${html}</svg>` : html).replaceAll('<!>', '<!---->'));
      const root = svg ? (holder.content.firstChild as Element) : holder.content;
      if (fragment && svg) holder.content.replaceChildren(...root.childNodes);
      made = fragment ? holder.content : (root.firstChild as Node);
    }
    return document.importNode(made, true);
  };
};
export const from_html = (html: string, flags = 0) => template(html, (flags & 1) !== 0, false);
export const from_svg = (html: string, flags = 0) => template(html, (flags & 1) !== 0, true);
export function comment(): DocumentFragment {
  const holder = new DocumentFragment();
  holder.append(new Comment(), new Text());
  return holder;
}
export const text = (value = ''): Text => new Text(value);
export const child = (node: Node): ChildNode => node.firstChild as ChildNode;
export const only_child = child;
export const first_child = child;
export function sibling(node: ChildNode, count = 1): ChildNode {
  let next = node;
  for (let at = 0; at < count; at += 1) next = next.nextSibling as ChildNode;
  return next;
}
export const reset = noop;
export const next = noop;
export const append = (anchor: ChildNode, node: Node): void => anchor.before(node);
