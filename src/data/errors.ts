/** Faults in the data, said so that whoever typed them can mend them: where, what was found, what was expected. */
export interface Problem {
  readonly file: string;
  /** 1-based; 0 if the fault concerns the whole file. */
  readonly line: number;
  /** Column name of a table, or the path of a JSON value; empty if none. */
  readonly column: string;
  readonly found: string;
  readonly expected: string;
  readonly fix: string;
}

const print = ({ file, line, column, found, expected, fix }: Problem): string =>
  [
    `${file}${line > 0 ? `, line ${line}` : ''}${column ? `, column “${column}”` : ''}`,
    `  found:    ${found}`,
    `  expected: ${expected}`,
    `  to fix:   ${fix}`,
  ].join('\n');

/** Stops the build; lists every fault that was found, not only the first. */
export class DataError extends Error {
  override name = 'DataError';
  readonly #problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(`The data has ${problems.length} fault(s).\n\n${problems.map(print).join('\n\n')}`);
    // Whoever reads it needs the place of the fault, not that of the check; and needs it once.
    this.stack = `${this.name}: ${this.message}`;
    this.#problems = problems;
  }

  /** Read by whoever gathers faults of several files; not printed a second time with the error. */
  get problems(): readonly Problem[] {
    return this.#problems;
  }
}
