/** A figure's rows as CSV, with all that is needed to quote them rightly. */
import { LICENCE } from '../site/address.ts';
import { csvFormat, csvFormatRows } from 'd3';
import type { Data } from '../data/door.ts';
import { EVIDENCE, intervalText, runsText, valueText } from '../model/format.ts';
import type { Table } from '../figures/spec.ts';
import type { Rate } from '../model/rate.ts';

/** RFC 4180 text; one line a row, the first line names the columns. */
export function csvOf(rows: readonly Rate[], data: Data): string {
  return `${csvFormat(
    rows.map((rate) => {
      const source = data.sources.get(rate.source);
      const { value } = rate;
      return {
        id: rate.id,
        model: rate.model,
        test: data.tests.get(rate.test)?.name ?? rate.test,
        condition: rate.condition,
        measure: rate.measure,
        value: valueText(rate),
        k: value.kind === 'counts' ? value.counts.k : '',
        n: value.kind === 'counts' ? value.counts.n : '',
        runs: runsText(rate),
        interval_95_wilson: intervalText(rate) ?? '',
        how_known: EVIDENCE[rate.evidence],
        measured_by: rate.measuredBy,
        date: rate.date,
        source: source?.title ?? rate.source,
        place: rate.place,
        url: source?.url ?? '',
        what_it_is_not: rate.not,
        licence: `${LICENCE}, Inside the Frame`,
      };
    }),
  )}\n`;
}

/** A table that is no list of rates (a scene, our own draws) as CSV; each line says what the table is. */
export function csvOfTable({ caption, columns, rows }: Table): string {
  return `${csvFormatRows([[...columns, 'table'], ...rows.map((row) => [...row.map((cell) => cell.text), caption])])}\n`;
}
