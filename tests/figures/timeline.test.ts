import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { overlap } from '../../src/charts/intervals/place.ts';
import type { Box } from '../../src/charts/space.ts';
import { textWidth } from '../../src/charts/text.ts';
import { EVENTS, FIRST, inFocus, timeOf } from '../../src/figures/timeline/events.ts';
import { spec } from '../../src/figures/timeline/figure.ts';
import { stack } from '../../src/figures/timeline/labels.ts';
import { layout } from '../../src/figures/timeline/layout.ts';
import type { Drawing } from '../../src/figures/timeline/types.ts';
import { data } from './fixture.ts';
import { golden } from './golden.ts';
import { html, shows, still, words } from './timeline.ts';

describe('golden pictures', () => {
  for (const show of shows) {
    for (const width of [360, 720])
      test(`${show} at ${width}`, () =>
        golden(`timeline-${show}-${width}`, html(show, width, still(show, width))));
    test(`${show} on a phone`, () => golden(`timeline-${show}-phone`, html(show, 358, 230)));
  }
});

describe('the events', () => {
  const known = new Map(data.statements.map((statement) => [statement.id, statement]));

  test('stand in the order of their dates', () => {
    const times = EVENTS.map(({ date }) => timeOf(date));
    expect(times).toEqual([...times].sort((a, b) => a - b));
    for (const time of times) expect(time > 0 && time < 1).toBe(true);
  });

  test('have a passport each, with the date of its source', () => {
    for (const { id, passport, date, status } of EVENTS) {
      const source = data.rates.get(passport)?.source ?? known.get(passport)?.source;
      expect(source, id).toBeDefined();
      if (data.rates.has(passport)) expect(spec.rows, id).toContain(passport);
      const printed = data.sources.get(source ?? '')?.date ?? '';
      expect(printed.startsWith(date) || date.startsWith(printed), `${id}: ${date} and ${printed}`).toBe(
        true,
      );
      expect(['reported', 'real', 'opinion']).toContain(status);
    }
    expect(known.has('timeline-none')).toBe(true);
  });

  test('no statement of the figure is without a mark', () => {
    const used = [...EVENTS.map(({ passport }) => passport), 'timeline-none'];
    for (const id of known.keys()) if (id.startsWith('timeline-')) expect(used).toContain(id);
  });

  test('opinions go in both directions, and each names its owner', () => {
    const ways = EVENTS.filter(({ status }) => status === 'opinion').map(({ way }) => way);
    expect(ways.filter((way) => way === 'less')).toHaveLength(3);
    expect(ways.filter((way) => way === 'care')).toHaveLength(3);
    for (const { id, status } of EVENTS)
      if (status === 'opinion')
        expect(words.labels[`say-${id}`]).toMatch(
          /Anthropic|Ars Technica|UK AI Security Institute|US official|authors/,
        );
  });
});

