/**
 * The story in one file with the pages beside it: files are answered from the file itself, and of story and pages the
 * one is shown that the address names. Without this script everything shows, one after another.
 */
import { wireCopy } from '../story/copy.ts';
import { KEYED, answerBy, writeAddress } from '../story/modes.ts';
import { save } from '../story/save.ts';
import './client.ts';

const root = document.documentElement;
const PASSPORTS = 'page/passports/';

/** Everything that was packed, by path; unpacked when the first file is asked for. */
let unpacked: Promise<Record<string, string>> | undefined;
async function unpack(): Promise<Record<string, string>> {
  const packed = document.getElementById('packed')?.textContent ?? '';
  const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
  return (await new Response(stream).json()) as Record<string, string>;
}

async function answer(path: string): Promise<Response> {
  // The passports stand in the page; where they open in place they have the names they have online.
  if (path === 'passports/')
    return new Response(
      document.getElementById(PASSPORTS)?.innerHTML.replaceAll(` id="${PASSPORTS}`, ' id="'),
    );
  const content = (await (unpacked ??= unpack()))[path];
  return content === undefined ? new Response(null, { status: 404 }) : new Response(content);
}
answerBy(answer);

const pages = [...document.querySelectorAll<HTMLElement>('.single-page')];
const titleOfStory = document.title;
let shown: HTMLElement | undefined;

/** Shows what the address names: the page with the longest name that fits, or the story. */
function show(): void {
  const hash = location.hash.slice(1);
  const [page] = pages
    .filter(({ id }) => hash.startsWith(id))
    .sort((one, other) => other.id.length - one.id.length);
  if (page) root.dataset['leaf'] = '';
  else delete root.dataset['leaf'];
  if (page !== shown) {
    shown?.classList.remove('is-shown');
    page?.classList.add('is-shown');
    shown = page;
    document.title = page?.dataset['title'] ?? titleOfStory;
  }
  if (!page) return;
  const target = document.getElementById(hash);
  if (target && target !== page) target.scrollIntoView();
  else {
    scrollTo(0, 0);
    const heading = page.querySelector('h1');
    heading?.setAttribute('tabindex', '-1');
    heading?.focus({ preventScroll: true });
  }
}

// Before the story's own listeners, which look for their step in a story that is in sight.
addEventListener('popstate', show);
addEventListener('hashchange', () => {
  show();
  // The story writes its place into the address a moment after scrolling; a page that was opened meanwhile stays.
  const { href } = location;
  if (shown)
    setTimeout(() => {
      if (!shown || location.hash.startsWith(`#${shown.id}`)) return;
      writeAddress(href);
    }, 200);
});
show();

/** Keys that turn the story's pages or change how it is read are not meant while another page is shown. */
addEventListener(
  'keydown',
  (event) => {
    const target = event.target as Element;
    if (!shown || target.closest(KEYED)) return;
    if (event.key.startsWith('Arrow') || event.key.length === 1) event.stopPropagation();
  },
  true,
);

addEventListener(
  'click',
  (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href]');
    if (!link) return;
    const path = link.dataset['file'];
    if (path !== undefined && typeof DecompressionStream === 'function') {
      event.preventDefault();
      void answer(path).then(async (file) => save(path.split('/').at(-1) ?? '', await file.blob()));
    } else if (link.closest('.single-page') && !link.hash.startsWith(`#${PASSPORTS}passport-`))
      // The browser follows it; what the story does with its own links would happen out of sight.
      event.stopPropagation();
  },
  true,
);

for (const item of document.querySelectorAll<HTMLElement>('.single-page [data-copy]')) wireCopy(item);
