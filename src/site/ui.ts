/** The words of the page's furniture; `content/<lang>/ui.json` has this shape. */
import type english from '../content/en/ui.json';

export type Ui = typeof english;
