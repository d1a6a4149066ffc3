/**
 * The languages of the site: a folder of `src/content` each. Each is a site of its own, in a folder of its name, made by
 * the same build; what it says must be whole, since a page half in another language helps nobody.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { DataError, type Problem } from '../data/errors.ts';
import { readJson, type Path } from '../data/json.ts';
import { FIRST } from '../site/address.ts';

/** The languages there is content in, that of the root first. */
export const languagesOf = (root: string): string[] =>
  readdirSync(join(root, 'src/content'), { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? entry.name : []))
    .sort((a, b) => Number(b === FIRST) - Number(a === FIRST) || a.localeCompare(b));

/** Places of a JSON value that hold a text, a number or nothing, by their names. */
function placesOf(value: unknown, path: Path = []): Map<string, Path> {
  if (value === null || typeof value !== 'object') return new Map([[path.join('.'), path]]);
  return new Map(
    Object.entries(value).flatMap(([key, inner]) => [
      ...placesOf(inner, [...path, Array.isArray(value) ? Number(key) : key]),
    ]),
  );
}

/**
 * Compares a translation with the first language, file by file and key by key. The story is not compared: whoever reads
 * it knows its steps, and says where one is missing.
 * @throws DataError with every file that is missing, and every value that only one of the two has
 */
export function checkLanguage(root: string, lang: string): void {
  if (lang === FIRST) return;
  const folder = `src/content/${lang}`;
  const model = `src/content/${FIRST}`;
  const problems: Problem[] = [];
  const add = (file: string, said: Partial<Problem> & Pick<Problem, 'found' | 'expected' | 'fix'>): void =>
    void problems.push({ file, line: 0, column: '', ...said });
  if (!/^[a-z]{2,3}(-[A-Z][A-Za-z]+)?$/.test(lang))
    add(folder, {
      found: `a folder called “${lang}”`,
      expected: 'the code of a language, such as fr or pt-BR',
      fix: 'Rename the folder; browsers and search engines know languages by these codes.',
    });
  for (const name of readdirSync(join(root, model), { recursive: true, encoding: 'utf8' })) {
    if (!/\.(?:json|md)$/.test(name)) continue;
    const file = `${folder}/${name}`;
    if (!existsSync(join(root, file))) {
      add(file, {
        found: 'no such file',
        expected: `every file of ${model}`,
        fix: `Copy ${model}/${name} and translate its values.`,
      });
      continue;
    }
    if (!name.endsWith('.json')) continue;
    const read = (path: string) => readJson(readFileSync(join(root, path)), path, z.unknown());
    const own = read(file);
    const first = read(`${model}/${name}`);
    const [here, there] = [placesOf(own.value), placesOf(first.value)];
    for (const [column, place] of there)
      if (!here.has(column))
        add(file, {
          line: own.lineOf(place),
          column,
          found: 'nothing',
          expected: `a translation of line ${first.lineOf(place)} of ${model}/${name}`,
          fix: 'Copy the line and translate its value. Keys stay as they are.',
        });
    for (const [column, place] of here)
      if (!there.has(column))
        add(file, {
          line: own.lineOf(place),
          column,
          found: `a value that ${model} does not have`,
          expected: 'the same keys in every language',
          fix: 'Take it out, or give back the key the name it has there.',
        });
  }
  if (problems.length > 0) throw new DataError(problems);
}
