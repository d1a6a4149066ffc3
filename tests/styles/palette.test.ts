/** Every pair of colours that meets on the page can be told apart: WCAG 1.4.3 (text, 4.5:1) and 1.4.11 (marks, 3:1). */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const tokens = new Map(
  [
    ...readFileSync('src/styles/tokens.css', 'utf8').matchAll(
      /--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g,
    ),
  ].map(([, name = '', light = '', dark = '']) => [name, { light, dark }] as const),
);
const STATUSES = ['simulated', 'reported', 'real', 'opinion', 'unknown', 'illustration'];
const GROUNDS = ['paper', 'paper-2', ...STATUSES.map((status) => `${status}-tint`)];

/** Relative luminance of a colour `#rrggbb`, 0 to 1 (WCAG 2.2, definition). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio of two colours, 1 to 21 (WCAG 2.2, definition). */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Pairs below a ratio, as `name on ground: ratio`. */
function weak(names: readonly string[], grounds: readonly string[], theme: 'light' | 'dark', least: number) {
  return names.flatMap((name) =>
    grounds.flatMap((ground) => {
      const ratio = contrast(
        tokens.get(name)?.[theme] ?? '#000000',
        tokens.get(ground)?.[theme] ?? '#000000',
      );
      return ratio < least ? [`${name} on ${ground}: ${ratio.toFixed(2)}`] : [];
    }),
  );
}

describe.each(['light', 'dark'] as const)('the %s palette', (theme) => {
  it('has every colour that is asked for', () => {
    for (const name of [...GROUNDS, ...STATUSES, 'ink', 'ink-2', 'ink-3', 'reported-mark'])
      expect(tokens.get(name)?.[theme], name).toMatch(/^#/);
  });
  it('sets text on every ground', () =>
    expect(weak(['ink', 'ink-2', 'ink-3', ...STATUSES], GROUNDS, theme, 4.5)).toEqual([]));
  it('sets marks on every ground', () => expect(weak(['reported-mark'], GROUNDS, theme, 3)).toEqual([]));
});
