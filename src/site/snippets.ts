/** What a blogger copies, for one figure or the story. Every form names the test, its source and the way home. */
import type embed from '../content/en/embed.json';
import { LICENCE, SITE } from './address.ts';

export type EmbedWords = typeof embed;

export interface Embeddable {
  /** A figure's id, or `story`. */
  readonly id: string;
  readonly title: string;
  /** The label in words, such as "Measured in a test"; the story has all six, so none. */
  readonly label: string;
  readonly summary: string;
  readonly source: string;
  readonly alt: string;
  /** Path of the picture without ending. */
  readonly picture: string;
  readonly card: string;
  /** Path of the page that the picture and the caption lead to. */
  readonly home: string;
  /** Height that holds the frame from 280 to 1200 pixels of width, pixels. */
  readonly height: number;
  readonly sentence: string;
  readonly citation: string;
}

/** Kinds of snippet, in the order of the tabs. */
export const KINDS = [
  'iframe',
  'script',
  'element',
  'oembed',
  'png',
  'svg',
  'markdown',
  'html',
  'sentence',
  'citation',
] as const;
export type Kind = (typeof KINDS)[number];

/** Text as it may stand in HTML, also within quotation marks. */
export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** JSON as it may stand in a script of a page. */
export const inScript = (json: string): string => json.replaceAll('<', '\\u003c');

const markdown = (text: string): string => text.replace(/[[\]\\]/g, '\\$&');

/** Title of a frame: what a screen reader says of it. */
const frameTitle = ({ title, label }: Embeddable): string => (label === '' ? title : `${title} (${label})`);

/** A text that begins with the figure's label. */
const labelled = ({ label }: Embeddable, text: string): string => (label === '' ? text : `${label}. ${text}`);

/** At most so many characters, whole words. */
const cut = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).replace(/\s+\S*$/, '')}…`;

/** The frame itself. A story that is unrolled is higher than any frame, so only a figure's never scrolls. */
function iframe(it: Embeddable, address = `${SITE}embed/${it.id}/`): string {
  const scrolling = it.id === 'story' ? '' : ' scrolling="no"';
  return `<iframe src="${address}" title="${escapeHtml(frameTitle(it))}" loading="lazy" width="100%" height="${it.height}" style="border:0;width:100%;max-width:100%"${scrolling}></iframe>`;
}

/** What ends a title that ends with no stop of its own. */
const stop = ({ title }: Embeddable): string => (/[.?!]$/.test(title) ? '' : '.');

const caption = (it: Embeddable): string =>
  `<a href="${SITE}${it.home}">${escapeHtml(it.title)}</a>${stop(it)} ${escapeHtml(labelled(it, it.source))} ${LICENCE}.`;

const figure = (inner: string, it: Embeddable): string =>
  `<figure style="margin:0">\n  ${inner}\n  <figcaption>${caption(it)}</figcaption>\n</figure>`;

/** All snippets of one figure, or of the story. */
export function snippets(it: Embeddable): Partial<Record<Kind, string>> {
  const page = `${SITE}${it.home}`;
  const png = `${SITE}${it.picture}.png`;
  const image = `<a href="${page}"><img src="${png}" alt="${escapeHtml(it.alt)}" style="max-width:100%;height:auto"></a>`;
  const framed = figure(iframe(it), it);
  return {
    iframe: framed,
    script: `${framed}\n<script src="${SITE}embed.js" async></` + `script>`,
    element:
      `<script src="${SITE}frame-figure.js" async></` +
      `script>\n<frame-figure name="${it.id}" height="${it.height}" title="${escapeHtml(frameTitle(it))}">${caption(it)}</frame-figure>`,
    oembed: page,
    // The story's picture is its card, in one size.
    png: it.id === 'story' ? png : `${SITE}${it.picture}@2x.png`,
    ...(it.id === 'story' ? {} : { svg: `${SITE}${it.picture}.svg` }),
    markdown: `[![${markdown(it.alt)}](${png})](${page})\n\n[${markdown(it.title)}](${page})${stop(it)} ${markdown(labelled(it, it.source))} ${LICENCE}.`,
    html: figure(image, it),
    sentence: it.sentence,
    citation: it.citation,
  };
}

/**
 * A valid `rich` oEmbed answer. A file cannot obey maxwidth or maxheight; 640 pixels fit most columns. The blockquote
 * is what WordPress shows until the frame has told its height, and what a feed shows without frames.
 */
export function oembed(it: Embeddable, words: EmbedWords): string {
  return `${JSON.stringify(
    {
      version: '1.0',
      type: 'rich',
      title: `${frameTitle(it)}`,
      author_name: words.site,
      author_url: SITE,
      provider_name: words.site,
      provider_url: SITE,
      cache_age: 86400,
      width: 640,
      height: it.height,
      html: `<blockquote>${caption(it)}</blockquote>${iframe(it).replace('width="100%"', 'width="640" frameborder="0"')}`,
      thumbnail_url: `${SITE}${it.card}.png`,
      thumbnail_width: 1200,
      thumbnail_height: 630,
    },
    null,
    1,
  )}\n`;
}

/** Lines for the head of a page that can be shared: what previews show, never a bare rate. */
export function cardLines(it: Embeddable, page: string, lang: string): string[] {
  const title = escapeHtml(it.title);
  const text = escapeHtml(cut(labelled(it, it.summary), 200));
  const image = `${SITE}${it.card}.png`;
  return [
    `<meta property="og:type" content="article">`,
    `<meta property="og:title" content="${title}">`,
    `<meta property="og:description" content="${text}">`,
    `<meta property="og:url" content="${SITE}${page}">`,
    `<meta property="og:image" content="${image}">`,
    `<meta property="og:image:width" content="1200">`,
    `<meta property="og:image:height" content="630">`,
    `<meta property="og:image:alt" content="${escapeHtml(it.alt)}">`,
    `<meta property="og:locale" content="${lang === 'en' ? 'en_GB' : lang}">`,
    `<meta name="twitter:card" content="summary_large_image">`,
  ];
}

/** The link by which other sites find the oEmbed file; they read only the beginning of a page. */
export const discovery = (it: Embeddable): string =>
  `<link rel="alternate" type="application/json+oembed" href="${SITE}oembed/${it.id}.json" title="${escapeHtml(frameTitle(it))}">`;
