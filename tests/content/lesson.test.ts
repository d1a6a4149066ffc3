/** The teacher's lessons: they fit their minutes and the story, and keep the number back until the class has guessed. */
import { readFileSync } from 'node:fs';
import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import { describe, expect, test } from 'vitest';
import { loadData } from '../../src/data/door.ts';
import { LESSONS, type LessonText, type Note } from '../../src/model/lesson.ts';
import { fillAll } from '../../src/site/words.ts';
import { steps } from '../../src/story/steps.ts';

const file = 'src/content/en/lesson.json';
const source = readFileSync(file, 'utf8');
const data = loadData('data');
const lesson = fillAll(JSON.parse(source) as LessonText, data, file);

const ids = steps.map(({ id }) => id);
const notes = Object.entries(lesson.notes);
const reveal = ids.indexOf('eighty-four');
const before = (id: string): boolean => ids.indexOf(id) < reveal;
const count = (text: string): number => text.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word)).length;
const spoken = ({ slide, points = [], say, ask, expect: answers, note }: Note): string[] => [
  ...(note === undefined ? [] : [note]),
  slide,
  ...points,
  ...say,
  ask,
  ...answers,
];

describe.each(LESSONS)('the lesson of %s minutes', (name) => {
  const plan = lesson.lessons[name];
  const shown = plan.steps.map(({ id }) => id);

  test('fills its minutes, in halves', () => {
    expect(plan.steps.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(Number(name));
    for (const { id, minutes } of plan.steps) {
      expect(minutes, id).toBeGreaterThan(0);
      expect((minutes * 2) % 1, id).toBe(0);
    }
  });

  test('shows steps of the story, in its order, each once', () => {
    expect(shown).toEqual(ids.filter((id) => shown.includes(id)));
  });

  test('has a guess, the number and an end, and stops to talk', () => {
    expect(shown).toEqual(expect.arrayContaining(['headline', 'guess', 'eighty-four', 'checkout']));
    const [least = 0, most = 0] = { '20': [2, 3], '45': [4, 5], '90': [6, 8] }[name];
    const pauses = plan.steps.filter(({ pause }) => pause).length;
    expect(pauses).toBeGreaterThanOrEqual(least);
    expect(pauses).toBeLessThanOrEqual(most);
  });
});

test('the longest lesson is the whole story', () => {
  expect(lesson.lessons['90'].steps.map(({ id }) => id)).toEqual(ids);
});

describe('notes', () => {
  test('every step has one, in the order of the story', () => {
    expect(notes.map(([id]) => id)).toEqual(ids);
  });

  test.each(notes)(
    '%s: a short slide of whole sentences, something to say, to ask and to expect',
    (id, note) => {
      expect(count(note.slide), note.slide).toBeLessThanOrEqual(32);
      for (const sentence of [note.slide, ...note.say, ...note.expect, note.note ?? '.'])
        expect(sentence).toMatch(/[.?!]”?$/);
      expect(note.ask).toMatch(/\?$|[.]$/);
      expect(note.say.length).toBeGreaterThanOrEqual(2);
      expect(note.say.length).toBeLessThanOrEqual(4);
      expect(note.expect.length).toBeGreaterThanOrEqual(2);
      expect(note.expect.length).toBeLessThanOrEqual(3);
      expect('points' in note, id).toBe(steps.find((step) => step.id === id)?.figure === undefined);
      expect(note.points?.length ?? 0).toBeLessThanOrEqual(4);
      for (const point of note.points ?? []) expect(count(point), point).toBeLessThanOrEqual(10);
    },
  );

  test('a slide with a measured share says that it is of a test', () => {
    const measured = notes.filter(([, { slide }]) => /\d%|\d of \d/.test(slide));
    expect(measured.length).toBeGreaterThan(2);
    for (const [, { slide }] of measured) expect(slide).toMatch(/\b(tests?|scenarios?|simulated)\b/i);
  });

  test('where the share of May is on the slide, so is what was not published', () => {
    const share = fillAll(':rate[opus4-shared-values]', data, file);
    const told = notes.filter(([, { slide }]) => slide.includes(share));
    expect(told.length).toBeGreaterThan(0);
    for (const [, { slide }] of told) expect(slide).toMatch(/number of runs was not published/);
  });
});

describe('votes', () => {
  test.each(lesson.votes.map((vote) => [vote.id, vote] as const))(
    '%s: asked at a step, four options',
    (_, vote) => {
      expect(ids).toContain(vote.step);
      expect(new Set(vote.options).size).toBe(4);
      if (vote.right !== null) expect([0, 1, 2, 3]).toContain(vote.right);
      expect(vote.question).toMatch(/\?$/);
      expect(vote.why).not.toBe('');
    },
  );

  test('ids are unique, and a step asks once', () => {
    for (const key of ['id', 'step'] as const)
      expect(new Set(lesson.votes.map((vote) => vote[key])).size).toBe(lesson.votes.length);
  });

  test('the right range holds the reported share', () => {
    const vote = lesson.votes.find(({ step }) => step === 'guess');
    const [low, high] = vote?.options[vote.right ?? -1]?.match(/\d+/g)?.map(Number) ?? [];
    const value = data.rates.get('opus4-shared-values')?.value;
    expect(value?.kind).toBe('percent');
    if (value?.kind === 'percent') {
      expect(value.percent).toBeGreaterThanOrEqual(low ?? Infinity);
      expect(value.percent).toBeLessThanOrEqual(high ?? -Infinity);
    }
  });
});

describe('the words', () => {
  test('nothing before the reveal gives the number away', () => {
    const share = fillAll(':rate[opus4-shared-values]', data, file).replace('%', '');
    const early = [
      ...Object.values(lesson.lessons).flatMap((plan) => [plan.title, plan.for]),
      ...notes.filter(([id]) => before(id)).flatMap(([, note]) => spoken(note)),
      ...lesson.votes
        .filter(({ step }) => before(step))
        .flatMap(({ question, options }) => [question, ...options]),
    ];
    expect(early.length).toBeGreaterThan(50);
    for (const text of early) {
      expect(text).not.toMatch(new RegExp(`\\b${share}\\b|eighty|%`));
      expect(text).not.toMatch(
        /\b(mostly|most runs|(?<!how )many runs|high share|high rate|surprising(ly)?)\b/i,
      );
    }
  });

  test('no percentage is typed by hand', () => {
    expect([...source.matchAll(/\d[\d.,]*\s*(%|percent|per cent)/gi)].map(([hit]) => hit)).toEqual([]);
  });

  test('the affair is named only in words that the mild version knows', () => {
    expect(source).not.toMatch(/affairs|extramarital|adulter|cheat|\bsex/i);
  });

  test('reads at grade 8 or below', () => {
    const prose = notes.flatMap(([, note]) => spoken(note)).join(' ');
    const words = prose.match(/[\p{L}\d’'-]+/gu) ?? [];
    const grade = fleschKincaid({
      sentence: prose.split(/[.!?]+[\s”’)]+/).filter((sentence) => /\w/.test(sentence)).length,
      word: words.length,
      syllable: words.reduce((sum, word) => sum + syllable(word), 0),
    });
    expect(grade).toBeLessThanOrEqual(8);
  });

  test('quotes and apostrophes are typographic', () => {
    expect(notes.flatMap(([, note]) => spoken(note)).filter((text) => /['"]/.test(text))).toEqual([]);
  });
});
