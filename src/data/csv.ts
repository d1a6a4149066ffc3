/** A table with line numbers. Accepts a byte order mark, CRLF, quoted commas and line breaks. */
import { CsvError, parse } from 'csv-parse/sync';
import { DataError } from './errors.ts';
import type { Problem } from './errors.ts';

export interface TableRow {
  /** Line of the file on which the row begins. */
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

function isText(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Decodes UTF-8. @throws DataError that names the line of the first byte that is none */
export function decode(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Looking for replacement characters would stop too early at one that somebody saved as text.
    let line = 1;
    for (let from = 0; from < bytes.length; line += 1) {
      const end = bytes.indexOf(0x0a, from);
      const to = end < 0 ? bytes.length : end;
      if (!isText(bytes.subarray(from, to))) break;
      from = to + 1;
    }
    throw new DataError([
      {
        file,
        line,
        column: '',
        found: 'bytes that are not UTF-8',
        expected: 'a file saved as UTF-8',
        fix: 'Save the file again with the encoding “UTF-8”.',
      },
    ]);
  }
}

/** Reads a table whose columns must be exactly these. @throws DataError */
export function readTable(bytes: Uint8Array, file: string, columns: readonly string[]): TableRow[] {
  const problems: Problem[] = [];
  const fault = (line: number, column: string, found: string, expected: string, fix: string): void => {
    problems.push({ file, line, column, found, expected, fix });
  };
  const stop = (line: number, column: string, found: string, expected: string, fix: string): never => {
    throw new DataError([{ file, line, column, found, expected, fix }]);
  };
  // csv-parse counts a CRLF inside quotation marks as two lines, and every later line number would be wrong.
  const text = decode(bytes, file).replace(/\r\n?/g, '\n');
  if (text.trim() === '')
    stop(0, '', 'an empty file', `a first line with the columns ${columns.join(', ')}`, 'Restore the file.');
  let records: { record: string[]; info: { lines: number } }[];
  let read = 0;
  try {
    records = parse(text, {
      on_record: (record: string[], { lines }) => {
        read = lines;
        return record;
      },
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      bom: true,
    }) as never;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // An open quotation mark swallows the rest of the file: it stands in the row after the last one that was read.
    const open = error.code === 'CSV_QUOTE_NOT_CLOSED';
    return stop(
      open ? read + 1 : Number(error['lines'] ?? read + 1),
      '',
      open
        ? 'a quotation mark that is opened and not closed'
        : 'a quotation mark in the middle of a cell, or text after a closing one',
      'a cell in quotation marks from end to end, a quotation mark inside it typed twice',
      'Close the quotation mark, or take it out; “curly” ones need no such care.',
    );
  }
  const [head, ...rest] = records;
  const names = (head?.record ?? []).map((name) => name.trim());
  names.forEach((name, at) => {
    if (!columns.includes(name))
      fault(1, name, `the column “${name}”`, columns.join(', '), 'Remove or rename the column.');
    else if (names.indexOf(name) !== at)
      fault(1, name, `the column “${name}” twice`, 'each column once', 'Remove one of the two.');
  });
  for (const name of columns.filter((column) => !names.includes(column)))
    fault(1, name, 'no such column', columns.join(', '), `Add the column “${name}” to the first line.`);
  if (problems.length > 0) throw new DataError(problems);
  if (rest.length === 0) stop(1, '', 'no rows', 'at least one row', 'Restore the rows.');
  const rows = rest.map(({ record, info }) => {
    // csv-parse tells the line on which a record ends; quoted line breaks lie before it.
    const line = info.lines - record.join('').split('\n').length + 1;
    if (record.length !== names.length)
      fault(
        line,
        '',
        `${record.length} cells`,
        `${names.length} cells`,
        'Count the commas; put quotation marks around a text that holds a comma.',
      );
    return { line, cells: Object.fromEntries(names.map((name, at) => [name, (record[at] ?? '').trim()])) };
  });
  if (problems.length > 0) throw new DataError(problems);
  return rows;
}
