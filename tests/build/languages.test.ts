/** A second language: what is not whole stops the build and is named; what is whole is a site of its own. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { checkLanguage, languagesOf } from '../../src/build/languages.ts';

let root = '';
const content = (path: string): string => join(root, 'src/content', path);
/** Changes a file of a copy of the project's content. */
const edit = (path: string, from: string | RegExp, to: string): void => {
  const text = readFileSync(content(path), 'utf8');
  const changed = text.replace(from, to);
  expect(changed, path).not.toBe(text);
  writeFileSync(content(path), changed);
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'frame-languages-'));
  mkdirSync(join(root, 'src'));
  cpSync('src/content/en', content('en'), { recursive: true });
  cpSync('src/content/en', content('fr'), { recursive: true });
  cpSync('data', join(root, 'data'), { recursive: true });
});
afterEach(() => {
  rmSync(root, { recursive: true });
  vi.unstubAllEnvs();
  vi.resetModules();
});

describe('a translation', () => {
  it('is whole when it is a copy, whatever its values say', () => {
    edit('fr/ui.json', '"Chapters"', '"Chapitres"');
    expect(() => checkLanguage(root, 'fr')).not.toThrow();
  });

  it('names every file and every key it lacks, with the line of the words to translate', () => {
    rmSync(content('fr/quiz.json'));
    edit('fr/ui.json', /\n {2}"rail":.*/, '');
    edit('fr/ui.json', '"skip":', '"spring":');
    const line =
      readFileSync(content('en/ui.json'), 'utf8')
        .split('\n')
        .findIndex((text) => text.includes('"rail":')) + 1;
    expect(() => checkLanguage(root, 'fr')).toThrow(/The data has 4 fault\(s\)/);
    expect(() => checkLanguage(root, 'fr')).toThrow('src/content/fr/quiz.json\n  found:    no such file');
    expect(() => checkLanguage(root, 'fr')).toThrow(
      `a translation of line ${line} of src/content/en/ui.json`,
    );
    expect(() => checkLanguage(root, 'fr')).toThrow('column “skip”');
    expect(() => checkLanguage(root, 'fr')).toThrow('column “spring”');
  });

  it('has a name that browsers know', () => {
    cpSync(content('fr'), content('french'), { recursive: true });
    expect(() => checkLanguage(root, 'french')).toThrow('such as fr or pt-BR');
  });
});

it('languages begin with that of the root', () => {
  cpSync(content('fr'), content('de'), { recursive: true });
  expect(languagesOf(root)).toEqual(['en', 'de', 'fr']);
});

it('another language is a site in its own folder: its words, its addresses, and the way to the first', async () => {
  edit('fr/ui.json', '"Chapters"', '"Chapitres"');
  vi.stubEnv('SITE_LANG', 'fr');
  vi.resetModules();
  const { buildSite } = await import('../../src/entry/server.ts');
  const { SITE } = await import('../../src/site/address.ts');
  const site = buildSite(root);
  expect(SITE).toMatch(/\/fr\/$/);
  const story = site.pages.get('index.html');
  expect(story?.lang).toBe('fr');
  expect(story?.body).toContain('aria-label="Chapitres"');
  expect(story?.body).toMatch(/<a href="\.\.\/" hreflang="en" lang="en">English<\/a>/);
  expect(story?.head).toContain(`<link rel="alternate" hreflang="fr" href="${SITE}">`);
  const figure = site.pages.get('figures/rate/index.html');
  expect(figure?.head).toContain(`<link rel="canonical" href="${SITE}figures/rate/">`);
  expect(figure?.body).toContain('href="../../../figures/rate/" hreflang="en"');
  expect(site.files.get('oembed/rate.json')).toContain(`${SITE}embed/rate/`);
  expect(site.files.get('robots.txt')?.match(/^Sitemap: /gm)).toHaveLength(2);
});
