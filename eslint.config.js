import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';

/** Svelte draws; of D3 only what needs no document may be used, or the charts could not be drawn without a browser. */
const drawing = {
  paths: ['d3-selection', 'd3-transition', 'd3-axis', 'd3-zoom', 'd3-brush', 'd3-drag'].map((name) => ({
    name,
    message: 'Svelte draws: use of D3 only what needs no document.',
  })),
  d3: {
    name: 'd3',
    message: 'Only named imports of what needs no document: Svelte draws.',
  },
};

/** Only scroll.ts may know how scrolling is noticed. */
const scrolling = {
  name: 'scrollama',
  message: 'Scrollama is known to src/story/scroll.ts alone; elsewhere call goto.',
};

const imports = (...more) => ({
  'no-restricted-imports': [
    'error',
    {
      paths: [...drawing.paths, ...more],
      patterns: [
        {
          group: ['d3'],
          importNamePattern: '^(select|selection|axis|transition|active|interrupt|zoom|brush|drag|pointer)',
          message: drawing.d3.message,
        },
      ],
    },
  ],
});

const BLOCKING = '/^(wheel|mousewheel|DOMMouseScroll|touchstart|touchmove)$/';
const nativeScroll = 'Scrolling stays native: no wheel or touch handlers.';

export default defineConfig(
  { ignores: ['dist/', '.cache/', 'test-results/', 'node_modules/', 'versions/'] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  ...svelte.configs.prettier,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'prefer-const': 'error',
      'no-var': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      ...imports(scrolling),
      'no-restricted-syntax': [
        'error',
        {
          selector: "ImportDeclaration[source.value='d3'] > ImportNamespaceSpecifier",
          message: drawing.d3.message,
        },
        {
          selector: `CallExpression[callee.property.name='addEventListener'][arguments.0.value=${BLOCKING}]`,
          message: nativeScroll,
        },
        {
          selector: `CallExpression[callee.name='addEventListener'][arguments.0.value=${BLOCKING}]`,
          message: nativeScroll,
        },
        {
          selector: 'AssignmentExpression[left.property.name=/^on(wheel|mousewheel|touchstart|touchmove)$/]',
          message: nativeScroll,
        },
        {
          selector: 'SvelteAttribute[key.name=/^on(wheel|mousewheel|touchstart|touchmove)/]',
          message: nativeScroll,
        },
      ],
    },
  },
  { files: ['src/story/scroll.ts'], rules: imports() },
  // Types are the compiler's business; it knows more than this rule.
  { files: ['**/*.ts', '**/*.svelte'], rules: { 'no-undef': 'off' } },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'] } },
    // Props and state are declared with let and assigned by the template.
    rules: {
      'prefer-const': 'off',
      'svelte/prefer-const': ['error', { excludedRunes: ['$props', '$state'] }],
    },
  },
  // Rendered at build only, from Markdown and SVG that this repository wrote itself.
  { files: ['src/site/**/*.svelte'], rules: { 'svelte/no-at-html-tags': 'off' } },
  // Playwright reads the fixtures a journey needs from this pattern, an empty one among them.
  { files: ['tests/journeys/**'], rules: { 'no-empty-pattern': 'off' } },
  // These speak to a person at a terminal.
  { files: ['tests/**/*.mjs', 'src/build/**'], rules: { 'no-console': 'off' } },
);
