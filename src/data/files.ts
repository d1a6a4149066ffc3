/** Files that must be there: data and words. */
import { existsSync, readFileSync } from 'node:fs';
import { DataError } from './errors.ts';

/**
 * Reads a file.
 * @param file its name in messages
 * @param fix what to do where it is missing
 * @throws DataError if there is none
 */
export function bytesOf(path: string, file: string, fix: string): Uint8Array {
  if (existsSync(path)) return readFileSync(path);
  throw new DataError([{ file, line: 0, column: '', found: 'no such file', expected: 'the file', fix }]);
}
