/** The story as a page: text and stages, minutes, what a reader can answer, words and sources at its end. */
import { render } from 'svelte/server';
import type { Content } from '../build/content.ts';
import { shorterPaths } from '../build/paths.ts';
import type { Data } from '../data/door.ts';
import { put } from '../model/put.ts';
import Page from '../site/Page.svelte';
import type { Front, PageFigure, PageProps } from '../site/page.ts';
import { need, sourcesOf } from '../site/passports.ts';
import type { GlossaryEntry, StoryText } from '../site/types.ts';
import type { Ui } from '../site/ui.ts';
import { steps } from '../story/steps.ts';
import { learning } from './learning.ts';

/** Reading speed the minutes are counted with, words a minute. */
const PACE = 180;
/** What the figures add to the minutes of the words. */
const LOOKING = 1.25;

interface Given {
  readonly data: Data;
  readonly content: Content;
  readonly ui: Ui;
  readonly glossary: Readonly<Record<string, GlossaryEntry>>;
  readonly story: StoryText;
  readonly front: Front;
  readonly figures: Readonly<Record<string, PageFigure>>;
  /** Stages as HTML, by the first step of their scene. */
  readonly stages: Readonly<Record<string, string>>;
}

/** The page's body; with a foot, as it stands in a frame of another site. */
export function storyBody(given: Given): (foot?: PageProps['foot']) => string {
  const { story, front, ui, figures, stages } = given;
  const { extras, cited } = learning(given.content, given.data);
  const terms = termsOf(given);
  const sources = sourcesOf(namedIn(given, terms, cited), given.data);
  const props = { story, front, ui, figures, stages, extras, terms, sources, ...minutesOf(story, ui) };
  return (foot) => finished(render(Page, { props: { ...props, ...(foot && { foot }) } }).body);
}

/** How long the story takes, and at each step: which it is, and how long the rest takes. */
function minutesOf(story: StoryText, ui: Ui): Pick<PageProps, 'minutes' | 'places'> {
  const words = story.chapters.flatMap((chapter) => chapter.steps.map((step) => step.words));
  const from = (index: number): number =>
    Math.round((words.slice(index).reduce((sum, count) => sum + count, 0) / PACE) * LOOKING);
  const places = steps.map(({ id }, index) => {
    const left = from(index);
    const place = put(ui.stepOf, { n: index + 1, all: steps.length });
    return [id, { place, left: left < 1 ? ui.lastMinute : put(ui.left, { m: left }) }] as const;
  });
  return { minutes: from(0), places: Object.fromEntries(places) };
}

/** The words of the glossary that the story uses, by alphabet. */
const termsOf = ({ story, glossary, data }: Given): PageProps['terms'] =>
  story.terms
    .map((id) => ({ id, entry: glossary[id] as GlossaryEntry }))
    .sort((a, b) => a.entry.term.localeCompare(b.entry.term))
    .map(({ id, entry }) => ({ id, entry, source: need(data.sources, entry.source) }));

/** Ids of all sources, in the order of the list: those that the text numbers come first. */
function namedIn(
  { story, figures, data }: Given,
  terms: PageProps['terms'],
  learned: readonly string[],
): Set<string> {
  const rows = new Set([...story.rates, ...Object.values(figures).flatMap(({ spec }) => spec.rows)]);
  return new Set([
    ...story.cited,
    ...[...rows].flatMap((id) => data.rates.get(id)?.source ?? []),
    ...terms.map(({ entry }) => entry.source),
    ...learned,
  ]);
}

const finished = (html: string): string =>
  shorterPaths(html)
    // The stages use the stills a second time, by their ids: a figure draws its own <svg> and knows of no other.
    .replace(/data-still="([^"]+)"([^>]*>(?:<!--[^>]*-->)*)<svg /g, '$2<svg id="still-$1" ')
    // Passports are a page of their own; the story's script fetches it when the first one is asked for.
    .replaceAll('href="#passport-', 'href="passports/#passport-');
