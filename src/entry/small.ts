/**
 * Stands in for Svelte's runtime where one figure is alone in a frame: the same compiled components, a seventh of the
 * bytes. Svelte knows which effect reads which value; here, after any change, every effect runs again, which for one
 * figure of a few hundred marks takes a millisecond. Only what our components compile to is here: a component that
 * needs more stops the build with the name of the missing function.
 */
export {
  attach,
  bind_this,
  derived,
  flushSync,
  get,
  index,
  mount,
  noop,
  pop,
  prop,
  props_id,
  proxy,
  push,
  set,
  state,
  tick,
  untrack,
  user_effect,
} from './small/scope.ts';
export * from './small/attributes.ts';
export * from './small/blocks.ts';
export * from './small/nodes.ts';