describe('what is named', () => {
  test('every test on a stage beside the words, with its date where all have room', () => {
    const tests = EVENTS.filter(({ status }) => status === 'reported');
    const dated = (height: number): boolean[] =>
      shows.map((show) => {
        const inside = layout(words.labels, show, { width: 672, height }).blocks.filter(({ end }) => end);
        expect(inside.map(({ id }) => id)).toEqual(tests.map(({ id }) => id));
        return inside.every(({ pieces }) => pieces.some(({ tone }) => tone === 'date'));
      });
    expect(dated(310)).toEqual([false, false]);
    expect(dated(560)).toEqual([true, true]);
  });

  test('the key shows no sign that the drawing has not', () => {
    for (const [width, height] of [
      [272, 271],
      [358, 230],
      [720, 300],
      [720, 560],
      [1040, 640],
    ] as const) {
      const { keys, blocks } = layout(words.labels, 'voices', { width, height });
      expect(keys.length).toBeGreaterThanOrEqual(2);
      for (const { way, words: says } of keys) {
        expect(
          blocks.some(({ event }) => event.way === way),
          `${way} at ${width}`,
        ).toBe(true);
        expect(says.x + textWidth(says.text, says.size)).toBeLessThanOrEqual(width);
      }
    }
    const { keys } = layout(words.labels, 'voices', { width: 720, height: 560 });
    expect(keys.map(({ words: says }) => says.text)).toEqual(['less alarm', 'more care', 'on the cause']);
  });

  const smallOf = ({ paths }: Drawing): number =>
    paths.filter(({ kind }) => /^rug (tests|world)$/.test(kind)).flatMap(({ d }) => d.match(/M/g) ?? [])
      .length;
  const named = (drawing: Drawing): string[] => drawing.blocks.map(({ id }) => id);

  test('in a single picture: what is in focus with its second line; every event where both sides have room', () => {
    for (const show of shows)
      for (const width of [280, 300, 320, 360, 430, 480, 559, 560, 600, 660, 720, 800]) {
        const drawing = layout(words.labels, show, { width, height: still(show, width) });
        const here = EVENTS.filter(
          (event) => width >= 560 || event.status === 'reported' || inFocus(event, show),
        );
        expect(named(drawing), `${show} ${width}`).toEqual(here.map(({ id }) => id));
        expect(smallOf(drawing)).toBe(0);
        for (const { id, focus, pieces } of drawing.blocks)
          if (focus && words.labels[`g-${id}`])
            expect(pieces.map(({ text }) => text).join(' '), `${show} ${width}`).toContain(
              words.labels[`g-${id}`],
            );
      }
  });

  test('on a phone: the first of this view, the rest of it and the tests as small marks', () => {
    for (const show of shows) {
      const drawing = layout(words.labels, show, { width: 358, height: 230 });
      for (const id of FIRST[show]) expect(named(drawing), show).toContain(id);
      const marked = EVENTS.filter((event) => event.status === 'reported' || inFocus(event, show));
      expect(smallOf(drawing)).toBe(marked.length - drawing.blocks.length);
      for (const { focus } of drawing.blocks) expect(focus).toBe(true);
    }
  });

  test('on a phone no test is lost in the frame: each is a small mark of its own, apart from the words', () => {
    for (const show of shows)
      for (const [width, height] of [
        [284, 200],
        [354, 282],
      ] as const) {
        const { paths, texts, axis } = layout(words.labels, show, { width, height });
        const d = paths.find(({ kind }) => kind === 'rug tests')?.d ?? '';
        const marks = [...d.matchAll(/M([\d.]+) ([\d.]+)/g)].map(
          ([, x, y]) => [Number(x), Number(y)] as const,
        );
        expect(marks).toHaveLength(EVENTS.filter(({ status }) => status === 'reported').length);
        const years = texts.filter(({ text }) => /^20\d\d$/.test(text));
        expect(years.map(({ text }) => text)).toEqual(['2025', '2026']);
        const words12 = Math.max(...years.map(({ text, x, size }) => x + textWidth(text, size)));
        marks.forEach(([x, y], index) => {
          expect(x - 2.5).toBeGreaterThan(words12);
          expect(x + 2.5).toBeLessThan(axis - 4);
          for (const [otherX, otherY] of marks.slice(index + 1))
            expect(Math.max(Math.abs(otherX - x), Math.abs(otherY - y))).toBeGreaterThanOrEqual(5.9);
        });
      }
  });

  test('dates of what is in focus stand in one way in each picture, and titles do not end in a lone word', () => {
    for (const show of shows)
      for (const [width, height] of [
        [284, 200],
        [348, 276],
        [354, 282],
        [538, 300],
        [672, 376],
        [820, 610],
      ] as const) {
        const { blocks } = layout(words.labels, show, { width, height });
        const lit = blocks.filter(({ focus }) => focus);
        const ways = lit.map(({ pieces: [date, title] }) =>
          title?.dx !== undefined ? 'before' : title?.y === date?.y ? 'beside' : 'above',
        );
        expect(new Set(ways).size, `${show} ${width}`).toBe(1);
        for (const { pieces } of lit) {
          const title = pieces.filter(({ tone }) => tone === 'title').map(({ text }) => text);
          if (title.length > 1) expect(title.at(-1), `${show} ${width}`).toMatch(/[ \u00a0]/);
        }
      }
  });

  test('on the smallest stage: two at least, and the whole sentence of the band', () => {
    for (const show of shows) {
      const drawing = layout(words.labels, show, { width: 280, height: 190 });
      expect(drawing.blocks.length, show).toBeGreaterThanOrEqual(2);
      if (drawing.band)
        expect(drawing.band.texts.map(({ text }) => text).join(' ')).toBe(words.labels['g-none']);
    }
  });

  test('only the view’s own status is in focus; the band belongs to the world', () => {
    for (const show of shows)
      for (const event of EVENTS)
        expect(inFocus(event, show)).toBe(event.status === (show === 'voices' ? 'opinion' : 'real'));
    expect(layout(words.labels, 'voices', { width: 720, height: 680 }).band).toBeNull();
    expect(html('real-world', 720, 680)).toContain('href="#passport-timeline-none"');
  });
});

