/** The map of pages: every address the build writes, and how its HTML and files are made. Runs at build and in dev. */
import { join } from 'node:path';
import { render } from 'svelte/server';
import { addressLines, MANIFEST, manifest, otherLanguages, robots, sitemap } from '../build/found.ts';
import { checkContent, openContent } from '../build/content.ts';
import { checkLanguage, languagesOf } from '../build/languages.ts';
import { readStory } from '../build/markdown.ts';
import { shorterPaths } from '../build/paths.ts';
import { loadData } from '../data/door.ts';
import Island from '../figures/Island.svelte';
import { drawingFile, SIZES } from '../figures/sizes.ts';
import type { FigureComponent, FigureSpec, FigureWords } from '../figures/spec.ts';
import type { Rate } from '../model/rate.ts';
import { pack } from '../model/sent.ts';
import Page from '../site/Page.svelte';
import Stage from '../site/Stage.svelte';
import { LANG, LICENCE } from '../site/address.ts';
import type { Front, PageFigure, PageOut, Site } from '../site/page.ts';
import type { GlossaryEntry } from '../site/types.ts';
import { put } from '../model/put.ts';
import { need, sourcesOf } from '../site/passports.ts';
import { badgesOf, type Ui } from '../site/ui.ts';
import { inScript } from '../site/snippets.ts';
import { sentWords } from '../site/words.ts';
import { chapters, scenesOf, steps, viewsOf } from '../story/steps.ts';
import { drawingOf, thumbOf } from './drawing.ts';
import { embeds } from './embeds.ts';
import { leaves } from './leaves.ts';
import { learning } from './learning.ts';
import { presentFile } from './present.ts';
import { teach } from './teach.ts';
import '../styles/index.css';

/** Reading speed the minutes are counted with, words a minute; plus a quarter for the figures. */
const PACE = 180;

interface Module {
  spec: FigureSpec;
  Drawing: FigureComponent;
}
const alive = import.meta.glob<Module>('../figures/*/figure.ts', { eager: true });
const drawn = import.meta.glob<Module>('../figures/*/picture.ts', { eager: true });

