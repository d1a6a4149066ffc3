/** Which styles and scripts a page carries: the same for the built site and while it is written. */
import type { PageOut } from '../site/page.ts';

export interface PageParts {
  /** Style sheets of src/styles over those of the story, in their order. */
  readonly styles: readonly string[];
  /** File of src/entry that runs before the first paint. */
  readonly boot: 'boot' | 'framed';
  /** File of src/entry that the page asks for; a figure in a frame hands it its own code. */
  readonly entry: 'client' | 'leaf' | 'gallery' | 'embed' | 'whole';
}

/**
 * The script of a figure alone in a frame.
 * @param module file of the figure
 * @param embed file that wakes it
 */
export const embedScript = (module: string, embed: string): string =>
  `import { spec, Drawing } from '${module}';
import { embed } from '${embed}';
embed({ spec, Drawing });`;

/** What a page is made of besides its body. */
export function partsOf({ kind, script = 'leaf', style, framed }: PageOut): PageParts {
  if (framed)
    return framed.module === null
      ? { styles: ['embed', 'whole'], boot: 'framed', entry: 'whole' }
      : { styles: ['embed'], boot: 'framed', entry: 'embed' };
  if (kind === 'story') return { styles: [], boot: 'boot', entry: 'client' };
  const own = style ?? (script === 'leaf' ? null : script);
  return { styles: own === null ? ['leaf'] : ['leaf', own], boot: 'boot', entry: script };
}
