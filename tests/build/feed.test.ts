/** Entries of the feed keep their ids and dates, so that no reader of feeds shows one twice. */
import { parseXml, type XmlElement } from '@rgrove/parse-xml';
import { describe, expect, it } from 'vitest';
import { feed } from '../../src/build/feed.ts';
import type { Correction } from '../../src/data/schema.ts';
import { SITE } from '../../src/site/address.ts';

const words = {
  title: 'Corrections',
  subtitle: 'All of them',
  corrected: 'Corrected: {rows}',
  text: 'It was: {was}. It is: {is}. Why: {why}',
  change: 'Change log',
};
const first = { date: '2026-11-23', text: 'Facts compiled.' };
const one: Correction = { date: '2026-12-01', rows: ['row-a'], was: '84 & more', is: '<85>', why: 'misread' };

interface Entry {
  id: string;
  updated: string;
  title: string;
  content: string;
  link: string;
}

function read(xml: string): Entry[] {
  const parts = (of: XmlElement): XmlElement[] =>
    of.children.filter((child): child is XmlElement => child.type === 'element');
  return parts(parseXml(xml).root as XmlElement)
    .filter(({ name }) => name === 'entry')
    .map((entry) => {
      const said = (name: string): XmlElement =>
        parts(entry).find((part) => part.name === name) as XmlElement;
      return {
        id: said('id').text,
        updated: said('updated').text,
        title: said('title').text,
        content: said('content').text,
        link: said('link').attributes['href'] ?? '',
      };
    });
}
const made = (corrections: readonly Correction[], changes = [first]): Entry[] =>
  read(feed(corrections, changes, words, 'Inside the Frame', 'en'));

describe('the feed', () => {
  it('says what was, what is and why, whatever letters that takes, the newest first', () => {
    const [newest, oldest] = made([one]);
    expect(newest).toMatchObject({
      title: 'Corrected: row-a',
      content: 'It was: 84 & more. It is: <85>. Why: misread',
      updated: '2026-12-01T00:00:00Z',
      link: `${SITE}data/#row-row-a`,
    });
    expect(oldest).toMatchObject({ content: 'Facts compiled.', updated: '2026-11-23T00:00:00Z' });
  });

  it('keeps an entry’s id when its words are improved or others come after it', () => {
    const before = made([one]);
    const after = made(
      [
        { ...one, why: 'misread by us' },
        { ...one, date: '2027-01-01' },
        { ...one, rows: ['row-b'] },
      ],
      [
        { ...first, text: 'Facts gathered.' },
        { date: '2027-02-01', text: 'More.' },
      ],
    );
    for (const { id, updated } of before)
      expect(after.filter((entry) => entry.id === id).map((entry) => entry.updated)).toEqual([updated]);
    // As it was first published.
    expect(before.at(-1)?.id).toBe('urn:uuid:28f4032c-e7ef-807d-88fa-c137a60d5d90');
  });

  it('tells entries of one day apart', () => {
    const ids = made([one, one, { ...one, rows: ['row-b'] }], [first, first]).map(({ id }) => id);
    expect(new Set(ids).size).toBe(5);
  });

  it('is not written when there is nothing to say', () => {
    expect(() => feed([], [], words, 'Inside the Frame', 'en')).toThrow('ui.json');
  });
});
