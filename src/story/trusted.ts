/**
 * The page's policy asks for Trusted Types: of what is not wrapped here (or by Svelte, for its own templates) the
 * browser makes no nodes. What is wrapped is this build's own: its templates and its files.
 */
interface Trust {
  createHTML(text: string): string;
}

const asItIs: Trust = { createHTML: (text) => text };

/** The name is one that build/policy.mjs allows. Browsers without Trusted Types take the text itself. */
export const trust: Trust =
  (
    globalThis as { trustedTypes?: { createPolicy(name: string, rules: Trust): Trust } }
  ).trustedTypes?.createPolicy('frame', asItIs) ?? asItIs;
