/**
 * Reads `content/<lang>/story.md`: chapters and steps as container directives, numbers, terms, sources and labels
 * as text directives. Whatever it does not know stops the build with file, line and column.
 */
import { toString } from 'mdast-util-to-string';
import type { Nodes, Paragraph, PhrasingContent, Root, RootContent, ListItem } from 'mdast';
import type { ContainerDirective, TextDirective } from 'mdast-util-directive';
import rehypeStringify from 'rehype-stringify';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import remarkSmartypants from 'remark-smartypants';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { parse as parseYaml } from 'yaml';
import type { Data } from '../data/door.ts';
import { STATUSES } from '../model/rate.ts';
import type { Status } from '../model/rate.ts';
import { rateText } from '../site/words.ts';
import type { ChapterText, FactsTable, GlossaryEntry, StepText, StoryText } from '../site/types.ts';
import { chapters as chapterDefs } from '../story/steps.ts';
import { asCite, asClause, asRate, asTerm } from './inline.ts';
import { count, isStatus, mixOf, plain } from './mix.ts';

/** A fault in a content file, with its place. */
export class ContentError extends Error {
  override name = 'ContentError';
  constructor(file: string, node: Nodes | null, found: string, expected: string) {
    const at = node?.position ? `:${node.position.start.line}:${node.position.start.column}` : '';
    super(`${file}${at}\n  found:    ${found}\n  expected: ${expected}`);
  }
}

const parser = unified()
  .use(remarkParse)
  .use(remarkFrontmatter)
  .use(remarkDirective)
  .use(remarkSmartypants, { dashes: 'oldschool' });
const writer = unified().use(remarkRehype).use(rehypeStringify);

