/** Faults in a content file stop the build and say where they are. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ContentError, readStory } from '../../src/build/markdown.ts';
import { loadData } from '../../src/data/door.ts';
import type { GlossaryEntry } from '../../src/site/types.ts';

const data = loadData('data');
const glossary = JSON.parse(readFileSync('src/content/en/glossary.json', 'utf8')) as Record<
  string,
  GlossaryEntry
>;
const good = readFileSync('src/content/en/story.md', 'utf8');
const read = (markdown: string): unknown => readStory(markdown, 'story.md', data, glossary);

/** Writes a fault into the real story and returns what the build says. */
function fault(from: string | RegExp, to: string): ContentError {
  const bad = good.replace(from, to);
  expect(bad).not.toBe(good);
  try {
    read(bad);
  } catch (error) {
    expect(error).toBeInstanceOf(ContentError);
    return error as ContentError;
  }
  throw new Error('the build did not stop');
}

const put = (text: string): ContentError => fault(/\n## (Guess[^\n]*)\n\n/, `\n## $1\n\n${text} `);

describe('story.md', () => {
  test('the story itself is read', () => expect(() => read(good)).not.toThrow());
  test('numbers of two sources in a row are parted, or 4 and 6 would read as 46', () => {
    const html = JSON.stringify(read(good));
    const pairs = [...html.matchAll(/<\/sup>\u2060?<sup class=\\"cite\\">(.)/g)].map(([, first]) => first);
    expect(pairs.length).toBeGreaterThan(2);
    expect(new Set(pairs)).toEqual(new Set([',']));
  });
  test('a rate that does not exist', () => {
    const { message } = put(':rate[no-such-row]');
    expect(message).toMatch(
      /^story\.md:\d+:\d+\n {2}found: {4}:rate\[no-such-row\]\n {2}expected: .*rates\.csv/,
    );
  });
  test('an interval of a rate without k and n', () =>
    expect(put(':rate[opus4-shared-values]{as=interval}').message).toContain('kind percent'));
  test('counts of a rate without k and n', () =>
    expect(put(':rate[opus4-shared-values]{as=counts}').message).toContain('kind percent'));
  test('a source that does not exist', () => expect(put(':cite[nobody]').message).toContain('sources.json'));
  test('a term that does not exist', () =>
    expect(put(':term[frobnication]').message).toContain('glossary.json'));
  test('a label that does not exist', () => expect(put(':fantasy[x]').message).toContain(':simulated'));
  test('a step without a status', () =>
    expect(fault(/(:::+step\{#guess) status=\w+/, '$1').message).toContain('without a status'));
  test('a step with an unknown status', () =>
    expect(fault(/(:::+step\{#guess) status=\w+/, '$1 status=rumour').message).toContain('rumour'));
  test('a step that the list does not know', () =>
    expect(fault('step{#guess', 'step{#gues').message).toContain('step "gues"'));
  test('a step that is missing', () => {
    const block = /\n:::+step\{#rare[\s\S]*?\n(?=:::+step)/;
    expect(fault(block, '\n').message).toMatch(/found: +no step "rare" in chapter "outside-frame"/);
  });
  test('a block with a slip in its name, which would be read as prose', () =>
    expect(fault(':::facts{', ':::fact{').message).toMatch(
      /^story\.md:\d+:\d+\n +found: +a block of the name "fact"/,
    ));
  test('two steps in the wrong order', () => {
    const swapped = good
      .replace('step{#role', 'step{#TEMP')
      .replace('step{#inbox', 'step{#role')
      .replace('step{#TEMP', 'step{#inbox');
    expect(() => read(swapped)).toThrow(/step "inbox"[\s\S]*step "role"/);
  });
  test('markup in the prose stays text', () => {
    const html = JSON.stringify(
      read(good.replace(/\n## (Guess[^\n]*)\n\n/, '\n## $1\n\n&lt;b&gt;not bold ')),
    );
    expect(html).toContain('&#x3C;b>not bold');
  });
});
