/** Pages for frames of other sites: one a figure, and the story; their oEmbed answers; the gallery of snippets. */
import { render } from 'svelte/server';
import type { Content } from '../build/content.ts';
import { checkPinned, correctionsSince, pinnedPages, versionsOf, type Version } from '../build/pinned.ts';
import { shorterPaths } from '../build/paths.ts';
import type { Data } from '../data/door.ts';
import { dateText } from '../model/format.ts';
import { put } from '../model/put.ts';
import { pack } from '../model/sent.ts';
import { FIRST, SITE } from '../site/address.ts';
import EmbedPage from '../site/EmbedPage.svelte';
import Gallery from '../site/Gallery.svelte';
import heights from '../site/heights.json';
import { leafOf, type PageFigure, type PageOut } from '../site/page.ts';
import type { Pages } from '../site/sentence.ts';
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
import { badgesOf, type Ui } from '../site/ui.ts';
import { rateText, sentWords } from '../site/words.ts';
import { placeOf, steps, viewsOf } from '../story/steps.ts';
import { faceOf } from './drawing.ts';
import { figureItem, same, storyItem } from './embeddable.ts';

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
  const { lang, data, ui, content } = given;
  const words = content.words<EmbedWords>('embed.json');
  const pagesWords = content.words<Pages>('pages.json');
  const figures = Object.values(given.figures).map((figure) => ({
    figure,
    it: figureItem(figure, data, ui, words, pagesWords.sentence),
  }));
  const story = storyItem(data, words, given.card);
  const items = new Map([...figures.map(({ it }) => it), story].map((it) => [it.id, it]));
  const pinned = pinnedOf(given, words);
  return {
    pages: new Map([
      ...figures.map(
        ({ figure, it }) => [`embed/${it.id}/index.html`, framedFigure(figure, it, words, given)] as const,
      ),
      ['embed/story/index.html', framedStory(story, words, given)],
      ['embed/index.html', gallery([...items.values()], pinned.versions, words, pagesWords, given)],
    ]),
    files: new Map([
      ...[...items.values()].map((it) => [`oembed/${it.id}.json`, oembed(it, words)] as const),
      ...pinned.pages,
    ]),
    copies: pinned.copies,
    heads: (id, page) => {
      const it = items.get(id);
      return it ? headOf(it, page, lang) : [];
    },
    cardTitle: (id) => items.get(id)?.title ?? id,
  };
}

const headOf = (it: Embeddable, page: string, lang: string): string[] => [
  discovery(it),
  `<link rel="canonical" href="${SITE}${page}">`,
  ...cardLines(it, page, lang),
];

const framedHead = (it: Embeddable, lang: string): string[] => [
  ...headOf(it, it.home, lang),
  '<meta name="robots" content="noindex">',
  // Searches lead to the figure's own page; archives may keep what a post of today shows.
  '<meta name="archive.org_bot" content="all">',
  '<meta name="responsive-embedded-sizing">',
];

/** One figure in a frame, with what its script needs to draw it. */
function framedFigure(
  figure: PageFigure,
  it: Embeddable,
  words: EmbedWords,
  { ui, lang }: Pick<Given, 'ui' | 'lang'>,
): PageOut {
  const { spec, rows, words: own, module } = figure;
  const face = faceOf(spec);
  const sent = inScript(
    JSON.stringify({
      rows: rows.map(pack),
      words: sentWords(own),
      badges: badgesOf(ui),
      steps: steps.map(({ id }) => id),
      views: { ...spec.views, ...viewsOf(spec.id) },
      face,
    }),
  );
  const there = steps.filter((one) => one.figure === spec.id);
  const step = there.find((one) => same(one.view, face)) ?? there[0];
  const props = { figure, view: face, ui, words, home: `../../#${step?.id ?? ''}`, sent };
  return {
    title: `${it.title} – ${ui.site}`,
    description: it.summary,
    lang,
    body: shorterPaths(render(EmbedPage, { props }).body),
    kind: 'framed',
    // Links lead out of the frame, as if they stood on the figure's page.
    head: [...framedHead(it, lang), `<base href="../../figures/${spec.id}/" target="_blank">`],
    framed: { id: spec.id, module },
  };
}

/** The story in a frame. */
function framedStory(it: Embeddable, words: EmbedWords, { ui, lang, storyBody }: Given): PageOut {
  return {
    title: `${it.title} – ${ui.site}`,
    description: it.summary,
    lang,
    // Its own places stay in the frame; all else leads out of it.
    body: storyBody(words)
      .replaceAll('href="#source-', 'href="./#source-')
      .replace(/ href="(?![#?]|[a-z]+:)([^"]*)"/g, ' href="../../$1" target="_blank"')
      .replace(/ href="(https?:[^"]*)"/g, ' href="$1" target="_blank"')
      .concat(`<script type="application/json" id="heights">${JSON.stringify(heights.story)}</` + 'script>'),
    kind: 'framed',
    head: framedHead(it, lang),
    framed: { id: 'story', module: null },
  };
}

/** Embeds as they were published. @throws DataError if a row they show has changed, and no correction says so */
function pinnedOf(
  { root, lang, data }: Given,
  words: EmbedWords,
): ReturnType<typeof pinnedPages> & { versions: readonly Version[] } {
  // Versions are pinned in the first language.
  const versions = lang === FIRST ? versionsOf(root) : [];
  const now = new Map([...data.rates].map(([id, rate]) => [id, JSON.parse(JSON.stringify(pack(rate)))]));
  checkPinned(versions, now, data.corrections, data.lineOf, (id) => {
    const rate = data.rates.get(id);
    return rate ? ['counts', 'rate', 'words'].flatMap((form) => rateText(rate, form) ?? []) : [];
  });
  const strip = (version: Version, figure: string): string =>
    correctionsSince(version, figure, now, data.corrections)
      .map(({ date, was, is, why }) =>
        escapeHtml(put(words.corrected, { date: dateText(date), was, is, why })),
      )
      .map((said) => `${said} <a href="./">${escapeHtml(words.current)}</a>`)
      .join('<br>');
  return { versions, ...pinnedPages(root, versions, strip) };
}

/** All that can be pasted, in the story's order, with its snippets. */
function gallery(
  items: readonly Embeddable[],
  versions: readonly Version[],
  words: EmbedWords,
  pagesWords: Pages,
  given: Given,
): PageOut {
  const inOrder = [...items].sort((a, b) => placeOf(a.id) - placeOf(b.id));
  const list = inOrder.map((it) => ({
    it,
    snippets: snippets(it),
    picture: given.thumbs[it.id] ?? null,
    views: viewNames(given.figures[it.id]),
    versions: versions
      .filter(({ figures: held }) => it.id in held)
      .map(({ version, date }) => ({
        id: version,
        says: put(words.gallery.pinned, { version, date: dateText(date) }),
      })),
  }));
  const { title, lead: description } = words.gallery;
  const { body } = render(Gallery, { props: { list, words, pages: pagesWords.figure } });
  return { ...leafOf(given, { title, description }, body), script: 'gallery' };
}

/** Views of a figure that the address can name, with their titles; none where there is only one. */
function viewNames(figure: PageFigure | undefined): { name: string; title: string }[] {
  if (!figure) return [];
  const { spec, words } = figure;
  const named = Object.entries(spec.views).map(([name, view]) => ({
    name,
    title: words.views[spec.speak(view)]?.title ?? name,
  }));
  return named.length > 1 ? named : [];
}
