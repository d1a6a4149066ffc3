/**
 * Runs before the first paint, as a small inline script: says that scripts work, and which way to read and which
 * theme were asked for. If the page's script cannot be loaded, the plain article comes back.
 */
import { MODES, MOTIONS, THEMES } from '../model/url.ts';
import { choose } from '../story/choose.ts';
import { standInIfLate } from '../story/late.ts';
import { stored } from '../story/storage.ts';

const { classList, dataset } = document.documentElement;
const asked = new URLSearchParams(location.search);
classList.add('js');
// A page beside the story has one way to read.
dataset['mode'] = 'leaf' in dataset ? 'flat' : 'scroll';
dataset['secret'] = '';
if (!('leaf' in dataset)) choose('mode', MODES, asked.get('mode'));
// One screen a step as step by step, with more room and other keys.
if (dataset['mode'] !== 'flat' && asked.get('mode') === 'present') {
  dataset['mode'] = 'step';
  dataset['present'] = '';
}
choose('theme', THEMES, asked.get('theme') ?? stored('localStorage', 'theme'));
choose('motion', MOTIONS, asked.get('motion') ?? stored('localStorage', 'motion'));
choose('what', ['on'], asked.get('what'));
if (dataset['mode'] === 'flat') delete dataset['secret'];
// What is far off waits for the script to lay it out part by part, but not for long, and never for a reader.
if (dataset['mode'] !== 'flat' && !location.hash && !location.search) dataset['waiting'] = '';
const wait = (): void => void delete dataset['waiting'];
for (const act of ['scroll', 'pointerdown', 'keydown', 'popstate'])
  addEventListener(act, wait, { once: true, passive: true });
setTimeout(() => {
  wait();
  // Only the script can end the guess.
  if (!('current' in dataset)) delete dataset['secret'];
}, 5000);
const plain = (): void => {
  dataset['mode'] = 'flat';
  delete dataset['secret'];
};
addEventListener('frame:plain', plain);
standInIfLate(plain);
const fail = (): void => {
  classList.remove('js');
  plain();
};
// What was only fetched ahead (a link) is missed by whoever asks for it, and by nobody else.
addEventListener(
  'error',
  ({ target }) => 'ready' in dataset || target instanceof HTMLLinkElement || fail(),
  true,
);