/** Parses and checks the story. @throws ContentError at the first thing that does not fit data, steps or glossary */
export function readStory(
  markdown: string,
  file: string,
  data: Data,
  glossary: Readonly<Record<string, GlossaryEntry>>,
): StoryText {
  const tree = parser.runSync(parser.parse(markdown)) as Root;
  const used = { rates: new Set<string>(), cited: new Set<string>(), terms: new Set<string>() };
  const fail = (node: Nodes | null, found: string, expected: string): never => {
    throw new ContentError(file, node, found, expected);
  };

  const front = tree.children[0];
  if (front?.type !== 'yaml')
    return fail(tree, 'no front matter', 'a block between --- lines at the top of the file');

  /** Replaces one text directive by what it stands for. */
  function inline(node: TextDirective, step: Status): void {
    const name = node.name;
    const label = toString(node);
    const attributes = node.attributes ?? {};
    if (name === 'rate') {
      const rate = data.rates.get(label);
      if (!rate) return fail(node, `:rate[${label}]`, 'the id of a row in data/rates.csv');
      used.rates.add(label);
      const text = rateText(rate, attributes['as'] ?? 'rate');
      if (text === null)
        return fail(
          node,
          `:rate[${label}]{as=${attributes['as'] ?? ''}}`,
          `a form that a row of kind ${rate.value.kind} has`,
        );
      asRate(node, label, text, rate.value.kind !== 'amount' && attributes['as'] !== 'interval');
    } else if (name === 'cite') {
      const source = data.sources.get(label);
      if (!source) return fail(node, `:cite[${label}]`, 'the id of a source in data/sources.json');
      used.cited.add(label);
      asCite(node, label, [...used.cited].indexOf(label) + 1, attributes['at'] ?? '');
    } else if (name === 'term') {
      const id = attributes['of'] ?? label.toLowerCase().replaceAll(' ', '-');
      if (!glossary[id]) return fail(node, `:term[${label}]`, `an entry "${id}" in glossary.json`);
      used.terms.add(id);
      asTerm(node, id);
    } else if (isStatus(name)) {
      if (name === step) return fail(node, `:${name}[…]`, 'a label other than the step’s own');
      asClause(node, name);
    } else
      fail(
        node,
        `:${name}[…]`,
        `one of :rate, :cite, :term, ${STATUSES.map((status) => `:${status}`).join(', ')}`,
      );
  }

  /** Resolves all directives of a paragraph and labels what is unlabelled with the step's own status. */
  function label(paragraph: Paragraph, status: Status): void {
    visit(paragraph, 'textDirective', (node: TextDirective) => {
      if (node.name !== 'spoken') inline(node, status);
    });
    const runs: PhrasingContent[] = [];
    let run: PhrasingContent[] = [];
    const close = (): void => {
      if (run.length === 0) return;
      // A source's number or a stop belongs to the clause before it and makes none of its own.
      if (!run.some((child) => /[\p{L}\d]/u.test(plain(child)))) runs.push(...run);
      else {
        const last = run.at(-1);
        const tail = last?.type === 'text' ? (/\s+$/.exec(last.value)?.[0] ?? '') : '';
        if (last?.type === 'text') last.value = last.value.trimEnd();
        const wrapper = { type: 'textDirective', name: status, children: run } as TextDirective;
        asClause(wrapper, status);
        runs.push(wrapper);
        if (tail !== '') runs.push({ type: 'text', value: tail });
      }
      run = [];
    };
    for (const child of paragraph.children) {
      if (child.type === 'textDirective' && isStatus(child.name)) {
        close();
        runs.push(child);
      } else run.push(child);
    }
    close();
    paragraph.children = runs;
  }

  // The number of a source hugs the word before it, never begins a line, and is parted from another by a comma.
  const html = (children: RootContent[]): string =>
    String(writer.stringify(writer.runSync({ type: 'root', children })))
      .replaceAll(/\s+((?:<\/?span[^>]*>)*)\s*(?=<sup class="cite">)/g, '\u2060$1')
      .replaceAll(/<\/sup>\u2060?<sup class="cite">/g, '$&, ');

  function prose(nodes: RootContent[], status: Status): string {
    for (const node of nodes)
      visit(node, (inner) => {
        if (inner.type === 'paragraph') label(inner, status);
        if (inner.type === 'heading') inner.depth = 4;
      });
    return html(nodes);
  }

  function facts(node: ContainerDirective, status: Status): FactsTable {
    const caption = node.attributes?.['caption'] ?? '';
    if (!caption) fail(node, 'a facts block without caption', ':::facts{caption="…"}');
    const list = node.children.find((child) => child.type === 'list');
    if (!list) return fail(node, 'a facts block without rows', 'lines of the form "- label | text | status"');
    return { caption, rows: list.children.map((item) => factsRow(item, status)) };
  }

  function factsRow(item: ListItem, status: Status): FactsTable['rows'][number] {
    const paragraph = item.children[0];
    if (paragraph?.type !== 'paragraph') return fail(item, 'an empty row', '"- label | text | status"');
    const cells: PhrasingContent[][] = [[]];
    for (const child of paragraph.children) {
      if (child.type !== 'text') {
        cells.at(-1)?.push(child);
        continue;
      }
      child.value.split('|').forEach((part, index) => {
        if (index > 0) cells.push([]);
        if (part.trim() !== '') cells.at(-1)?.push({ type: 'text', value: part });
      });
    }
    const [name = [], text = [], mark = []] = cells;
    const own = toString({ type: 'paragraph', children: mark }).trim() || status;
    if (cells.length < 2 || cells.length > 3 || !isStatus(own))
      return fail(item, toString(item), `"- label | text | status", status one of ${STATUSES.join(', ')}`);
    for (const cell of [...name, ...text])
      visit(cell, 'textDirective', (directive: TextDirective) => {
        if (directive.name !== 'spoken') inline(directive, own);
      });
    const cell = (children: PhrasingContent[]): string =>
      html([{ type: 'paragraph', children }])
        .replace(/^<p>|<\/p>$/g, '')
        .trim();
    return { label: cell(name), html: cell(text), status: own };
  }

  function step(node: ContainerDirective, expected: string): StepText {
    const id = node.attributes?.['id'] ?? '';
    const status = node.attributes?.['status'] ?? '';
    if (id !== expected) fail(node, `step "${id}"`, `step "${expected}" (order of story/steps.ts)`);
    if (!status || !isStatus(status))
      return fail(
        node,
        status ? `status "${status}"` : `step "${id}" without a status`,
        `status=${STATUSES.join(' | ')}`,
      );
    const [heading, ...rest] = node.children;
    if (heading?.type !== 'heading') return fail(node, 'no title', 'a line "## Title" first in the step');
    const table = rest.find((child) => child.type === 'containerDirective' && child.name === 'facts') as
      ContainerDirective | undefined;
    const body = rest.filter((child) => child !== table) as RootContent[];
    const written = prose(body, status);
    return {
      id,
      title: toString(heading),
      status,
      html: written,
      facts: table ? facts(table, status) : null,
      words: count(body.map((child) => plain(child)).join(' ')),
    };
  }

  function chapter(node: ContainerDirective, index: number): ChapterText {
    const def = chapterDefs[index];
    const id = node.attributes?.['id'] ?? '';
    if (!def || id !== def.id)
      return fail(node, `chapter "${id}"`, `chapter "${def?.id ?? 'none'}" (order of story/steps.ts)`);
    const [heading, lead, ...rest] = node.children;
    if (heading?.type !== 'heading' || lead?.type !== 'paragraph')
      return fail(node, 'no title or no lead sentence', '"# Title" and one sentence first in the chapter');
    visit(lead, 'textDirective', (directive: TextDirective) => inline(directive, 'opinion'));
    const blocks = rest.filter(
      (child): child is ContainerDirective => child.type === 'containerDirective' && child.name === 'step',
    );
    if (blocks.length !== def.steps.length)
      fail(
        node,
        `${blocks.length} steps in chapter "${id}"`,
        `${def.steps.length}: ${def.steps.map((s) => s.id).join(', ')}`,
      );
    const texts = def.steps.map((stepDef, at) => step(blocks[at] as ContainerDirective, stepDef.id));
    return {
      id,
      title: toString(heading),
      lead: html([lead]),
      leadText: plain(lead),
      steps: texts,
      mix: mixOf(blocks, texts),
    };
  }

  const blocks = tree.children.filter(
    (node): node is ContainerDirective => node.type === 'containerDirective' && node.name === 'chapter',
  );
  if (blocks.length !== chapterDefs.length)
    fail(tree, `${blocks.length} chapters`, `${chapterDefs.length} chapters, as in story/steps.ts`);
  const chapters = blocks.map(chapter);
  return {
    front: parseYaml(front.value) as Record<string, unknown>,
    chapters,
    rates: [...used.rates],
    cited: [...used.cited],
    terms: [...used.terms],
    words: chapters.reduce((sum, c) => sum + c.steps.reduce((inner, s) => inner + s.words, 0), 0),
  };
}
