/**
 * True where pictures are made (build, tests), false in the browser. A stage is never narrow and high at once, so
 * the arrangements for that shape are left out of the browser's script.
 */
export const PICTURES: boolean = import.meta.env.SSR;
