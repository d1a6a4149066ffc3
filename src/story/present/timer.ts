/** A stopwatch that can be paused. Pure: the time is told to it, milliseconds. */
export interface Timer {
  /** When it was last started; null while it stands. */
  readonly since: number | null;
  /** What had passed before. */
  readonly before: number;
}

/** A stopwatch that has not run. */
export const ZERO: Timer = { since: null, before: 0 };

/** Milliseconds it has run until `now`. */
export const elapsed = ({ since, before }: Timer, now: number): number =>
  before + (since === null ? 0 : now - since);

/** The same, running from `now` on. */
export const started = (timer: Timer, now: number): Timer =>
  timer.since === null ? { since: now, before: timer.before } : timer;

/** The same, stopped at `now`. */
export const paused = (timer: Timer, now: number): Timer => ({ since: null, before: elapsed(timer, now) });

/** "12:05"; below zero with a minus sign. */
export function clockText(milliseconds: number): string {
  const seconds = Math.floor(Math.abs(milliseconds) / 1000);
  const text = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return milliseconds < 0 && seconds > 0 ? `−${text}` : text;
}
