/** JSON with places: a syntax error or a wrong value is shown with its line. */
import { findNodeAtLocation, getNodeValue, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Node, ParseError } from 'jsonc-parser';
import type { z } from 'zod';
import { decode } from './csv.ts';
import { DataError } from './errors.ts';
import type { Problem } from './errors.ts';

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

/** What the parser missed, in words; by its own names it would be "CommaExpected". */
const EXPECTED: Readonly<Record<string, string>> = {
  InvalidSymbol: 'text in quotation marks, a number, true, false or null',
  InvalidNumberFormat: 'a number such as 12 or 0.5',
  PropertyNameExpected: 'a key in quotation marks (and no comma before a closing bracket)',
  ValueExpected: 'a value (and no comma before a closing bracket)',
  ColonExpected: 'a colon between key and value',
  CommaExpected: 'a comma between two entries',
  CloseBraceExpected: 'a closing brace }',
  CloseBracketExpected: 'a closing bracket ]',
  EndOfFileExpected: 'nothing more after the last closing bracket',
  InvalidCommentToken: 'no comments',
  UnexpectedEndOfString: 'a closing quotation mark',
  InvalidCharacter: 'no tabs or line breaks inside quotation marks',
  InvalidEscapeCharacter: 'a backslash typed twice',
  InvalidUnicode: 'four digits after \\u',
};

/** What a value of this type looks like to whoever types it. */
const TYPES: Readonly<Record<string, string>> = {
  string: 'text in quotation marks',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list in [ ]',
  object: 'entries in { }',
  record: 'entries in { }',
};

/** Keys that stand twice in one object: JSON would silently keep the last. */
function twice(node: Node, path: Path = []): { path: string; offset: number }[] {
  const seen = new Set<string>();
  return (node.children ?? []).flatMap((child, at) => {
    const [key, value] = child.type === 'property' ? (child.children ?? []) : [undefined, child];
    const name = key === undefined ? at : String(key.value);
    const here = [...path, name];
    const again = key !== undefined && seen.has(String(name));
    seen.add(String(name));
    return [
      ...(again ? [{ path: here.join('.'), offset: child.offset }] : []),
      ...(value ? twice(value, here) : []),
    ];
  });
}

/** Keys and places in lists that lead to a value. */
export type Path = readonly (string | number)[];

export interface Document<T> {
  readonly value: T;
  /** Line of the value at a path. */
  lineOf(path: Path): number;
}

/** Reads and checks a JSON file. @throws DataError naming line, path, what was found and expected */
export function readJson<T>(bytes: Uint8Array, file: string, schema: z.ZodType<T>): Document<T> {
  const text = decode(bytes, file).replace(/^\uFEFF/, '');
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const [first] = errors;
  if (first || !tree) {
    const code = first ? printParseErrorCode(first.error) : '';
    // A comma is missing where the entry before it ends.
    const offset =
      code === 'CommaExpected' ? text.slice(0, first?.offset).trimEnd().length : (first?.offset ?? 0);
    const column = offset - text.lastIndexOf('\n', offset - 1);
    throw new DataError([
      {
        file,
        line: lineAt(text, offset),
        column: `character ${column}`,
        found:
          text.trim() === '' ? 'an empty file' : `“${text.slice(offset, offset + 12).replace(/\s+/g, ' ')}”`,
        expected: EXPECTED[code] ?? 'entries in { }',
        fix: 'Look for a missing comma, bracket or quotation mark just before this place.',
      },
    ]);
  }
  const lineOf = (path: Path): number => {
    for (let length = path.length; length >= 0; length -= 1) {
      const node = findNodeAtLocation(tree, path.slice(0, length));
      if (node) return lineAt(text, node.parent?.type === 'property' ? node.parent.offset : node.offset);
    }
    return 1;
  };
  const problems: Problem[] = twice(tree).map(({ path, offset }) => ({
    file,
    line: lineAt(text, offset),
    column: path,
    found: `“${path}” for the second time`,
    expected: 'each id and each key once',
    fix: 'Rename or remove one of the two.',
  }));
  const value: unknown = getNodeValue(tree);
  const checked = schema.safeParse(value);
  if (!checked.success)
    problems.push(
      ...checked.error.issues.map((issue) => {
        const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
        const node = findNodeAtLocation(tree, path);
        return {
          file,
          line: lineOf(issue.code === 'unrecognized_keys' ? [...path, issue.keys[0] ?? ''] : path),
          column: path.join('.'),
          found:
            issue.code === 'invalid_key'
              ? `the id “${String(path.at(-1))}”`
              : issue.code === 'unrecognized_keys'
                ? `the key ${issue.keys.map((key) => `“${key}”`).join(', ')}`
                : node
                  ? JSON.stringify(getNodeValue(node)).slice(0, 80)
                  : 'nothing',
          expected:
            issue.code === 'invalid_key'
              ? (issue.issues[0]?.message ?? issue.message)
              : issue.code === 'unrecognized_keys'
                ? 'only keys that data/README.md lists'
                : issue.code === 'invalid_type' && issue.message.startsWith('Invalid input')
                  ? (TYPES[issue.expected] ?? issue.expected)
                  : issue.message,
          fix: 'See data/README.md for the keys and what they may hold.',
        };
      }),
    );
  if (!checked.success || problems.length > 0) throw new DataError(problems);
  return { value: checked.data, lineOf };
}
