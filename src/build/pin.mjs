/**
 * Publishes a version: keeps the figures' embeds as they are in dist, for good, in versions/<next number>/. Run it after a
 * build, look at what it wrote, and commit it: npm run pin
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withPolicy } from './policy.mjs';

mkdirSync('versions', { recursive: true });
const before = readdirSync('versions', { withFileTypes: true }).filter((entry) => entry.isDirectory());
const version = String(Math.max(0, ...before.map(({ name }) => Number(name))) + 1);
const folder = join('versions', version);
mkdirSync(folder, { recursive: true });

const figures = {};
for (const name of readdirSync('dist/embed')) {
  const file = join('dist/embed', name, 'index.html');
  if (name === 'story' || name.includes('.')) continue;
  let html = readFileSync(file, 'utf8');
  const sent = /<script type="application\/json" id="sent">([\s\S]*?)<\/script>/.exec(html);
  const fonts = [...html.matchAll(/url\(\.\.\/\.\.\/(assets\/[^)]+\.woff2)\)/g)];
  if (!sent || fonts.length === 0)
    throw new Error(`${file}\n  found:    a page without rows or font\n  expected: npm run build`);
  figures[name] = JSON.parse(sent[1]).rows;
  html = html
    // What names the whole address of the site: that may change, the page may not. It is not for search engines anyway.
    .replaceAll(/<(?:link rel="(?:alternate|canonical)"|meta (?:property="og:|name="twitter:))[^>]*>\n/g, '')
    .replace('<base href="../../', '<base href="../../../../');
  for (const [address, font] of fonts) {
    const own = font.split('/').at(-1);
    writeFileSync(join(folder, own), readFileSync(join('dist', font)));
    // The base leads to the figure's page: from there the version's own font is two folders up and down again.
    html = html.replaceAll(address, `url(../../v/${version}/${own})`);
  }
  // Its styles name another place for the font now.
  writeFileSync(join(folder, `${name}.html`), withPolicy(html));
}
const date = new Date().toISOString().slice(0, 10);
writeFileSync(join(folder, 'version.json'), `${JSON.stringify({ version, date, figures }, null, 1)}\n`);
console.log(`versions/${version}: ${Object.keys(figures).length} figures, ${date}`);
