/** The pages beside the story: one a figure, the list of them, and the data. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { render } from 'svelte/server';
import type { Content } from '../build/content.ts';
import { claimReviews } from '../build/claims.ts';
import { dataset } from '../build/dataset.ts';
import { csvOf, csvOfTable } from '../build/csv.ts';
import { feed } from '../build/feed.ts';
import { FEED, NOT_FOUND } from '../build/found.ts';
import { htmlOf } from '../build/readme.ts';
import type { Data } from '../data/door.ts';
import AllClaims from '../site/AllClaims.svelte';
import DataPage from '../site/DataPage.svelte';
import FigurePage from '../site/FigurePage.svelte';
import FiguresPage from '../site/FiguresPage.svelte';
import NotFound from '../site/NotFound.svelte';
import PassportsPage from '../site/PassportsPage.svelte';
import type { View } from '../figures/spec.ts';
import { LICENCE, SITE } from '../site/address.ts';
import type { ClaimsText } from '../site/learn.ts';
import type { PageFigure, PageOut, PictureOrder } from '../site/page.ts';
import { factsOf, passportsOf, sourcesOf } from '../site/passports.ts';
import type { Pages } from '../site/sentence.ts';
import type { Ui } from '../site/ui.ts';
import { placeOf, steps } from '../story/steps.ts';
import { claimsOf } from './learning.ts';
import { CARD_ROOM, drawingOf, faceOf } from './drawing.ts';

/** Width of a drawing in a picture, pixels. */
const WIDTH = 720;

const FILES = [
  'rates.csv',
  'sources.json',
  'tests.json',
  'statements.json',
  'article.json',
  'corrections.json',
];

interface Given {
  readonly root: string;
  readonly lang: string;
  readonly data: Data;
  readonly ui: Ui;
  readonly figures: Readonly<Record<string, PageFigure>>;
  /** Titles of the steps. */
  readonly titles: ReadonlyMap<string, string>;
  readonly content: Content;
  /** Lines for the head of a figure's page: previews, and where its oEmbed answer is. */
  readonly heads: (id: string, page: string) => string[];
  /** Small pictures of the figures, by id. */
  readonly thumbs: Readonly<Record<string, string>>;
  /** A figure's title on its card. */
  readonly cardTitle: (id: string) => string;
}

