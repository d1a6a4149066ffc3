/** What the files of `data/` may hold; `data/README.md` says it in words. */
import { z } from 'zod';
import { SETUP_KEYS, VERDICTS } from '../model/records.ts';

/** Columns of rates.csv that say how much. */
export const VALUE_COLUMNS = [
  'k',
  'n',
  'counts',
  'rate',
  'rate_to',
  'bound',
  'assumed_n',
  'runs_unread',
  'amount',
  'words',
  'compared_with',
] as const;

/** Columns of rates.csv, in order. */
export const RATE_COLUMNS = [
  'id',
  'fact',
  'model',
  'test',
  'condition',
  'measure',
  'unit',
  'kind',
  ...VALUE_COLUMNS,
  'strength',
  'source',
  'place',
  'date',
  'measured_by',
  'not',
] as const;

const text = z.string().min(1, 'some text');
/** Small letters and digits joined by hyphens: ids become parts of addresses. */
export const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
export const ID_WORDS = 'small letters and digits joined by hyphens';
const id = z.string().regex(ID, ID_WORDS);

/** A year, a month or a day that the calendar has: 2025, 2025-08, 2025-05-22. */
export function isDate(found: string): boolean {
  const [, year, month = '01', day = '01'] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(found) ?? [];
  if (year === undefined) return false;
  const whole = `${year}-${month}-${day}`;
  const time = Date.parse(`${whole}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(whole);
}
const date = z.string().refine(isDate, 'a date like 2025, 2025-08 or 2025-05-22');
const day = z.string().refine((found) => found.length === 10 && isDate(found), 'a day like 2025-05-22');
/** How strongly a fact is known; see data/README.md. */
export const STRENGTH = /^(P|S)(×\d+)?$|^(T2|T1|C2|C1|D)$/;
const strength = z.string().regex(STRENGTH, 'a strength code: P, P×5, T2, T1, C2, C1, S, S×2 or D');
const language = z
  .string()
  .regex(/^[a-z]{2}$/, 'a language code of two letters')
  .optional();

export const sourcesSchema = z.record(
  id,
  z.strictObject({
    title: text,
    /** Language of the title, if not the page's. */
    lang: language,
    publisher: text,
    date,
    url: z.string().regex(/^https:\/\/\S+$/, 'an address that begins with https://'),
    kind: z.enum(['primary', 'research', 'official', 'community', 'press'], {
      error: 'primary, research, official, community or press',
    }),
    read: text,
    note: text.optional(),
  }),
);

export const testsSchema = z.record(
  id,
  z.strictObject({
    name: text,
    kind: z.enum(['test', 'observation', 'record'], { error: 'test, observation or record' }),
    date,
    ranBy: text,
    on: text,
    source: text,
    place: text,
    setup: z.strictObject(
      Object.fromEntries(SETUP_KEYS.map((key) => [key, text.optional()])) as Record<
        (typeof SETUP_KEYS)[number],
        z.ZodOptional<z.ZodString>
      >,
    ),
    differs: text,
  }),
);

export const statementsSchema = z.record(
  id,
  z.strictObject({ says: text, source: text, place: text, strength, not: text }),
);

/** A list whose members have ids of their own. */
const list = <T extends z.ZodType<{ id: number | string }>>(member: T) =>
  z.array(member).superRefine((members, context) => {
    members.forEach(({ id }, at) => {
      if (members.findIndex((other) => other.id === id) < at)
        context.addIssue({ code: 'custom', path: [at, 'id'], message: 'an id that no other has' });
    });
  });

export const articleSchema = z.strictObject({
  title: text,
  publisher: text,
  language: text,
  origin: z.strictObject({
    source: text,
    title: text,
    /** Language of the title, if not the page's. */
    lang: language,
    publisher: text,
    date,
    url: text,
    read: text,
    note: text,
  }),
  claims: list(
    z.strictObject({
      id: z.int('a whole number').positive('a number from 1'),
      claim: text,
      verdict: z.enum(VERDICTS, { error: `one of ${VERDICTS.join(', ')}` }),
      why: text,
      source: text.nullable(),
      place: z.string('text; empty if there is no source'),
      faq: z.boolean('true or false'),
    }),
  ),
  omissions: list(z.strictObject({ id: text, what: text, source: text, place: text })),
  contradictions: list(z.strictObject({ id: z.int('a whole number'), what: text })),
});

export type Article = Readonly<z.infer<typeof articleSchema>>;

/** Numbers that were corrected after they had been published; each names the rows it changed. */
export const correctionsSchema = z.array(
  z.strictObject({ date, rows: z.array(text).min(1, 'at least one row'), was: text, is: text, why: text }),
);

export type Correction = Readonly<z.infer<typeof correctionsSchema>[number]>;

/** The day on which the facts were compiled. */
export const compiledSchema = z.strictObject({ date: day });
