/** JSON with places: a syntax error or a wrong value is shown with its line. */
import { findNodeAtLocation, getNodeValue, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { ParseError } from 'jsonc-parser';
import type { z } from 'zod';
import { decode } from './csv.ts';
import { DataError } from './errors.ts';

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

export interface Document<T> {
  readonly value: T;
  /** Line of the value at a path. */
  lineOf(path: readonly (string | number)[]): number;
}

/** Reads and checks a JSON file. @throws DataError naming line, path, what was found and expected */
export function readJson<T>(bytes: Uint8Array, file: string, schema: z.ZodType<T>): Document<T> {
  const text = decode(bytes, file).replace(/^\uFEFF/, '');
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const [first] = errors;
  if (first || !tree) {
    const offset = first?.offset ?? 0;
    const column = offset - text.lastIndexOf('\n', offset - 1);
    throw new DataError([
      {
        file,
        line: lineAt(text, offset),
        column: `character ${column}`,
        found: text.trim() === '' ? 'an empty file' : JSON.stringify(text.slice(offset, offset + 12)),
        expected: first ? printParseErrorCode(first.error) : 'JSON',
        fix: 'Look for a missing comma, bracket or quotation mark just before this place.',
      },
    ]);
  }
  const lineOf = (path: readonly (string | number)[]): number => {
    for (let length = path.length; length >= 0; length -= 1) {
      const node = findNodeAtLocation(tree, path.slice(0, length));
      if (node) return lineAt(text, node.parent?.type === 'property' ? node.parent.offset : node.offset);
    }
    return 1;
  };
  const value: unknown = getNodeValue(tree);
  const checked = schema.safeParse(value);
  if (!checked.success)
    throw new DataError(
      checked.error.issues.map((issue) => {
        const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
        const node = findNodeAtLocation(tree, path);
        return {
          file,
          line: lineOf(issue.code === 'unrecognized_keys' ? [...path, issue.keys[0] ?? ''] : path),
          column: path.join('.'),
          found:
            issue.code === 'unrecognized_keys'
              ? `the key ${issue.keys.map((key) => `“${key}”`).join(', ')}`
              : node
                ? JSON.stringify(getNodeValue(node)).slice(0, 80)
                : 'nothing',
          expected: issue.message,
          fix: 'See data/README.md for the keys and what they may hold.',
        };
      }),
    );
  return { value: checked.data, lineOf };
}
