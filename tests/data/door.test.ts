/** What the door adds to its parts: references between files, and faults of several files in one message. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadData } from '../../src/data/door.ts';
import { DataError } from '../../src/data/errors.ts';
import type { Problem } from '../../src/data/errors.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'frame-'));
  cpSync('data', folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Changes a file of the copy; returns the line of the change. */
function edit(file: string, from: string, to: string): number {
  const text = readFileSync(join(folder, file), 'utf8');
  const at = text.indexOf(from);
  expect(at, `${file} holds ${from}`).toBeGreaterThanOrEqual(0);
  writeFileSync(join(folder, file), text.slice(0, at) + to + text.slice(at + from.length));
  return text.slice(0, at).split('\n').length;
}

function problems(): readonly Problem[] {
  try {
    loadData(folder);
  } catch (error) {
    if (error instanceof DataError) return error.problems;
    throw error;
  }
  throw new Error('the build did not stop');
}

test('broken files do not hide each other', () => {
  edit('sources.json', '"publisher":', '"publisher"');
  edit('tests.json', '"kind": "test"', '"kind": "rumour"');
  edit('rates.csv', 'id,fact', 'id,mood,fact');
  rmSync(join(folder, 'article.json'));
  expect(problems().map(({ file }) => file)).toEqual([
    'data/sources.json',
    'data/tests.json',
    'data/article.json',
    'data/rates.csv',
  ]);
});

test.each([
  ['article.json', '"source": "actu"', 'origin.source'],
  ['article.json', '"source": "sc"', 'claims.0.source'],
  ['statements.json', '"source": "sc"', 'set-role.source'],
  ['tests.json', '"source": "sc"', 'card-blackmail.source'],
])('%s: %s must be a known source', (file, from, column) => {
  const line = edit(file, from, '"source": "toString"');
  expect(problems()).toMatchObject([
    { file: `data/${file}`, line, column, found: '“toString”', expected: 'an id of data/sources.json' },
  ]);
});

test('a claim with the number of another', () => {
  const line = edit('article.json', '"id": 2,', '"id": 1,');
  expect(problems()).toMatchObject([
    { file: 'data/article.json', line, column: 'claims.1.id', expected: 'an id that no other has' },
  ]);
});

test.each([
  ['sources.json', 'sch45'],
  ['tests.json', 's26'],
  ['statements.json', 'set-role'],
])('%s: an id that cannot stand in an address', (file, id) => {
  const line = edit(file, `"${id}": {`, '"Set Role": {');
  expect(problems()[0]).toMatchObject({
    file: `data/${file}`,
    line,
    column: 'Set Role',
    found: 'the id “Set Role”',
    expected: 'small letters and digits joined by hyphens',
  });
});

test('a source that is described twice', () => {
  const line = edit('sources.json', '"am": {', '"sc": {');
  expect(problems()[0]).toMatchObject({ file: 'data/sources.json', line, column: 'sc' });
});

test('a row with a fault still counts as a row: nothing that points to it is blamed', () => {
  const line = edit('rates.csv', 'opus4-shared-values,F-001,', 'opus4-shared-values,,');
  expect(problems()).toMatchObject([{ file: 'data/rates.csv', line, column: 'fact' }]);
});

test('a row with a fault of its own and an unknown source: both are named', () => {
  edit('rates.csv', 'P×5,sc,"§4.1.1.2, p. 27",2025-05-22', 'P×5,nobody,"§4.1.1.2, p. 27",May 2025');
  expect(problems().map(({ column }) => column)).toEqual(['date', 'source']);
});

test('nothing that came through the door can be changed', () => {
  const data = loadData(folder);
  expect(() => Object.assign(data, { rates: new Map() })).toThrow(TypeError);
  for (const list of [data.rates, data.sources, data.tests] as Map<string, unknown>[]) {
    const before = [...list.keys()];
    expect(() => list.set('new', {})).toThrow(TypeError);
    expect(() => list.delete(before[0] ?? '')).toThrow(TypeError);
    expect(() => list.clear()).toThrow(TypeError);
    expect([...list.keys()]).toEqual(before);
  }
  expect(() => Object.assign(data.rates.get('june-both-opus4')?.value ?? {}, { k: 1 })).toThrow(TypeError);
  expect(() => Object.assign(data.sources.get('sc') ?? {}, { title: '' })).toThrow(TypeError);
  expect(() => Object.assign(data.tests.get('card-blackmail')?.setup ?? {}, { runs: '' })).toThrow(TypeError);
});