/** Pages and files by path. */
export function leaves(given: Given): {
  pages: Map<string, PageOut>;
  files: Map<string, string>;
  pictures: PictureOrder[];
} {
  const { root, lang, data, ui, figures, titles, content } = given;
  const words = content.words<Pages>('pages.json');
  const claimWords = content.words<ClaimsText>('claims.json');
  const pages = new Map<string, PageOut>();
  const files = new Map<string, string>();
  const pictures: PictureOrder[] = [];
  const page = (
    path: string,
    title: string,
    description: string,
    body: string,
    head: string[] = [],
  ): void => {
    pages.set(path, { title: `${title} – ${ui.site}`, description, lang, body, kind: 'leaf', head });
  };

  const list = Object.values(figures);
  for (const figure of list) {
    const { spec, rows, words: own } = figure;
    // The facts that its marks and tables lead to.
    const linked = new Set(
      Object.values(spec.views).flatMap((view) => [
        ...[WIDTH, 300].flatMap((width) =>
          [
            ...drawingOf(figure, view, { width, height: spec.height(width, view) }).matchAll(
              /#passport-([\w-]+)/g,
            ),
          ].map(([, id]) => id),
        ),
        ...spec.table(rows, own, view).rows.flatMap((row) => row.map((cell) => cell.rate)),
      ]),
    );
    const statements = factsOf(
      data.statements.filter(({ id }) => linked.has(id)),
      data,
    );
    const checked = spec.id === 'article' ? claimsOf(data) : [];
    const more =
      checked.length === 0
        ? ''
        : render(AllClaims, {
            props: {
              claims: checked,
              words: claimWords,
              title: words.articlePage.all,
              omissions: data.article.omissions,
              contradictions: data.article.contradictions,
            },
          }).body;
    const ids = new Set([
      ...rows.map((rate) => rate.source),
      ...statements.map(({ statement }) => statement.source),
      ...checked.flatMap(({ claim }) => claim.source ?? []),
      ...(checked.length > 0 ? data.article.omissions.map((omission) => omission.source) : []),
    ]);
    const said = own.views[spec.speak(faceOf(spec))];
    const shown = steps
      .filter((step) => step.figure === spec.id)
      .map(({ id }) => ({ id, title: titles.get(id) ?? id }));
    page(
      `figures/${spec.id}/index.html`,
      said?.title ?? spec.id,
      said?.summary ?? '',
      render(FigurePage, {
        props: {
          figure,
          ui,
          words,
          steps: shown,
          passports: passportsOf(rows, data),
          statements,
          sources: sourcesOf(ids, data),
          year: data.compiled.slice(0, 4),
          more,
        },
      }).body,
      given.heads(spec.id, `figures/${spec.id}/`),
    );
    const order = (path: string, kind: PictureOrder['kind'], view: View): void => {
      const text = own.views[spec.speak(view)];
      if (!text) return;
      // On a card the labels must be read in a small preview: the drawing is laid out for less room.
      const size = kind === 'card' ? CARD_ROOM : { width: WIDTH, height: spec.height(WIDTH, view) };
      const svg = drawingOf(figure, view, size);
      const status = spec.status(view);
      const title = kind === 'card' ? given.cardTitle(spec.id) : text.title;
      const label = ui.labels[status].short;
      const said = { ...text, title, status, label, licence: LICENCE, site: ui.site };
      pictures.push({ path, kind, svg, said });
    };
    for (const [name, view] of Object.entries(spec.views))
      order(`figures/${spec.id}/${name}`, 'figure', view);
    order(`figures/${spec.id}/card`, 'card', faceOf(spec));
    const table = spec.table(rows, own, faceOf(spec));
    files.set(
      `figures/${spec.id}.csv`,
      rows.length > 0 && spec.status(faceOf(spec)) !== 'illustration' ? csvOf(rows, data) : csvOfTable(table),
    );
    files.set(
      `figures/${spec.id}.json`,
      `${JSON.stringify({ figure: spec.id, title: said?.title, summary: said?.summary, source: said?.source, licence: LICENCE, rows, table }, null, 1)}\n`,
    );
  }
  files.set(
    'figures/article/claims.json',
    claimReviews(data, claimWords.verdicts, claimWords.notChecker, data.compiled),
  );

  page(
    'figures/index.html',
    words.figure.all,
    words.figure.allLead,
    render(FiguresPage, {
      props: {
        words: words.figure,
        figures: [...list]
          .sort((a, b) => placeOf(a.spec.id) - placeOf(b.spec.id))
          .map(({ spec, words: own }) => {
            const said = own.views[spec.speak(faceOf(spec))];
            const status = spec.status(faceOf(spec));
            return {
              id: spec.id,
              // Under a picture that may show a rate: with the model and the test in it.
              title: given.cardTitle(spec.id),
              summary: said?.summary ?? '',
              status,
              label: ui.labels[status].short,
              picture: given.thumbs[spec.id] ?? '',
            };
          }),
      },
    }).body,
  );

  const rows = passportsOf([...data.rates.values()], data);
  page(
    'data/index.html',
    words.dataPage.title,
    words.dataPage.lead,
    render(DataPage, {
      props: {
        rows,
        tests: [...data.tests].map(([id, test]) => ({ id, test })),
        dictionary: htmlOf(readFileSync(join(root, 'data/README.md'), 'utf8')),
        files: FILES,
        words,
      },
    }).body,
    [dataset(words.dataPage, FILES, data.compiled, lang, ui.site)],
  );
  page(
    'passports/index.html',
    ui.passports,
    ui.sourcesLead,
    render(PassportsPage, {
      props: {
        rows,
        statements: factsOf(data.statements, data),
        ui,
        words: words.figure,
      },
    }).body,
  );
  for (const name of FILES) files.set(`data/${name}`, readFileSync(join(root, 'data', name), 'utf8'));
  page(NOT_FOUND, words.notFound.title, words.notFound.lead, render(NotFound, { props: { words } }).body, [
    // It is shown in the place of any address, so its own must begin at the site's root.
    `<base href="${new URL(SITE).pathname}">`,
    '<meta name="robots" content="noindex">',
  ]);
  files.set(FEED, feed(data.corrections, ui.changed, words.feed, ui.site, lang));
  return { pages, files, pictures };
}
