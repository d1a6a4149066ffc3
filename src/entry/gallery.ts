/** The gallery of embeds: a preview at a chosen width and theme, and snippets that follow the choices. */
import { wireCopy } from '../story/copy.ts';

const root = document.documentElement;
const built = root.dataset['site'] ?? '';
/** Where the gallery itself lives is the better address: the build may not have known it. */
const site = location.protocol.startsWith('http') ? new URL('../', location.href).href : built;

/** One tab a kind; arrow keys go from tab to tab. */
function wireTabs(kinds: HTMLElement): void {
  const panels = [...kinds.querySelectorAll<HTMLElement>('.kind')];
  const list = document.createElement('div');
  list.role = 'tablist';
  const choose = (at: number, focus: boolean): void => {
    panels.forEach((panel, index) => {
      panel.hidden = index !== at;
      const tab = list.children[index] as HTMLElement;
      tab.ariaSelected = String(index === at);
      tab.tabIndex = index === at ? 0 : -1;
      if (focus && index === at) tab.focus();
    });
  };
  panels.forEach((panel, at) => {
    const heading = panel.querySelector('h4');
    const tab = document.createElement('button');
    tab.type = 'button';
    tab.role = 'tab';
    tab.textContent = heading?.textContent ?? '';
    tab.id = heading?.id ?? '';
    heading?.remove();
    panel.role = 'tabpanel';
    panel.setAttribute('aria-labelledby', tab.id);
    tab.addEventListener('click', () => choose(at, false));
    list.append(tab);
  });
  list.addEventListener('keydown', (event) => {
    const at = [...list.children].indexOf(event.target as Element);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: panels.length - 1 }[event.key];
    if (to === undefined || !list.children[to]) return;
    event.preventDefault();
    choose(to, true);
  });
  panels[0]?.before(list);
  choose(0, false);
}

/** The greatest width, of those that columns often have, that the preview has room for. */
function fit(select: HTMLSelectElement | null, room: number): void {
  const all = [...(select?.options ?? [])];
  const widest = all.findLast(({ value }) => Number(value) <= Math.min(room, 640)) ?? all[0];
  if (widest) widest.selected = true;
}

function wireTake(take: HTMLDetailsElement): void {
  const id = take.closest<HTMLElement>('[data-embed]')?.dataset['embed'] ?? '';
  const choices = take.querySelector<HTMLFormElement>('.choices');
  const look = take.querySelector<HTMLElement>('.look');
  const preview = take.querySelector<HTMLElement>('.preview');
  const kinds = take.querySelector<HTMLElement>('.kinds');
  if (!choices || !look || !preview || !kinds) return;
  const originals = [...kinds.querySelectorAll<HTMLElement>('[data-snippet]')].map((pre) => ({
    pre,
    text: (pre.textContent ?? '').replaceAll(built, site),
  }));
  for (const item of kinds.querySelectorAll<HTMLElement>('[data-copy]')) wireCopy(item);
  wireTabs(kinds);
  choices.hidden = look.hidden = false;
  fit(choices.querySelector('[name=width]'), preview.clientWidth);
  const frame = Object.assign(document.createElement('iframe'), { title: preview.dataset['title'] ?? '' });
  frame.height = take.dataset['height'] ?? '';
  preview.append(frame);

  const follow = (): void => {
    const chosen = new FormData(choices);
    const word = (name: string): string => String(chosen.get(name) ?? '');
    const query = new URLSearchParams();
    for (const name of ['theme', 'step', 'bg', 'controls', 'tab'])
      if (word(name) !== '' && word(name) !== 'auto') query.set(name, word(name));
    const version = word('version') === '' ? '' : `v/${word('version')}/`;
    const path = `${version}embed/${id}/${query.size > 0 ? `?${query.toString()}` : ''}`;
    const attributes = [...query, ...(version === '' ? [] : [['version', word('version')]])]
      .map(([name, value]) => ` ${name}="${value}"`)
      .join('');
    for (const { pre, text } of originals)
      pre.textContent = text
        .replaceAll(`${site}embed/${id}/"`, `${site}${path.replaceAll('&', '&amp;')}"`)
        .replace(`name="${id}"`, `name="${id}"${attributes}`);
    frame.style.width = `${word('width')}px`;
    // Wider than the usual column of text: it has the page's whole width, under the choices.
    take.toggleAttribute('data-broad', Number(word('width')) > 640);
    // A preview on a dark page looks as it will look there.
    preview.dataset['theme'] = word('theme');
    const address = `${site}${path}`;
    if (frame.src !== address) frame.src = address;
  };
  choices.addEventListener('change', follow);
  choices.addEventListener('submit', (event) => event.preventDefault());
  follow();
}

for (const take of document.querySelectorAll<HTMLDetailsElement>('.take'))
  take.addEventListener('toggle', () => wireTake(take), { once: true });
// The address may name a figure: its snippets are what the reader came for.
const named = document.getElementById(location.hash.slice(1))?.querySelector('details');
if (named) named.open = true;
root.dataset['ready'] = '';
