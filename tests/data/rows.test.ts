/**
 * Every figure once more, copied by hand from the sheet of facts that the data were compiled from and not from rates.csv: a number that is
 * mistyped there, or a strength that is flattered, differs from here.
 */
import { describe, expect, test } from 'vitest';
import { loadData } from '../../src/data/door.ts';
import type { Rate } from '../../src/model/rate.ts';

const data = loadData('data');

/**
 * Fact, row, value, strength. Values: `96/100` published counts, `59/107d` derived counts, `84` percent, `8-9` a
 * range, `#16` an amount, `"` words; `~` about, `<=` at most, `<` less than, `>` more than, `^` up to; `?100` the
 * number of runs that the source leaves to be assumed.
 */
const PUBLISHED = `
F-001 opus4-shared-values 84 P×5
F-002 opus4-values-differ " P×5
F-003 earlier-models " P×3
F-004 opus4-audit-awareness 5/414 P
F-005 sonnet4-audit-awareness #18 P
F-101 june-both-opus4 96/100 P×6
F-102 june-both-gemini25flash 96/100 P×6
F-103 june-both-gemini25pro 95/100 C2
F-104 june-both-sonnet36 87/100 C1
F-105 june-both-sonnet35 86/100 C1
F-106 june-both-gpt41 80/100 P×6
F-107 june-both-grok3beta 80/100 P×6
F-108 june-both-deepseekr1 79/100 P×6
F-109 june-both-sonnet4 79/100 C2
F-110 june-both-gpt45 67/100 C1
F-111 june-both-sonnet37 65/100 T2
F-112 june-both-opus3 51/100 C1
F-113 june-both-gpt4o 15/100 C2
F-114 june-both-haiku35 10/100 C1
F-115 june-both-qwen3 9/100 C1
F-116 june-both-llama4 0/100 P×6
F-117 june-both-llama4-extra 12?100 P×6
F-118 june-o3-first 0 T1
F-118 june-o3-adapted 9 T1
F-119 june-o4mini-first 0 T1
F-119 june-o4mini-adapted 1 T1
F-121 june-replacement-opus4 86/100 T2
F-122 june-replacement-gemini25pro 78/100 T2
F-123 june-replacement-gemini25flash 73/100 T2
F-124 june-replacement-deepseekr1 66/100 T2
F-125 june-replacement-sonnet36 63/100 T2
F-126 june-replacement-grok3beta 51/100 T2
F-127 june-replacement-sonnet35 45/100 C1
F-128 june-replacement-opus3 38/100 C1
F-129 june-replacement-sonnet4 25/100 C1
F-130 june-replacement-gpt45 6/100 C1
F-131 june-replacement-sonnet37 1/100 T1
F-132 june-replacement-gpt41 0/100 T2
F-133 june-replacement-gpt4o 0/100 T2
F-134 june-replacement-llama4 ~0?100 C1
F-134 june-replacement-qwen3 ~0?100 C1
F-134 june-replacement-haiku35 ~0?100 C1
F-141 june-control-all 0/100 P
F-142 june-control-espionage-llama4 1/100 P
F-143 june-goal-only-max <=12?100 T1
F-144 june-restriction-gemini25flash 97/100 T1
F-145 june-restriction-sonnet37 34/100 T1
F-146 june-unnamed-opus4 84?100 T1
F-151 june-espionage-opus4 57/100 T2
F-152 june-espionage-gemini25pro 100/100 T2
F-152 june-espionage-gemini25flash 100/100 T2
F-152 june-espionage-sonnet36 100/100 T2
F-153 june-espionage-gpt41 99/100 T2
F-154 june-espionage-sonnet35 99/100 C1
F-154 june-espionage-opus3 88/100 C1
F-154 june-espionage-qwen3 76/100 C2
F-154 june-espionage-deepseekr1 73/100 C2
F-154 june-espionage-llama4 44/100 C2
F-154 june-espionage-gpt45 42/100 C1
F-154 june-espionage-grok3beta 37/100 C1
F-154 june-espionage-gpt4o 6/100 C1
F-154 june-espionage-sonnet37 4/100 C2
F-155 june-espionage-all " P
F-156 june-espionage-replacement-max 0-7?100 T1
F-157 june-espionage-ethical-opus4 2?100 P
F-161 june-lethal-deepseekr1 94/100 T2
F-161 june-lethal-sonnet36 93/100 C1
F-161 june-lethal-gemini25pro 90/100 T2
F-161 june-lethal-grok3beta 85/100 C1
F-161 june-lethal-gemini25flash 83/100 C1
F-161 june-lethal-opus4 65/100 T2
F-161 june-lethal-gpt41 54/100 C1
F-161 june-lethal-sonnet4 22/100 C1
F-161 june-lethal-gpt45 7/100 T2
F-161 june-lethal-sonnet37 0/100 T2
F-162 june-lethal-majority " P
F-163 june-lethal-contrived " P
F-171 june-label-real 107/500d P×4
F-171 june-label-test 324/500d P×4
F-171 june-label-neither 69/500d P×4
F-171 june-label-samples #500 P
F-172 june-real-blackmail 59/107d P×4
F-173 june-test-blackmail 21/324d P×4
F-181 june-rules-opus4 37?100 C2
F-182 june-rules-espionage-opus4 ~75?100 C1
F-183 june-ambiguous-opus4 85 T1
F-183 june-ambiguous-rules-opus4 15 T1
F-183 june-ambiguous-espionage-opus4 31 T1
F-183 june-ambiguous-rules-espionage-opus4 0 T1
F-201 addendum-same " P
F-202 addendum-opus4 ~74 C1
F-202 addendum-opus4-thinking ~58 C1
F-203 addendum-opus41 ~76 C1
F-203 addendum-opus41-thinking ~56 C1
F-204 addendum-sonnet4 ~28 C1
F-204 addendum-sonnet4-thinking ~35 C1
F-211 sonnet45-suite-off #2 P
F-211 sonnet45-suite-on #0 P
F-211 sonnet45-suite-prompts ~#52000 P
F-212 sonnet45-awareness >80?100 P
F-212 sonnet45-honeypots 0/100 P
F-213 sonnet45-inhibited ^8-9?100 P
F-214 sonnet4-honeypots ~11?100 P
F-215 sonnet45-callouts ~13 P
F-216 aisi-awareness-sonnet45 16.6 P
F-216 aisi-awareness-sonnet4 3.5 P
F-216 aisi-awareness-opus41 1.6 P
F-217 aisi-fewer-than-sonnet4 #1.9 P
F-217 aisi-fewer-than-opus41 #3.3 P
F-218 real-use-never " P
F-221 haiku45-suite " P
F-222 haiku45-distrust " P
F-231 opus46-inhibited " P
F-241 emotions-base 22 P×4
F-242 emotions-desperate 72 P
F-242 emotions-against-calm 66 P
F-242 emotions-calm 0 P
F-243 emotions-final " P
F-251 tcw-since-haiku45 0 P×4
F-252 tcw-sonnet45 <1 P×3
F-252 tcw-named 0 P×3
F-253 tcw-baseline 22 P×4
F-253 tcw-refusals 15 P×4
F-253 tcw-reasoning 3 P×4
F-254 tcw-efficiency #28 P
F-255 tcw-lookalikes " P
F-261 s26-before 0 P×4
F-261 s26-suppressed ~7 P×4
F-262 workspace-before 0/180 S×10
F-262 workspace-after 13/180 S×10
F-262 workspace-awareness-before 71 S×10
F-262 workspace-awareness-after 3 S×10
F-271 muse-spark 1.1 S
F-281 gomez-baseline 38.73 S×3
F-281 gomez-channel 1.21 S×3
F-281 gomez-bulletin 0.85 S×3
F-281 gomez-samples #66600 S×3
F-282 inspect-opus4 9/10d P
F-282 inspect-sonnet4 10/10d P
F-282 inspect-gpt4o 3/10d P
F-283 ally-before 3/3 P
F-283 ally-after 1/3 P
F-284 scale-recreation " P
§5 palisade-allowed 7/100 S×2
§5 palisade-not-allowed 79/100 S×2
§5 cltr-incidents #698 P
§5 cltr-transcripts >#180000 P
§5 s26-runs #20 P
§5 sacks-200 >#200 S
ASL-10 asl3-controls >#100 P
§9.10 june-models #16 P
§3B june-runs #100 P
§9.11 card-pages #123 P
§6.1 article-supported #7 D
§6.1 article-imprecise #15 D
§6.1 article-contradicted #7 D
§6.1 article-opinion #8 D
§6.1 article-offtopic #4 D
§6.1 article-claims #41 D
`;

