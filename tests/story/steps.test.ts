import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chapters, indexOf, readStep, scenesOf, steps, viewAt } from '../../src/story/steps.ts';

const scenes = chapters.flatMap(scenesOf).filter((scene) => scene.figure !== null);

describe('steps', () => {
  test('ids are unique and addresses read them, by id or by number', () => {
    expect(new Set(steps.map((step) => step.id)).size).toBe(steps.length);
    expect(readStep('eighty-four')).toBe('eighty-four');
    expect(readStep('9')).toBe('eighty-four');
  });

  test.each(['', '0', '27', '-1', '9.0', 'constructor', '__proto__', '<script>', 'EIGHTY-FOUR', '١'])(
    'an address that says %j is no step',
    (text) => expect(readStep(text)).toBeNull(),
  );

  test('a stage shows the same whatever way the story came to a step', () => {
    const ids = steps.map((step) => step.id);
    fc.assert(
      fc.property(
        fc.constantFrom(...scenes),
        fc.array(fc.constantFrom(...ids), { minLength: 1 }),
        (scene, walk) => {
          const serves = scene.steps.map((step) => step.id);
          let view = viewAt(serves, null);
          for (const id of walk) view = viewAt(serves, id);
          expect(view).toEqual(viewAt(serves, walk.at(-1) ?? null));
        },
      ),
    );
  });

  test('before its scene a stage shows the first view, after it the last', () => {
    for (const scene of scenes) {
      const serves = scene.steps.map((step) => step.id);
      const before = steps[indexOf(serves[0] ?? '') - 1]?.id ?? null;
      const after = steps[indexOf(serves.at(-1) ?? '') + 1]?.id ?? null;
      expect(viewAt(serves, before)).toEqual(scene.steps[0]?.view);
      expect(viewAt(serves, after)).toEqual(scene.steps.at(-1)?.view);
    }
  });
});
