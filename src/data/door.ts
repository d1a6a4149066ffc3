/** The door: everything in `data/` comes in here, checked, or not at all. Build time only. */
import { join } from 'node:path';
import type { z } from 'zod';
import type { Rate } from '../model/rate.ts';
import { CLAIMS_ROW, VERDICT_ROWS, VERDICTS } from '../model/records.ts';
import type { Source, Statement, TestRecord } from '../model/records.ts';
import { readTable } from './csv.ts';
import { DataError } from './errors.ts';
import type { Problem } from './errors.ts';
import { bytesOf } from './files.ts';
import { readJson } from './json.ts';
import type { Document } from './json.ts';
import { readRate } from './rates.ts';
import {
  articleSchema,
  compiledSchema,
  correctionsSchema,
  RATE_COLUMNS,
  sourcesSchema,
  statementsSchema,
  testsSchema,
} from './schema.ts';
import type { Article, Correction } from './schema.ts';

export interface Data {
  readonly rates: ReadonlyMap<string, Rate>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly tests: ReadonlyMap<string, TestRecord>;
  readonly statements: readonly Statement[];
  readonly article: Article;
  /** What was corrected after it had been published, the oldest first. */
  readonly corrections: readonly Correction[];
  /** Day on which the facts were compiled, ISO 8601. */
  readonly compiled: string;
  /** Line of a row in rates.csv. */
  lineOf(id: string): number;
}

const RATES = 'rates.csv';

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) freeze(inner);
  }
  return value;
}

/** Object.freeze leaves the entries of a Map open: its methods are closed too. */
function seal<K, V>(map: Map<K, V>): ReadonlyMap<K, V> {
  const refuse = (): never => {
    throw new TypeError('the data cannot be changed');
  };
  return Object.freeze(Object.assign(map, { set: refuse, delete: refuse, clear: refuse }));
}

/** Reads, checks and freezes all data files of a folder. @throws DataError listing every fault */
export function loadData(folder: string): Data {
  const name = (file: string): string => `data/${file}`;
  const bytes = (file: string): Uint8Array => bytesOf(join(folder, file), name(file), 'Restore it.');
  const problems: Problem[] = [];
  /** Goes on after a broken file, so that the faults of the others are named in the same message. */
  const attempt = <T>(read: () => T): T | undefined => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof DataError)) throw error;
      problems.push(...error.problems);
      return undefined;
    }
  };
  const json = <T>(file: string, schema: z.ZodType<T>): Document<T> | undefined =>
    attempt(() => readJson(bytes(file), name(file), schema));
  const sources = json('sources.json', sourcesSchema);
  const tests = json('tests.json', testsSchema);
  const statements = json('statements.json', statementsSchema);
  const article = json('article.json', articleSchema);
  const corrections = json('corrections.json', correctionsSchema);
  const compiled = json('compiled.json', compiledSchema);
  const table = attempt(() => readTable(bytes(RATES), name(RATES), RATE_COLUMNS));
  if (!sources || !tests || !statements || !article || !corrections || !compiled || !table)
    throw new DataError(problems);

  const known = (
    file: string,
    line: number,
    column: string,
    id: string,
    list: object,
    where: string,
  ): void => {
    if (Object.hasOwn(list, id)) return;
    problems.push({
      file: name(file),
      line,
      column,
      found: `“${id}”`,
      expected: `an id of ${name(where)}`,
      fix: `Correct the id, or add it to ${name(where)}.`,
    });
  };
  for (const [id, test] of Object.entries(tests.value))
    known(
      'tests.json',
      tests.lineOf([id, 'source']),
      `${id}.source`,
      test.source,
      sources.value,
      'sources.json',
    );
  for (const [id, { source }] of Object.entries(statements.value))
    known(
      'statements.json',
      statements.lineOf([id, 'source']),
      `${id}.source`,
      source,
      sources.value,
      'sources.json',
    );
  for (const part of ['claims', 'omissions'] as const)
    article.value[part].forEach(({ source }, at) => {
      if (source !== null)
        known(
          'article.json',
          article.lineOf([part, at, 'source']),
          `${part}.${at}.source`,
          source,
          sources.value,
          'sources.json',
        );
    });

  known(
    'article.json',
    article.lineOf(['origin', 'source']),
    'origin.source',
    article.value.origin.source,
    sources.value,
    'sources.json',
  );

  const rates = new Map<string, Rate>();
  const lines = new Map<string, number>();
  for (const { line, cells } of table) {
    const id = cells['id'] ?? '';
    const earlier = lines.get(id);
    if (earlier === undefined) lines.set(id, line);
    else if (id !== '')
      problems.push({
        file: name(RATES),
        line,
        column: 'id',
        found: `“${id}”, which line ${earlier} has already`,
        expected: 'an id of its own',
        fix: 'Give the new row another id.',
      });
  }
  corrections.value.forEach(({ rows }, at) =>
    rows.forEach((id, place) =>
      known(
        'corrections.json',
        corrections.lineOf([at, 'rows', place]),
        `${at}.rows.${place}`,
        id,
        Object.fromEntries(lines),
        RATES,
      ),
    ),
  );
  for (const row of table) {
    const { source = '', test = '', compared_with: other = '' } = row.cells;
    const rate = readRate(row, name(RATES), problems);
    if (source !== '') known(RATES, row.line, 'source', source, sources.value, 'sources.json');
    if (test !== '') known(RATES, row.line, 'test', test, tests.value, 'tests.json');
    if (other !== '') known(RATES, row.line, 'compared_with', other, Object.fromEntries(lines), RATES);
    if (rate) rates.set(rate.id, freeze(rate));
  }
  const newest = [...rates.values()].reduce((last, { date }) => (date > last ? date : last), '');
  if (compiled.value.date < newest)
    problems.push({
      file: name('compiled.json'),
      line: compiled.lineOf(['date']),
      column: 'date',
      found: `"${compiled.value.date}"`,
      expected: `${newest}, the day of the newest row of ${name(RATES)}, or a later one`,
      fix: 'Correct the day, and name it in the change log, "changed" in src/content/<lang>/ui.json.',
    });
  for (const id of new Set([CLAIMS_ROW, ...Object.values(VERDICT_ROWS)])) {
    const verdicts = VERDICTS.filter((verdict) => id === CLAIMS_ROW || VERDICT_ROWS[verdict] === id);
    const { length } = article.value.claims.filter(({ verdict }) => verdicts.includes(verdict));
    const value = rates.get(id)?.value;
    if (value?.kind === 'amount' && value.value !== length)
      problems.push({
        file: name(RATES),
        line: lines.get(id) ?? 0,
        column: 'amount',
        found: String(value.value),
        expected: `${length}, as data/article.json has it (${verdicts.join(', ')})`,
        fix: 'Count again. A number that was published needs an entry in data/corrections.json.',
      });
  }
  if (problems.length > 0) throw new DataError(problems);

  return Object.freeze({
    rates: seal(rates),
    sources: seal(new Map(Object.entries(freeze(sources.value)))),
    tests: seal(new Map(Object.entries(freeze(tests.value)))),
    statements: freeze(Object.entries(statements.value).map(([id, statement]) => ({ id, ...statement }))),
    article: freeze(article.value),
    corrections: freeze(corrections.value),
    compiled: compiled.value.date,
    lineOf: (id: string) => lines.get(id) ?? 0,
  });
}
