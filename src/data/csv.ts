/** A table with line numbers. Accepts a byte order mark, CRLF, quoted commas and line breaks. */
import { CsvError, parse } from 'csv-parse/sync';
import { DataError } from './errors.ts';

export interface TableRow {
  /** Line of the file on which the row begins. */
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** Decodes UTF-8. @throws DataError that names the line of the first byte that is none */
export function decode(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const lines = new TextDecoder('utf-8').decode(bytes).split('\n');
    const line = lines.findIndex((text) => text.includes('\uFFFD')) + 1;
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
  const stop = (line: number, column: string, found: string, expected: string, fix: string): never => {
    throw new DataError([{ file, line, column, found, expected, fix }]);
  };
  const text = decode(bytes, file);
  if (text.trim() === '')
    stop(0, '', 'an empty file', `a first line with the columns ${columns.join(', ')}`, 'Restore the file.');
  let records: { record: string[]; info: { lines: number } }[];
  try {
    records = parse(text, {
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      bom: true,
    }) as never;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return stop(
      Number(error['lines'] ?? 0),
      '',
      error.message,
      'a table of comma-separated values',
      'Look for a quotation mark that is not closed.',
    );
  }
  const [head, ...rest] = records;
  const names = (head?.record ?? []).map((name) => name.trim());
  const unknown = names.find((name) => !columns.includes(name));
  if (unknown !== undefined)
    stop(1, unknown, `the column “${unknown}”`, columns.join(', '), 'Remove or rename the column.');
  const missing = columns.find((name) => !names.includes(name));
  if (missing !== undefined)
    stop(1, missing, 'no such column', columns.join(', '), `Add the column “${missing}” to the first line.`);
  if (rest.length === 0) stop(1, '', 'no rows', 'at least one row', 'Restore the rows.');
  return rest.map(({ record, info }) => {
    // csv-parse tells the line on which a record ends; quoted line breaks lie before it.
    const line = info.lines - record.join('').split('\n').length + 1;
    if (record.length !== names.length)
      stop(
        line,
        '',
        `${record.length} cells`,
        `${names.length} cells`,
        'Count the commas; put quotation marks around a text that holds a comma.',
      );
    return { line, cells: Object.fromEntries(names.map((name, at) => [name, (record[at] ?? '').trim()])) };
  });
}