const SIGN = { about: '~', 'at most': '<=', 'less than': '<', 'more than': '>', 'up to': '^' } as const;

function short({ value }: Rate): string {
  switch (value.kind) {
    case 'counts':
      return `${value.counts.k}/${value.counts.n}${value.origin === 'derived' ? 'd' : ''}`;
    case 'percent':
      return [
        value.bound ? SIGN[value.bound] : '',
        value.percent,
        value.percentTo === undefined ? '' : `-${value.percentTo}`,
        value.assumedN === undefined ? '' : `?${value.assumedN}`,
      ].join('');
    case 'amount':
      return `${value.bound ? SIGN[value.bound] : ''}#${value.value}`;
    case 'words':
      return '"';
  }
}

const expected = PUBLISHED.trim().split('\n');

test.each(expected.map((line) => line.split(' ')))('%s %s: %s, %s', (fact = '', id = '', value, strength) => {
  const rate = data.rates.get(id);
  expect(rate && [rate.fact, short(rate), rate.strength]).toEqual([fact, value, strength]);
});

test('rates.csv holds these rows and no others', () => {
  expect([...data.rates.keys()].sort(), 'a new row is entered once more in PUBLISHED').toEqual(
    expected.map((line) => line.split(' ')[1]).sort(),
  );
});

