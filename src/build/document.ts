/** The document around a page's body. */
import { readFileSync } from 'node:fs';
import type { PageOut } from '../site/page.ts';
import { SITE, upFrom } from '../site/address.ts';
import { escapeHtml } from '../site/snippets.ts';
import { keepLines } from './found.ts';

export const DRAWING = readFileSync('static/icon.svg', 'utf8').trim();
/** Inline: an icon file is asked for again at every change of the address. Only what an address cannot hold is escaped. */
export const ICON = `data:image/svg+xml,${DRAWING.replaceAll('"', "'").replace(/[%#<>{} ]/g, encodeURIComponent)}`;

/** A page's root: what kind of page it is, for the styles and scripts. */
export function rootOf(page: PageOut): string {
  const kind = page.kind === 'leaf' ? ' data-leaf' : page.framed ? ` data-embed="${page.framed.id}"` : '';
  const site = page.script === 'gallery' ? ` data-site="${SITE}"` : '';
  return `<html lang="${page.lang}"${kind}${site}>`;
}

/** The document around a page's body. */
export function documentOf(path: string, page: PageOut, body: string, head: string, end = ''): string {
  return `<!doctype html>
${rootOf(page)}
<head>
<meta charset="utf-8">
${[...page.head, ''].join('\n')}<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(page.title)}</title>
<meta name="description" content="${escapeHtml(page.description)}">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="${ICON}">
${page.framed ? '' : keepLines(upFrom(path))}${head}
</head>
<body>
${body}
${end}</body>
</html>
`;
}
