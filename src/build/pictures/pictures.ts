/**
 * Pictures made at build, without a browser and with the project's own fonts: SVG with the font inside, PNG in two
 * sizes, and the card for links. The same on every machine.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { select } from 'hast-util-select';
import subsetFont from 'subset-font';
import type { Icon } from './icons.ts';
import { inline, tokensOf } from './cascade.ts';
import { cardPicture, figurePicture, type Drawn, type Palette } from './compose.ts';
import type { PictureOrder } from '../../site/page.ts';

const SANS = '@fontsource-variable/public-sans/files/public-sans-latin-wght-normal.woff2';
const SERIF = '@fontsource-variable/source-serif-4/files/source-serif-4-latin-opsz-normal.woff2';
/** Cuts for the painter, which knows no variable fonts; the names are those in the files' own tables. */
const CUTS = [
  { file: SANS, axes: { wght: 450 } },
  { file: SANS, axes: { wght: 640 } },
  { file: SERIF, axes: { opsz: 20, wght: 400 } },
  { file: SERIF, axes: { opsz: 20, wght: 600 } },
];
const NAMES = { Sans: 'Public Sans Thin', Serif: 'Source Serif 4' } as const;

function drawnOf(svg: string, css: string): Drawn {
  const tree = fromHtml(svg, { fragment: true, space: 'html' });
  inline(tree, css);
  const root = select('svg', tree);
  const [, , width = 0, height = 0] = String(root?.properties['viewBox'] ?? '')
    .split(' ')
    .map(Number);
  const inner = toHtml(root?.children ?? [], {
    space: 'svg',
    allowDangerousHtml: true,
    closeEmptyElements: true,
  })
    .replaceAll(/font-family="[^"]*erif[^"]*"/g, (found) =>
      /['"&]?(Sans|sans)/.test(found.replace('sans-serif', '').replace('Sans Fallback', 'Sans'))
        ? 'font-family="Sans"'
        : 'font-family="Serif"',
    )
    .replaceAll(/<(\/?)a\b/g, '<$1g');
  return { inner, width, height };
}

async function cut(
  root: string,
  file: string,
  text: string,
  axes: Record<string, number | { min: number; max: number }>,
  format: 'sfnt' | 'woff2',
): Promise<Buffer> {
  const original = readFileSync(createRequire(join(root, 'package.json')).resolve(file));
  const key = createHash('sha256')
    .update(original)
    .update(JSON.stringify(axes) + format + text)
    .digest('hex')
    .slice(0, 12);
  const cached = join(root, '.cache/fonts', `${key}.${format}`);
  if (!existsSync(cached)) {
    mkdirSync(join(root, '.cache/fonts'), { recursive: true });
    writeFileSync(cached, await subsetFont(original, text, { targetFormat: format, variationAxes: axes }));
  }
  return readFileSync(cached);
}

/** Makes all pictures, and the site's sign; `done` is called with each file as it is ready. */
export async function makePictures(
  root: string,
  orders: readonly PictureOrder[],
  signs: readonly Icon[],
  css: string,
  glyphs: string,
  done: (path: string, content: Buffer | string) => void,
): Promise<void> {
  const require = createRequire(join(root, 'package.json'));
  await initWasm(readFileSync(require.resolve('@resvg/resvg-wasm/index_bg.wasm')));
  for (const { path, svg, size } of signs)
    done(path, Buffer.from(new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render().asPng()));
  const text = [...new Set(`${glyphs} –—‘’“”…·×≈≤≥%0123456789?!()[]&/+-`)].sort().join('');
  const fontBuffers = await Promise.all(CUTS.map(({ file, axes }) => cut(root, file, text, axes, 'sfnt')));
  const palette: Palette = Object.fromEntries(tokensOf(css));
  for (const { path, kind, svg, said } of orders) {
    const drawn = drawnOf(svg, css);
    const picture = (kind === 'card' ? cardPicture : figurePicture)(drawn, said, palette);
    const paint = (zoom: number): Buffer => {
      // The painter knows families by the names in their files, and weights in hundreds.
      const named = picture
        .replaceAll(
          /font-family="(Sans|Serif)"/g,
          (_, name: 'Sans' | 'Serif') => `font-family="${NAMES[name]}"`,
        )
        .replaceAll(
          /font-weight="(\d+)"/g,
          (_, weight: string) => `font-weight="${Number(weight) < 550 ? 400 : 600}"`,
        );
      const image = new Resvg(named, {
        fitTo: { mode: 'zoom', value: zoom },
        font: { fontBuffers, defaultFontFamily: NAMES.Sans },
      });
      return Buffer.from(image.render().asPng());
    };
    if (kind === 'card') {
      done(`${path}.png`, paint(1));
      continue;
    }
    // Only the letters that this picture shows.
    const used = [...new Set(picture.replace(/<[^>]*>/g, ''))].sort().join('');
    const faces: string[] = [];
    for (const [name, file, axes] of [
      ['Sans', SANS, { wght: { min: 400, max: 680 } }],
      ['Serif', SERIF, { opsz: 20, wght: { min: 400, max: 620 } }],
    ] as const) {
      if (!picture.includes(`font-family="${name}"`)) continue;
      const font = await cut(root, file, used, axes, 'woff2');
      faces.push(
        `@font-face{font-family:${name};font-weight:400 680;src:url(data:font/woff2;base64,${font.toString('base64')})}`,
      );
    }
    done(`${path}.svg`, picture.replace('<defs>', `<defs><style>${faces.join('')}</style>`));
    done(`${path}.png`, paint(1));
    done(`${path}@2x.png`, paint(2));
  }
}
