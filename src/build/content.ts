/**
 * What the content of a language says of steps and figures, checked against those there are: a step without a note for
 * the teacher, a figure without a card, and words of steps and figures that do not exist.
 */
import { z } from 'zod';
import { DataError, type Problem } from '../data/errors.ts';
import { readJson, type Path } from '../data/json.ts';
import { steps } from '../story/steps.ts';

const lessonPart = z.object({
  lessons: z.record(z.string(), z.object({ steps: z.array(z.object({ id: z.string() })) })),
  notes: z.record(z.string(), z.unknown()),
  votes: z.array(z.object({ step: z.string() })),
});
const embedPart = z.object({
  cards: z.record(z.string(), z.object({ title: z.string(), text: z.string() })),
});

/**
 * @param read a file of the language's folder, by its name
 * @param folder as messages should name it
 * @param figures ids of all figures
 * @throws DataError with everything that is missing or belongs to nothing, each with its line
 */
export function checkContent(
  read: (name: string) => string,
  folder: string,
  figures: readonly string[],
): void {
  const problems: Problem[] = [];
  const open = <T>(name: string, schema: z.ZodType<T>) => {
    const file = `${folder}/${name}`;
    const { value, lineOf } = readJson(new TextEncoder().encode(read(name)), file, schema);
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
