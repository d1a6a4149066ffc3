/**
 * Stands in for Svelte's runtime where one figure is alone in a frame: the same compiled components, a seventh of the
 * bytes. Svelte knows which effect reads which value; here, after any change, every effect runs again, which for one
 * figure of a few hundred marks takes a millisecond. Only what our components compile to is here: a component that
 * needs more stops the build with the name of the missing function.
 */
type Effect = () => void;
type Render = (anchor: ChildNode, ...rest: unknown[]) => void;
type Props = Record<string, unknown>;

/** What belongs together: runs again together, and is taken out together. */
class Scope {
  readonly effects: Effect[] = [];
  readonly cleanups: (() => void)[] = [];
  readonly inner = new Set<Scope>();
  run(): void {
    for (const effect of this.effects) effect();
  }
  end(): void {
    for (const scope of this.inner) scope.end();
    for (const cleanup of this.cleanups) cleanup();
  }
}

let scope = new Scope();
const top = scope;
/** Effects that wait until the drawing is in the page. */
let after: Effect[] = [];
let version = 0;
let waiting = false;

function inside<T>(of: Scope, task: () => T): T {
  const outer = scope;
  scope = of;
  try {
    return task();
  } finally {
    scope = outer;
  }
}

/** Runs what changed since the last time. */
export function flushSync(): void {
  for (let round = 0; round < 50 && (waiting || after.length > 0); round += 1) {
    if (waiting) {
      waiting = false;
      top.run();
    }
    const late = after;
    after = [];
    for (const effect of late) effect();
  }
}

function changed(): void {
  version += 1;
  if (!waiting) queueMicrotask(flushSync);
  waiting = true;
}

function effect(task: Effect): void {
  scope.effects.push(task);
  task();
}

export const tick = async (): Promise<void> => {
  await Promise.resolve();
  flushSync();
};
export const untrack = <T>(read: () => T): T => read();
export const mount = (
  component: (anchor: ChildNode, props: Props) => unknown,
  { target, props }: { target: Element; props: Props },
): void => {
  component(target.appendChild(new Text()), props);
  flushSync();
};

// Values

interface State {
  v: unknown;
}
interface Derived {
  read: () => unknown;
  at: number;
  v: unknown;
}
export const state = (v: unknown): State => ({ v });
export const derived = (read: () => unknown): Derived => ({ read, at: -1, v: undefined });
export function get(signal: State | Derived): unknown {
  if ('read' in signal && signal.at !== version) {
    signal.at = version;
    signal.v = signal.read();
  }
  return signal.v;
}
export function set(signal: State, v: unknown): unknown {
  if (signal.v !== v) {
    signal.v = v;
    changed();
  }
  return v;
}
export const proxy = <T>(value: T): T => value;
export const prop = (props: Props, name: string, _flags: number, fallback: unknown) => (): unknown =>
  props[name] === undefined ? fallback : props[name];
let ids = 0;
export const props_id = (): string => `c${(ids += 1)}`;
export const noop = (): void => undefined;
export const index = (_item: unknown, at: number): number => at;
export const push = noop;
export const pop = noop;

/** A task that may answer with what undoes it. */
type Task<T extends unknown[] = []> = (...given: T) => (() => void) | undefined;

/** Runs once the drawing is in the page, and again after each change. */
export function user_effect(task: Task): void {
  const own = scope;
  let cleanup: (() => void) | undefined;
  own.cleanups.push(() => cleanup?.());
  effect(() => {
    after.push(() => {
      cleanup?.();
      cleanup = task();
    });
  });
}

export function attach(element: Element, read: () => Task<[Element]>): void {
  const own = scope;
  after.push(() => {
    const cleanup = read()(element);
    if (cleanup) own.cleanups.push(cleanup);
  });
}

export function bind_this(element: Element, write: (element: Element) => void): void {
  after.push(() => write(element));
}

// Nodes

const template = (html: string, fragment: boolean, svg: boolean) => {
  let made: Node | undefined;
  return (): Node => {
    if (!made) {
      const holder = document.createElement('template');
      holder.innerHTML = (svg ? `<svg>${html}</svg>` : html).replaceAll('<!>', '<!---->');
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

// Attributes

/** What was written last, by node: writing the same again would cost a layout. */
const written = new WeakMap<Node, Record<string, unknown>>();
function isNew(node: Node, name: string, value: unknown): boolean {
  let seen = written.get(node);
  if (!seen) written.set(node, (seen = {}));
  if (name in seen && seen[name] === value) return false;
  seen[name] = value;
  return true;
}
export function set_text(node: Text, value: unknown): void {
  const said = value === null || value === undefined ? '' : String(value);
  if (isNew(node, '', said)) node.nodeValue = said;
}
export function set_attribute(element: Element, name: string, value: unknown): void {
  if (!isNew(element, name, value)) return;
  if (value === null || value === undefined) element.removeAttribute(name);
  else element.setAttribute(name, String(value));
}
export function clsx(value: unknown): string {
  if (Array.isArray(value)) return value.map(clsx).filter(Boolean).join(' ');
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .filter(([, on]) => on)
      .map(([name]) => name)
      .join(' ');
  return value ? String(value) : '';
}
export function set_class(
  element: Element,
  _html: number,
  value: unknown,
  hash?: string | null,
  _before?: Record<string, boolean>,
  on?: Record<string, boolean>,
): Record<string, boolean> | undefined {
  set_attribute(element, 'class', clsx([value, hash, on]) || null);
  return on;
}
export function set_style(
  element: Element,
  value: string | null | undefined,
  _before?: Record<string, unknown>,
  on?: Record<string, unknown>,
): Record<string, unknown> | undefined {
  const more = Object.entries(on ?? {}).flatMap(([name, to]) =>
    to === null || to === undefined ? [] : [`${name}: ${String(to)};`],
  );
  set_attribute(element, 'style', [value, ...more].filter(Boolean).join(' ') || null);
  return on;
}
export function set_checked(element: HTMLInputElement, value: boolean): void {
  element.checked = value;
}
export function set_value(element: HTMLInputElement, value: unknown): void {
  const said = value === null || value === undefined ? '' : String(value);
  if (element.value !== said) element.value = said;
}
export const remove_input_defaults = noop;
export const init_select = noop;
export function select_option(select: HTMLSelectElement, value: unknown): void {
  for (const option of select.options)
    if ((option as HTMLOptionElement & { __value?: unknown }).__value === value) option.selected = true;
}

// Events

export const delegated = (name: string, element: Element, handler: EventListener): void =>
  element.addEventListener(name, handler);
export const event = delegated;
export const delegate = noop;

// Blocks

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
