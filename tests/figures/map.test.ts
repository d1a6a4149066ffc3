import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { render } from 'svelte/server';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { overlap } from '../../src/charts/intervals/place.ts';
import { layout } from '../../src/charts/lattice/layout.ts';
import { low } from '../../src/charts/lattice/low.ts';
import { textWidth } from '../../src/charts/text.ts';
import { answer } from '../../src/figures/map/answer.ts';
import { cells, JUNE_MODELS, MODELS, PIECES, type Pieces } from '../../src/figures/map/cells.ts';
import { spec } from '../../src/figures/map/figure.ts';
import { COMBINATIONS, inputOf, placeOf, squaresOf } from '../../src/figures/map/grid.ts';
import { linesOf, sayAnswer } from '../../src/figures/map/sentence.ts';
import MapFigure from '../../src/figures/map/Map.svelte';
import { anyChoice, rows, words } from './choices.ts';
import { data } from './fixture.ts';
import { golden } from './golden.ts';

const folder = 'src/figures/map';

function html(view: Pieces, width: number, height = spec.height(width, { ...view }), live = false): string {
  return render(MapFigure, {
    props: { rows, words, view: { ...view }, size: { width, height }, live, patch: () => undefined },
  }).body;
}
const svgOf = (found: string): string => /<svg[\s\S]*<\/svg>/.exec(found)?.[0] ?? '';

describe('golden pictures', () => {
  for (const [name, view] of Object.entries(spec.views))
    for (const width of [360, 720])
      test(`${name} at ${width}`, () => golden(`map-${name}-${width}`, html(view, width)));
});

