/** One row of rates.csv -> one `Rate`, or the faults in it. */
import { counts, wilson } from '../model/proportion.ts';
import type { Bound, Evidence, Rate, Value } from '../model/rate.ts';
import type { TableRow } from './csv.ts';
import type { Problem } from './errors.ts';
import { ID, ID_WORDS, isDate, STRENGTH, VALUE_COLUMNS } from './schema.ts';

const BOUNDS: readonly Bound[] = ['about', 'at most', 'more than', 'less than', 'up to'];
/** Which cells a kind fills, and which it may fill. */
const KINDS: Readonly<Record<string, { must: readonly string[]; may: readonly string[] }>> = {
  counts: { must: ['k', 'n', 'counts'], may: [] },
  percent: { must: ['rate'], may: ['rate_to', 'bound', 'assumed_n', 'runs_unread'] },
  amount: { must: ['amount'], may: ['bound'] },
  words: { must: ['words'], may: ['compared_with', 'runs_unread'] },
};

type Fault = (column: string, found: string, expected: string, fix: string) => void;

/** Evidence from a strength code. */
export function evidenceOf(strength: string): Evidence {
  const codes: Readonly<Record<string, Evidence>> = {
    T2: 'table',
    T1: 'table-one',
    C2: 'chart',
    C1: 'chart-one',
    D: 'derived',
  };
  return codes[strength] ?? (strength.startsWith('S') ? 'reported' : 'text');
}

/** Reads a row. Faults are pushed to `problems`; null if there was one. */
export function readRate(row: TableRow, file: string, problems: Problem[]): Rate | null {
  const before = problems.length;
  const fault: Fault = (column, found, expected, fix) =>
    problems.push({ file, line: row.line, column, found, expected, fix });
  const cell = (name: string): string => row.cells[name] ?? '';
  const shown = (name: string): string => (cell(name) === '' ? 'an empty cell' : `“${cell(name)}”`);

  if (!ID.test(cell('id'))) fault('id', shown('id'), ID_WORDS, 'Give the row a short, lasting id.');
  for (const name of [
    'fact',
    'model',
    'test',
    'condition',
    'measure',
    'unit',
    'source',
    'place',
    'measured_by',
    'not',
  ])
    if (cell(name) === '')
      fault(name, 'an empty cell', 'some text', 'Fill the cell; data/README.md says with what.');
  if (!isDate(cell('date')))
    fault('date', shown('date'), '2025, 2025-08 or 2025-05-22', 'Write the date of publication this way.');
  if (!STRENGTH.test(cell('strength')))
    fault(
      'strength',
      shown('strength'),
      'P, P×5, T2, T1, C2, C1, S, S×2 or D',
      'See the codes in data/README.md.',
    );
  if (cell('bound') !== '' && !BOUNDS.includes(cell('bound') as Bound))
    fault('bound', shown('bound'), `${BOUNDS.join(', ')}, or nothing`, 'Use one of these words.');

  if (!['', 'yes'].includes(cell('runs_unread')))
    fault('runs_unread', shown('runs_unread'), 'yes, or nothing', 'Say yes where we did not read the place.');

  const value = readValue(cell, shown, fault);
  if (problems.length > before || value === null) return null;
  return {
    id: cell('id'),
    fact: cell('fact'),
    model: cell('model'),
    test: cell('test'),
    condition: cell('condition'),
    measure: cell('measure'),
    unit: cell('unit'),
    value,
    ...(cell('runs_unread') === 'yes' ? { runsUnread: true } : {}),
    strength: cell('strength'),
    evidence: evidenceOf(cell('strength')),
    source: cell('source'),
    place: cell('place'),
    date: cell('date'),
    measuredBy: cell('measured_by'),
    not: cell('not'),
  };
}

function readValue(
  cell: (name: string) => string,
  shown: (name: string) => string,
  fault: Fault,
): Value | null {
  const kind = Object.hasOwn(KINDS, cell('kind')) ? KINDS[cell('kind')] : undefined;
  if (!kind) {
    fault('kind', shown('kind'), Object.keys(KINDS).join(', '), 'Say what kind of value the row holds.');
    return null;
  }
  let sound = true;
  const bad: Fault = (...parts) => {
    sound = false;
    fault(...parts);
  };
  for (const name of VALUE_COLUMNS) {
    if (kind.must.includes(name) && cell(name) === '')
      bad(
        name,
        'an empty cell',
        `a value, since the kind is “${cell('kind')}”`,
        'Fill it, or change the kind.',
      );
    if (cell(name) !== '' && !kind.must.includes(name) && !kind.may.includes(name))
      bad(
        name,
        shown(name),
        `nothing, since the kind is “${cell('kind')}”`,
        name === 'rate'
          ? 'Leave the rate out: it follows from k and n.'
          : 'Empty the cell, or change the kind.',
      );
  }
  const whole = (name: string): number => {
    const found = Number(cell(name));
    if (!/^\d+$/.test(cell(name)) || !Number.isSafeInteger(found))
      bad(name, shown(name), 'a whole number, 0 or more', 'Write digits only.');
    return found;
  };
  const decimal = (name: string, most: number): number => {
    const found = Number(cell(name));
    if (!/^\d+(\.\d+)?$/.test(cell(name)) || found > most)
      bad(
        name,
        shown(name),
        most === 100 ? 'a percentage from 0 to 100' : 'a number, 0 or more',
        'Write digits only.',
      );
    return found;
  };
  if (!sound) return null;
  const bound = cell('bound') === '' ? {} : { bound: cell('bound') as Bound };
  switch (cell('kind')) {
    case 'counts': {
      const k = whole('k');
      const n = whole('n');
      if (sound && n < 1) bad('n', shown('n'), 'at least 1', 'If n is not known, use the kind “percent”.');
      if (sound && k > n) bad('k', `${k} of ${n}`, 'k no larger than n', 'Check both against the source.');
      const origin = cell('counts');
      if (origin !== 'published' && origin !== 'derived')
        bad('counts', shown('counts'), 'published or derived', 'Say whether the source prints k and n.');
      if (!sound || (origin !== 'published' && origin !== 'derived')) return null;
      const known = counts(k, n);
      return { kind: 'counts', counts: known, origin, interval: wilson(known) };
    }
    case 'percent': {
      const percent = decimal('rate', 100);
      const to = cell('rate_to') === '' ? {} : { percentTo: decimal('rate_to', 100) };
      const assumed = cell('assumed_n') === '' ? {} : { assumedN: whole('assumed_n') };
      if (sound && to.percentTo !== undefined && to.percentTo <= percent)
        bad(
          'rate_to',
          shown('rate_to'),
          `more than the ${percent} of “rate”`,
          'Write the lower end in “rate”, the upper end here.',
        );
      if (sound && assumed.assumedN === 0)
        bad(
          'assumed_n',
          shown('assumed_n'),
          'at least 1',
          'Leave the cell empty if the number is not known.',
        );
      return sound ? { kind: 'percent', percent, ...to, ...bound, ...assumed } : null;
    }
    case 'amount': {
      const value = decimal('amount', Number.MAX_SAFE_INTEGER);
      return sound ? { kind: 'amount', value, of: cell('unit'), ...bound } : null;
    }
    default: {
      const other = cell('compared_with');
      return { kind: 'words', words: cell('words'), ...(other === '' ? {} : { comparedWith: other }) };
    }
  }
}
