/** Prose of the story: its directives resolved, every clause labelled, written as HTML. */
import { toString } from 'mdast-util-to-string';
import type { Nodes, Paragraph, PhrasingContent, RootContent } from 'mdast';
import type { TextDirective } from 'mdast-util-directive';
import rehypeStringify from 'rehype-stringify';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { Data } from '../data/door.ts';
import { STATUSES, type Status } from '../model/rate.ts';
import type { GlossaryEntry } from '../site/types.ts';
import { rateText } from '../site/words.ts';
import { asCite, asClause, asRate, asTerm } from './inline.ts';
import { isStatus, plain } from './mix.ts';

/** What the story is read against, and what it has named so far. */
export interface Reading {
  readonly data: Data;
  readonly glossary: Readonly<Record<string, GlossaryEntry>>;
  /** In order of first use. */
  readonly used: Readonly<Record<'rates' | 'cited' | 'terms', Set<string>>>;
  /** Stops the build at a node. */
  readonly fail: (node: Nodes | null, found: string, expected: string) => never;
}

const writer = unified().use(remarkRehype).use(rehypeStringify);

/** Nodes whose directives are resolved, as HTML. */
export const asHtml = (children: RootContent[]): string =>
  // The number of a source hugs the word before it, never begins a line, and is parted from another by a comma.
  String(writer.stringify(writer.runSync({ type: 'root', children })))
    .replaceAll(/\s+((?:<\/?span[^>]*>)*)\s*(?=<sup class="cite">)/g, '\u2060$1')
    .replaceAll(/<\/sup>\u2060?<sup class="cite">/g, '$&, ');

/** Blocks of a step as HTML. @param status the step's own, for what bears no other label */
export function prose(nodes: RootContent[], status: Status, reading: Reading): string {
  for (const node of nodes)
    visit(node, (inner) => {
      if (inner.type === 'paragraph') {
        resolve(inner, status, reading);
        label(inner, status);
      }
      if (inner.type === 'heading') inner.depth = 4;
    });
  return asHtml(nodes);
}

/** Replaces the text directives in a node by what they stand for. @param status that of the text around them */
export function resolve(node: Nodes, status: Status, reading: Reading): void {
  visit(node, 'textDirective', (directive: TextDirective) => {
    // It was put there by a label.
    if (directive.name === 'spoken') return;
    if (directive.name === 'rate') resolveRate(directive, reading);
    else if (directive.name === 'cite') resolveCite(directive, reading);
    else if (directive.name === 'term') resolveTerm(directive, reading);
    else resolveLabel(directive, status, reading);
  });
}

function resolveRate(node: TextDirective, { data, used, fail }: Reading): void {
  const id = toString(node);
  const as = node.attributes?.['as'];
  const rate = data.rates.get(id);
  if (!rate) return fail(node, `:rate[${id}]`, 'the id of a row in data/rates.csv');
  used.rates.add(id);
  const text = rateText(rate, as ?? 'rate');
  if (text === null)
    return fail(node, `:rate[${id}]{as=${as ?? ''}}`, `a form that a row of kind ${rate.value.kind} has`);
  asRate(node, id, text, rate.value.kind !== 'amount' && as !== 'interval');
}

function resolveCite(node: TextDirective, { data, used, fail }: Reading): void {
  const id = toString(node);
  if (!data.sources.has(id)) return fail(node, `:cite[${id}]`, 'the id of a source in data/sources.json');
  used.cited.add(id);
  asCite(node, id, [...used.cited].indexOf(id) + 1, node.attributes?.['at'] ?? '');
}

function resolveTerm(node: TextDirective, { glossary, used, fail }: Reading): void {
  const word = toString(node);
  const id = node.attributes?.['of'] ?? word.toLowerCase().replaceAll(' ', '-');
  if (!glossary[id]) return fail(node, `:term[${word}]`, `an entry "${id}" in glossary.json`);
  used.terms.add(id);
  asTerm(node, id);
}

function resolveLabel(node: TextDirective, status: Status, { fail }: Reading): void {
  const { name } = node;
  if (!isStatus(name))
    return fail(
      node,
      `:${name}[…]`,
      `one of :rate, :cite, :term, ${STATUSES.map((one) => `:${one}`).join(', ')}`,
    );
  if (name === status) return fail(node, `:${name}[…]`, 'a label other than the step’s own');
  asClause(node, name);
}

/** Labels what is unlabelled in a paragraph with the step's own status. */
function label(paragraph: Paragraph, status: Status): void {
  const labelled: PhrasingContent[] = [];
  let run: PhrasingContent[] = [];
  const close = (): void => {
    labelled.push(...clauseOf(run, status));
    run = [];
  };
  for (const child of paragraph.children) {
    if (child.type === 'textDirective' && isStatus(child.name)) {
      close();
      labelled.push(child);
    } else run.push(child);
  }
  close();
  paragraph.children = labelled;
}

/** A run of text as a clause, and the space after it. */
function clauseOf(run: PhrasingContent[], status: Status): PhrasingContent[] {
  // A source's number or a stop belongs to the clause before it and makes none of its own.
  if (!run.some((child) => /[\p{L}\d]/u.test(plain(child)))) return run;
  const last = run.at(-1);
  const tail = last?.type === 'text' ? (/\s+$/.exec(last.value)?.[0] ?? '') : '';
  if (last?.type === 'text') last.value = last.value.trimEnd();
  const clause = { type: 'textDirective', name: status, children: run } as TextDirective;
  asClause(clause, status);
  return tail === '' ? [clause] : [clause, { type: 'text', value: tail }];
}
