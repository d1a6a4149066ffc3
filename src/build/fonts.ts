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
  /** A name that no system gives to a font of its own: "Serif" would be found where the file is not. */
  family: `Frame ${'Serif' | 'Sans'}`;
  file: string;
  style: 'normal' | 'italic';
  axes: Record<string, number | { min: number; max: number }>;
  weight: string;
  /** Families that stand in until it arrives, scaled so that lines break where they will; in each weight it is set in. */
  fallback: { name: keyof typeof STANDIN; local: string[]; weights: Record<string, number> } | null;
}

const SERIF = '@fontsource-variable/source-serif-4/files/source-serif-4-latin-';
const FACES: readonly Face[] = [
  {
    family: 'Frame Serif',
    file: `${SERIF}opsz-normal.woff2`,
    style: 'normal',
    axes: { opsz: 20, wght: { min: 400, max: 620 } },
    weight: '400 620',
    fallback: {
      name: 'Serif Fallback',
      local: ['Times New Roman', 'Liberation Serif', 'Tinos'],
      weights: { '400': 400, '500 620': 560 },
    },
  },
  {
    family: 'Frame Serif',
    file: `${SERIF}wght-italic.woff2`,
    style: 'italic',
    axes: { wght: 400 },
    weight: '400',
    fallback: null,
  },
  {
    family: 'Frame Sans',
    file: '@fontsource-variable/public-sans/files/public-sans-latin-wght-normal.woff2',
    style: 'normal',
    axes: { wght: { min: 400, max: 680 } },
    weight: '400 680',
    fallback: {
      name: 'Sans Fallback',
      local: ['Arial', 'Liberation Sans', 'Arimo', 'Helvetica'],
      weights: { '400 500': 450, '501 680': 620 },
    },
  },
];

/**
 * The stand-ins (Times New Roman, Arial and their metric twins), from their own tables. Their average letter is set so
 * that the words of this page become as wide as in the page's own fonts: general averages missed it by 2 percent,
 * which is a line of the opening on a phone (tests/journeys/fonts.journey.ts).
 */
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
    xWidthAvg: 838.6,
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
    xWidthAvg: 927.3,
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
    const name = `assets/${face.family.replace('Frame ', '').toLowerCase()}-${key}.woff2`;
    files.set(name, readFileSync(cached));
    css.push(
      `@font-face{font-family:'${face.family}';font-style:${face.style};font-weight:${face.weight};font-display:swap;src:url(${name}) format('woff2')}`,
    );
    css.push(await fallbackRules(original, face));
  }
  return { css: css.join(''), files };
}

const letters = (): string =>
  Array.from({ length: 26 }, (_, i) => String.fromCharCode(65 + i, 97 + i)).join('');

/** What the average width of a letter is taken over: Latin letters and marks. */
const LATIN = String.fromCharCode(...Array.from({ length: 0x180 - 0x20 }, (_, i) => 0x20 + i));

/** The rules of a face's stand-in, one for each weight: bold letters are wider, and the stand-in has only its regular ones. */
async function fallbackRules(original: Buffer, { axes, fallback }: Face): Promise<string> {
  if (!fallback) return '';
  const { name, local, weights } = fallback;
  const rules = Object.entries(weights).map(async ([range, wght]) => {
    // Measured at the weight and optical size it is set in: the file's own averages are of others.
    const still = await subsetFont(original, LATIN, {
      targetFormat: 'sfnt',
      variationAxes: { ...axes, wght },
    });
    const metrics = await fromBuffer(still);
    const { fontFaces } = createFontStack([metrics, STANDIN[name] as unknown as typeof metrics], {
      fontFaceFormat: 'styleObject',
    });
    const face = (fontFaces as unknown as { '@font-face': Record<string, string> }[])[0]?.['@font-face'];
    // To a hundredth of a percent: of a line, less than a hundredth of a pixel.
    const rule = (property: string, value: string | undefined): string =>
      value ? `${property}:${Number.parseFloat(value).toFixed(2)}%;` : '';
    return `@font-face{font-family:'${name}';font-weight:${range};src:${local.map((font) => `local('${font}')`).join(',')};${rule('ascent-override', face?.['ascentOverride'])}${rule('descent-override', face?.['descentOverride'])}${rule('line-gap-override', face?.['lineGapOverride'])}${rule('size-adjust', face?.['sizeAdjust'])}}`;
  });
  return (await Promise.all(rules)).join('');
}
