/** Pages for frames of other sites: one a figure, and the story; their oEmbed answers; the gallery of snippets. */
import { render } from 'svelte/server';
import type { Content } from '../build/content.ts';
import { checkPinned, correctionsSince, pinnedPages, versionsOf } from '../build/pinned.ts';
import { shorterPaths } from '../build/paths.ts';
import type { Data } from '../data/door.ts';
import type { FigureSpec } from '../figures/spec.ts';
import { dateText } from '../model/format.ts';
import { pack } from '../model/sent.ts';
import { FIRST, SITE } from '../site/address.ts';
import EmbedPage from '../site/EmbedPage.svelte';
import Gallery from '../site/Gallery.svelte';
import heights from '../site/heights.json';
import type { PageFigure, PageOut } from '../site/page.ts';
import { cite, honest, type Pages } from '../site/sentence.ts';
import {
  cardLines,
  discovery,
  escapeHtml,
  oembed,
  inScript,
  snippets,
  type Embeddable,
  type EmbedWords,
} from '../site/snippets.ts';
import { put } from '../model/put.ts';
import { badgesOf, type Ui } from '../site/ui.ts';
import { rateText, sentWords } from '../site/words.ts';
import { placeOf, steps, viewsOf } from '../story/steps.ts';
import { faceOf } from './drawing.ts';

/** Room kept for a text that breaks otherwise in the reader's own fonts: one line. */
const SLACK = 24;

