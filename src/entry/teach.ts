/** The pages for teachers: the lesson, and four papers that print without a script. */
import { render } from 'svelte/server';
import type { Content } from '../build/content.ts';
import { codeOf } from '../build/qr.ts';
import type { Data } from '../data/door.ts';
import type { View } from '../figures/spec.ts';
import { dateText } from '../model/format.ts';
import { SITE } from '../site/address.ts';
import type { AskText, ClaimsText } from '../site/learn.ts';
import { LESSONS } from '../model/lesson.ts';
import type { LessonId, LessonText } from '../model/lesson.ts';
import type { Front, PageFigure, PageOut } from '../site/page.ts';
import Cards from '../site/teach/Cards.svelte';
import Handout from '../site/teach/Handout.svelte';
import Key from '../site/teach/Key.svelte';
import Lesson from '../site/teach/Lesson.svelte';
import Worksheet from '../site/teach/Worksheet.svelte';
import type { Drawn, PlanRow, Stop, TeachText } from '../site/teach/text.ts';
import type { GlossaryEntry } from '../site/types.ts';
import type { Ui } from '../site/ui.ts';
import { put } from '../model/put.ts';
import { steps } from '../story/steps.ts';
import { drawingOf } from './drawing.ts';

interface Given {
  readonly lang: string;
  readonly data: Data;
  readonly ui: Ui;
  readonly front: Front;
  readonly figures: Readonly<Record<string, PageFigure>>;
  readonly glossary: Readonly<Record<string, GlossaryEntry>>;
  /** Titles of the steps. */
  readonly titles: ReadonlyMap<string, string>;
  readonly content: Content;
}

/** The drawings of the handout: figure, view, and the room each is laid out for: about that which it has on paper. */
const PAPER: readonly { figure: string; view: string; width: number; height: number }[] = [
  { figure: 'setup', view: 'corner', width: 560, height: 520 },
  { figure: 'rate', view: 'eighty-four', width: 300, height: 464 },
];

/** Pages by path. @throws Error naming the file whose step, row, figure or claim does not exist */
export function teach(given: Given): Map<string, PageOut> {
  const { lang, data, ui, front, figures, glossary, titles, content } = given;
  const words = content.words<TeachText>('teach.json');
  const lesson = content.words<LessonText>('lesson.json');
  const ask = content.words<AskText>('ask.json');
  const { verdicts } = content.words<ClaimsText>('claims.json');
  const version = put(words.version, { date: dateText(data.compiled) });
  const pages = new Map<string, PageOut>();
  const page = (path: string, said: { title: string; description: string }, body: string): void => {
    pages.set(`teach/${path}index.html`, {
      title: `${said.title} – ${ui.site}`,
      description: said.description,
      lang,
      body,
      kind: 'leaf',
      head: [],
      style: 'teach',
    });
  };

  const stops = stopsOf(lesson, titles);
  const drawings = PAPER.map((order) => drawn(order, figures));
  const claims = words.worksheet.article.claims.map((id) => {
    const claim = data.article.claims.find((one) => one.id === id);
    if (!claim) throw lost('teach.json', `claim ${id}`, 'an id of data/article.json');
    // "Incomplete" has no box on paper: it is a way of being imprecise.
    const verdict = claim.verdict === 'incomplete' ? 'imprecise' : claim.verdict;
    return { claim, word: verdicts[verdict] };
  });
  const boxes = words.worksheet.article.words.map((id) => {
    const word = (verdicts as Readonly<Record<string, string>>)[id];
    if (word === undefined) throw lost('teach.json', `verdict "${id}"`, 'a verdict of claims.json');
    return word;
  });
  const terms = words.page.vocabulary.terms.map((id) => {
    const entry = glossary[id];
    if (!entry) throw lost('teach.json', `term "${id}"`, 'an id of glossary.json');
    return { id, entry };
  });

  const shared = { words, ui, version };
  const year = data.compiled.slice(0, 4);
  page(
    '',
    words.page,
    render(Lesson, { props: { ...shared, front, lesson, plan: planOf(lesson, titles), stops, terms, year } })
      .body,
  );
  const links = words.handout.links.map(([place = '', text = '']) => ({ text, code: codeOf(SITE + place) }));
  page(
    'handout/',
    words.handout,
    render(Handout, { props: { ...shared, note: front.contentNote, drawings, links } }).body,
  );
  page(
    'worksheet/',
    words.worksheet,
    render(Worksheet, { props: { ...shared, questions: ask.questions, claims, boxes } }).body,
  );
  page(
    'key/',
    words.key,
    render(Key, {
      props: {
        ...shared,
        questions: ask.questions,
        claims,
        votes: lesson.votes,
        omissions: data.article.omissions.map(({ what }) => what),
      },
    }).body,
  );
  page('cards/', words.cards, render(Cards, { props: shared }).body);
  return pages;
}

function lost(file: string, found: string, expected: string): Error {
  return new Error(`${file}\n  found:    ${found}\n  expected: ${expected}`);
}

/** Every step of the story with its minutes, in the story's order. */
function planOf(lesson: LessonText, titles: ReadonlyMap<string, string>): PlanRow[] {
  const of = <T>(pick: (lesson: LessonId) => T): Record<LessonId, T> =>
    Object.fromEntries(LESSONS.map((id) => [id, pick(id)])) as Record<LessonId, T>;
  return steps.map(({ id }, index) => {
    const inLesson = (one: LessonId) => lesson.lessons[one].steps.find((step) => step.id === id);
    return {
      id,
      n: index + 1,
      title: titles.get(id) ?? id,
      minutes: of((one) => inLesson(one)?.minutes ?? null),
      pause: of((one) => inLesson(one)?.pause ?? false),
    };
  });
}

/** The steps at which some lesson stops to talk. */
function stopsOf(lesson: LessonText, titles: ReadonlyMap<string, string>): Stop[] {
  return steps.flatMap(({ id }, index) => {
    const pauses = LESSONS.some((one) =>
      lesson.lessons[one].steps.some((step) => step.id === id && step.pause),
    );
    if (!pauses) return [];
    const note = lesson.notes[id];
    return note ? [{ id, n: index + 1, title: titles.get(id) ?? id, note }] : [];
  });
}

/** A drawing for paper. Its marks lead to the passports, which stand on a page of their own. */
function drawn(order: (typeof PAPER)[number], figures: Given['figures']): Drawn {
  const figure = figures[order.figure];
  const view: View | undefined = figure?.spec.views[order.view];
  const said = figure && view && figure.words.views[figure.spec.speak(view)];
  if (!figure || !view || !said)
    throw lost('src/entry/teach.ts', `figure ${order.figure}, view ${order.view}`, 'a view of a figure');
  const svg = drawingOf(figure, view, { width: order.width, height: order.height })
    .replaceAll('href="#passport-', 'href="../../passports/#passport-')
    // On paper it takes the width of the page, whatever it was laid out for.
    .replace(/^<svg([^>]*?) width="\d+" height="\d+"/, '<svg$1');
  return { id: order.figure, title: said.title, source: said.source, svg };
}
