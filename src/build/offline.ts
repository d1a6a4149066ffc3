/**
 * The story in one file, for a stick or a folder without a network: `inside-the-frame.html` opens by double click. In
 * it stand the story with its script and fonts, the pages beside it as parts that are shown one at a time (addresses
 * `#page/<path>`), and, packed, every file the story or the pages would ask for. A policy in its head forbids it to ask
 * anybody for anything.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import postcss from 'postcss';
import { SKIP, visit } from 'unist-util-visit';
import { folderOf, SITE } from '../site/address.ts';
import type { PageOut, Site } from '../site/page.ts';
import { escapeHtml } from '../site/snippets.ts';
import { bundle } from './bundle.ts';
import { inTag } from './framed.ts';
import { withPolicy } from './policy.mjs';
import { bare, slim } from './slim.ts';

export const OFFLINE = 'inside-the-frame.html';

/** Pages that stand in the file, in this order; each figure's own page is too large to be among them. */
const INCLUDED = [/^teach\//, /^passports\//, /^data\//, /^figures\/index\.html$/];

/** What the story asks for by itself: files of its own folder, and drawings by size. */
const ASKED = /^(?:[\w-]+|figures\/[\w-]+\.\d+)\.json$/;

/** Attributes that name ids of the same page. */
const NAMING = [
  'htmlFor',
  'ariaLabelledBy',
  'ariaDescribedBy',
  'ariaControls',
  'list',
  'popoverTarget',
  'headers',
];

/** An address that cannot be one of ours, against which relative ones are read. */
const HERE = 'https://here.invalid/';

interface Parts {
  /** The story's styles with its fonts; addresses relative to the site's root. */
  readonly css: string;
  readonly fonts: ReadonlyMap<string, Buffer>;
  /** A style sheet of `src/styles`, or nothing if there is none. */
  readonly style: (name: string) => string;
  /** Runs before the first paint. */
  readonly boot: string;
  readonly icon: string;
}

export interface Offline {
  readonly html: string;
  /** In words: "0.9 MB". */
  readonly size: string;
  readonly sha256: string;
}

/** One page as it will stand in the file: its path, its tree, and the ids it has. */
interface Part {
  readonly path: string;
  readonly page: PageOut;
  readonly tree: Root;
  readonly ids: ReadonlySet<string>;
}

/** A page's tree. The drawings' common definitions stand in the file once, for all; small pictures are left out. */
function partOf(path: string, page: PageOut): Part {
  const tree = fromHtml(bare(page.body), { fragment: true });
  const ids = new Set<string>();
  visit(tree, 'element', (node, index, parent) => {
    if ((isDefs(node) || classed(node, 'thumb')) && parent && index !== undefined) {
      parent.children.splice(index, 1);
      return [SKIP, index];
    }
    if (typeof node.properties['id'] === 'string') ids.add(node.properties['id']);
    return undefined;
  });
  return { path: folderOf(path), page, tree, ids };
}

const classed = (node: Element, name: string): boolean =>
  [node.properties['className']].flat().includes(name);
const isDefs = (node: Element): boolean => node.tagName === 'svg' && classed(node, 'defs');

/** Makes the file. @throws Error naming a page that shows a file which cannot be put inside */
export async function offlineFile(root: string, site: Site, parts: Parts): Promise<Offline> {
  const story = site.pages.get('index.html');
  if (!story) throw new Error('found:    no story\nexpected: index.html among the pages');
  const { ui } = site;
  const told = partOf('index.html', story);
  const beside = INCLUDED.flatMap((wanted) =>
    [...site.pages].filter(([path, page]) => page.kind === 'leaf' && wanted.test(path)),
  ).map(([path, page]) => partOf(path, page));
  const known = new Map(beside.map((part) => [part.path, part]));
  const files = new Map([...site.files].filter(([path]) => ASKED.test(path)));

  /** The address in the file of what a link of a page leads to. */
  function lead(from: Part, node: Element): void {
    const href = String(node.properties['href']);
    if (/^(?!https?:)[a-z]+:/i.test(href)) return;
    const to = new URL(href, HERE + from.path);
    if (href.startsWith(SITE)) node.properties['dataOnline'] = ui.offline.online;
    if (to.origin !== new URL(HERE).origin) return;
    const path = folderOf(to.pathname.slice(1));
    const id = decodeURIComponent(to.hash.slice(1));
    const part = known.get(path);
    if (path === '' && (to.search !== '' || from === told))
      node.properties['href'] = to.search + to.hash || '#';
    else if (path === '') node.properties['href'] = told.ids.has(id) ? to.hash : '#';
    else if (part) node.properties['href'] = `#page/${path}${part.ids.has(id) ? id : ''}`;
    else {
      const content = site.files.get(path);
      node.properties['href'] = SITE + path + to.search + to.hash;
      if ('download' in node.properties && content !== undefined) {
        files.set(path, content);
        node.properties['dataFile'] = path;
      } else node.properties['dataOnline'] = ui.offline.online;
    }
  }

  /** A picture that the page shows, as a part of the page. */
  function show(from: Part, node: Element): void {
    const src = String(node.properties['src']);
    if (src.startsWith('data:')) return;
    const path = new URL(src, HERE + from.path).pathname.slice(1);
    const file = [site.copies.get(path), join(root, 'static', path)].find((one) => one && existsSync(one));
    const content = site.files.get(path) ?? (file && readFileSync(file));
    const kind = { svg: 'image/svg+xml', png: 'image/png', jpg: 'image/jpeg' }[path.split('.').at(-1) ?? ''];
    if (content === undefined || !kind || node.tagName !== 'img')
      throw new Error(
        `${OFFLINE}, from ${from.path}\n  found:    <${node.tagName} src="${src}">\n  expected: a picture (svg, png, jpg) among the site's files`,
      );
    node.properties['src'] = `data:${kind};base64,${Buffer.from(content).toString('base64')}`;
  }

  function htmlOf(part: Part): string {
    const prefix = part === told ? '' : `page/${part.path}`;
    const renamed = (text: string): string =>
      text
        .split(/\s+/)
        .map((id) => (part.ids.has(id) ? prefix + id : id))
        .join(' ');
    const painted = (text: string): string =>
      text.replace(/url\(#([^)]+)\)/g, (_, id: string) => `url(#${renamed(id)})`);
    visit(part.tree, 'element', (node) => {
      const has = node.properties;
      for (const name of ['href', 'xLinkHref'])
        if (node.tagName === 'use' && typeof has[name] === 'string')
          has[name] = `#${renamed(has[name].slice(1))}`;
      if (node.tagName === 'a' && 'href' in has) lead(part, node);
      if ('src' in has) show(part, node);
      if (prefix === '') return;
      if (typeof has['id'] === 'string') has['id'] = prefix + has['id'];
      for (const [name, value] of Object.entries(has)) {
        if (NAMING.includes(name)) has[name] = renamed([value].flat().join(' '));
        else if (typeof value === 'string' && value.includes('url(#')) has[name] = painted(value);
      }
    });
    if (part === told) note(part.tree);
    // The story's script reads lists and their spaces; of the other pages a tenth is end tags that nobody needs.
    return slim(
      toHtml(part.tree, {
        collapseEmptyAttributes: true,
        preferUnquoted: true,
        omitOptionalTags: part !== told,
      }),
    );
  }

  /** What this file is, and what is in it, where the story says what it is. */
  function note(tree: Root): void {
    visit(tree, 'element', (node) => {
      if (node.properties['id'] !== 'about') return;
      const list = beside.map(
        ({ path, page }) => `<li><a href="#page/${path}">${escapeHtml(nameOf(page))}</a></li>`,
      );
      const html = `<h3>${escapeHtml(ui.offline.title)}</h3><p>${escapeHtml(ui.offline.note)}</p><ul>${list.join('')}</ul>`;
      node.children.push(...(fromHtml(html, { fragment: true }).children as Element[]));
    });
  }
  const nameOf = (page: PageOut): string => page.title.replace(` – ${ui.site}`, '');

  const storyHtml = htmlOf(told);
  const pagesHtml = beside.map((part) => {
    const style = part.path.split('/')[0] ?? '';
    return `<div class="single-page" id="page/${part.path}" data-of="${style}" data-title="${escapeHtml(part.page.title)}" lang="${part.page.lang}">\n${htmlOf(part)}\n</div>`;
  });
  const code = await bundle(root, `import '${join(root, 'src/entry/single.ts')}';`);
  const defs = /<svg class="defs[\s\S]*?<\/svg>/.exec(story.body)?.[0] ?? '';
  const packed = deflateSync(JSON.stringify(Object.fromEntries(files)), { level: 9 }).toString('base64');
  const css =
    withFonts(parts.css, parts.fonts).replaceAll(
      // While a page is shown the story is in no way to read.
      /\[data-mode(?:='[a-z]+')?\]/g,
      '$&:not(:where([data-leaf]))',
    ) +
    scoped(parts.style('leaf'), '.single-page') +
    scoped(parts.style('teach'), "[data-of='teach']", 'teach') +
    parts.style('single');
  // A page that is asked for is shown from the first paint on.
  const first = `${parts.boot}location.hash.startsWith('#page/')&&(document.documentElement.dataset.leaf='')`;
  const html = withPolicy(`<!doctype html>
<html lang="${story.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(story.title)}</title>
<meta name="description" content="${escapeHtml(story.description)}">
<meta name="color-scheme" content="light dark">
<link rel="canonical" href="${SITE}">
<link rel="icon" href="${parts.icon}">
<style>${css}</style>
<script>${inTag(first)}</script>
</head>
<body>
${bare(defs)}
<div class="single-story">
${storyHtml}
</div>
${pagesHtml.join('\n')}
<script type="application/octet-stream" id="packed">${packed}</script>
<script>${inTag(code)}</script>
</body>
</html>
`);
  const bytes = Buffer.from(html);
  return {
    html,
    size: `${(bytes.length / 1e6).toFixed(1)} MB`,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
}

/** A page that offers the file says how large it is, and what its sum is. */
export const saysOffline = (body: string, { size, sha256 }: Offline): string =>
  body
    .replace(/(<(\w+)\b[^<>]*\sdata-offline-size\b[^<>]*>)[^<]*(<\/\2>)/g, `$1${size}$3`)
    .replace(/(<(\w+)\b[^<>]*\sdata-offline-sha\b[^<>]*>)[^<]*(<\/\2>)/g, `$1${sha256}$3`);

/** Styles with the fonts in them. */
function withFonts(css: string, fonts: ReadonlyMap<string, Buffer>): string {
  return css.replace(/url\((assets\/[^)]+\.woff2)\)/g, (whole, path: string) => {
    const font = fonts.get(path);
    return font ? `url(data:font/woff2;base64,${font.toString('base64')})` : whole;
  });
}

/**
 * Styles of a page beside the story that hold in its part of the file only, as strong as they were. The root of the
 * page becomes its part, unless more than its being a page beside the story is said of it.
 * @param sheet name of the paper whose rules are for this page alone
 */
export function scoped(css: string, part: string, sheet?: string): string {
  const tree = postcss.parse(css);
  tree.walkRules((rule) => {
    if (rule.parent?.type === 'atrule' && /keyframes$/.test((rule.parent as postcss.AtRule).name)) return;
    rule.selectors = rule.selectors.map((selector) => {
      const short = selector
        .trim()
        .replace(/^(?:html|:root)?\[data-leaf\](?=\s|$)/, part)
        .replace(/^((?:html|:root)\S*)\[data-leaf\]/, '$1')
        .replace(/^(?:html|body|:root)(?=\s|$)/, part);
      if (short.startsWith(part)) return short;
      const [, top, rest] = /^((?:html|body|:root|\[data-[a-z]+[^\]]*\])\S*)\s+(.+)$/s.exec(short) ?? [];
      // An attribute at the beginning may be the root's or a part's: only those of the address are the root's.
      return top && rest && /^(?:html|body|:root)|data-(?:theme|motion|print|mode|what)\b/.test(top)
        ? `${top} :where(${part}) ${rest}`
        : `:where(${part}) ${short}`;
    });
  });
  if (sheet !== undefined) {
    let own = false;
    tree.walkAtRules('page', (at) => {
      if (/^[a-z]/i.test(at.params)) return;
      at.params = sheet + at.params;
      own = true;
    });
    if (own) tree.append(`${part}{page:${sheet}}`);
  }
  return tree.toString();
}
