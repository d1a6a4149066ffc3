/** JSON as people mistype it: each fault with its line, in words that need no parser's manual. */
import { expect, test } from 'vitest';
import { z } from 'zod';
import { DataError } from '../../src/data/errors.ts';
import type { Problem } from '../../src/data/errors.ts';
import { readJson } from '../../src/data/json.ts';

const schema = z.record(
  z.string(),
  z.strictObject({ title: z.string(), pages: z.number().optional(), parts: z.array(z.string()).optional() }),
);
const read = (text: string): unknown => readJson(new TextEncoder().encode(text), 'data/x.json', schema).value;

function faults(text: string): readonly Problem[] {
  try {
    read(text);
  } catch (error) {
    if (error instanceof DataError) return error.problems;
  }
  throw new Error('the file was accepted');
}

test('a byte order mark and CRLF are accepted', () => {
  expect(read('\uFEFF{\r\n  "a": { "title": "A" }\r\n}\r\n')).toEqual({ a: { title: 'A' } });
});

test.each([
  ['a missing comma', '{\n  "a": { "title": "A" }\n  "b": {}\n}', 2, 24, 'a comma between two entries'],
  ['a missing colon', '{\n  "a" { "title": "A" }\n}', 2, 7, 'a colon between key and value'],
  ['a comma too many', '{\n  "a": { "title": "A", }\n}', 2, 24, 'a key in quotation marks'],
  ['a key without quotation marks', '{\n  a: 1\n}', 2, 3, 'quotation marks'],
  ['an unclosed text', '{\n  "a": { "title": "A }\n}', 2, 19, 'a closing quotation mark'],
  ['a comment', '{\n  // note\n  "a": { "title": "A" }\n}', 2, 3, 'no comments'],
  ['an unclosed file', '{\n  "a": { "title": "A" }\n', 3, 1, 'a closing brace }'],
  ['text after the end', '{}\n{}', 2, 1, 'nothing more after the last closing bracket'],
])('%s', (_name, text, line, character, expected) => {
  const [first] = faults(text);
  expect(first).toMatchObject({ file: 'data/x.json', line, column: `character ${character}` });
  expect(first?.expected).toContain(expected);
});

test('an empty file', () => expect(faults(' \n')).toMatchObject([{ found: 'an empty file' }]));

test('a key or an id that stands twice, since JSON would keep only the last', () => {
  expect(
    faults('{\n  "a": {\n    "title": "A",\n    "title": "B"\n  },\n  "a": { "title": "C" }\n}'),
  ).toMatchObject([
    { line: 4, column: 'a.title', found: '“a.title” for the second time' },
    { line: 6, column: 'a' },
  ]);
});

test('wrong types, missing and unknown keys are named in plain words, all at once', () => {
  const text =
    '{\n  "a": {\n    "title": 7,\n    "pages": "ten",\n    "parts": {}\n  },\n  "b": {\n    "titel": "B"\n  }\n}';
  expect(faults(text).map(({ line, column, found, expected }) => [line, column, found, expected])).toEqual([
    [3, 'a.title', '7', 'text in quotation marks'],
    [4, 'a.pages', '"ten"', 'a number'],
    [5, 'a.parts', '{}', 'a list in [ ]'],
    [7, 'b.title', 'nothing', 'text in quotation marks'],
    [8, 'b', 'the key “titel”', 'only keys that data/README.md lists'],
  ]);
});

test('bytes that are not UTF-8', () => {
  const bytes = new Uint8Array([...new TextEncoder().encode('{\n  "a": "'), 0xe9, 0x22, 0x7d]);
  expect(() => readJson(bytes, 'data/x.json', schema)).toThrow(/data\/x\.json, line 2[\s\S]*not UTF-8/);
});