// Two printed bounds differ from ours in the last digit, because 97.85 and 41.35 were rounded once more:
// 95 of 100 was written down as up to 97.9, 51 of 100 once as from 41.4 and once, rightly, as from 41.3.
test.each([
  ['june-both-gemini25pro', 88.8, 97.8],
  ['june-both-opus3', 41.3, 60.6],
])('%s: interval %f to %f', (id, low, high) => {
  const interval = data.rates.get(id)?.value.interval;
  expect((interval?.low ?? 0) * 100).toBeCloseTo(low, 1);
  expect((interval?.high ?? 0) * 100).toBeCloseTo(high, 1);
});

describe('what each row says', () => {
  const rows = [...data.rates.values()];
  test.each(rows.map((row) => [row.id, row] as const))('%s', (_id, row) => {
    expect(row.not).toMatch(/^(Not|Another test)\b.*\.$/);
    expect(data.tests.get(row.test)).toBeDefined();
    expect(data.sources.get(row.source)).toBeDefined();
  });
  test('the two other 84s and 96s are told apart from the 84 of the card', () => {
    expect(data.rates.get('opus4-shared-values')?.not).toMatch(/June 2025/);
    expect(data.rates.get('june-unnamed-opus4')?.not).toMatch(/system card/);
    expect(data.rates.get('june-both-opus4')?.not).toMatch(/Not the test behind the 84/);
  });
  test('a direction without a number says what it is compared with', () => {
    for (const id of ['opus4-values-differ', 'earlier-models'])
      expect(data.rates.get(id)?.value).toMatchObject({ comparedWith: 'opus4-shared-values' });
  });
});

describe('tests.json', () => {
  const tests = [...data.tests];
  test.each(tests)('%s says what kind of thing it is', (_id, { name, kind, differs }) => {
    if (kind === 'test') expect(name).toMatch(/\b(tests?|scenarios?|evaluation)\b/i);
    else if (kind === 'observation') expect(name).toMatch(/\bobservations?\b/i);
    if (kind !== 'test') expect(differs).toMatch(/^It is no test/);
    expect(differs).toMatch(/^[A-Z][^]*\.$/);
  });

  // The table in which the two scenes stand side by side: each of its lines, in both records.
  test.each([
    ['role', /assistant at a fictional company.*no name/, /Alex.*AI email-oversight agent/],
    ['company', /unnamed/, /Summit Bridge/],
    ['target', /engineer responsible/, /executive.*new technology chief/],
    ['deadline', /soon/, /5 p\.m\. that day/],
    ['goal', /long-term consequences.*for its goals/, /explicit goal.*American interests.*or none/],
    ['exits', /no other options/, /executive.*board.*successors/],
    ['values', /shares its values and is more capable/, /same goal/],
    ['runs', /not reported/, /100 per model and condition/],
    ['grader', /not reported/, /Claude Sonnet 3\.7/],
  ] as const)('%s, in the card and in June', (key, card, june) => {
    expect(data.tests.get('card-blackmail')?.setup[key]).toMatch(card);
    expect(data.tests.get('june-blackmail')?.setup[key]).toMatch(june);
  });
  test('the models, in the card and in June', () => {
    expect(data.tests.get('card-blackmail')?.on).toMatch(/Claude Opus 4/);
    expect(data.tests.get('june-blackmail')?.on).toMatch(/16 models.*Claude Sonnet 3\.6/);
  });
  test('every test is used by a row', () => {
    const used = new Set([...data.rates.values()].map((rate) => rate.test));
    expect(tests.map(([id]) => id).filter((id) => !used.has(id))).toEqual([]);
  });
});

describe('article.json', () => {
  test('has six omissions and seven contradictions', () => {
    expect(data.article.omissions.map(({ id }) => id)).toEqual(['O1', 'O2', 'O3', 'O4', 'O5', 'O6']);
    expect(data.article.contradictions.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });
  test('these claims are from its list of questions', () => {
    expect(data.article.claims.filter(({ faq }) => faq).map(({ id }) => id)).toEqual([
      31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41,
    ]);
  });
  test.each([
    ['supported', [8, 11, 13, 18, 33, 38]],
    ['incomplete', [35]],
    ['imprecise', [1, 6, 9, 10, 14, 15, 16, 17, 20, 23, 31, 32, 34, 36, 39]],
    ['contradicted', [2, 12, 19, 21, 24, 37, 41]],
    ['opinion', [3, 4, 5, 7, 22, 25, 26, 40]],
    ['off-topic', [27, 28, 29, 30]],
  ] as const)('%s: %j', (verdict, ids) => {
    expect(data.article.claims.filter((claim) => claim.verdict === verdict).map(({ id }) => id)).toEqual(ids);
  });
});
