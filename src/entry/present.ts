/** What present mode fetches: its words, the lessons with their notes, and the codes of the steps' addresses. */
import { encode } from 'uqr';
import type { Content } from '../build/content.ts';
import type { LessonText } from '../model/lesson.ts';
import { SITE } from '../site/address.ts';
import type { Present, PresentWords } from '../story/present/data.ts';
import { steps } from '../story/steps.ts';

/** A code's squares: each row as hexadecimal digits, as short as its number. */
const rowsOf = (address: string): string[] =>
  encode(address, { border: 0 }).data.map((row) =>
    BigInt(`0b${row.map((dark) => (dark ? '1' : '0')).join('')}`).toString(16),
  );

/** The file's text. That its steps are the story's has been checked before; see build/content.ts. */
export function presentFile(content: Content): string {
  const lesson = content.words<LessonText>('lesson.json');
  const words = content.words<PresentWords>('present.json');
  const codes = Object.fromEntries(
    ['', ...steps.map(({ id }) => id)].map((id) => [id, rowsOf(SITE + (id === '' ? '' : `#${id}`))]),
  );
  return JSON.stringify({ words, lesson, codes, site: SITE } satisfies Present);
}
