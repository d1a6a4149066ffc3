/** Broken data stops the build and says where, what was found and what was expected. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadData } from '../../src/data/door.ts';
import { DataError } from '../../src/data/errors.ts';
import type { Problem } from '../../src/data/errors.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'frame-'));
  cpSync('data', folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

const csv = (): string => readFileSync(join(folder, 'rates.csv'), 'utf8');
const put = (text: string | Uint8Array, file = 'rates.csv'): void => writeFileSync(join(folder, file), text);

/** Loads the broken copy and returns what it says. */
function problems(): readonly Problem[] {
  try {
    loadData(folder);
  } catch (error) {
    expect(error).toBeInstanceOf(DataError);
    const { message, problems: all } = error as DataError;
    for (const { expected, fix } of all) {
      expect(message).toContain(expected);
      expect(fix).not.toBe('');
    }
    return all;
  }
  throw new Error('the build did not stop');
}

const HEAD = readFileSync('data/rates.csv', 'utf8').split('\n')[0]?.split(',') ?? [];
const GOOD: Readonly<Record<string, string>> = {
  id: 'new-row',
  fact: 'F-999',
  model: 'A model',
  test: 'june-blackmail',
  condition: 'some condition',
  measure: 'blackmail',
  unit: 'runs',
  kind: 'counts',
  k: '3',
  n: '10',
  counts: 'published',
  strength: 'P',
  source: 'am',
  place: 'p. 1',
  date: '2025-06-20',
  measured_by: 'Somebody',
  not: 'Not another thing.',
};
const line = (cells: Readonly<Record<string, string>>): string =>
  HEAD.map((name) => cells[name] ?? '')
    .map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(',');
/** Adds a row to the copy; returns its line. */
function add(cells: Readonly<Record<string, string>>): number {
  const before = csv();
  put(`${before}${line({ ...GOOD, ...cells })}\n`);
  return before.split('\n').length;
}

describe('a row', () => {
  test('that is sound is read', () => {
    add({});
    expect(loadData(folder).rates.get('new-row')?.value).toMatchObject({
      kind: 'counts',
      counts: { k: 3, n: 10 },
    });
  });

  test.each([
    ['k larger than n', { k: '11' }, 'k', '11 of 10'],
    ['n = 0', { k: '0', n: '0' }, 'n', '0'],
    ['a negative number', { k: '-1' }, 'k', '-1'],
    ['text instead of a number', { n: 'ten' }, 'n', 'ten'],
    ['a rate typed where k and n are given', { rate: '30' }, 'rate', '30'],
    ['a rate above 100', { kind: 'percent', k: '', n: '', counts: '', rate: '101' }, 'rate', '101'],
    ['a negative rate', { kind: 'percent', k: '', n: '', counts: '', rate: '-5' }, 'rate', '-5'],
    ['counts without n', { n: '' }, 'n', 'an empty cell'],
    ['an unknown kind', { kind: 'guess' }, 'kind', 'guess'],
    ['an unknown source', { source: 'nobody' }, 'source', 'nobody'],
    ['an unknown test', { test: 'no-test' }, 'test', 'no-test'],
    ['an unknown strength', { strength: 'Q' }, 'strength', 'Q'],
    ['an unknown bound', { bound: 'roughly' }, 'bound', 'roughly'],
    ['an unknown origin of counts', { counts: 'guessed' }, 'counts', 'guessed'],
    ['an id with spaces', { id: 'New Row' }, 'id', 'New Row'],
    ['a date in words', { date: 'June 2025' }, 'date', 'June 2025'],
    ['no word on what it is not', { not: '' }, 'not', 'an empty cell'],
    ['an id that stands already', { id: 'june-both-opus4' }, 'id', 'june-both-opus4'],
    [
      'a comparison with no row',
      { kind: 'words', k: '', n: '', counts: '', words: 'higher', compared_with: 'no-row' },
      'compared_with',
      'no-row',
    ],
  ])('with %s', (_name, cells, column, found) => {
    const at = add(cells);
    expect(problems()).toContainEqual(
      expect.objectContaining({
        file: 'data/rates.csv',
        line: at,
        column,
        found: expect.stringContaining(found) as string,
      }),
    );
  });

  test('several faults are listed at once', () => {
    add({ k: 'x', date: 'y' });
    add({ id: 'other-row', source: 'z' });
    expect(problems().map(({ column }) => column)).toEqual(['date', 'k', 'source']);
  });

  test('with too few cells', () => {
    put(`${csv()}new-row,F-999\n`);
    expect(problems()[0]).toMatchObject({ found: '2 cells', expected: `${HEAD.length} cells` });
  });

  test('with quoted commas, quotes and line breaks is read, and later lines are still counted right', () => {
    add({ condition: 'first, "second"\nthird line' });
    const at = add({ id: 'later-row', k: 'x' });
    expect(problems()).toEqual([expect.objectContaining({ line: at, column: 'k' })]);
    put(csv().replace(/\nlater-row.*\n/, '\n'));
    const data = loadData(folder);
    expect(data.rates.get('new-row')?.condition).toBe('first, "second"\nthird line');
    expect(data.lineOf('new-row')).toBe(at - 2);
  });

  test('markup in a cell stays text', () => {
    add({ not: '<img src=x onerror=alert(1)>' });
    expect(loadData(folder).rates.get('new-row')?.not).toBe('<img src=x onerror=alert(1)>');
  });
});

