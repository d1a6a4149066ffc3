/** What only the speaker sees: this step and the next, notes, a question for the class, clocks. */
import type { LessonPlan } from '../../model/lesson.ts';
import { put } from '../../model/put.ts';
import type { Story } from '../story.svelte.ts';
import type { Present } from './data.ts';
import { button, el } from './dom.ts';
import { clockText, elapsed, paused, started, ZERO, type Timer } from './timer.ts';

export interface Speaker {
  readonly panel: HTMLElement;
  /** Shows the step the story stands at. */
  show: () => void;
  reset: () => void;
}

interface Given {
  readonly story: Story;
  readonly data: Present;
  /** The lesson that is followed. */
  readonly plan: LessonPlan;
  /** Minutes of that lesson. */
  readonly minutes: number;
  /** Whether the audience's window answers; undefined in the audience's own window. */
  readonly linked?: () => boolean;
  readonly move: (by: 1 | -1) => void;
  readonly blank: () => void;
  /** Whether the audience's screen is dark. */
  readonly isBlank: () => boolean;
  readonly close?: () => void;
}

/** A step's title and its still, as they stand in the page. */
function picture(id: string | null, opening: string, points: readonly string[], drawn = true): HTMLElement {
  const box = el('div', { class: 'speaker-slide' });
  const step = id === null ? null : document.querySelector(`[data-step="${id}"]`);
  box.append(el('p', { class: 'speaker-title' }, step?.querySelector('h3')?.textContent?.trim() ?? opening));
  if (!drawn) return box;
  const drawing = step?.querySelector('.still-drawing svg')?.cloneNode(true) as SVGElement | undefined;
  if (drawing) {
    drawing.removeAttribute('id');
    for (const link of drawing.querySelectorAll('a')) link.setAttribute('tabindex', '-1');
    drawing.setAttribute('aria-hidden', 'true');
    box.append(drawing);
  } else if (points.length > 0) box.append(el('ul', {}, ...points.map((point) => el('li', {}, point))));
  return box;
}

/** Makes the view; its clocks run from then on. */
export function makeSpeaker(given: Given): Speaker {
  const { story, data, plan, minutes } = given;
  const said = data.words.speaker;
  let timer: Timer = ZERO;
  const clock = el('b', { class: 'speaker-clock' });
  const passed = el('b', { class: 'speaker-clock' });
  const left = el('b', { class: 'speaker-clock' });
  const state = el('p', { class: 'speaker-state', role: 'status' });
  const slides = el('div', { class: 'speaker-slides' });
  const notes = el('div', { class: 'speaker-notes' });
  const dark = button(said.blank, () => {
    given.blank();
    tick();
  });
  const run = button(said.start, () => {
    timer = timer.since === null ? started(timer, Date.now()) : paused(timer, Date.now());
    tick();
  });
  const reset = (): void => {
    timer = timer.since === null ? ZERO : started(ZERO, Date.now());
    tick();
  };

  function tick(): void {
    const now = Date.now();
    const time = new Date(now);
    clock.textContent = `${time.getHours()}:${String(time.getMinutes()).padStart(2, '0')}`;
    passed.textContent = clockText(elapsed(timer, now));
    const rest = minutes * 60_000 - elapsed(timer, now);
    left.textContent = clockText(rest) + (rest < 0 ? ` ${said.over}` : '');
    dark.setAttribute('aria-pressed', String(given.isBlank()));
    run.textContent = timer.since === null ? said.start : said.pauseTimer;
    if (!given.linked) return;
    const text = given.linked() ? said.linked : said.alone;
    if (state.textContent !== text) state.textContent = text;
  }

  function show(): void {
    const at = story.current;
    const next = story.neighbour(1, at);
    // Beside the screen the class sees it, too, and what comes may answer what is asked now.
    const beside = given.close !== undefined;
    const note = at === null ? undefined : data.lesson.notes[at];
    const now = plan.steps.find(({ id }) => id === at);
    const of = (id: string | null): readonly string[] =>
      (id === null ? undefined : data.lesson.notes[id]?.points) ?? [];
    slides.replaceChildren(
      el('section', {}, el('h2', {}, said.now), picture(at, data.words.opening, of(at))),
      el(
        'section',
        {},
        el('h2', {}, said.next),
        next === null ? el('p', {}, said.end) : picture(next, data.words.opening, of(next), !beside),
      ),
    );
    const list = (lines: readonly string[]): HTMLElement =>
      el('ul', {}, ...lines.map((line) => el('li', {}, line)));
    notes.replaceChildren(
      ...(now ? [el('p', { class: 'speaker-minutes' }, put(said.minutes, { m: now.minutes }))] : []),
      ...(now?.pause ? [el('p', { class: 'speaker-pause' }, said.pause)] : []),
      ...(note
        ? [
            el('h2', {}, said.notes),
            ...note.say.map((line) => el('p', {}, line)),
            el('h2', {}, said.ask),
            el('p', {}, note.ask),
            el('h2', {}, said.expect),
            list(note.expect),
            ...(note.note ? [el('h2', {}, said.note), el('p', {}, note.note)] : []),
          ]
        : [el('p', {}, data.words.slideStart)]),
    );
    if (at !== null && timer === ZERO) timer = started(timer, Date.now());
    tick();
  }

  const close = (): void => {
    clearInterval(ticking);
    panel.remove();
    given.close?.();
  };
  const panel = el(
    'section',
    { class: 'speaker', 'aria-label': said.title },
    el(
      'div',
      { class: 'speaker-clocks' },
      el('p', {}, `${said.clock} `, clock),
      el('p', {}, `${said.elapsed} `, passed),
      el('p', {}, `${put(said.left, { m: minutes })} `, left),
      el(
        'p',
        { class: 'speaker-tools' },
        run,
        button(said.reset, reset),
        button(said.prev, () => given.move(-1)),
        button(said.forward, () => given.move(1)),
        dark,
        ...(given.close ? [button(said.close, close)] : []),
      ),
    ),
    state,
    slides,
    notes,
  );
  const ticking = setInterval(tick, 500);
  return { panel, show, reset };
}
