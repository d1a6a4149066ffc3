/** Styles cut down to what a page and its script can ever use. Careful: what it does not understand, it keeps. */
import postcss from 'postcss';

/** Beginnings of class names whose ends are put together from what is drawn. */
const MADE = /^(?:i|t|is)-/;

/** Attributes of the root element that come from the address. */
const ASKED = ['data-theme', 'data-motion', 'data-embed'];

/** A selector without what stands in brackets of `:is()`, `:where()` and `:not()`: there, one of several may do. */
function outside(selector: string): string {
  let rest = selector;
  for (let before = ''; before !== rest;) {
    before = rest;
    rest = rest.replace(/:(?:is|where|not|has|global)\([^()]*\)/g, '');
  }
  return rest;
}

/**
 * @param css styles
 * @param sources texts in which class names and attributes are looked for: HTML, scripts
 * @param made beginnings of class names that scripts put together
 */
export function purge(css: string, sources: readonly string[], made = MADE): string {
  const known = new Set(['js', ...ASKED, ...sources.flatMap((source) => source.match(/[\w-]+/g) ?? [])]);
  const used = (selector: string): boolean =>
    [...outside(selector).matchAll(/[.[]([a-zA-Z_][\w-]*)/g)].every(
      ([, name = '']) => known.has(name) || made.test(name),
    );
  const sheet = postcss.parse(css);
  sheet.walkRules((rule) => {
    if (rule.parent?.type === 'atrule' && /keyframes$/.test((rule.parent as postcss.AtRule).name)) return;
    const kept = rule.selectors.filter(used);
    if (kept.length === 0) rule.remove();
    else rule.selectors = kept;
  });
  sheet.walkAtRules((at) => {
    if (at.nodes?.length === 0) at.remove();
  });
  return sheet.toString();
}
