/** The pages for teachers: every part of a lesson, minutes that add up, links that lead somewhere, no number on its own. */
import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadData } from '../../src/data/door.ts';
import { intervalText, valueText } from '../../src/model/format.ts';
import type { LessonText } from '../../src/model/lesson.ts';
import { LESSONS } from '../../src/model/lesson.ts';
import { STEPS } from '../steps.ts';
import { inAllLanguages, text } from './dist.ts';

const data = loadData('data');
const lesson = JSON.parse(readFileSync('src/content/en/lesson.json', 'utf8')) as LessonText;
const PAPERS = ['handout', 'worksheet', 'key', 'cards'] as const;
const paths = ['teach/index.html', ...PAPERS.map((id) => `teach/${id}/index.html`)];
const page = (path: string): string => text(path).replace(/<(style|script)\b[\s\S]*?<\/\1>/g, '');
const plain = (html: string): string =>
  html
    .replace(/<svg\b[\s\S]*?<\/svg>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');
const teach = page('teach/index.html');

describe('the lesson', () => {
  it('has every part of a lesson plan, in order', () => {
    const headings = [...teach.matchAll(/<h2[^>]*>([^<]*)<\/h2>/g)].map(([, title]) => title);
    expect(headings).toEqual([
      'Overview',
      'Content note',
      'Learning objectives',
      'Standards',
      'Key vocabulary',
      'Materials',
      'Before class',
      'Present mode',
      'Warm-up',
      'Explore',
      'Pause and discuss',
      'Check',
      'Answers',
      'Extend',
      'Adapt',
      'Licence and how to cite',
    ]);
  });

  it.each(LESSONS)('of %s minutes: its minutes add up and it can be started', (id) => {
    const minutes = lesson.lessons[id].steps.reduce((sum, step) => sum + step.minutes, 0);
    expect(minutes).toBe(Number(id));
    expect(teach).toContain(`href="../?mode=present&amp;lesson=${id}"`);
    expect(plain(teach)).toContain(`${lesson.lessons[id].steps.length} steps, ${minutes} minutes`);
  });

  it('lists every step of the story with its number', () => {
    const rows = [...teach.matchAll(/<td>(\d+)(?:<\/td>)?\s*<th scope="row"><a href="[^"]*#([\w-]+)"/g)];
    expect(rows.map(([, , id]) => id)).toEqual([...STEPS]);
    expect(rows.map(([, n]) => Number(n))).toEqual(STEPS.map((_, index) => index + 1));
  });

  it('asks at least six questions, each with answers to expect and a note', () => {
    const stops = [...teach.matchAll(/<div class="stop">([\s\S]*?)<\/div>/g)].map(([, stop]) => stop ?? '');
    expect(stops.length).toBeGreaterThanOrEqual(6);
    for (const stop of stops) {
      expect(stop).toMatch(/class="ask">[^<]+\?/);
      expect(stop).toContain('Expected answers');
      expect(stop.match(/<li>/g)?.length ?? 0).toBeGreaterThan(0);
      expect(stop).toContain('Teacher note');
    }
  });

  it('names the frameworks, and invents no code of theirs', () => {
    const said = plain(teach);
    for (const name of ['AILit Framework', 'AI4K12, Big Idea 5', 'Civic Online Reasoning'])
      expect(said).toContain(name);
    expect(
      said.match(/\b[A-Z]{1,3}\d?[.-]\d+(\.\d+)?\b/g)?.filter((code) => !/^ASL-/.test(code)) ?? [],
    ).toEqual(['SHA-256']);
  });

  it('keeps a place for the size and the checksum of the offline file', () => {
    expect(teach).toMatch(/<span data-offline-size[^>]*>/);
    expect(teach).toMatch(/<code data-offline-sha[^>]*>/);
    expect(teach).toContain('href="../inside-the-frame.html"');
  });
});

describe.each(paths)('%s', (path) => {
  const html = page(path);
  const said = plain(html);

  it('leads only to pages and places that are there', () => {
    const lost = [...html.matchAll(/\shref="([^"]*)"/g)]
      .map(([, href]) => href ?? '')
      // The offline file is written after the pages.
      .filter((href) => !/^[a-z]+:/.test(href) && !href.endsWith('inside-the-frame.html'))
      .filter((href) => {
        const [, file = '', hash = ''] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/.exec(href) ?? [];
        const target = posix.join(posix.dirname(path), file, file.endsWith('/') ? 'index.html' : '');
        return !inAllLanguages.includes(target) || (hash !== '' && !text(target).includes(`id="${hash}"`));
      });
    expect(lost).toEqual([]);
  });

  it('prints no share that is not in the data, and none without the word test or scenario near it', () => {
    const known = new Set(
      [...data.rates.values()].flatMap((rate) => [valueText(rate), intervalText(rate) ?? '']),
    );
    for (const { 0: share, index } of said.matchAll(/\d+(\.\d+)?%/g)) {
      expect(
        [...known].some((value) => value.includes(share)),
        share,
      ).toBe(true);
      expect(said.slice(Math.max(0, index - 160), index + 160)).toMatch(/test|scenario/);
    }
  });

  it('says that the number of runs is not published wherever it has the share of the report', () => {
    if (said.includes('84%') && !path.includes('worksheet'))
      expect(said).toMatch(/umber of runs.{0,8} not published/);
  });

  it('lends the model no wishes', () => {
    // One question of the lesson is about these very words: there they stand in quotes.
    const unquoted = said.replace(/“[^”]*”/g, '');
    expect(unquoted.match(/\b(wanted|feared|believed|desired|decided to)\b/gi) ?? []).toEqual([]);
  });

  it('names the affair only after a note, and in the words that the mild wording can change', () => {
    expect(said.match(/extramarital|adulter|infidelity|love affair/gi) ?? []).toEqual([]);
    const [first = -1] = [said.search(/\baffair\b/)];
    if (first >= 0 && !path.includes('key'))
      expect(said.slice(Math.max(0, first - 90), first)).toMatch(/note|Before you|invented/i);
  });
});

describe('papers', () => {
  it.each(PAPERS)('%s says what it is, its version and its licence', (id) => {
    expect(plain(page(`teach/${id}/index.html`))).toMatch(
      /Inside the Frame.*Version of 23 November 2026.*CC BY 4\.0/,
    );
  });

  it('the handout has its drawings, and codes with their addresses in words', () => {
    const html = page('teach/handout/index.html');
    expect(html.match(/<figure class="paper-figure[^"]*">[\s\S]*?<svg\b/g)).toHaveLength(2);
    const codes = [...html.matchAll(/aria-label="[^"]*: (https:[^"]+)">/g)].map(
      ([, address]) => address ?? '',
    );
    expect(codes).toHaveLength(3);
    for (const address of codes) expect(plain(html)).toContain(address.replace('https://', ''));
  });

  it('the worksheet holds no answer, and leads to the key', () => {
    const said = plain(page('teach/worksheet/index.html'));
    for (const { why } of data.article.claims) expect(said).not.toContain(why);
    expect(said).not.toContain('None found');
    expect(page('teach/worksheet/index.html')).toContain('href="../key/" data-key');
  });

  it('the key gives the verdict and the reason of each claim on the worksheet', () => {
    const key = plain(page('teach/key/index.html'));
    const sheet = plain(page('teach/worksheet/index.html'));
    const claims = data.article.claims.filter(({ claim }) => sheet.includes(claim));
    expect(claims.length).toBeGreaterThanOrEqual(7);
    for (const { claim, why } of claims) {
      expect(key).toContain(claim);
      expect(key).toContain(why);
    }
  });
});
