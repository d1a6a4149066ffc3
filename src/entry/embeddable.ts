/** What can be pasted elsewhere, in words and addresses: a figure, or the story. */
import type { Data } from '../data/door.ts';
import type { FigureSpec, View } from '../figures/spec.ts';
import { SITE } from '../site/address.ts';
import heights from '../site/heights.json';
import type { PageFigure } from '../site/page.ts';
import { passportsOf } from '../site/passports.ts';
import { cite, honest, type Pages } from '../site/sentence.ts';
import type { Embeddable, EmbedWords } from '../site/snippets.ts';
import type { Ui } from '../site/ui.ts';
import { faceOf } from './drawing.ts';

/** Room kept for a text that breaks otherwise in the reader's own fonts: one line. */
const SLACK = 24;

/** Whether two views are one. */
export const same = (a: View | undefined, b: View): boolean => JSON.stringify(a) === JSON.stringify(b);

/** A figure as it can be pasted. @throws Error if it has no words for it, or a face that is none of its views */
export function figureItem(
  figure: PageFigure,
  data: Data,
  ui: Ui,
  words: EmbedWords,
  sentence: Pages['sentence'],
): Embeddable {
  const { spec, words: own } = figure;
  const face = faceOf(spec);
  const said = own.views[spec.speak(face)];
  const card = words.cards[spec.id as keyof EmbedWords['cards']];
  if (!said || !card)
    throw new Error(`embed.json\n  found:    no card for figure "${spec.id}"\n  expected: title and text`);
  const home = `figures/${spec.id}/`;
  return {
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
    sentence: sentences(figure, data, sentence) || card.text,
    citation: citation(card.title, spec.id, home, data),
  };
}

/** The story as it can be pasted. @param seen what is seen on its own card */
export function storyItem(data: Data, words: EmbedWords, seen: string): Embeddable {
  const { title, text } = words.cards.story;
  return {
    id: 'story',
    title,
    label: '',
    summary: text,
    source: words.home,
    alt: `${text} (${seen})`,
    picture: 'card',
    card: 'card',
    home: '',
    height: heightOf('story'),
    sentence: text,
    citation: citation(title, 'story', '', data),
  };
}

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

const sentences = ({ rows }: PageFigure, data: Data, words: Pages['sentence']): string =>
  passportsOf(rows, data)
    .flatMap(({ rate, test }) => honest(rate, test, words) ?? [])
    .join('\n\n');

const citation = (title: string, id: string, home: string, data: Data): string =>
  Object.values(cite(title, id, SITE + home, data.compiled.slice(0, 4))).join('\n\n');
