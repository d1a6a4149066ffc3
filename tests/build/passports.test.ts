/** A row or a fact is never left out of a page in silence. */
import { expect, it } from 'vitest';
import { loadData } from '../../src/data/door.ts';
import { factsOf, passportsOf, sourcesOf } from '../../src/site/passports.ts';

const data = loadData('data');
const rows = [...data.rates.values()];

it('every row has a passport, every fact its source', () => {
  expect(passportsOf(rows, data).map(({ rate }) => rate)).toEqual(rows);
  expect(factsOf(data.statements, data).map(({ statement }) => statement)).toEqual(data.statements);
});

it('what is named and not there stops the build', () => {
  const lost = { sources: data.sources, tests: new Map() };
  expect(() => passportsOf(rows.slice(0, 1), lost)).toThrow(`id "${rows[0]?.test ?? ''}"`);
  expect(() => sourcesOf(['nobody'], data)).toThrow('id "nobody"');
});
