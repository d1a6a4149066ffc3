/** Pieces of the page that come, go and move: conditions, keys, lists. */
import { Scope, effect, inside, scope, type State } from './scope.ts';

type Render = (anchor: ChildNode, ...rest: unknown[]) => void;

/** A piece of the page that can be taken out or moved: what stands between two empty texts. */
class Piece {
  readonly scope = new Scope();
  readonly from = new Text();
  readonly to = new Text();
  constructor(
    private readonly parent: Scope,
    anchor: ChildNode,
    render: Render,
    ...rest: unknown[]
  ) {
    const holder = new DocumentFragment();
    holder.append(this.from, this.to);
    parent.inner.add(this.scope);
    inside(this.scope, () => render(this.to, ...rest));
    anchor.before(holder);
  }
  nodes(): ChildNode[] {
    const all: ChildNode[] = [this.from];
    while (all.at(-1) !== this.to) all.push(all.at(-1)?.nextSibling as ChildNode);
    return all;
  }
  remove(): void {
    this.scope.end();
    this.parent.inner.delete(this.scope);
    for (const node of this.nodes()) node.remove();
  }
}

/** One piece at a time: the same while the key stays. */
function swap(anchor: ChildNode, choose: () => { key: unknown; render: Render | null }): void {
  const own = scope;
  let shown: { key: unknown; piece: Piece } | undefined;
  effect(() => {
    const { key, render } = choose();
    if (shown && shown.key === key) return shown.piece.scope.run();
    shown?.piece.remove();
    shown = render ? { key, piece: new Piece(own, anchor, render) } : undefined;
  });
}

function if_block(anchor: ChildNode, decide: (render: (branch: Render) => void) => void): void {
  swap(anchor, () => {
    let chosen: Render | null = null;
    decide((branch) => (chosen = branch));
    return { key: chosen, render: chosen };
  });
}
export { if_block as if };

export const key = (anchor: ChildNode, read: () => unknown, render: Render): void =>
  swap(anchor, () => ({ key: read(), render }));

export const component = (
  anchor: ChildNode,
  read: () => unknown,
  render: (anchor: ChildNode, component: unknown) => void,
): void =>
  swap(anchor, () => {
    const found = read();
    return { key: found, render: found ? (at) => render(at, found) : null };
  });

/** Svelte's flags: the item is a signal, the position is one, the node is the parent of all items. */
const ITEM = 1;
const INDEX = 2;
const PARENT = 4;

export function each(
  node: ChildNode,
  flags: number,
  read: () => Iterable<unknown> | null | undefined,
  name: (item: unknown, at: number) => unknown,
  render: Render,
): void {
  const own = scope;
  const anchor = flags & PARENT ? (node as unknown as Element).appendChild(new Text()) : node;
  let shown = new Map<unknown, { piece: Piece; item: State; at: State }>();
  effect(() => {
    const before = shown;
    shown = new Map();
    let last: Piece | undefined;
    [...(read() ?? [])].forEach((value, position) => {
      const id = name(value, position);
      let entry = before.get(id);
      before.delete(id);
      if (entry) {
        entry.item.v = value;
        entry.at.v = position;
        entry.piece.scope.run();
        if (last && last.to.nextSibling !== entry.piece.from) last.to.after(...entry.piece.nodes());
      } else {
        const item = { v: value };
        const at = { v: position };
        const first = last ? last.to.nextSibling : null;
        const piece = new Piece(
          own,
          first ?? anchor,
          render,
          flags & ITEM ? item : value,
          flags & INDEX ? at : position,
        );
        entry = { piece, item, at };
      }
      shown.set(id, entry);
      last = entry.piece;
    });
    for (const { piece } of before.values()) piece.remove();
  });
}

/** Attributes and texts: the values that are worked out, then what writes them. */
export function template_effect(write: (...values: unknown[]) => void, values: (() => unknown)[] = []): void {
  effect(() => write(...values.map((value) => value())));
}
