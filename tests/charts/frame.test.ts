import { describe, expect, test } from 'vitest';
import { layoutFrame, lidOf } from '../../src/charts/frame/layout.ts';

describe('the dashed frame', () => {
  test('is whole where nothing stands on its line', () => {
    expect(layoutFrame(0, 0, 200, 100).parts).toEqual([]);
  });

  test('goes from the end of a gap around to its beginning', () => {
    const [part, ...more] = layoutFrame(1, 2, 200, 100, 17, [{ side: 'top', from: 20, to: 80 }]).parts;
    expect(more).toEqual([]);
    expect(part?.d).toBe('M80 2H193a8 8 0 0 1 8 8V94a8 8 0 0 1 -8 8H9a8 8 0 0 1 -8 -8V10a8 8 0 0 1 8 -8H20');
  });

  test('has a part between each two gaps, also round a corner', () => {
    const { parts } = layoutFrame(0, 0, 200, 100, 17, [
      { side: 'top', from: 20, to: 80 },
      { side: 'right', from: 40, to: 60 },
    ]);
    expect(parts.map(({ d }) => d)).toEqual([
      'M80 0H192a8 8 0 0 1 8 8V40',
      'M200 60V92a8 8 0 0 1 -8 8H8a8 8 0 0 1 -8 -8V8a8 8 0 0 1 8 -8H20',
    ]);
  });

  test('begins and ends each part with a whole dash; what closes a gap, with a space', () => {
    for (const width of [90, 200, 417, 860]) {
      const gap = { side: 'top', from: 20, to: 61 } as const;
      const [part] = layoutFrame(0, 0, width, 120, 17, [gap]).parts;
      expect(((part?.length ?? 0) + 6.5) % 17).toBe(0);
      expect((lidOf({ y: 0 }, gap, 17).length - 6.5) % 17).toBe(0);
    }
  });
});
