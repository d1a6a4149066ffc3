/**
 * The content of a language: its files are read here and nowhere else, so that whatever is wrong in one is told with its
 * line; and what they say of steps, figures and sources is checked against those there are.
 */
import { join } from 'node:path';
import { z } from 'zod';
import { decode } from '../data/csv.ts';
import type { Data } from '../data/door.ts';
import { DataError, type Problem } from '../data/errors.ts';
import { bytesOf } from '../data/files.ts';
import { readJson, type Path } from '../data/json.ts';
import { fillAll } from '../site/words.ts';
import { steps } from '../story/steps.ts';

/** The files of a language, by their names in its folder. */
export interface Content {
  /** The folder, as messages name it. */
  readonly folder: string;
  /** A file as it stands. @throws DataError if there is none */
  bytes(name: string): Uint8Array;
  /** The same as text. @throws DataError if there is none, or it is not UTF-8 */
  text(name: string): string;
  /** What a JSON file says, its rows filled in. @throws DataError naming line, what was found and what was expected */
  words<T>(name: string): T;
}

/** Opens the content of a language. @param root of the project */
export function openContent(root: string, lang: string, data: Data): Content {
  const folder = `src/content/${lang}`;
  const fileOf = (name: string): string => `${folder}/${name}`;
  const bytes = (name: string): Uint8Array =>
    bytesOf(
      join(root, fileOf(name)),
      fileOf(name),
      'Restore it; a new figure needs one: copy that of a figure like it.',
    );
  return {
    folder,
    bytes,
    text: (name) => decode(bytes(name), fileOf(name)),
    words: <T>(name: string): T => {
      const { value, lineOf } = readJson(bytes(name), fileOf(name), z.unknown());
      return fillAll(value as T, data, fileOf(name), lineOf);
    },
  };
}

const lessonPart = z.object({
  lessons: z.record(z.string(), z.object({ steps: z.array(z.object({ id: z.string() })) })),
  notes: z.record(z.string(), z.unknown()),
  votes: z.array(z.object({ step: z.string() })),
});
const quizPart = z.object({
  cards: z.array(z.object({ id: z.string(), step: z.string(), source: z.string() })),
});
const embedPart = z.object({
  cards: z.record(z.string(), z.object({ title: z.string(), text: z.string() })),
});

/**
 * @param there ids of all figures, and of all sources
 * @throws DataError with everything that is missing or belongs to nothing, each with its line
 */
export function checkContent(
  { folder, bytes }: Pick<Content, 'folder' | 'bytes'>,
  { figures, sources }: { readonly figures: readonly string[]; readonly sources: readonly string[] },
): void {
  const problems: Problem[] = [];
  const open = <T>(name: string, schema: z.ZodType<T>) => {
    const file = `${folder}/${name}`;
    const { value, lineOf } = readJson(bytes(name), file, schema);
    const add = (path: Path, found: string, expected: string, fix: string): void =>
      void problems.push({ file, line: lineOf(path), column: path.join('.'), found, expected, fix });
    return { value, add };
  };

  const ids = steps.map(({ id }) => id);
  const { value: lesson, add } = open('lesson.json', lessonPart);
  const named: (readonly [path: Path, id: string])[] = [
    ...Object.entries(lesson.lessons).flatMap(([name, plan]) =>
      plan.steps.map(({ id }, at) => [['lessons', name, 'steps', at, 'id'], id] as const),
    ),
    ...Object.keys(lesson.notes).map((id) => [['notes', id], id] as const),
    ...lesson.votes.map(({ step }, at) => [['votes', at, 'step'], step] as const),
  ];
  for (const [path, id] of named)
    if (!ids.includes(id))
      add(path, `step “${id}”`, 'a step of src/story/steps.ts', 'Correct the id, or take the entry out.');
  for (const id of ids)
    if (!(id in lesson.notes))
      add(['notes'], `no note of step “${id}”`, 'a note for every step', `Add “${id}” to “notes”.`);
  const whole = lesson.lessons['90']?.steps.map(({ id }) => id) ?? [];
  for (const id of ids)
    if (!whole.includes(id))
      add(
        ['lessons', '90', 'steps'],
        `no minutes for step “${id}”`,
        'every step: the longest lesson is the whole story',
        `Add “${id}” in its place, and take its minutes from another step.`,
      );

  const quiz = open('quiz.json', quizPart);
  for (const [at, card] of quiz.value.cards.entries())
    for (const [key, there, where] of [
      ['step', ids, 'a step of src/story/steps.ts'],
      ['source', sources, 'a source of data/sources.json'],
    ] as const)
      if (!there.includes(card[key]))
        quiz.add(
          ['cards', at, key],
          `${key} “${card[key]}” in card “${card.id}”`,
          where,
          `Correct the id, or add the ${key}.`,
        );

  const embed = open('embed.json', embedPart);
  for (const id of figures)
    if (!(id in embed.value.cards))
      embed.add(['cards'], `no card of figure “${id}”`, 'title and text', `Add “${id}” to “cards”.`);
  for (const id of Object.keys(embed.value.cards))
    if (id !== 'story' && !figures.includes(id))
      embed.add(
        ['cards', id],
        `a card of “${id}”`,
        'a figure of src/figures',
        'Correct the id, or take the card out.',
      );
  if (problems.length > 0) throw new DataError(problems);
}
