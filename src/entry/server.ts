/** The map of pages: every address the build writes, and how its HTML and files are made. Runs at build and in dev. */
import { join } from 'node:path';
import { addressLines, MANIFEST, manifest, otherLanguages, robots, sitemap } from '../build/found.ts';
import { checkContent, openContent } from '../build/content.ts';
import { checkLanguage, languagesOf } from '../build/languages.ts';
import { readStory } from '../build/markdown.ts';
import { loadData } from '../data/door.ts';
import { LANG, LICENCE } from '../site/address.ts';
import type { Front, PageFigure, PageOut, PictureOrder, Site } from '../site/page.ts';
import { inScript } from '../site/snippets.ts';
import type { GlossaryEntry } from '../site/types.ts';
import type { Ui } from '../site/ui.ts';
import { drawingOf, thumbOf } from './drawing.ts';
import { embeds } from './embeds.ts';
import { figuresOf } from './figures.ts';
import { leaves } from './leaves.ts';
import { presentFile } from './present.ts';
import { scenes } from './scenes.ts';
import { storyBody } from './story.ts';
import { teach } from './teach.ts';
import '../styles/index.css';

/** Builds every page from data and content. @throws DataError or ContentError, naming the place */
export function buildSite(root: string, lang = LANG): Site {
  checkLanguage(root, lang);
  const data = loadData(join(root, 'data'));
  const content = openContent(root, lang, data);
  const ui = content.words<Ui>('ui.json');
  const glossary = content.words<Record<string, GlossaryEntry>>('glossary.json');
  const story = readStory(content.text('story.md'), `${content.folder}/story.md`, data, glossary);
  const front = story.front as unknown as Front;
  const title = `${front.titleLead} ${front.titleFrame}`;
  const titles = new Map(story.chapters.flatMap(({ steps }) => steps.map((step) => [step.id, step.title])));
  const figures = figuresOf(content, data);
  checkContent(content, { figures: Object.keys(figures), sources: [...data.sources.keys()] });
  const thumbs = Object.fromEntries(Object.entries(figures).map(([id, one]) => [id, thumbOf(one)]));

  const { stages, live, drawings } = scenes(figures, ui);
  const bodyOf = storyBody({ data, content, ui, glossary, story, front, figures, stages });
  const shared = { root, lang, data, content, ui, figures, thumbs };
  const framed = embeds({ ...shared, card: title, storyBody: (foot) => bodyOf(foot) + inPage(live) });
  const { heads, cardTitle } = framed;
  const beside = leaves({ ...shared, titles, heads, cardTitle });
  const taught = teach({ ...shared, front, glossary, titles });
  const index: PageOut = {
    title: `${ui.site}: ${title}`,
    description: front.answer,
    lang,
    body: bodyOf(),
    kind: 'story',
    head: heads('story', ''),
  };

  const languages = languagesOf(root);
  const pages = addressed(
    new Map([['index.html', index], ...beside.pages, ...taught, ...framed.pages]),
    languages,
    ui,
  );
  return {
    pages,
    files: new Map([
      ...beside.files,
      ...framed.files,
      ...drawings,
      ['figures.json', live],
      ['present.json', presentFile(content)],
      ['sitemap.xml', sitemap(pages)],
      ['robots.txt', robots(languages)],
      [MANIFEST, manifest({ name: ui.site, description: front.answer, lang })],
    ]),
    copies: framed.copies,
    pictures: [...beside.pictures, ...cardOf(figures, title, front.titleFrame, ui)],
    ui,
    glyphs: glyphsOf(pages),
    words: story.words,
  };
}

/** What the live figures are sent, in a page that cannot fetch it. */
const inPage = (live: string): string =>
  `<script type="application/json" id="figures">${inScript(live)}</` + 'script>';

/** Pages with what others read of their addresses, and the way to the same page in other languages. */
const addressed = (
  pages: ReadonlyMap<string, PageOut>,
  languages: readonly string[],
  ui: Ui,
): Map<string, PageOut> =>
  new Map(
    [...pages].map(([path, page]) => [
      path,
      {
        ...page,
        head: [...page.head, ...addressLines(path, page, languages)],
        body: page.body + otherLanguages(path, page, languages, ui.languages),
      },
    ]),
  );

/** The story's own card: it shows the scene, and no rate: a rate on its own is what this page is against. */
function cardOf(
  figures: Readonly<Record<string, PageFigure>>,
  title: string,
  framed: string,
  ui: Ui,
): PictureOrder[] {
  const figure = figures['setup'];
  const scene = figure?.words.views['corner'];
  if (!figure || !scene) return [];
  const view = { show: 'corner' };
  const status = figure.spec.status(view);
  return [
    {
      path: 'card',
      kind: 'card',
      // Small, so that the scene is enlarged: it has few words.
      svg: drawingOf(figure, view, { width: 380, height: 300 }),
      said: {
        ...scene,
        title,
        framed,
        status,
        label: ui.labels[status].short,
        licence: LICENCE,
        site: ui.site,
      },
    },
  ];
}

/** Every character that the pages use. */
function glyphsOf(pages: ReadonlyMap<string, PageOut>): string {
  const seen = [...pages.values()].map(({ body }) => body.replace(/<[^>]+>/g, '')).join('');
  return [...new Set(seen)].join('');
}
