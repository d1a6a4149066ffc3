/** Tables as people save them: line ends, quotation marks, and the lines that a message names. */
import { expect, test } from 'vitest';
import { readTable } from '../../src/data/csv.ts';
import type { TableRow } from '../../src/data/csv.ts';
import { DataError } from '../../src/data/errors.ts';
import type { Problem } from '../../src/data/errors.ts';

const read = (text: string): TableRow[] =>
  readTable(new TextEncoder().encode(text), 'data/t.csv', ['a', 'b']);

function faults(text: string): readonly Problem[] {
  try {
    read(text);
  } catch (error) {
    if (error instanceof DataError) return error.problems;
  }
  throw new Error('the table was accepted');
}

test.each([
  ['LF', '\n'],
  ['CRLF', '\r\n'],
])('lines are counted rightly after quoted line breaks and empty lines (%s)', (_name, end) => {
  const rows = read(['a,b', '"1', 'x",2', '', '"3","y', 'z', 'w"', '5,6', ''].join(end));
  expect(rows.map(({ line }) => line)).toEqual([2, 5, 8]);
  expect(rows.map(({ cells }) => cells['b'])).toEqual(['2', 'y\nz\nw', '6']);
});

test('a byte order mark, a last line without an end, columns in another order', () => {
  expect(read('\uFEFFb,a\n1,2')).toEqual([{ line: 2, cells: { a: '2', b: '1' } }]);
});

test('stray spaces are cut off, also those that cannot be seen', () => {
  expect(read(' a ,b\n 1 ,\u00a0two words\u00a0\n')[0]?.cells).toEqual({ a: '1', b: 'two words' });
});

test('a quotation mark that is never closed is named at its own row, not at the end of the file', () => {
  expect(faults('a,b\n1,2\n"3,4\n5,6\n7,8\n')).toMatchObject([
    { line: 3, found: 'a quotation mark that is opened and not closed' },
  ]);
});

test.each(['1,2"x"', '"1"x,2'])('a quotation mark in the wrong place: %s', (row) => {
  expect(faults(`a,b\n0,0\n${row}\n`)).toMatchObject([{ file: 'data/t.csv', line: 3 }]);
});

test('all faults of the first line are named at once', () => {
  expect(faults('a,c,a,d\n1,2,3,4\n').map(({ column, found }) => [column, found])).toEqual([
    ['c', 'the column “c”'],
    ['a', 'the column “a” twice'],
    ['d', 'the column “d”'],
    ['b', 'no such column'],
  ]);
});

test('all rows with too few or too many cells are named at once', () => {
  expect(faults('a,b\n1\n1,2\n1,2,3\n')).toMatchObject([
    { line: 2, found: '1 cells', expected: '2 cells' },
    { line: 4, found: '3 cells' },
  ]);
});

test('bytes that are not UTF-8 are named with their line, also below a saved replacement character', () => {
  const bytes = new Uint8Array([...new TextEncoder().encode('a,b\n1,\uFFFD\n3,'), 0xe9, 0x0a]);
  expect(() => readTable(bytes, 'data/t.csv', ['a', 'b'])).toThrow(
    /data\/t\.csv, line 3\n {2}found: {4}bytes that are not UTF-8/,
  );
});
