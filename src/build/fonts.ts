/**
 * The page's two families, cut down to the glyphs its languages need, and fallbacks of the same metrics, so that
 * nothing moves when they arrive.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createFontStack } from '@capsizecss/core';
import { fromBuffer } from '@capsizecss/unpack';
import subsetFont from 'subset-font';

interface Face {
  family: string;
  file: string;
  style: 'normal' | 'italic';
  axes: Record<string, number | { min: number; max: number }>;
  weight: string;
  /** Families that stand in until it arrives; their metrics are scaled to match. */
  fallback: { name: string; local: string[] } | null;
}

const SERIF = '@fontsource-variable/source-serif-4/files/source-serif-4-latin-';
const FACES: readonly Face[] = [
  {
    family: 'Serif',
    file: `${SERIF}opsz-normal.woff2`,
    style: 'normal',
    axes: { opsz: 20, wght: { min: 400, max: 620 } },
    weight: '400 620',
    fallback: { name: 'Serif Fallback', local: ['Times New Roman', 'Liberation Serif', 'Tinos'] },
  },
  {
    family: 'Serif',
    file: `${SERIF}wght-italic.woff2`,
    style: 'italic',
    axes: { wght: 400 },
    weight: '400',
    fallback: null,
  },
  {
    family: 'Sans',
    file: '@fontsource-variable/public-sans/files/public-sans-latin-wght-normal.woff2',
    style: 'normal',
    axes: { wght: { min: 400, max: 680 } },
    weight: '400 680',
    fallback: { name: 'Sans Fallback', local: ['Arial', 'Liberation Sans', 'Arimo', 'Helvetica'] },
  },
];

/** Advance widths of the stand-ins, from their own tables (Times New Roman, Arial and their metric twins). */
const STANDIN = {
  'Serif Fallback': {
    familyName: 'Serif Fallback',
    fullName: 'Times New Roman',
    postscriptName: 'TimesNewRomanPSMT',
    category: 'serif',
    capHeight: 1341,
    ascent: 1825,
    descent: -443,
    lineGap: 87,
    unitsPerEm: 2048,
    xHeight: 916,
    xWidthAvg: 819,
  },
  'Sans Fallback': {
    familyName: 'Sans Fallback',
    fullName: 'Arial',
    postscriptName: 'ArialMT',
    category: 'sans-serif',
    capHeight: 1467,
    ascent: 1854,
    descent: -434,
    lineGap: 67,
    unitsPerEm: 2048,
    xHeight: 1062,
    xWidthAvg: 904,
  },
} as const;

interface Fonts {
  /** `@font-face` rules with addresses relative to the page. */
  readonly css: string;
  readonly files: ReadonlyMap<string, Buffer>;
}

/** Makes the fonts; keeps them in `.cache` by content so that a second build is quick. */
export async function makeFonts(root: string, glyphs: string): Promise<Fonts> {
  const require = createRequire(join(root, 'package.json'));
  const text = [...new Set(`${glyphs} –—‘’“”…·×≈≤≥%0123456789?!()[]&/+-${letters()}`)].sort().join('');
  const files = new Map<string, Buffer>();
  const css: string[] = [];
  for (const face of FACES) {
    const original = readFileSync(require.resolve(face.file));
    const key = createHash('sha256')
      .update(original)
      .update(JSON.stringify(face) + text)
      .digest('hex')
      .slice(0, 10);
    const cached = join(root, '.cache/fonts', `${key}.woff2`);
    if (!existsSync(cached)) {
      mkdirSync(join(root, '.cache/fonts'), { recursive: true });
      // The type file does not know `keepFeatures` yet.
      const options = {
        targetFormat: 'woff2' as const,
        variationAxes: face.axes,
        keepFeatures: ['kern', 'liga', 'tnum', 'lnum', 'onum', 'mark', 'ccmp'],
        noHinting: true,
      };
      const cut = await subsetFont(original, text, options);
      writeFileSync(cached, cut);
    }
    const name = `assets/${face.family.toLowerCase()}-${key}.woff2`;
    files.set(name, readFileSync(cached));
    css.push(
      `@font-face{font-family:'${face.family}';font-style:${face.style};font-weight:${face.weight};font-display:swap;src:url(${name}) format('woff2')}`,
    );
    if (face.fallback) css.push(await fallbackRule(original, face.fallback));
  }
  return { css: css.join(''), files };
}

const letters = (): string =>
  Array.from({ length: 26 }, (_, i) => String.fromCharCode(65 + i, 97 + i)).join('');

async function fallbackRule(
  original: Buffer,
  { name, local }: { name: string; local: string[] },
): Promise<string> {
  const metrics = await fromBuffer(original);
  const standin = STANDIN[name as keyof typeof STANDIN];
  const { fontFaces } = createFontStack([metrics, standin as unknown as typeof metrics], {
    fontFaceFormat: 'styleObject',
  });
  const face = (fontFaces as unknown as { '@font-face': Record<string, string> }[])[0]?.['@font-face'];
  const rule = (property: string, value: string | undefined): string =>
    value ? `${property}:${value};` : '';
  return `@font-face{font-family:'${name}';src:${local.map((font) => `local('${font}')`).join(',')};${rule('ascent-override', face?.['ascentOverride'])}${rule('descent-override', face?.['descentOverride'])}${rule('line-gap-override', face?.['lineGapOverride'])}${rule('size-adjust', face?.['sizeAdjust'])}}`;
}
