/** The pages beside the story: one a figure, the list of them, and the data. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { render } from 'svelte/server';
import type { Content } from '../build/content.ts';
import { claimReviews } from '../build/claims.ts';
import { dataset } from '../build/dataset.ts';
import { feed } from '../build/feed.ts';
import { FEED, NOT_FOUND } from '../build/found.ts';
import { htmlOf } from '../build/readme.ts';
import type { Data } from '../data/door.ts';
import DataPage from '../site/DataPage.svelte';
import FiguresPage from '../site/FiguresPage.svelte';
import NotFound from '../site/NotFound.svelte';
import PassportsPage from '../site/PassportsPage.svelte';
import { SITE } from '../site/address.ts';
import type { ClaimsText } from '../site/learn.ts';
import { leafOf, type PageFigure, type PageOut, type PictureOrder } from '../site/page.ts';
import { factsOf, passportsOf, type RowPassport } from '../site/passports.ts';
import type { Pages } from '../site/sentence.ts';
import type { Ui } from '../site/ui.ts';
import { placeOf } from '../story/steps.ts';
import { faceOf } from './drawing.ts';
import { figureFiles, figurePage, figurePictures } from './figurepage.ts';

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

/** Pages, files and pictures, the first two by path. */
export function leaves(given: Given): {
  pages: Map<string, PageOut>;
  files: Map<string, string>;
  pictures: PictureOrder[];
} {
  const { data, ui, content, root, lang, cardTitle } = given;
  const words = content.words<Pages>('pages.json');
  const claimWords = content.words<ClaimsText>('claims.json');
  const rows = passportsOf([...data.rates.values()], data);
  const figures = Object.values(given.figures);
  return {
    pages: new Map([
      ...figures.map(
        (one) =>
          [`figures/${one.spec.id}/index.html`, figurePage(one, { ...given, words, claimWords })] as const,
      ),
      ['figures/index.html', figuresPage(given, words)],
      ['data/index.html', dataPage(given, words, rows)],
      ['passports/index.html', passportsPage(given, words, rows)],
      [NOT_FOUND, notFoundPage(given, words)],
    ]),
    files: new Map([
      ...figures.flatMap((one) => figureFiles(one, data)),
      [
        'figures/article/claims.json',
        claimReviews(data, claimWords.verdicts, claimWords.notChecker, data.compiled),
      ],
      ...FILES.map((name) => [`data/${name}`, readFileSync(join(root, 'data', name), 'utf8')] as const),
      [FEED, feed(data.corrections, ui.changed, words.feed, ui.site, lang)],
    ]),
    pictures: figures.flatMap((one) => figurePictures(one, ui, cardTitle(one.spec.id))),
  };
}

/** All figures, in the story's order. */
function figuresPage(given: Given, words: Pages): PageOut {
  const { ui, figures, thumbs, cardTitle } = given;
  const list = Object.values(figures)
    .sort((a, b) => placeOf(a.spec.id) - placeOf(b.spec.id))
    .map(({ spec, words: own }) => {
      const status = spec.status(faceOf(spec));
      return {
        id: spec.id,
        // Under a picture that may show a rate: with the model and the test in it.
        title: cardTitle(spec.id),
        summary: own.views[spec.speak(faceOf(spec))]?.summary ?? '',
        status,
        label: ui.labels[status].short,
        picture: thumbs[spec.id] ?? '',
      };
    });
  const { all: title, allLead: description } = words.figure;
  const props = { words: words.figure, figures: list };
  return leafOf(given, { title, description }, render(FiguresPage, { props }).body);
}

/** Every row, the tests, the files, and what each column means. */
function dataPage(given: Given, words: Pages, rows: readonly RowPassport[]): PageOut {
  const { root, lang, data, ui } = given;
  const { title, lead: description } = words.dataPage;
  const props = {
    rows,
    tests: [...data.tests].map(([id, test]) => ({ id, test })),
    dictionary: htmlOf(readFileSync(join(root, 'data/README.md'), 'utf8')),
    files: FILES,
    words,
  };
  return leafOf(given, { title, description }, render(DataPage, { props }).body, [
    dataset(words.dataPage, FILES, data.compiled, lang, ui.site),
  ]);
}

/** The passports of all rows and facts. */
function passportsPage(given: Given, words: Pages, rows: readonly RowPassport[]): PageOut {
  const { ui, data } = given;
  const props = { rows, statements: factsOf(data.statements, data), ui, words: words.figure };
  const said = { title: ui.passports, description: ui.sourcesLead };
  return leafOf(given, said, render(PassportsPage, { props }).body);
}

/** What stands where no page is. */
function notFoundPage(given: Given, words: Pages): PageOut {
  const { title, lead: description } = words.notFound;
  return leafOf(given, { title, description }, render(NotFound, { props: { words } }).body, [
    // It is shown in the place of any address, so its own must begin at the site's root.
    `<base href="${new URL(SITE).pathname}">`,
    '<meta name="robots" content="noindex">',
  ]);
}
