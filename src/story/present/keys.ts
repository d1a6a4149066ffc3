/** What a key or a clicker's button asks for in present mode. Pure. */
export type Action =
  | 'next'
  | 'prev'
  | 'first'
  | 'last'
  | 'blank'
  | 'full'
  | 'goto'
  | 'overview'
  | 'help'
  | 'speaker'
  | 'vote'
  | 'code'
  | 'dark'
  | 'reset';

interface Press {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

const KEYS: readonly (readonly [Action, readonly string[]])[] = [
  ['next', ['ArrowRight', 'ArrowDown', ' ', 'n', 'PageDown', 'l', 'j']],
  ['prev', ['ArrowLeft', 'ArrowUp', 'p', 'PageUp', 'h', 'k']],
  ['first', ['Home']],
  ['last', ['End']],
  // The full stop is what most clickers send to blank the screen.
  ['blank', ['b', '.', '/', 'v', ':', ';']],
  ['full', ['f']],
  ['goto', ['g']],
  ['overview', ['o', 'Escape']],
  ['help', ['?', 'F1']],
  ['speaker', ['s']],
  ['vote', ['c']],
  ['code', ['q']],
  ['dark', ['d']],
  ['reset', ['r']],
];

const ACTIONS = new Map(KEYS.flatMap(([action, keys]) => keys.map((key) => [key, action] as const)));

/** With Shift only these mean something of their own. */
const SHIFTED: Readonly<Record<string, Action>> = {
  ' ': 'prev',
  ArrowLeft: 'first',
  ArrowUp: 'first',
  ArrowRight: 'last',
  ArrowDown: 'last',
};

/** The action of a key press, or null: then the browser and assistive technology have it. */
export function actionOf({ key, shiftKey, altKey, ctrlKey, metaKey }: Press): Action | null {
  if (altKey || ctrlKey || metaKey) return null;
  if (shiftKey) return SHIFTED[key] ?? (key === '?' || key === ':' ? (ACTIONS.get(key) ?? null) : null);
  return ACTIONS.get(key.length === 1 ? key.toLowerCase() : key) ?? null;
}
