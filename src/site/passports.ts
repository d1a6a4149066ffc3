/** Rows and facts joined with what they rest on. What is named is there: nothing is left out in silence. */
import type { Data } from '../data/door.ts';
import type { Source, Statement, TestRecord } from '../model/records.ts';
import type { Rate } from '../model/rate.ts';

/** A row with its source and its test: what its passport shows. */
export interface RowPassport {
  readonly rate: Rate;
  readonly source: Source;
  readonly test: TestRecord;
}

/** An entry by its id. @throws Error naming the id if there is none */
export function need<T>(map: ReadonlyMap<string, T>, id: string): T {
  const value = map.get(id);
  if (value === undefined)
    throw new Error(`found:    id "${id}"\nexpected: an id of data/sources.json or data/tests.json`);
  return value;
}

/** Rows with their sources and tests. @throws Error naming an id that does not exist */
export const passportsOf = (rows: readonly Rate[], data: Pick<Data, 'sources' | 'tests'>): RowPassport[] =>
  rows.map((rate) => ({ rate, source: need(data.sources, rate.source), test: need(data.tests, rate.test) }));

/** Facts without a number, with their sources. @throws Error naming an id that does not exist */
export const factsOf = (
  statements: readonly Statement[],
  data: Pick<Data, 'sources'>,
): { statement: Statement; source: Source }[] =>
  statements.map((statement) => ({ statement, source: need(data.sources, statement.source) }));

/** Sources by their ids, in order. @throws Error naming an id that does not exist */
export const sourcesOf = (
  ids: Iterable<string>,
  data: Pick<Data, 'sources'>,
): { id: string; source: Source }[] => [...ids].map((id) => ({ id, source: need(data.sources, id) }));
