/** What a figure has beside the story: a page of its own, its table as files, its views as pictures. */
import { render } from 'svelte/server';
import { csvOf, csvOfTable } from '../build/csv.ts';
import type { Data } from '../data/door.ts';
import type { View } from '../figures/spec.ts';
import { LICENCE } from '../site/address.ts';
import AllClaims from '../site/AllClaims.svelte';
import FigurePage from '../site/FigurePage.svelte';
import type { ClaimsText } from '../site/learn.ts';
import { leafOf, type PageFigure, type PageOut, type PictureOrder } from '../site/page.ts';
import { factsOf, passportsOf, sourcesOf } from '../site/passports.ts';
import type { Pages } from '../site/sentence.ts';
import type { Ui } from '../site/ui.ts';
import { steps } from '../story/steps.ts';
import { CARD_ROOM, drawingOf, faceOf } from './drawing.ts';
import { claimsOf } from './learning.ts';

/** Width of a drawing in a picture, pixels. */
const WIDTH = 720;
/** Width of a drawing that has other links than a wide one, pixels. */
const NARROW = 300;

interface Given {
  readonly lang: string;
  readonly data: Data;
  readonly ui: Ui;
  readonly words: Pages;
  readonly claimWords: ClaimsText;
  /** Titles of the steps. */
  readonly titles: ReadonlyMap<string, string>;
  /** Lines for the page's head: previews, and where its oEmbed answer is. */
  readonly heads: (id: string, page: string) => string[];
}

/** The figure's page: its views and tables, and all that they rest on. */
export function figurePage(figure: PageFigure, given: Given): PageOut {
  const { data, ui, words, titles } = given;
  const { spec, rows } = figure;
  const said = saidOf(figure);
  const linked = linkedFrom(figure);
  const statements = data.statements.filter(({ id }) => linked.has(id));
  const claims = spec.id === 'article' ? claimsPart(given) : { html: '', sources: [] };
  const sources = new Set([...rows, ...statements].map(({ source }) => source));
  for (const id of claims.sources) sources.add(id);
  const props = {
    figure,
    ui,
    words,
    steps: steps
      .filter((step) => step.figure === spec.id)
      .map(({ id }) => ({ id, title: titles.get(id) ?? id })),
    passports: passportsOf(rows, data),
    statements: factsOf(statements, data),
    sources: sourcesOf(sources, data),
    year: data.compiled.slice(0, 4),
    more: claims.html,
  };
  return leafOf(
    given,
    { title: said?.title ?? spec.id, description: said?.summary ?? '' },
    render(FigurePage, { props }).body,
    given.heads(spec.id, `figures/${spec.id}/`),
  );
}

/** The figure's table by path, as CSV and JSON. */
export function figureFiles(figure: PageFigure, data: Data): [path: string, text: string][] {
  const { spec, rows, words } = figure;
  const { title, summary, source } = saidOf(figure) ?? {};
  const table = spec.table(rows, words, faceOf(spec));
  const measured = rows.length > 0 && spec.status(faceOf(spec)) !== 'illustration';
  const json = { figure: spec.id, title, summary, source, licence: LICENCE, rows, table };
  return [
    [`figures/${spec.id}.csv`, measured ? csvOf(rows, data) : csvOfTable(table)],
    [`figures/${spec.id}.json`, `${JSON.stringify(json, null, 1)}\n`],
  ];
}

/** A picture of each view, and the figure's card. @param cardTitle the figure's title on its card */
export function figurePictures(figure: PageFigure, ui: Ui, cardTitle: string): PictureOrder[] {
  const { spec, words } = figure;
  const order = (path: string, kind: PictureOrder['kind'], view: View): PictureOrder[] => {
    const text = words.views[spec.speak(view)];
    if (!text) return [];
    // On a card the labels must be read in a small preview: the drawing is laid out for less room.
    const size = kind === 'card' ? CARD_ROOM : { width: WIDTH, height: spec.height(WIDTH, view) };
    const status = spec.status(view);
    const title = kind === 'card' ? cardTitle : text.title;
    const label = ui.labels[status].short;
    const said = { ...text, title, status, label, licence: LICENCE, site: ui.site };
    return [{ path: `figures/${spec.id}/${path}`, kind, svg: drawingOf(figure, view, size), said }];
  };
  const views = Object.entries(spec.views).flatMap(([name, view]) => order(name, 'figure', view));
  return [...views, ...order('card', 'card', faceOf(spec))];
}

/** What is said of the view that stands for the figure. */
const saidOf = ({ spec, words }: PageFigure) => words.views[spec.speak(faceOf(spec))];

/** Ids of rows and facts that the figure's marks and tables lead to. */
function linkedFrom(figure: PageFigure): Set<string | undefined> {
  const { spec, rows, words } = figure;
  const marks = (view: View, width: number): (string | undefined)[] =>
    [
      ...drawingOf(figure, view, { width, height: spec.height(width, view) }).matchAll(/#passport-([\w-]+)/g),
    ].map(([, id]) => id);
  return new Set(
    Object.values(spec.views).flatMap((view) => [
      ...marks(view, WIDTH),
      ...marks(view, NARROW),
      ...spec.table(rows, words, view).rows.flatMap((row) => row.map((cell) => cell.rate)),
    ]),
  );
}

/** All claims of the article, which only the page of its figure holds, and the sources they name. */
function claimsPart({ data, words, claimWords }: Given): { html: string; sources: string[] } {
  const { omissions, contradictions } = data.article;
  const claims = claimsOf(data);
  const props = { claims, words: claimWords, title: words.articlePage.all, omissions, contradictions };
  return {
    html: render(AllClaims, { props }).body,
    sources: [...claims.map(({ claim }) => claim), ...omissions].flatMap(({ source }) => source ?? []),
  };
}