interface Named extends Box {
  readonly name: string;
}

/** Every text with its estimated box. */
function boxes(drawing: Drawing): Named[] {
  const box = (
    name: string,
    x: number,
    y: number,
    width: number,
    size: number,
    anchor: 0 | 0.5 | 1,
  ): Named => ({ name, x: x - width * anchor, y: y - size * 0.72, width, height: size * 0.92 });
  return [
    ...[...drawing.texts, ...(drawing.band?.texts ?? [])].map(({ text, x, y, size, tone, middle }) =>
      box(text, x, y, textWidth(text, size, tone !== 'soft' && tone !== 'plain'), size, middle ? 0.5 : 0),
    ),
    ...drawing.blocks.flatMap((block) =>
      block.pieces.flatMap(({ x, y = 0, text, tone }, index) => {
        if (x === undefined) return [];
        const next = block.pieces[index + 1];
        const tail = next?.dx === undefined ? 0 : next.dx + textWidth(next.text, block.size, block.focus);
        const wide = textWidth(text, block.size, block.focus && tone === 'title') + tail;
        const anchor = block.end ? 1 : 0;
        return [box(`${block.id}: ${text}`, block.x + x, block.y + y, wide, block.size, anchor)];
      }),
    ),
  ];
}

describe('at any size', () => {
  const sizes = fc.oneof(
    fc.record({ width: fc.integer({ min: 280, max: 430 }), height: fc.integer({ min: 190, max: 260 }) }),
    fc.record({ width: fc.integer({ min: 280, max: 760 }), height: fc.integer({ min: 190, max: 700 }) }),
    fc.record({ width: fc.integer({ min: 560, max: 1100 }), height: fc.integer({ min: 300, max: 1000 }) }),
  );

  test('texts stay inside and apart, hit areas are large enough and apart', () => {
    fc.assert(
      fc.property(sizes, fc.constantFrom(...shows), (size, show) => {
        const drawing = layout(words.labels, show, size);
        const all = boxes(drawing);
        const outside = all.filter(
          ({ x, y, width, height }) => x < 0 || x + width > size.width || y < 0 || y + height > size.height,
        );
        const clashes = all.flatMap((a, index) =>
          all
            .slice(index + 1)
            .filter((b) => overlap(a, b))
            .map((b) => `${a.name} on ${b.name}`),
        );
        const kinds = drawing.paths.map(({ kind }) => kind);
        expect(new Set(kinds).size, 'a browser takes each kind once').toBe(kinds.length);
        expect([...outside.map(({ name }) => name), ...clashes]).toEqual([]);
        drawing.blocks.forEach(({ id, y, hit, end }, index) => {
          expect(hit.width >= 24 && hit.height >= 24, id).toBe(true);
          const next = drawing.blocks.slice(index + 1).find((other) => other.end === end);
          if (next)
            expect(next.y - 12, `${id} and ${next.id}`).toBeGreaterThanOrEqual(y - 12 + hit.height - 0.2);
        });
      }),
      { numRuns: 100 },
    );
  });

  test('boxes that give way keep their order and stay as near as they can', () => {
    const tops = stack(
      [
        { want: 10, height: 20 },
        { want: 12, height: 20 },
        { want: 100, height: 20 },
      ],
      0,
      200,
    );
    expect(tops).toEqual([1, 21, 100]);
  });
});
