/** Texts, attributes and events of a node. */
import { noop } from './scope.ts';

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

export const delegated = (name: string, element: Element, handler: EventListener): void =>
  element.addEventListener(name, handler);
export const event = delegated;
export const delegate = noop;
