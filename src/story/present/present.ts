/**
 * Present mode: one screen a step, moved by a clicker or keys; and the lesson and the mild wording, which every way to
 * read can have. Loaded only if the address asks for one of them.
 */
import type { LessonPlan } from '../../model/lesson.ts';
import type { Story } from '../story.svelte.ts';
import css from './present.css?inline';
import { askedLesson, loadPresent, planned, type Present } from './data.ts';
import { openCode, openGoto, openHelp, openOverview } from './dialogs.ts';
import { put } from '../../model/put.ts';
import { button, dialog, el } from './dom.ts';
import type { Action } from './keys.ts';
import { labelByPicture } from './label.ts';
import { audienceToken, Link } from './link.ts';
import { blankOnClick, listen } from './listen.ts';
import { makeMild } from './mild.ts';
import { makeSpeaker, type Speaker } from './speaker.ts';
import { spotlight } from './spot.ts';
import { openVote } from './vote.ts';

const root = document.documentElement;

/** @throws Error if what is shown cannot be had; the page then stays as it is */
export async function present(story: Story): Promise<void> {
  const data = await loadPresent();
  const asked = new URLSearchParams(location.search);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const lesson = askedLesson(location.search);
  if (lesson !== null) follow(story, data.lesson.lessons[lesson]);
  if (asked.get('mild') === '1') makeMild(data.words.mild.swap, data.words.mild.note);
  if (!('present' in root.dataset)) return;
  writeSlides(data);
  const plan = data.lesson.lessons[lesson ?? '90'];
  const token = asked.get('speaker');
  if (token !== null && /^[0-9a-f]{4,64}$/.test(token)) speak(story, data, plan, token);
  else show(story, data, plan);
}

/** Only the lesson's steps are told; the others stay in the page, unseen. */
function follow(story: Story, plan: LessonPlan): void {
  const { ids } = planned(story.ids, plan);
  story.told = ids;
  for (const step of document.querySelectorAll<HTMLElement>('[data-step]')) {
    const id = step.dataset['step'] ?? '';
    if (!ids.includes(id)) step.dataset['leftOut'] = '';
  }
  for (const part of document.querySelectorAll<HTMLElement>('.scene, .chapter'))
    if (!part.querySelector('[data-step]:not([data-left-out])')) part.dataset['leftOut'] = '';
  if (story.current === null || ids.includes(story.current)) return;
  // An address may name a step that this lesson leaves out: it leads to the one told before it.
  const asked = story.ids.indexOf(story.current);
  story.goto(ids.findLast((id) => story.ids.indexOf(id) < asked) ?? ids[0] ?? null, 'address');
}

/** What the screen says beside the picture. */
function writeSlides({ lesson }: Present): void {
  for (const [id, { slide, points }] of Object.entries(lesson.notes)) {
    const step = document.querySelector(`[data-step="${id}"]`);
    step?.querySelector('.step-text')?.append(el('p', { class: 'slide' }, slide));
    if (points) step?.append(el('ul', { class: 'points' }, ...points.map((point) => el('li', {}, point))));
  }
}

/** How far the drawings are blown up: their labels are drawn for 12 pixels at least, a projector needs 24 and more. */
function scale(): void {
  const set = (): void => {
    const size = Number.parseFloat(getComputedStyle(root).fontSize);
    root.style.setProperty('--k', String(size / 12));
  };
  set();
  addEventListener('resize', set);
}

/** An address of this page with other parameters, at the step where the story stands. */
function addressOf(story: Story, change: Readonly<Record<string, string | null>>): string {
  const url = new URL(location.href);
  for (const [name, value] of Object.entries(change))
    if (value === null) url.searchParams.delete(name);
    else url.searchParams.set(name, value);
  url.hash = story.current ?? '';
  return url.href;
}

/** What the audience's and the speaker's window do alike. */
function common(story: Story, data: Present) {
  return {
    next: () => move(story, 1),
    prev: () => move(story, -1),
    first: () => story.goto(null, 'key'),
    last: () => story.goto(story.told.at(-1) ?? null, 'key'),
    goto: () => openGoto(story, data),
    help: () => openHelp(data),
    dark: () => document.querySelector<HTMLElement>('[data-theme-switch]')?.click(),
  } satisfies Partial<Record<Action, () => void>>;
}

function move(story: Story, by: 1 | -1): void {
  const to = story.neighbour(by, story.current);
  if (to !== null || by === -1) story.goto(to, 'key');
}

