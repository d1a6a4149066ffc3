/** A row on its way to the browser: without what can be worked out again, and what only the passport needs. */
import { wilson } from './proportion.ts';
import type { Rate, Value } from './rate.ts';

/** What an island needs of a row; an interval is left out, since k and n are there. */
export function pack({ id, model, test, value, runsUnread, evidence, unit, measure }: Rate): unknown {
  const sent = value.kind === 'counts' ? { ...value, interval: undefined } : value;
  return { id, model, test, value: sent, runsUnread, evidence, unit, measure };
}

/** The row as it was, with its interval; what only the passport needs is not there. */
export function unpack(sent: Rate): Rate {
  const value: Value =
    sent.value.kind === 'counts' ? { ...sent.value, interval: wilson(sent.value.counts) } : sent.value;
  return { ...sent, value };
}
