/** The rules of the words, for every content file of every language. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = 'src/content';
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(md|json)$/.test(name))
  .map((name) => join(root, name));

/** Every hit of a pattern as "file:line: hit", so that a failure says where to look. */
function hits(pattern: RegExp, allowed: readonly RegExp[] = []): string[] {
  return files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, index) => {
        const rest = allowed.reduce((text, allow) => text.replace(allow, ''), line);
        return [...rest.matchAll(pattern)].map((hit) => `${file}:${index + 1}: ${hit[0]}`);
      }),
  );
}

describe('numbers come from the data', () => {
  test('there are content files to look at', () => expect(files.length).toBeGreaterThanOrEqual(6));

  test('no naked percentage', () => {
    // The name of the statistic is no measured number.
    expect(hits(/\d[\d.,]*\s*(%|percent|per cent)/gi, [/95% interval \(Wilson\)/])).toEqual([]);
  });

  test('no "N of 100" and no "N in 100"', () => {
    expect(hits(/\b\d[\d,]*\s+(of|in|out of)\s+(the\s+)?(100|a hundred)\b/gi)).toEqual([]);
  });
});

describe('verbs', () => {
  const allowed: readonly RegExp[] = [
    // The note that explains the rule, and myths that are named in order to be refuted.
    /We do not say what it wished or felt/g,
    /[“"][^”"]*\b(wants?|wanted|feared|tried) to (live|survive)[^”"]*[”"]/g,
  ];

  test('a model never wants, fears, feels, hopes or decides to survive', () => {
    const model = String.raw`\b(model|models|Claude|Opus 4|AI|assistant|it)\b[^.!?“”"]{0,40}?`;
    expect(
      hits(
        new RegExp(
          `${model}\\b(wanted|wants|feared|fears|hoped|hopes|felt|feels|begged|plotted|schemed|decided to survive|panicked)\\b`,
          'gi',
        ),
        allowed,
      ),
    ).toEqual([]);
  });
});

describe('figures', () => {
  const figures = files.filter((file) => file.includes('/figures/'));

  test.each(figures)('%s: test, scenario or simulated stands beside every rate', (file) => {
    const { views } = JSON.parse(readFileSync(file, 'utf8')) as {
      views: Record<string, Record<string, string>>;
    };
    for (const [view, words] of Object.entries(views)) {
      for (const part of ['title', 'summary', 'alt', 'source'])
        expect(words[part], `${view}.${part}`).toBeTruthy();
      for (const part of ['title', 'alt'])
        expect(words[part], `${view}.${part}`).toMatch(/\b(tests?|scenarios?|simulated)\b/i);
      if (words['summary']?.includes(':rate['))
        expect(`${words['title']} ${words['summary']}`).toMatch(/\b(tests?|scenarios?|simulated)\b/i);
    }
  });
});
