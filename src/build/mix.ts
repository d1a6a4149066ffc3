/** Counts the words of the story, and of which labels they are. */
import type { Nodes } from 'mdast';
import type { ContainerDirective, TextDirective } from 'mdast-util-directive';
import { visit } from 'unist-util-visit';
import { STATUSES, type Status } from '../model/rate.ts';
import type { Mix, StepText } from '../site/types.ts';

/** Whether a directive is the label of a clause. */
export const isStatus = (name: string): name is Status => (STATUSES as readonly string[]).includes(name);

/** Plain text of a node, without the spoken labels and the sources' numbers. */
export function plain(node: Nodes): string {
  if (node.type === 'textDirective' && (node.name === 'spoken' || node.name === 'cite')) return '';
  if ('value' in node) return node.value;
  if ('children' in node) return node.children.map((child) => plain(child)).join('');
  return '';
}

/** Number of words: what has a letter or a digit. */
export const count = (text: string): number =>
  text.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word)).length;

/** Shares of words by label, largest first. */
export function mixOf(blocks: readonly ContainerDirective[], texts: readonly StepText[]): Mix[] {
  const words = new Map<Status, number>();
  const add = (status: Status, text: string): void => {
    words.set(status, (words.get(status) ?? 0) + count(text));
  };
  blocks.forEach((block, index) => {
    const own = texts[index]?.status;
    visit(block, 'textDirective', (node: TextDirective) => {
      if (!isStatus(node.name) || own === undefined) return;
      add(node.name, plain(node));
    });
  });
  const total = [...words.values()].reduce((sum, value) => sum + value, 0);
  return [...words.entries()]
    .map(([status, value]) => ({ status, share: value / total }))
    .sort((a, b) => b.share - a.share);
}