describe('a table', () => {
  test('with an unknown column', () => {
    put(csv().replace(/^id,/, 'id,mood,'));
    expect(problems()[0]).toMatchObject({ line: 1, column: 'mood' });
  });
  test('with a missing column', () => {
    put(csv().replace(/,not\n/, '\n'));
    expect(problems()[0]).toMatchObject({ line: 1, column: 'not', found: 'no such column' });
  });
  test.each(['', '\n \n'])('that is empty (%j)', (text) => {
    put(text);
    expect(problems()[0]?.found).toBe('an empty file');
  });
  test('with a head and no rows', () => {
    put(`${HEAD.join(',')}\n`);
    expect(problems()[0]?.found).toBe('no rows');
  });
  test('with a quotation mark that is not closed', () => {
    put(`${csv()}"new-row,F-999\n`);
    expect(problems()[0]?.fix).toMatch(/quotation mark/);
  });
  test('that is not UTF-8', () => {
    const text = csv();
    const good = new TextEncoder().encode(text);
    put(new Uint8Array([...good, 0xe9, 0x0a]));
    expect(problems()[0]).toMatchObject({
      found: 'bytes that are not UTF-8',
      line: text.split('\n').length,
    });
  });
  test('with a byte order mark and CRLF is read', () => {
    const plain = loadData(folder);
    put(`\uFEFF${csv().replaceAll('\n', '\r\n')}`);
    expect([...loadData(folder).rates]).toEqual([...plain.rates]);
  });
  test('that is not there', () => {
    rmSync(join(folder, 'rates.csv'));
    expect(problems()[0]).toMatchObject({ file: 'data/rates.csv', found: 'no such file' });
  });
});

describe('JSON', () => {
  const edit = (file: string, change: (text: string) => string): void =>
    put(change(readFileSync(join(folder, file), 'utf8')), file);

  test('a syntax error is shown with its place', () => {
    edit('sources.json', (text) => text.replace('"title":', '"title"'));
    expect(problems()[0]).toMatchObject({ file: 'data/sources.json', line: 3 });
    expect(problems()[0]?.column).toMatch(/^character \d+$/);
  });
  test('an unknown key', () => {
    edit('sources.json', (text) => text.replace('"title":', '"titel":'));
    const all = problems();
    expect(all.map(({ found }) => found).join()).toContain('titel');
    expect(all.every(({ line: at }) => at === 2 || at === 3)).toBe(true);
  });
  test('a wrong value', () => {
    edit('article.json', (text) => text.replace('"verdict": "imprecise"', '"verdict": "meh"'));
    expect(problems()[0]).toMatchObject({
      file: 'data/article.json',
      column: 'claims.0.verdict',
      found: '"meh"',
    });
  });
  test('an unknown kind of test', () => {
    edit('tests.json', (text) => text.replace('"kind": "test"', '"kind": "rumour"'));
    expect(problems()[0]?.expected).toBe('test, observation or record');
  });
  test('a source that does not exist', () => {
    edit('tests.json', (text) => text.replace('"source": "sc"', '"source": "nobody"'));
    expect(problems()[0]).toMatchObject({ file: 'data/tests.json', found: '“nobody”' });
    expect(problems()[0]?.line).toBeGreaterThan(1);
  });
  test.each(['2026', '2026-11', '23 November 2026', '2026-11-31', ''])(
    'the facts were compiled on a day that the calendar has, which “%s” is not',
    (date) => {
      edit('compiled.json', () => `{\n  "date": "${date}"\n}\n`);
      expect(problems()).toMatchObject([
        {
          file: 'data/compiled.json',
          line: 2,
          column: 'date',
          found: `"${date}"`,
          expected: 'a day like 2025-05-22',
        },
      ]);
    },
  );
  test('no row is younger than the day on which the facts were compiled', () => {
    edit('compiled.json', () => '{\n  "date": "2026-01-31"\n}\n');
    expect(problems()).toMatchObject([
      {
        file: 'data/compiled.json',
        line: 2,
        found: '"2026-01-31"',
        expected: expect.stringContaining('newest row of data/rates.csv') as string,
      },
    ]);
  });
  test('an empty file', () => {
    put('', 'tests.json');
    expect(problems()[0]).toMatchObject({ file: 'data/tests.json', found: 'an empty file' });
  });
});

test('a count of claims that is not theirs is named with its line and the true number', () => {
  const claims = readFileSync(join(folder, 'article.json'), 'utf8');
  const given = (...verdicts: string[]): number =>
    verdicts.reduce((sum, verdict) => sum + claims.split(`"verdict": "${verdict}"`).length - 1, 0);
  const [supported, imprecise] = [given('supported', 'incomplete'), given('imprecise')];
  const told = (count: number): unknown => expect.stringMatching(`^${count}, as data/article\\.json`);
  put(claims.replace('"verdict": "imprecise"', '"verdict": "supported"'), 'article.json');
  const found = problems().map(({ file, line, found, expected }) => [file, line, found, expected]);
  const lineOf = (id: string): number =>
    csv()
      .split('\n')
      .findIndex((row) => row.startsWith(`${id},`)) + 1;
  expect(found).toEqual([
    ['data/rates.csv', lineOf('article-supported'), `${supported}`, told(supported + 1)],
    ['data/rates.csv', lineOf('article-imprecise'), `${imprecise}`, told(imprecise - 1)],
  ]);
});
