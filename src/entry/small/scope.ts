/** What changes, and what runs again when it did. */
type Effect = () => void;
type Props = Record<string, unknown>;

/** What belongs together: runs again together, and is taken out together. */
export class Scope {
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

export let scope = new Scope();
const top = scope;
/** Effects that wait until the drawing is in the page. */
let after: Effect[] = [];
let version = 0;
let waiting = false;

/** Does a task as part of a scope. */
export function inside<T>(of: Scope, task: () => T): T {
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

/** Runs a task now, and again after each change. */
export function effect(task: Effect): void {
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

export interface State {
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
