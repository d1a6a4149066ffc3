/** A pinned embed never changes, and says so when a number of it was corrected. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  checkPinned,
  correctionsSince,
  pinnedPages,
  STRIP,
  versionsOf,
  type Version,
} from '../../src/build/pinned.ts';

const row = { id: 'a', value: 84 };
const version: Version = { version: '1', date: '2026-11-24', figures: { rate: [row], strip: [row] } };
const correction = { date: '2026-12-01', rows: ['a'], was: '84%', is: '85%', why: 'A slip of ours.' };
const now = (value: number): Map<string, unknown> => new Map([['a', { id: 'a', value }]]);

describe('corrections since a version', () => {
  it('none while the rows are as they were', () =>
    expect(correctionsSince(version, 'rate', now(84), [])).toEqual([]));
  it('the one that names a row that changed', () =>
    expect(correctionsSince(version, 'rate', now(85), [correction])).toEqual([correction]));
  it('none of a row that is as it was again', () =>
    expect(correctionsSince(version, 'rate', now(84), [correction])).toEqual([]));
});

describe('a row that was published', () => {
  const two = new Map<string, unknown>([...now(85), ['b', { id: 'b', value: 2 }]]);
  const both: Version = { ...version, figures: { ...version.figures, dots: [row, { ...row, id: 'b' }] } };
  const check = (corrections: Parameters<typeof checkPinned>[2]) => (): void =>
    checkPinned(
      [both],
      two,
      corrections,
      (id) => (id === 'a' ? 7 : 9),
      () => ['85%'],
    );

  it('may not change without a correction: all that did are named at once, with their lines', () => {
    expect(check([])).toThrow('The data has 2 fault(s)');
    expect(check([])).toThrow(
      /data\/rates\.csv, line 7[\s\S]*row “a”[\s\S]*version 1[\s\S]*corrections\.json/,
    );
    expect(check([])).toThrow(/data\/rates\.csv, line 9[\s\S]*row “b”/);
  });
  it('may change with one', () => expect(check([{ ...correction, rows: ['a', 'b'] }])).not.toThrow());
  it('may not change to another number than the newest correction says', () => {
    const wrong = { ...correction, rows: ['a', 'b'], date: '2026-12-02', is: '86%' };
    expect(check([{ ...correction, rows: ['a', 'b'] }, wrong])).toThrow(
      /row “a” is 85%, .*2026-12-02.*says “86%”/,
    );
    expect(check([wrong, { ...correction, rows: ['a', 'b'], date: '2026-12-03' }])).not.toThrow();
  });
  it('is not excused by a correction of another row, nor by one from before the version', () => {
    expect(check([correction])).toThrow('The data has 1 fault(s)');
    expect(check([{ ...correction, rows: ['a', 'b'], date: '2026-11-01' }])).toThrow('2 fault(s)');
  });
  it('may not go: it has no line to name then', () =>
    expect(() =>
      checkPinned(
        [version],
        new Map(),
        [],
        () => 7,
        () => [],
      ),
    ).toThrow(/data\/rates\.csv\n[\s\S]*row “a”/));
});

describe('pinned pages', () => {
  const root = mkdtempSync(join(tmpdir(), 'pinned-'));
  mkdirSync(join(root, 'versions/1'), { recursive: true });
  writeFileSync(join(root, 'versions/1/version.json'), JSON.stringify(version));
  for (const figure of ['rate', 'strip'])
    writeFileSync(join(root, `versions/1/${figure}.html`), `<main>${STRIP}<b>84%</b></main>`);
  writeFileSync(join(root, 'versions/1/sans.woff2'), 'font');
  const { pages, copies } = pinnedPages(root, versionsOf(root), (_, figure) =>
    figure === 'rate' ? 'Corrected' : '',
  );

  it('an untouched one is published byte for byte', () =>
    expect(pages.get('v/1/embed/strip/index.html')).toBe(`<main>${STRIP}<b>84%</b></main>`));
  it('a corrected one has the strip, and the number it was published with', () =>
    expect(pages.get('v/1/embed/rate/index.html')).toBe(
      '<main><p class="embed-corrected">Corrected</p><b>84%</b></main>',
    ));
  it('its font is its own', () =>
    expect(copies.get('v/1/sans.woff2')).toBe(join(root, 'versions/1/sans.woff2')));
});
