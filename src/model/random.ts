/**
 * Numbers that look random and are the same everywhere: same seed, same numbers, in every browser and at build.
 * Source: mulberry32 by Tommy Ettinger (2017, public domain), https://gist.github.com/tommyettinger/46a874533244883189143505d203312c
 * @param seed a whole number
 * @returns a function that gives the next number, from 0 up to, but without, 1
 */
export function mulberry32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
