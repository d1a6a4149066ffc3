/** What stands in the HTML for a number, a source, a glossary word and a labelled clause. */
import type { Paragraph, PhrasingContent } from 'mdast';
import type { TextDirective } from 'mdast-util-directive';
import type { Status } from '../model/rate.ts';

const SPOKEN: Readonly<Record<Status, string>> = {
  simulated: 'in the test',
  reported: 'measured in a test',
  real: 'in the world',
  opinion: 'a reading',
  unknown: 'not known',
  illustration: 'our drawing',
};

/** A number with its passport. @param measured in a test; else it is a count of something else, or worked out by us */
export function asRate(node: TextDirective, id: string, text: string, measured: boolean): void {
  node.data = {
    hName: 'a',
    hProperties: { className: measured ? ['rate'] : ['rate', 'aside'], href: `#passport-${id}` },
    hChildren: [{ type: 'text', value: text }],
  };
  node.children = [{ type: 'text', value: text }];
}

/** The number of a source, with the place in it if one is named. */
export function asCite(node: TextDirective, id: string, number: number, at: string): void {
  const place = at ? `, ${at}` : '';
  node.data = {
    hName: 'sup',
    hProperties: { className: ['cite'] },
    hChildren: [
      {
        type: 'element',
        tagName: 'a',
        properties: { href: `#source-${id}`, ariaLabel: `Source ${number}${place}` },
        children: [{ type: 'text', value: String(number) }],
      },
      ...(at
        ? [
            {
              type: 'element' as const,
              tagName: 'span',
              properties: { className: ['at'] },
              children: [{ type: 'text' as const, value: `,\u00a0${at}` }],
            },
          ]
        : []),
    ],
  };
  node.children = [];
}

/** A glossary word; its card opens in place. */
export function asTerm(node: TextDirective, id: string): void {
  node.data = { hName: 'a', hProperties: { className: ['term'], href: `#term-${id}` } };
}

/** Makes a node a labelled clause; the letter and the spoken label are drawn only while the switch is on. */
export function asClause(node: TextDirective | Paragraph, status: Status): void {
  node.data = { hName: 'span', hProperties: { className: ['st'], dataSt: status } };
  node.children.push({
    type: 'textDirective',
    name: 'spoken',
    children: [{ type: 'text', value: ` (${SPOKEN[status]})` }],
    data: { hName: 'span', hProperties: { className: ['st-say'] } },
  } as unknown as PhrasingContent);
}
