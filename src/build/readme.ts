/** A plain Markdown file of the project as HTML, its headings below those of the page that shows it. */
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';

/** Markdown of this repository (plain, without the story's directives) as HTML. */
export function htmlOf(markdown: string): string {
  const html = String(
    unified().use(remarkParse).use(remarkGfm).use(remarkRehype).use(rehypeStringify).processSync(markdown),
  );
  return html
    .replace(/ align="(\w+)"/g, ' style="text-align:$1"')
    .replace(/<(\/?)h([1-4])>/g, (_, end: string, level: string) => `<${end}h${Number(level) + 2}>`);
}
