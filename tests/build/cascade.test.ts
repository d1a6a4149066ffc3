import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { expect, test } from 'vitest';
import { inline } from '../../src/build/pictures/cascade.ts';

const styled = (svg: string, css: string): string => {
  const tree = fromHtml(svg, { fragment: true, space: 'svg' });
  inline(tree, css);
  return toHtml(tree, { space: 'svg' });
};

test('a rule that Svelte has scoped to a part of a part is seen, and weighs no more than it says', () => {
  const css = '.dot.s-a{fill:#111111}.strong.s-a .dot:where(.s-a){fill:#c06c00}.dot.s-a.hollow{fill:#ffffff}';
  const svg =
    '<svg><g class="strong s-a"><circle class="dot s-a"/></g><g class="s-a"><circle class="dot s-a"/></g></svg>';
  expect(styled(svg, css).match(/fill="#\w+"/g)).toEqual(['fill="#c06c00"', 'fill="#111111"']);
});

test('states of a screen are no part of a picture', () => {
  const css = '.mark{fill:#111111}.mark:hover{fill:#222222}';
  expect(styled('<svg><rect class="mark"/></svg>', css)).toContain('fill="#111111"');
});