interface Given {
  readonly root: string;
  readonly lang: string;
  readonly data: Data;
  readonly ui: Ui;
  readonly figures: Readonly<Record<string, PageFigure>>;
  readonly content: Content;
  /** Small pictures of the figures, by id; the story has none. */
  readonly thumbs: Readonly<Record<string, string>>;
  /** What is seen on the story's own card. */
  readonly card: string;
  /** The story as HTML with the line that leads home. */
  readonly storyBody: (foot: Pick<EmbedWords, 'home' | 'out'>) => string;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The name under which a figure's face is drawn. @throws Error if it has none */
function faceName(spec: FigureSpec): string {
  const found = Object.entries(spec.views).find(([, view]) => same(view, faceOf(spec)));
  if (!found)
    throw new Error(
      `figure ${spec.id}\n  found:    a face that is none of its views\n  expected: one of them`,
    );
  return found[0];
}

/**
 * The greatest height that was measured at any width, with room for one more line. A new figure can only be measured
 * once it is built: until then it has the room of the highest of all, and a test asks for `npm run heights`.
 */
function heightOf(id: string): number {
  const all = heights as Record<string, Record<string, number>>;
  const measured = all[id] ? [all[id]] : Object.values(all);
  return Math.max(...measured.flatMap((of) => Object.values(of))) + SLACK;
}

const sentences = (figure: PageFigure, data: Data, pages: Pages): string =>
  figure.rows
    .flatMap((rate) => {
      const test = data.tests.get(rate.test);
      return (test && honest(rate, test, pages.sentence)) ?? [];
    })
    .join('\n\n');

/** Pages and files by path, and what the heads of other pages say of the same figures. */
export function embeds(given: Given): {
  pages: Map<string, PageOut>;
  files: Map<string, string>;
  copies: ReadonlyMap<string, string>;
  /** Lines for the head of a page about a figure (or `story`), by id. */
  heads: (id: string, page: string) => string[];
  /** What a figure is called where a link to it is previewed: never without its model and its test. */
  cardTitle: (id: string) => string;
} {
  const { lang, data, ui, figures, content } = given;
  const words = content.words<EmbedWords>('embed.json');
  const pagesWords = content.words<Pages>('pages.json');
  const badges = badgesOf(ui);
  const year = data.compiled.slice(0, 4);
  const pages = new Map<string, PageOut>();
  const files = new Map<string, string>();
  const items = new Map<string, Embeddable>();

  for (const figure of Object.values(figures)) {
    const { spec, words: own } = figure;
    const face = faceOf(spec);
    const said = own.views[spec.speak(face)];
    const card = words.cards[spec.id as keyof EmbedWords['cards']];
    if (!said || !card)
      throw new Error(`embed.json\n  found:    no card for figure "${spec.id}"\n  expected: title and text`);
    const home = `figures/${spec.id}/`;
    items.set(spec.id, {
      id: spec.id,
      title: card.title,
      label: ui.labels[spec.status(face)].short,
      summary: card.text,
      source: said.source,
      alt: said.alt,
      picture: `${home}${faceName(spec)}`,
      card: `${home}card`,
      home,
      height: heightOf(spec.id),
      sentence: sentences(figure, data, pagesWords) || card.text,
      citation: Object.values(cite(card.title, spec.id, SITE + home, year)).join('\n\n'),
    });
  }
  const { title, text } = words.cards.story;
  items.set('story', {
    id: 'story',
    title,
    label: '',
    summary: text,
    source: words.home,
    alt: `${text} (${given.card})`,
    picture: 'card',
    card: 'card',
    home: '',
    height: heightOf('story'),
    sentence: text,
    citation: Object.values(cite(title, 'story', SITE, year)).join('\n\n'),
  });

  const heads = (id: string, page: string): string[] => {
    const it = items.get(id);
    if (!it) return [];
    return [discovery(it), `<link rel="canonical" href="${SITE}${page}">`, ...cardLines(it, page, lang)];
  };
  const framed = (id: string): string[] => {
    const it = items.get(id) as Embeddable;
    return [
      ...heads(id, it.home),
      '<meta name="robots" content="noindex">',
      // Searches lead to the figure's own page; archives may keep what a post of today shows.
      '<meta name="archive.org_bot" content="all">',
      '<meta name="responsive-embedded-sizing">',
    ];
  };

  for (const figure of Object.values(figures)) {
    const { spec, rows, words: own, module } = figure;
    const it = items.get(spec.id) as Embeddable;
    const face = faceOf(spec);
    const views = { ...spec.views, ...viewsOf(spec.id) };
    const sent = inScript(
      JSON.stringify({
        rows: rows.map(pack),
        words: sentWords(own),
        badges,
        steps: steps.map(({ id }) => id),
        views,
        face,
      }),
    );
    const step =
      steps.find((one) => one.figure === spec.id && same(one.view, face)) ??
      steps.find((one) => one.figure === spec.id);
    const props = { figure, view: face, ui, words, home: `../../#${step?.id ?? ''}`, sent };
    pages.set(`embed/${spec.id}/index.html`, {
      title: `${it.title} – ${ui.site}`,
      description: it.summary,
      lang,
      body: shorterPaths(render(EmbedPage, { props }).body),
      kind: 'framed',
      // Links lead out of the frame, as if they stood on the figure's page.
      head: [...framed(spec.id), `<base href="../../figures/${spec.id}/" target="_blank">`],
      framed: { id: spec.id, module },
    });
  }
  pages.set('embed/story/index.html', {
    title: `${title} – ${ui.site}`,
    description: text,
    lang,
    // Its own places stay in the frame; all else leads out of it.
    body: given
      .storyBody(words)
      .replaceAll('href="#source-', 'href="./#source-')
      .replace(/ href="(?![#?]|[a-z]+:)([^"]*)"/g, ' href="../../$1" target="_blank"')
      .replace(/ href="(https?:[^"]*)"/g, ' href="$1" target="_blank"')
      .concat(`<script type="application/json" id="heights">${JSON.stringify(heights.story)}</` + 'script>'),
    kind: 'framed',
    head: framed('story'),
    framed: { id: 'story', module: null },
  });
  for (const it of items.values()) files.set(`oembed/${it.id}.json`, oembed(it, words));

  // Versions are pinned in the first language.
  const versions = lang === FIRST ? versionsOf(given.root) : [];
  const now = new Map([...data.rates].map(([id, rate]) => [id, JSON.parse(JSON.stringify(pack(rate)))]));
  checkPinned(versions, now, data.corrections, data.lineOf, (id) => {
    const rate = data.rates.get(id);
    return rate ? ['counts', 'rate', 'words'].flatMap((form) => rateText(rate, form) ?? []) : [];
  });
  const pinned = pinnedPages(given.root, versions, (version, figure) =>
    correctionsSince(version, figure, now, data.corrections)
      .map(({ date, was, is, why }) =>
        escapeHtml(put(words.corrected, { date: dateText(date), was, is, why })),
      )
      .map((said) => `${said} <a href="./">${escapeHtml(words.current)}</a>`)
      .join('<br>'),
  );
  for (const [path, html] of pinned.pages) files.set(path, html);

  const inOrder = [...items.values()].sort((a, b) => placeOf(a.id) - placeOf(b.id));
  const list = inOrder.map((it) => ({
    it,
    snippets: snippets(it),
    picture: given.thumbs[it.id] ?? null,
    views: viewNames(it.id),
    versions: versions
      .filter(({ figures: held }) => it.id in held)
      .map(({ version, date }) => ({
        id: version,
        says: put(words.gallery.pinned, { version, date: dateText(date) }),
      })),
  }));
  pages.set('embed/index.html', {
    title: `${words.gallery.title} – ${ui.site}`,
    description: words.gallery.lead,
    lang,
    body: render(Gallery, { props: { list, words, pages: pagesWords.figure } }).body,
    kind: 'leaf',
    head: [],
    script: 'gallery',
  });
  return { pages, files, copies: pinned.copies, heads, cardTitle: (id) => items.get(id)?.title ?? id };

  /** Views of a figure that the address can name, with their titles; none where there is only one. */
  function viewNames(id: string): { name: string; title: string }[] {
    const figure = figures[id];
    if (!figure) return [];
    const named = Object.entries(figure.spec.views).map(([name, view]) => ({
      name,
      title: figure.words.views[figure.spec.speak(view)]?.title ?? name,
    }));
    return named.length > 1 ? named : [];
  }
}
