/**
 * Reads `content/<lang>/story.md`: chapters and steps as container directives, numbers, terms, sources and labels
 * as text directives. Whatever it does not know stops the build with file, line and column.
 */
import { toString } from 'mdast-util-to-string';
import type { Nodes, Root, RootContent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import remarkSmartypants from 'remark-smartypants';
import { unified } from 'unified';
import { parse as parseYaml } from 'yaml';
import type { Data } from '../data/door.ts';
import { STATUSES } from '../model/rate.ts';
import type { ChapterText, GlossaryEntry, StepText, StoryText } from '../site/types.ts';
import { chapters as chapterDefs, type ChapterDef } from '../story/steps.ts';
import { facts } from './facts.ts';
import { count, isStatus, mixOf, plain } from './mix.ts';
import { asHtml, prose, resolve, type Reading } from './prose.ts';

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
  const blocks = containers(tree.children, 'chapter', fail);
  if (blocks.length !== chapterDefs.length)
    fail(tree, `${blocks.length} chapters`, `${chapterDefs.length} chapters, as in story/steps.ts`);
  const chapters = blocks.map((block, at) => chapter(block, chapterDefs[at], { data, glossary, used, fail }));
  return {
    front: parseYaml(front.value) as Record<string, unknown>,
    chapters,
    rates: [...used.rates],
    cited: [...used.cited],
    terms: [...used.terms],
    words: chapters.reduce((sum, c) => sum + c.steps.reduce((inner, s) => inner + s.words, 0), 0),
  };
}

/** The containers among some nodes. Only those of this name may stand there: a slip would be read as prose. */
const containers = (
  nodes: readonly RootContent[],
  name: string,
  fail: Reading['fail'],
): ContainerDirective[] =>
  nodes
    .filter((node) => node.type === 'containerDirective' || node.type === 'leafDirective')
    .map((node) =>
      node.type === 'containerDirective' && node.name === name
        ? node
        : fail(node, `a block of the name "${node.name}"`, `":::${name}" here, or no block`),
    );

function chapter(node: ContainerDirective, def: ChapterDef | undefined, reading: Reading): ChapterText {
  const { fail } = reading;
  const id = node.attributes?.['id'] ?? '';
  if (!def || id !== def.id)
    return fail(node, `chapter "${id}"`, `chapter "${def?.id ?? 'none'}" (order of story/steps.ts)`);
  const [heading, lead, ...rest] = node.children;
  if (heading?.type !== 'heading' || lead?.type !== 'paragraph')
    return fail(node, 'no title or no lead sentence', '"# Title" and one sentence first in the chapter');
  resolve(lead, 'opinion', reading);
  const blocks = containers(rest, 'step', fail);
  const found = blocks.map((block) => block.attributes?.['id'] ?? '');
  const wanted = def.steps.map((one) => one.id);
  const odd = [
    ...found.filter((one) => !wanted.includes(one)).map((one) => `step "${one}"`),
    ...wanted.filter((one) => !found.includes(one)).map((one) => `no step "${one}"`),
  ];
  if (odd.length > 0 || found.length !== wanted.length)
    fail(
      node,
      `${odd.join(', ') || `${found.length} steps`} in chapter "${id}"`,
      `the steps of story/steps.ts: ${wanted.join(', ')}`,
    );
  const texts = blocks.map((block, at) => step(block, def.steps[at]?.id, reading));
  return {
    id,
    title: toString(heading),
    lead: asHtml([lead]),
    leadText: plain(lead),
    steps: texts,
    mix: mixOf(blocks, texts),
  };
}

function step(node: ContainerDirective, expected: string | undefined, reading: Reading): StepText {
  const { fail } = reading;
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
  const [table] = containers(rest, 'facts', fail);
  const body = rest.filter((child) => child !== table);
  return {
    id,
    title: toString(heading),
    status,
    html: prose(body, status, reading),
    facts: table ? facts(table, status, reading) : null,
    words: count(body.map((child) => plain(child)).join(' ')),
  };
}
