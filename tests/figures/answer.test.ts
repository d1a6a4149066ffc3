import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answer, differences, settle } from '../../src/figures/map/answer.ts';
import { ANSWERS, cells, type Pieces } from '../../src/figures/map/cells.ts';
import { spec } from '../../src/figures/map/figure.ts';
import { linesOf, sayAnswer } from '../../src/figures/map/sentence.ts';
import { valueText } from '../../src/model/format.ts';
import { anyChoice, every, rows, words } from './choices.ts';
import { data } from './fixture.ts';

describe('the answer', () => {
  const check = (choice: Pieces): void => {
    const found = answer(choice);
    const said = linesOf(sayAnswer(words, rows, choice)).join('\n');
    expect(said).not.toMatch(/[{}]|undefined/);
    if ('none' in found) {
      expect(said).toMatch(/^Not published, as far as we found/);
      expect(said).not.toMatch(/\d+%/);
      return;
    }
    const named = 'exact' in found ? found.exact : found.nearest.map(({ row }) => row);
    expect(named.length).toBeGreaterThan(0);
    for (const row of named) expect(data.rates.has(row), row).toBe(true);
    if ('exact' in found) expect(said).toMatch(/^Blackmail in this mix/);
    else {
      expect(said).toMatch(/^None found\. Nearest for blackmail/);
      for (const { row, differs } of found.nearest) {
        const cell = cells.find((one) => one.row === row);
        expect(differs.length).toBeGreaterThan(0);
        expect(cell && differences(cell, settle(choice))).toEqual(differs);
      }
      expect(said.match(/Differs in/g)?.length).toBe(Math.min(2, found.nearest.length));
    }
    // Each percentage that is said is one that a row prints.
    const printed = new Set(rows.map((row) => valueText(row).match(/[\d.]+%/)?.[0]));
    for (const [value] of said.matchAll(/[\d.]+%/g)) expect(printed, said).toContain(value);
  };

  test('to every mix is a row of the data or that none was published', () => {
    expect(every).toHaveLength(17 * 288);
    for (const choice of every) check(choice);
  }, 60_000);

  test('to any mix at all (property)', () => fc.assert(fc.property(anyChoice, check), { numRuns: 300 }));

  const { initial } = spec;
  const june = { ...initial, scene: 'june' } as const;
  const both = { ...june, conflict: 'yes', values: 'unsaid' } as const;
  test.each<[string, Pieces, string[]]>([
    ['the card, values shared', initial, ['opus4-shared-values']],
    ['the card, values differ', { ...initial, values: 'differ' }, ['opus4-values-differ']],
    ['the card, earlier models', { ...initial, model: 'earlier', values: 'unsaid' }, ['earlier-models']],
    ['June, threat and conflict', both, ['june-both-opus4']],
    ['June, threat alone', june, ['june-replacement-opus4']],
    ['June, neither', { ...june, threat: 'no' }, ['june-control-all']],
    ['June, conflict alone', { ...both, threat: 'no', model: 'gpt4o' }, ['june-goal-only-max']],
    ['June, rules', { ...both, rules: 'yes' }, ['june-rules-opus4']],
    ['June, another model', { ...both, model: 'gpt41' }, ['june-both-gpt41']],
  ])('%s: exactly the published row', (_, choice, exact) => expect(answer(choice)).toEqual({ exact }));

  test('one square away: the neighbour, and in what it differs', () => {
    expect(answer({ ...both, exits: 'yes' })).toEqual({
      nearest: [
        { row: 'june-both-opus4', differs: ['exits'] },
        { row: 'gomez-channel', differs: ['average'] },
      ],
    });
    expect(answer({ ...initial, model: 'gpt4o' })).toEqual({
      nearest: [
        { row: 'opus4-shared-values', differs: ['model'] },
        { row: 'june-replacement-gpt4o', differs: ['scene'] },
      ],
    });
    // Its source does not state the goal conflict: never exact.
    for (const conflict of ANSWERS)
      expect(answer({ ...both, conflict, told: 'test' })).toEqual({
        nearest: expect.arrayContaining([{ row: 'june-test-blackmail', differs: ['conflict'] }]),
      });
    expect(answer({ ...initial, model: 'earlier', exits: 'yes', told: 'test', rules: 'yes' })).toEqual({
      none: true,
    });
  });

  test('says value, test, model and the number of runs', () => {
    const [lead, said] = linesOf(sayAnswer(words, rows, initial));
    expect(lead).toBe('Blackmail in this mix:');
    expect(said).toBe('84% of runs: Claude Opus 4, May 2025 test; number of runs not published.');
    expect(linesOf(sayAnswer(words, rows, { ...both, exits: 'yes' })).join(' ')).toMatch(
      /96 of 100 runs\. Differs in: other ways out \(closed\)\. 1\.21% of runs: .*, as others report\. Differs in: being an average/,
    );
    expect(linesOf(sayAnswer(words, rows, { ...both, told: 'real' })).join(' ')).toMatch(
      /55\.1%.*59 of 107 runs.*goal conflict \(not stated\)/,
    );
    expect(linesOf(sayAnswer(words, rows, { ...both, model: 'sonnet36' }))[1]).toMatch(
      /^about\s87%.*one reader/,
    );
  });
});
