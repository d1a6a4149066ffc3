/**
 * Runs before the first paint, as a small inline script: says that scripts work, and which way to read and which
 * theme were asked for. If the page's script cannot be loaded, the plain article comes back.
 */
(() => {
  const root = document.documentElement;
  const asked = new URLSearchParams(location.search);
  const read = (name: string): string | null => {
    try {
      return localStorage.getItem(`frame:${name}`);
    } catch {
      return null;
    }
  };
  const choose = (name: string, allowed: string[], text: string | null): void => {
    if (text !== null && allowed.includes(text)) root.dataset[name] = text;
  };
  root.classList.add('js');
  // A page beside the story has one way to read.
  root.dataset['mode'] = 'leaf' in root.dataset ? 'flat' : 'scroll';
  root.dataset['secret'] = '';
  if (!('leaf' in root.dataset)) choose('mode', ['scroll', 'step', 'flat'], asked.get('mode'));
  // One screen a step as step by step, with more room and other keys.
  if (root.dataset['mode'] !== 'flat' && asked.get('mode') === 'present') {
    root.dataset['mode'] = 'step';
    root.dataset['present'] = '';
  }
  choose('theme', ['light', 'dark'], asked.get('theme') ?? read('theme'));
  choose('motion', ['reduce', 'full'], asked.get('motion') ?? read('motion'));
  choose('what', ['on'], asked.get('what'));
  if (root.dataset['mode'] === 'flat') delete root.dataset['secret'];
  // What is far off waits for the script to lay it out part by part, but not for long, and never for a reader.
  if (root.dataset['mode'] !== 'flat' && !location.hash && !location.search) root.dataset['waiting'] = '';
  const wait = (): void => void delete root.dataset['waiting'];
  for (const act of ['scroll', 'pointerdown', 'keydown', 'popstate'])
    addEventListener(act, wait, { once: true, passive: true });
  setTimeout(() => {
    wait();
    // Only the script can end the guess.
    if (!('current' in root.dataset)) delete root.dataset['secret'];
  }, 5000);
  const plain = (): void => {
    root.dataset['mode'] = 'flat';
    delete root.dataset['secret'];
  };
  addEventListener('frame:plain', plain);
  // Step by step, nothing is seen before the script knows which step: if it is long in coming, the article stands in.
  if (root.dataset['mode'] === 'step')
    setTimeout(() => {
      if ('current' in root.dataset) return;
      root.dataset['late'] = '';
      plain();
    }, 2500);
  const fail = (): void => {
    root.classList.remove('js');
    plain();
  };
  // What was only fetched ahead (a link) is missed by whoever asks for it, and by nobody else.
  addEventListener(
    'error',
    ({ target }) => 'ready' in root.dataset || target instanceof HTMLLinkElement || fail(),
    true,
  );
})();
