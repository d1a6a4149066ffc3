/**
 * What content systems do to pasted HTML, written after their published rules and not after our snippets: WordPress's
 * filter for providers it does not know (wp_filter_oembed_result), and what feed readers and mail programs take out.
 */
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { visit, SKIP } from 'unist-util-visit';

/** Keeps the named elements with the named attributes; of others, only what they hold. */
function only(html, allowed, dropped = []) {
  const tree = fromHtml(html, { fragment: true });
  visit(tree, 'element', (node, index, parent) => {
    if (dropped.includes(node.tagName)) {
      parent.children.splice(index, 1);
      return [SKIP, index];
    }
    const attributes = allowed[node.tagName];
    if (!attributes) {
      parent.children.splice(index, 1, ...node.children);
      return [SKIP, index];
    }
    node.properties = Object.fromEntries(
      Object.entries(node.properties).filter(([name]) => attributes.includes(name.toLowerCase())),
    );
    return undefined;
  });
  return toHtml(tree);
}

/** As WordPress shows the answer of an oEmbed provider that it does not know. */
export function wordpress(html, secret) {
  const kept = only(
    html,
    {
      a: ['href'],
      blockquote: [],
      iframe: ['src', 'width', 'height', 'frameborder', 'marginwidth', 'marginheight', 'scrolling', 'title'],
    },
    ['script', 'style'],
  );
  const found = /(<blockquote>.*?<\/blockquote>)?.*(<iframe.*?><\/iframe>)/s.exec(kept);
  if (!found) return '';
  const [, quote = '', frame] = found;
  let out = quote + frame.replace(/ src="([^"]*)"/, ` src="$1#?secret=${secret}" data-secret="${secret}"`);
  out = out.replace('<blockquote', `<blockquote data-secret="${secret}"`);
  if (quote !== '')
    out = out
      .replace('<iframe', '<iframe style="position: absolute; visibility: hidden;"')
      .replace('<blockquote', '<blockquote class="wp-embedded-content"');
  return out.replace(
    '<iframe',
    '<iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted"',
  );
}

/** As a feed reader or a mail program shows it. */
export const feed = (html) =>
  only(
    html,
    {
      a: ['href'],
      img: ['src', 'alt', 'width', 'height'],
      figure: [],
      figcaption: [],
      blockquote: [],
      p: [],
      em: [],
      strong: [],
    },
    ['script', 'style', 'iframe', 'form', 'object'],
  );