describe('no number is computed', () => {
  const files = readdirSync(folder).filter((name) => /\.(ts|svelte)$/.test(name));
  const code = (name: string): string => readFileSync(join(folder, name), 'utf8');
  const arithmetic = new Set([
    ts.SyntaxKind.MinusToken,
    ts.SyntaxKind.AsteriskToken,
    ts.SyntaxKind.AsteriskAsteriskToken,
    ts.SyntaxKind.SlashToken,
    ts.SyntaxKind.PercentToken,
    ts.SyntaxKind.PlusToken,
    ts.SyntaxKind.PlusEqualsToken,
    ts.SyntaxKind.MinusEqualsToken,
  ]);

  // Only the drawing's own places are computed.
  test.each(files.filter((name) => name !== 'grid.ts' && name.endsWith('.ts')))(
    '%s holds no arithmetic at all',
    (name) => {
      const found: string[] = [];
      const visit = (node: ts.Node): void => {
        if (ts.isBinaryExpression(node) && arithmetic.has(node.operatorToken.kind))
          found.push(node.getText());
        ts.forEachChild(node, visit);
      };
      visit(ts.createSourceFile(name, code(name), ts.ScriptTarget.Latest, true));
      expect(found).toEqual([]);
      expect(code(name)).not.toMatch(/\bMath\.|\bparseFloat|\bNumber\(/);
    },
  );

  test.each(files)('%s never opens a rate', (name) => {
    expect(code(name)).not.toMatch(
      /\.(percent|percentTo|counts|interval|assumedN|amount)\b|\brate\.value\b|proportion|\bshare\(|wilson/,
    );
  });
});

describe('the cells', () => {
  test('name each row once, and each exists in the data as blackmail', () => {
    expect(new Set(spec.rows).size).toBe(cells.length);
    for (const { measure } of rows) expect(measure).toBe('blackmail');
  });

  test('agree with the model and the test of their row', () => {
    for (const { row, scene } of cells)
      expect(data.rates.get(row)?.test === 'card-blackmail', row).toBe(scene === 'card');
    for (const model of JUNE_MODELS) {
      const names = cells
        .filter((cell) => cell.model === model && cell.scene === 'june')
        .map(({ row }) => data.rates.get(row)?.model);
      expect(new Set(names).size).toBe(1);
    }
  });

  test('stand on squares of their own; no two on one', () => {
    for (const model of MODELS) {
      const places = squaresOf(words, rows, model).map(
        ({ panel, column, row }) => `${panel} ${column} ${row}`,
      );
      expect(new Set(places).size).toBe(places.length);
    }
    expect(new Set(COMBINATIONS.map((mix) => JSON.stringify(placeOf({ model: 'opus4', ...mix })))).size).toBe(
      192,
    );
  });

  test('a square is full exactly where the answer is exact, wide ones aside', () => {
    for (const model of MODELS) {
      const full = squaresOf(words, rows, model).filter(({ span }) => span === 1);
      const exact = COMBINATIONS.filter((mix) => 'exact' in answer({ model, ...mix }));
      expect(full).toHaveLength(exact.length);
    }
  });
});

describe('the drawing', () => {
  test('counts what it shows', () => {
    expect(inputOf(words, rows, spec.initial, false).count).toBe(
      'Claude Opus 4: a number for 7 of 192 mixes, a direction or limit for 2',
    );
  });

  test('has one path for each kind, few elements, links to every published square', () => {
    for (const [name, view] of Object.entries(spec.views))
      for (const width of [300, 720]) {
        const svg = svgOf(html(view, width));
        // All squares of a kind are one path; the sample in the key is another.
        expect(svg.match(/<path class="blank[^>]* d="M[^"]*M/g)).toHaveLength(1);
        expect(svg.match(/<(path|rect|text|a|g)\b/g)?.length, `${name} ${width}`).toBeLessThan(150);
        const links = [...svg.matchAll(/href="#passport-([\w-]+)"/g)].map(([, id]) => id);
        expect(links).toEqual(squaresOf(words, rows, view.model).map(({ id }) => id));
        expect(svg).not.toMatch(/tabindex/);
      }
    expect(svgOf(html(spec.initial, 720, 420, true)).match(/tabindex="0"/g)).toHaveLength(1);
  });

  const settings = fc.oneof(
    fc.tuple(
      anyChoice,
      fc.integer({ min: 270, max: 1100 }),
      fc.integer({ min: 100, max: 600 }),
      fc.constant(true),
    ),
    // Stills: the named views, at the heights that they ask for.
    fc
      .tuple(
        fc.constantFrom(...Object.values(spec.views)),
        fc.oneof(fc.integer({ min: 300, max: 420 }), fc.integer({ min: 700, max: 760 })),
      )
      .map(([view, width]) => [view, width, spec.height(width, view), false] as const),
  );
  test(
    'keeps its texts inside and apart',
    () =>
      fc.assert(
        fc.property(settings, ([choice, width, height, live]) => {
          const input = inputOf(words, rows, choice, live);
          const wide = !live || (width >= 560 && height >= 224);
          const answers = [linesOf(sayAnswer(words, rows, choice))];
          const drawing = wide
            ? layout(input, { width, height })
            : low(input, answers, { width, height }).part;
          // A long answer may fill a low stage. Such a setting does not count: another one is tried in its place.
          if (height >= 350) expect(drawing).not.toBeNull();
          fc.pre(drawing !== null);
          const boxes = drawing.texts.map((text) => {
            const long = textWidth(text.text, text.size, text.tone === 'strong') * 0.94;
            const x =
              text.anchor === 'start' ? text.x : text.anchor === 'end' ? text.x - long : text.x - long / 2;
            return { x, y: text.y - text.size * 0.75, width: long, height: text.size * 0.8, say: text.text };
          });
          const wrong = boxes.flatMap((box, at) => [
            ...(box.x < -1 || box.x + box.width > width + 2 ? [`${box.say}: beside`] : []),
            ...(box.y < -1 || box.y + box.height > height + 1 ? [`${box.say}: above or below`] : []),
            ...boxes
              .slice(at + 1)
              .filter((other) => overlap(box, other))
              .map((other) => `${box.say} on ${other.say}`),
          ]);
          expect(wrong, drawing.arrangement).toEqual([]);
          expect(drawing.size.width).toBeLessThanOrEqual(width);
          expect(drawing.size.height).toBeLessThanOrEqual(height);
        }),
        { numRuns: 200, seed: 7 },
      ),
    20_000,
  );
});

describe('what the reader can do', () => {
  const found = html(spec.initial, 358, 140, true);

  test('four lists, four boxes, each with a name', () => {
    expect(found.match(/<select[^>]*aria-label="/g)).toHaveLength(4);
    expect(found.match(/type="checkbox"[^>]*aria-label="/g)).toHaveLength(4);
    expect(html(spec.initial, 720)).not.toMatch(/<select|<input/);
  });

  test('the answer is told as it changes, with a link to its passport', () => {
    for (const width of [290, 358, 720]) {
      const live = html(spec.initial, width, 200, true);
      const region = /role="status"[\s\S]*?<\/div>/.exec(live)?.[0] ?? '';
      expect(region).toMatch(/<a class="mark[^>]*href="#passport-opus4-shared-values"/);
      expect(region).toContain('number of runs not published');
      // Only what was published for exactly this mix is set large.
      expect(html({ ...spec.initial, exits: 'yes' }, width, 400, true)).not.toMatch(/class="mark only/);
    }
  });

  test('without a threat there is no new AI whose values could be chosen', () => {
    const none = html({ ...spec.initial, threat: 'no' }, 720, 420, true);
    expect(none).toMatch(/<select[^>]*aria-label="New AI’s values"[^>]*disabled/);
    expect(none).toContain('No new AI');
  });
});

test('the table has every published cell with its pieces, and blanks', () => {
  const every = spec.views['other-model'] ?? spec.initial;
  const { columns, rows: lines } = spec.table(rows, words, every);
  expect(columns).toHaveLength(PIECES.length + 1);
  expect(lines.flatMap((line) => line.at(-1)?.rate ?? [])).toEqual(spec.rows);
  const own = spec.table(rows, words, spec.initial).rows.flatMap((line) => line.at(-1)?.rate ?? []);
  expect(own).toEqual(
    cells.filter(({ model }) => ['opus4', 'earlier', 'all'].includes(model)).map(({ row }) => row),
  );
  expect(lines[0]?.map(({ text }) => text)).toEqual([
    'Claude Opus 4',
    'report, May 2025',
    'yes',
    'no',
    'shared',
    'closed',
    'not asked',
    'none',
    '84%; number of runs not published',
  ]);
  expect(lines.flat().every(({ text }) => !/undefined|\{/.test(text))).toBe(true);
  expect(lines.at(-1)?.at(-1)?.text).toBe('we found none published');
});

test('every view has words, and says that it is a test or scenario', () => {
  for (const view of Object.values(spec.views)) {
    const said = words.views[spec.speak(view)];
    expect(said?.title).toMatch(/test/);
    expect(said?.alt).toMatch(/test scenarios/);
    expect(said?.title.length).toBeLessThanOrEqual(76);
  }
});
