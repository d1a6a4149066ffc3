/**
 * Head and script of the pages in frames. A figure's page is one file: its styles cut down to what it uses, its script
 * inline, since a frame may have no origin to ask for modules from; beside it only its fonts. The story's script is
 * large enough to be a file of its own.
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { PageOut } from '../site/page.ts';
import { bundle } from './bundle.ts';
import { embedScript, partsOf } from './parts.ts';
import { purge } from './purge.ts';

interface Parts {
  /** The story's styles with all fonts; addresses relative to the site's root. */
  readonly css: string;
  /** A style sheet of src/styles by its name. */
  readonly style: (name: string) => string;
  /** Runs before the first paint. */
  readonly boot: string;
}

interface Framed {
  readonly head: string;
  /** What stands before the end of the body. */
  readonly end: string;
  readonly files: readonly (readonly [string, string])[];
}

const SERIF = /@font-face\{font-family:'Frame Serif';font-style:(\w+)[^}]*\}/g;
const SET_IN_SERIF = /\.([\w-]+)\{[^}]*font-family:var\(--serif\)/g;

/**
 * Most figures are set in the sans alone: only those with words of a page of print have the serif, upright. Such words
 * stand in a still, or only where there is more room: then the script has their tone.
 */
function fontsFor(body: string, code: string, css: string): string {
  const drawn = [...css.matchAll(SET_IN_SERIF)].some(
    ([, name = '']) =>
      new RegExp(`<text class="${name}\\b`).test(body) ||
      (name.startsWith('t-') && new RegExp(`["'\`]${name.slice(2)}["'\`]`).test(code)),
  );
  return css.replace(SERIF, (face, style) => (drawn && style === 'normal' ? face : ''));
}

/** A script as it may stand in a page. */
export const inTag = (code: string): string =>
  code.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');

/** Makes what a framed page needs besides its body. */
export function framedPages(root: string, { css, style, boot }: Parts): (page: PageOut) => Promise<Framed> {
  const styled = (code: string): string => code.replaceAll('url(assets/', 'url(../../assets/');
  const first = `<script>${boot}</script>`;
  return async (page) => {
    const { framed, body } = page;
    const { styles, entry } = partsOf(page);
    const more = styles.map(style).join('');
    if (!framed) throw new Error('found:    a page that is in no frame\nexpected: a framed one');
    if (framed.module === null) {
      const code = await bundle(root, `import '${join(root, `src/entry/${entry}.ts`)}';`);
      const name = `embed/story.${createHash('sha256').update(code).digest('hex').slice(0, 8)}.js`;
      return {
        head: `<style>${styled(css + more)}</style>\n${first}\n<script defer src="../../${name}"></script>`,
        end: '',
        files: [[name, code]],
      };
    }
    const code = await bundle(
      root,
      embedScript(join(root, framed.module), join(root, `src/entry/${entry}.ts`)),
      true,
    );
    const own = purge(fontsFor(body, code, css), [body, code]);
    return {
      head: `<style>${styled(own + more)}</style>\n${first}`,
      end: `<script>${inTag(code)}</script>\n`,
      files: [],
    };
  };
}
