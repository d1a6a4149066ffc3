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
  choose('theme', ['light', 'dark'], asked.get('theme') ?? read('theme'));
  choose('motion', ['reduce', 'full'], asked.get('motion') ?? read('motion'));
  choose('what', ['on'], asked.get('what'));
  if (root.dataset['mode'] === 'flat') delete root.dataset['secret'];
  const plain = (): void => {
    root.dataset['mode'] = 'flat';
    delete root.dataset['secret'];
  };
  addEventListener('frame:plain', plain);
  addEventListener('error', () => 'ready' in root.dataset || plain(), true);
})();
