/** A table of facts in a step: a container `:::facts` around lines of the form "- label | text | status". */
import { toString } from 'mdast-util-to-string';
import type { ListItem, PhrasingContent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { STATUSES, type Status } from '../model/rate.ts';
import type { FactsTable } from '../site/types.ts';
import { isStatus } from './mix.ts';
import { asHtml, resolve, type Reading } from './prose.ts';

/** The table as text and HTML. @param status the step's own, for rows that name none */
export function facts(node: ContainerDirective, status: Status, reading: Reading): FactsTable {
  const caption = node.attributes?.['caption'] ?? '';
  if (!caption) reading.fail(node, 'a facts block without caption', ':::facts{caption="…"}');
  const list = node.children.find((child) => child.type === 'list');
  if (!list)
    return reading.fail(node, 'a facts block without rows', 'lines of the form "- label | text | status"');
  return { caption, rows: list.children.map((item) => factsRow(item, status, reading)) };
}

function factsRow(item: ListItem, status: Status, reading: Reading): FactsTable['rows'][number] {
  const paragraph = item.children[0];
  if (paragraph?.type !== 'paragraph') return reading.fail(item, 'an empty row', '"- label | text | status"');
  const cells = cellsOf(paragraph.children);
  const [name = [], text = [], mark = []] = cells;
  const own = toString({ type: 'paragraph', children: mark }).trim() || status;
  if (cells.length < 2 || cells.length > 3 || !isStatus(own))
    return reading.fail(
      item,
      toString(item),
      `"- label | text | status", status one of ${STATUSES.join(', ')}`,
    );
  for (const part of [...name, ...text]) resolve(part, own, reading);
  return { label: cellAsHtml(name), html: cellAsHtml(text), status: own };
}

/** Parts a row's text at its bars. */
function cellsOf(children: readonly PhrasingContent[]): PhrasingContent[][] {
  const cells: PhrasingContent[][] = [[]];
  for (const child of children) {
    if (child.type !== 'text') {
      cells.at(-1)?.push(child);
      continue;
    }
    child.value.split('|').forEach((part, index) => {
      if (index > 0) cells.push([]);
      if (part.trim() !== '') cells.at(-1)?.push({ type: 'text', value: part });
    });
  }
  return cells;
}

const cellAsHtml = (children: PhrasingContent[]): string =>
  asHtml([{ type: 'paragraph', children }])
    .replace(/^<p>|<\/p>$/g, '')
    .trim();
