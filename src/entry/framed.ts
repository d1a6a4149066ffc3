/**
 * Inline in every embed, before the first paint: what the address asks for. Nothing is read from or written to the
 * device. Words that are not allowed read as unset.
 */
import { THEMES } from '../model/url.ts';
import { choose } from '../story/choose.ts';
import { standInIfLate } from '../story/late.ts';

const root = document.documentElement;
const asked = new URLSearchParams(location.search);
const ask = (name: string, allowed: readonly string[]): void => choose(name, allowed, asked.get(name));
root.classList.add('js');
ask('theme', THEMES);
ask('motion', ['reduce']);
ask('bg', ['transparent']);
ask('controls', ['0', '1']);
ask('tab', ['chart', 'table']);
// Another language is another page, if there is one.
const other = document.querySelector<HTMLLinkElement>(
  `link[hreflang="${CSS.escape(asked.get('lang') ?? '')}"]`,
);
if (other && asked.get('lang') !== root.lang) location.replace(other.href + location.search + location.hash);
if (root.dataset['embed'] === 'story') {
  root.dataset['mode'] = 'step';
  ask('mode', ['step', 'flat']);
  const plain = (): void => {
    root.dataset['mode'] = 'flat';
  };
  addEventListener('frame:plain', plain);
  standInIfLate(plain);
  addEventListener('error', () => 'ready' in root.dataset || (root.classList.remove('js'), plain()), true);
}
