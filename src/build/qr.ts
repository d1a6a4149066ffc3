/** QR codes made at build: no service is asked, and the code is one path that prints in black. */
import { encode } from 'uqr';

interface Code {
  readonly address: string;
  /** Modules along one side, with the quiet zone around them. */
  readonly size: number;
  /** All dark modules, one run of a row after the other. */
  readonly path: string;
}

/** Readers ask for four empty modules on each side. */
const QUIET = 4;

/** The code of an address, with a quarter of it spare for dirt and folds. */
export function codeOf(address: string): Code {
  const { data } = encode(address, { ecc: 'Q', border: 0 });
  const runs = data.flatMap((row, y) =>
    [
      ...row
        .map((dark) => (dark ? '1' : '0'))
        .join('')
        .matchAll(/1+/g),
    ].map(({ 0: run, index }) => `M${index + QUIET} ${y + QUIET}h${run.length}v1h-${run.length}z`),
  );
  return { address, size: data.length + 2 * QUIET, path: runs.join('') };
}