/** Builds every page from data and content. @throws DataError or ContentError, naming the place */
export function buildSite(root: string, lang = LANG): Site {
  checkLanguage(root, lang);
  const data = loadData(join(root, 'data'));
  const content = openContent(root, lang, data);
  const ui = content.words<Ui>('ui.json');
  const glossary = content.words<Record<string, GlossaryEntry>>('glossary.json');
  const story = readStory(content.text('story.md'), `${content.folder}/story.md`, data, glossary);
  const front = story.front as unknown as Front;

  const figures: Record<string, PageFigure> = {};
  for (const [path, { spec, Drawing }] of Object.entries({ ...alive, ...drawn })) {
    if (!spec || !Drawing)
      throw new Error(`${path}\n  found:    exports without spec or Drawing\n  expected: both`);
    const words = content.words<FigureWords>(`figures/${spec.id}.json`);
    const module = path.replace('../', '/src/');
    figures[spec.id] = { spec, Drawing, rows: spec.rows.map((id) => rowOf(id, spec.id)), words, module };
  }
  checkContent(content, { figures: Object.keys(figures), sources: [...data.sources.keys()] });
  function rowOf(id: string, figure: string): Rate {
    const row = data.rates.get(id);
    if (!row)
      throw new Error(`figure ${figure}\n  found:    row "${id}"\n  expected: a row of data/rates.csv`);
    return row;
  }

  const files = new Map<string, string>();
  const live: Record<string, unknown> = {};
  const badges = badgesOf(ui);
  const stages: Record<string, string> = {};
  for (const scene of chapters.flatMap(scenesOf)) {
    const figure = scene.figure === null ? undefined : figures[scene.figure];
    const first = scene.steps[0];
    if (!figure || !first?.view) continue;
    const { spec, Drawing, rows, words } = figure;
    const views = viewsOf(spec.id);
    if (`../figures/${spec.id}/figure.ts` in alive)
      live[spec.id] = { rows: rows.map(pack), words: sentWords(words), views };
    else if (new Set(Object.values(views).map((view) => JSON.stringify(view))).size > 1)
      throw new Error(
        `figure ${spec.id}\n  found:    a picture with several views\n  expected: one view, or a figure.ts, which can move`,
      );
    else
      for (const room of SIZES) {
        const props = { spec, Drawing, rows, words, badges, view: first.view, room };
        const html = render(Island, { props }).body.replace(/<!--.*?-->/g, '');
        // It fills its stage, which may be a little larger.
        const sized = html.replace(
          / width="\d+" height="\d+"( role="group")/,
          ' preserveAspectRatio="xMinYMid"$1',
        );
        files.set(drawingFile(spec.id, room), JSON.stringify({ html: shorterPaths(sized) }));
      }
    const ids = scene.steps.map((step) => step.id);
    stages[first.id] = render(Stage, { props: { spec, words, view: first.view, steps: ids, ui } }).body;
  }

  const liveData = JSON.stringify({ badges, figures: live });
  files.set('figures.json', liveData);
  files.set('present.json', presentFile(content));

  const words = story.chapters.flatMap((chapter) => chapter.steps.map((step) => step.words));
  const minutesFrom = (index: number): number =>
    (words.slice(index).reduce((sum, count) => sum + count, 0) / PACE) * 1.25;
  const places: Record<string, { place: string; left: string }> = {};
  steps.forEach((step, index) => {
    const place = put(ui.stepOf, { n: index + 1, all: steps.length });
    const left = Math.round(minutesFrom(index));
    places[step.id] = { place, left: left < 1 ? ui.lastMinute : put(ui.left, { m: left }) };
  });

  const { extras, cited: learned } = learning(content, data);
  const shown = new Set([...story.rates, ...Object.values(figures).flatMap((figure) => figure.spec.rows)]);
  const terms = story.terms
    .map((id) => ({ id, entry: glossary[id] as GlossaryEntry }))
    .sort((a, b) => a.entry.term.localeCompare(b.entry.term))
    .map(({ id, entry }) => ({ id, entry, source: need(data.sources, entry.source) }));
  const cited = new Set([
    ...story.cited,
    ...[...shown].flatMap((id) => data.rates.get(id)?.source ?? []),
    ...terms.map(({ entry }) => entry.source),
  ]);
  for (const id of learned) cited.add(id);
  const sources = sourcesOf(cited, data);

  const props = {
    story,
    front,
    ui,
    figures,
    stages,
    places,
    extras,
    minutes: Math.round(minutesFrom(0)),
    terms,
    sources,
  };
  // The stages use the stills a second time, by their ids: a figure draws its own <svg> and knows of no other.
  const finished = (html: string): string =>
    shorterPaths(html)
      .replace(/data-still="([^"]+)"([^>]*>(?:<!--[^>]*-->)*)<svg /g, '$2<svg id="still-$1" ')
      // Passports are a page of their own; the story's script fetches it when the first one is asked for.
      .replaceAll('href="#passport-', 'href="passports/#passport-');
  const titles = new Map(
    story.chapters.flatMap((chapter) => chapter.steps.map((step) => [step.id, step.title] as const)),
  );
  const thumbs = Object.fromEntries(Object.entries(figures).map(([id, one]) => [id, thumbOf(one)]));
  const framed = embeds({
    root,
    lang,
    data,
    ui,
    figures,
    content,
    thumbs,
    card: `${front.titleLead} ${front.titleFrame}`,
    storyBody: (foot) =>
      finished(render(Page, { props: { ...props, foot } }).body) +
      `<script type="application/json" id="figures">${inScript(liveData)}</` +
      'script>',
  });
  const beside = leaves({
    root,
    lang,
    data,
    ui,
    figures,
    titles,
    content,
    thumbs,
    heads: framed.heads,
    cardTitle: framed.cardTitle,
  });
  const taught = teach({
    lang,
    data,
    ui,
    front,
    figures,
    glossary,
    titles,
    content,
    compiled: data.compiled,
  });
  const out: PageOut = {
    title: `${ui.site}: ${front.titleLead} ${front.titleFrame}`,
    description: front.answer,
    lang,
    body: finished(render(Page, { props }).body),
    kind: 'story',
    head: framed.heads('story', ''),
  };
  const languages = languagesOf(root);
  const pages = new Map(
    [['index.html', out] as const, ...beside.pages, ...taught, ...framed.pages].map(([path, page]) => [
      path,
      {
        ...page,
        head: [...page.head, ...addressLines(path, page, languages)],
        body: page.body + otherLanguages(path, page, languages, ui.languages),
      },
    ]),
  );
  files.set('sitemap.xml', sitemap(pages));
  files.set('robots.txt', robots(languages));
  files.set(MANIFEST, manifest({ name: ui.site, description: front.answer, lang }));
  const card = figures['setup'];
  const scene = card?.words.views['corner'];
  const pictures = [...beside.pictures];
  if (card && scene) {
    // The story's own card shows the scene, and no rate: a rate on its own is what this page is against.
    const view = { show: 'corner' };
    const status = card.spec.status(view);
    const label = ui.labels[status].short;
    const title = `${front.titleLead} ${front.titleFrame}`;
    const said = { ...scene, title, framed: front.titleFrame, status, label };
    pictures.push({
      path: 'card',
      kind: 'card',
      // Small, so that the scene is enlarged: it has few words.
      svg: drawingOf(card, view, { width: 380, height: 300 }),
      said: { ...said, licence: LICENCE, site: ui.site },
    });
  }
  const seen = [...pages.values()].map((one) => one.body.replace(/<[^>]+>/g, '')).join('');
  return {
    pages,
    files: new Map([...beside.files, ...framed.files, ...files]),
    copies: framed.copies,
    pictures,
    ui,
    glyphs: [...new Set(seen)].join(''),
    words: story.words,
  };
}
