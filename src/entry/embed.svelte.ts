/** What an embed shows, as one reactive value. */
import type { View } from '../figures/spec.ts';

/** The view of the one figure in a frame, which its controls change. */
export function embedState(first: View): { view: View } {
  let view = $state.raw(first);
  return {
    get view() {
      return view;
    },
    set view(next) {
      view = next;
    },
  };
}
