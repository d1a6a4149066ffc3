/** The story as written: complete, plain, and silent about the number until the reader has guessed. */
import { readFileSync } from 'node:fs';
import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import { describe, expect, test } from 'vitest';
import { WORDS } from '../../src/build/budget.mjs';
import { readStory } from '../../src/build/markdown.ts';
import { loadData } from '../../src/data/door.ts';
import type { GlossaryEntry, StepText } from '../../src/site/types.ts';
import { chapters as defs, steps } from '../../src/story/steps.ts';
import { STEPS } from '../steps.ts';

const file = 'src/content/en/story.md';
const glossary = JSON.parse(readFileSync('src/content/en/glossary.json', 'utf8')) as Record<
  string,
  GlossaryEntry
>;
const data = loadData('data');
const story = readStory(readFileSync(file, 'utf8'), file, data, glossary);

const factsOf = (step: StepText): string => step.facts?.rows.map((row) => row.html).join(' ') ?? '';

const text = (html: string): string =>
  html
    .replace(/<sup[\s\S]*?<\/sup>|<span class="st-say">[\s\S]*?<\/span>/g, '')
    .replace(/<\/(p|li|h4)>/g, '. ')
    .replace(/<[^>]+>/g, '')
    .replace(/[.!?:]\.\s/g, '. ');

/** Flesch-Kincaid grade of an English text. */
function grade(prose: string): number {
  const sentences = prose.split(/[.!?]+[\s”’)]+/).filter((sentence) => /\w/.test(sentence)).length;
  const words = prose.match(/[\p{L}\d’'-]+/gu) ?? [];
  return fleschKincaid({
    sentence: sentences,
    word: words.length,
    syllable: words.reduce((sum, word) => sum + syllable(word), 0),
  });
}

describe('the story', () => {
  test('has all steps in order', () => {
    expect(story.chapters.flatMap((chapter) => chapter.steps.map((step) => step.id))).toEqual(
      steps.map((step) => step.id),
    );
    expect(steps.map(({ id }) => id)).toEqual([...STEPS]);
  });

  test('is 2,100 to 3,300 words long', () => {
    const faq = story.chapters.at(-1)?.steps.at(-1)?.words ?? 0;
    const said = `src/content/en/story.md has ${story.words} words: shorten a sentence (README, “How to add”)`;
    expect(story.words - faq, said).toBeGreaterThan(2100);
    expect(story.words, said).toBeLessThanOrEqual(WORDS);
  });

  test.each(story.chapters.map((chapter) => [chapter.id, chapter] as const))(
    'chapter %s opens with one sentence that can stand alone',
    (_id, chapter) => {
      expect(chapter.leadText.trim()).toMatch(/^[“A-Z].*[.!?]”?$/s);
      expect(chapter.leadText.trim().split(/[.!?]\s/)).toHaveLength(1);
    },
  );

  test.each(story.chapters.map((chapter) => [chapter.id, chapter] as const))(
    'chapter %s reads at ninth grade or below',
    (_id, chapter) => {
      expect(grade(chapter.steps.map((step) => text(step.html)).join(' '))).toBeLessThanOrEqual(9);
    },
  );

  test('does not give the number away before the guess', () => {
    const before = defs.slice(0, 2).flatMap((def) => def.steps.map((step) => step.id));
    const early = story.chapters
      .flatMap((chapter) => chapter.steps)
      .filter((step) => [...before, 'guess'].includes(step.id))
      .map((step) => text(step.html) + JSON.stringify(step.facts))
      .join(' ');
    const leads = story.chapters
      .slice(0, 3)
      .map((chapter) => chapter.leadText)
      .join(' ');
    expect(`${JSON.stringify(story.front)} ${leads} ${early}`).not.toMatch(/\b84\b|eighty-four/i);
  });

  test('names the source of every step that states facts', () => {
    const bare = story.chapters
      .flatMap((chapter) => chapter.steps)
      .filter((step) => step.id !== 'guess')
      .filter((step) => !/class="cite"|class="rate"/.test(step.html + factsOf(step)));
    expect(bare.map((step) => step.id)).toEqual([]);
  });

  test('facts tables with a rate say that it is a test', () => {
    const rated = story.chapters
      .flatMap((chapter) => chapter.steps)
      .filter((step) => /class="rate"/.test(factsOf(step)) && step.id !== 'article');
    expect(rated.length).toBeGreaterThan(0);
    for (const step of rated)
      expect(step.facts?.caption, step.id).toMatch(/\b(tests?|tested|scenarios?|simulated)\b/i);
  });
});

describe('the glossary', () => {
  const entries = Object.entries(glossary);
  test('has 15 to 25 terms, each of 40 words at most, each with a source', () => {
    expect(entries.length).toBeGreaterThanOrEqual(15);
    expect(entries.length).toBeLessThanOrEqual(25);
    for (const [id, entry] of entries) {
      expect(entry.text.split(/\s+/).length, id).toBeLessThanOrEqual(40);
      expect(data.sources.has(entry.source), `${id}: ${entry.source}`).toBe(true);
    }
  });
  test('every term is used in the story', () => {
    expect(entries.map(([id]) => id).filter((id) => !story.terms.includes(id))).toEqual([]);
  });
});
