import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readStep, shownAt } from '../../src/story/places.ts';
import { chapters, scenesOf, steps, viewsOf } from '../../src/story/steps.ts';

const ids = steps.map((step) => step.id);
const scenes = chapters.flatMap(scenesOf).filter((scene) => scene.figure !== null);

describe('steps', () => {
  test('ids are unique and addresses read them, by id or by number', () => {
    expect(new Set(steps.map((step) => step.id)).size).toBe(steps.length);
    expect(readStep(ids, 'eighty-four')).toBe('eighty-four');
    expect(readStep(ids, '9')).toBe('eighty-four');
  });

  test.each([
    '',
    '0',
    String(steps.length + 1),
    '-1',
    '9.0',
    'constructor',
    '__proto__',
    '<script>',
    'EIGHTY-FOUR',
    '١',
  ])('an address that says %j is no step', (text) => expect(readStep(ids, text)).toBeNull());

  test('a stage shows the step the story stands at, and none but its own', () => {
    fc.assert(
      fc.property(fc.constantFrom(...scenes), fc.constantFrom(...ids), (scene, current) => {
        const serves = scene.steps.map((step) => step.id);
        const shown = shownAt(ids, serves, current);
        expect(serves).toContain(shown);
        if (serves.includes(current)) expect(shown).toBe(current);
      }),
    );
    expect(() => shownAt(ids, ['nowhere'], null)).toThrow(RangeError);
  });

  test('every view of a figure is whole: none relies on the one before', () => {
    for (const { figure, steps: shown } of scenes) {
      const views = viewsOf(figure ?? '');
      const keys = new Set(Object.values(views).map((view) => Object.keys(view).join()));
      expect(keys.size, figure ?? '').toBe(1);
      for (const { id, view } of shown) expect(views[id]).toBe(view);
    }
  });

  test('before its scene a stage shows the first view, after it the last', () => {
    for (const scene of scenes) {
      const serves = scene.steps.map((step) => step.id);
      const before = ids[ids.indexOf(serves[0] ?? '') - 1] ?? null;
      const after = ids[ids.indexOf(serves.at(-1) ?? '') + 1] ?? null;
      expect(shownAt(ids, serves, before)).toBe(serves[0]);
      expect(shownAt(ids, serves, after)).toBe(serves.at(-1));
    }
  });
});
