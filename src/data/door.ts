/** The door: everything in `data/` comes in here, checked, or not at all. Build time only. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Interval } from '../model/proportion.ts';
import type { Rate } from '../model/rate.ts';
import type { Source, Statement, TestRecord } from '../model/records.ts';
import { readTable } from './csv.ts';
import { DataError } from './errors.ts';
import type { Problem } from './errors.ts';
import { readJson } from './json.ts';
import { readRate } from './rates.ts';
import { articleSchema, RATE_COLUMNS, sourcesSchema, statementsSchema, testsSchema } from './schema.ts';
import type { Article } from './schema.ts';

export interface Data {
  readonly rates: ReadonlyMap<string, Rate>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly tests: ReadonlyMap<string, TestRecord>;
  readonly statements: readonly Statement[];
  readonly article: Article;
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

/** Reads, checks and freezes all data files of a folder. @throws DataError listing every fault */
export function loadData(folder: string): Data {
  const name = (file: string): string => `data/${file}`;
  const bytes = (file: string): Uint8Array => {
    const path = join(folder, file);
    if (existsSync(path)) return readFileSync(path);
    throw new DataError([
      {
        file: name(file),
        line: 0,
        column: '',
        found: 'no such file',
        expected: 'the file',
        fix: 'Restore it.',
      },
    ]);
  };
  const sources = readJson(bytes('sources.json'), name('sources.json'), sourcesSchema);
  const tests = readJson(bytes('tests.json'), name('tests.json'), testsSchema);
  const statements = readJson(bytes('statements.json'), name('statements.json'), statementsSchema);
  const article = readJson(bytes('article.json'), name('article.json'), articleSchema);

  const problems: Problem[] = [];
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

  const rates = new Map<string, Rate>();
  const lines = new Map<string, number>();
  for (const row of readTable(bytes(RATES), name(RATES), RATE_COLUMNS)) {
    const rate = readRate(row, name(RATES), problems);
    if (!rate) continue;
    if (rates.has(rate.id))
      problems.push({
        file: name(RATES),
        line: row.line,
        column: 'id',
        found: `“${rate.id}”, which line ${lines.get(rate.id)} has already`,
        expected: 'an id of its own',
        fix: 'Give the new row another id.',
      });
    known(RATES, row.line, 'source', rate.source, sources.value, 'sources.json');
    known(RATES, row.line, 'test', rate.test, tests.value, 'tests.json');
    rates.set(rate.id, freeze(rate));
    lines.set(rate.id, row.line);
  }
  for (const { id, value } of rates.values())
    if (value.kind === 'words' && value.comparedWith !== undefined)
      known(RATES, lines.get(id) ?? 0, 'compared_with', value.comparedWith, Object.fromEntries(rates), RATES);
  if (problems.length > 0) throw new DataError(problems);

  return {
    rates,
    sources: new Map(Object.entries(freeze(sources.value))),
    tests: new Map(Object.entries(freeze(tests.value))),
    statements: freeze(Object.entries(statements.value).map(([id, statement]) => ({ id, ...statement }))),
    article: freeze(article.value),
    lineOf: (id) => lines.get(id) ?? 0,
  };
}

/** The interval of a row. @throws DataError if k and n are not both known: then there is none, and none may be drawn */
export function requireInterval(data: Data, id: string): Interval {
  const value = data.rates.get(id)?.value;
  if (value?.kind === 'counts') return value.interval;
  throw new DataError([
    {
      file: `data/${RATES}`,
      line: data.lineOf(id),
      column: 'n',
      found: `row “${id}” without k and n`,
      expected: 'k and n, since an interval was asked for',
      fix: 'Ask for no interval, or add k and n if the source prints them.',
    },
  ]);
}
