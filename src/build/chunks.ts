/** The scripts that Vite has built for the browser, by their entries. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
}

interface Chunks {
  /** Where an entry's script lies in the site. @throws Error if the build has no such entry */
  readonly file: (entry: string) => string;
  /** An entry's script with every other that it can ask for. */
  readonly codeOf: (entry: string) => string;
}

/** Reads Vite's list of what it has written, and takes it out of the site. */
export function chunks(out: string): Chunks {
  const manifest = JSON.parse(readFileSync(join(out, '.vite/manifest.json'), 'utf8')) as Record<
    string,
    Chunk
  >;
  rmSync(join(out, '.vite'), { recursive: true });
  const keyOf = (entry: string): string => `src/entry/${entry}.ts`;
  return {
    file: (entry) => {
      const found = manifest[keyOf(entry)]?.file;
      if (!found) throw new Error(`the client build has no entry "${entry}"`);
      return found;
    },
    codeOf: (entry) => {
      const keys = new Set([keyOf(entry)]);
      // A set takes what is added while it is walked.
      for (const key of keys)
        for (const other of [...(manifest[key]?.imports ?? []), ...(manifest[key]?.dynamicImports ?? [])])
          keys.add(other);
      return [...keys].map((key) => readFileSync(join(out, manifest[key]?.file ?? ''), 'utf8')).join('\n');
    },
  };
}
