/**
 * The page's policy asks for Trusted Types: of what is not wrapped here (or by Svelte, for its own templates) the
 * browser makes no nodes. What is wrapped is this build's own: its templates and its files.
 */
declare global {
  /** Absent in browsers that know no Trusted Types: these take the text itself. A name is one that build/policy.mjs allows. */
  var trustedTypes: { createPolicy<Rules>(name: string, rules: Rules): Rules } | undefined;
}

const asItIs = { createHTML: (text: string): string => text };

export const trust = globalThis.trustedTypes?.createPolicy('frame', asItIs) ?? asItIs;