/** The audience's window. */
function show(story: Story, data: Present, plan: LessonPlan): void {
  const { words } = data;
  const minutes = planned(story.ids, plan).minutes;
  const token = audienceToken();
  let blank: HTMLElement | null = null;
  let split: Speaker | null = null;
  let following = false;

  const setBlank = (on: boolean): void => {
    if (on === (blank !== null)) return;
    blank?.remove();
    blank = on
      ? el('div', { class: 'dark-screen', role: 'status' }, el('span', { class: 'vh' }, words.blank))
      : null;
    if (blank) document.body.append(blank);
    tell();
  };
  const link = new Link(
    token,
    null,
    () => ({ at: story.current, blank: blank !== null }),
    (state) => {
      following = true;
      if (state.at !== story.current) story.goto(state.at, 'address');
      setBlank(state.blank);
      following = false;
    },
    false,
  );
  const tell = (): void => {
    if (!following) link.moved();
  };

  const places = document.querySelectorAll<HTMLElement>('.turn [data-place]');
  story.onmove((id) => {
    for (const open of document.querySelectorAll<HTMLElement>('.card:popover-open')) open.hidePopover();
    const at = id === null ? 0 : story.told.indexOf(id) + 1;
    for (const place of places) place.textContent = put(words.place, { n: at, all: story.told.length });
    split?.show();
    tell();
  });

  const address = (): string => addressOf(story, { speaker: token });
  const openSplit = (): void => {
    if (split) return;
    split = makeSpeaker({
      story,
      data,
      plan,
      minutes,
      move: (by) => move(story, by),
      blank: () => setBlank(blank === null),
      isBlank: () => blank !== null,
      close: () => {
        split = null;
        delete root.dataset['split'];
        dispatchEvent(new Event('resize'));
      },
    });
    root.dataset['split'] = '';
    document.body.append(split.panel);
    dispatchEvent(new Event('resize'));
    split.show();
  };
  const openSpeaker = (): void => {
    const opened = window.open(address(), `speaker-${token}`, 'popup,width=1100,height=760');
    if (opened) {
      link.other = opened;
      return;
    }
    const said = words.speaker;
    // A link that the reader follows is no pop-up; it keeps the way back to this window.
    const tab = el('a', { href: address(), target: '_blank', rel: 'opener' }, said.tab);
    const here = button(said.split, () => {
      here.closest('dialog')?.close();
      openSplit();
    });
    // The class would see it, too: that is for the teacher to say.
    dialog(
      'speaker-blocked',
      said.title,
      words.close,
      el('p', {}, said.blocked),
      el('p', {}, tab),
      el('p', {}, here),
    );
  };

  const does: Record<Action, () => void> = {
    ...common(story, data),
    blank: () => setBlank(blank === null),
    full: () =>
      void (document.fullscreenElement ? document.exitFullscreen() : root.requestFullscreen()).catch(
        () => undefined,
      ),
    overview: () => openOverview(story, data, addressOf(story, { mode: null, lesson: null })),
    speaker: openSpeaker,
    vote: () => openVote(data, story),
    code: () => openCode(story, data),
    reset: () => split?.reset(),
  };
  listen(does, () => blank !== null);
  blankOnClick(() => setBlank(false));
  const { buttons } = words;
  document
    .querySelector('.turn')
    ?.append(
      el(
        'span',
        { class: 'present-tools' },
        button(buttons.overview, does.overview),
        button(buttons.vote, does.vote),
        button(buttons.speaker, does.speaker),
        button(buttons.full, does.full),
        button(buttons.help, does.help),
      ),
    );
  scale();
  spotlight();
  labelByPicture(story);
  story.goto(story.current, 'address');
}

/** The speaker's own window: it moves the audience's, and goes on alone while that does not answer. */
function speak(story: Story, data: Present, plan: LessonPlan, token: string): void {
  root.dataset['speaker'] = '';
  let blank = false;
  let following = false;
  const link = new Link(
    token,
    window.opener as Window | null,
    () => ({ at: story.current, blank }),
    (state) => {
      following = true;
      blank = state.blank;
      if (state.at !== story.current) story.goto(state.at, 'address');
      following = false;
    },
    true,
  );
  const setBlank = (): void => {
    blank = !blank;
    link.moved();
  };
  const view = makeSpeaker({
    story,
    data,
    plan,
    minutes: planned(story.ids, plan).minutes,
    linked: () => link.linked,
    move: (by) => move(story, by),
    blank: setBlank,
    isBlank: () => blank,
  });
  document.body.append(view.panel);
  document.title = `${data.words.speaker.title} – ${document.title}`;
  story.onmove(() => {
    view.show();
    if (!following) link.moved();
  });
  listen({ ...common(story, data), blank: setBlank, reset: view.reset }, () => false);
  view.show();
}
