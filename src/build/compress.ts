/**
 * The same files once more, compressed as small as can be, for hosts that send such files as they are: a server that
 * compresses at each request does it worse and has more to do. `story.html` gets `story.html.br` and `story.html.gz`.
 */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Pictures and fonts are compressed already; drawings in SVG are text. */
const TEXT = /\.(?:html|js|mjs|css|json|webmanifest|svg|csv|txt|xml)$/;

/** What a file must save to be worth a second one, bytes. */
const WORTH = 64;

/** Files compressed at the same time: as many as Node has threads for it. */
const ATONCE = 4;

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/**
 * Compresses every text file of a folder.
 * @returns how many files, their bytes, and those of the brotli files in their place
 */
export async function compress(folder: string): Promise<{ count: number; from: number; to: number }> {
  const sum = { count: 0, from: 0, to: 0 };
  const queue = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => TEXT.test(name))
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile());
  const work = async (): Promise<void> => {
    for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
      const content = readFileSync(file);
      const params = {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
      };
      const made = { br: await brotli(content, { params }), gz: await zip(content, { level: 9 }) };
      for (const [ending, small] of Object.entries(made))
        if (small.length + WORTH < content.length) writeFileSync(`${file}.${ending}`, small);
      sum.count += 1;
      sum.from += content.length;
      sum.to += Math.min(made.br.length, content.length);
    }
  };
  await Promise.all(Array.from({ length: ATONCE }, work));
  return sum;
}
