/**
 * The service worker of the finished site: after one visit the story reads on without a network. It keeps the files of
 * one build, hands out only these, and is replaced by the next build's when no page of the site is open any more; so no
 * page gets files of two builds.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the story and its passports need. Everything else of the site stays a matter of the network. */
const KEPT = [
  'index.html',
  'passports/index.html',
  'assets/*',
  'figures.json',
  'present.json',
  'figures/*.[0-9]*.json',
];
/** Kept where there is such a folder. */
const FOLDERS = ['teach'];

/** Takes an earlier worker out of browsers that have it: its files, then itself. Open pages stay as they are. */
const OFF = `addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) =>
  event.waitUntil(
    (async () => {
      // Other sites may share this origin: only what belongs to this folder goes.
      for (const name of await caches.keys())
        if (name.endsWith('-' + registration.scope)) await caches.delete(name);
      await registration.unregister();
    })(),
  ),
);
`;

/**
 * Writes `sw.js` into a finished site. All addresses in it are relative to where it lies.
 * @param on false: one that removes whatever an earlier build left in the reader's browser
 * @returns how many files it keeps, and their bytes before compression
 * @throws Error if a file it should keep is missing
 */
export async function writeWorker(site: string, on = true): Promise<{ count: number; size: number }> {
  const swDest = join(site, 'sw.js');
  if (!on) {
    writeFileSync(swDest, OFF);
    return { count: 0, size: 0 };
  }
  // Large, and of no use to whoever only develops or tests.
  const { generateSW } = await import('workbox-build');
  const { count, size, warnings } = await generateSW({
    globDirectory: site,
    globPatterns: [
      ...KEPT,
      ...FOLDERS.filter((name) => existsSync(join(site, name))).map((name) => `${name}/**/*.html`),
    ],
    // What a host may send in their place is no file of its own.
    globIgnores: ['**/*.{br,gz}'],
    swDest,
    cacheId: 'frame',
    mode: 'production',
    sourcemap: false,
    inlineWorkboxRuntime: true,
    babelPresetEnvTargets: ['chrome >= 100', 'firefox >= 100', 'safari >= 15.4'],
    directoryIndex: 'index.html',
    // Ways to read and places in the story are parameters of the same page.
    ignoreURLParametersMatching: [/./],
    // These names carry a hash: what the first visit fetched is good.
    dontCacheBustURLsMatching: /^assets\//,
    // While a site is being published a host may answer with files of two builds: then nothing is kept, and the next
    // visit tries again.
    manifestTransforms: [
      (entries) => ({
        manifest: entries.map((entry) => ({
          ...entry,
          integrity: `sha256-${createHash('sha256')
            .update(readFileSync(join(site, entry.url)))
            .digest('base64')}`,
        })),
        warnings: [],
      }),
    ],
  });
  if (warnings.length > 0) throw new Error(`the worker cannot be written:\n${warnings.join('\n')}`);
  return { count, size };
}
