import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { prerender } from './src/build/prerender.ts';

export default defineConfig({
  base: './',
  publicDir: 'static',
  // Scrollama's own modules: its package points to a bundle for old loaders, which is larger.
  resolve: { alias: { scrollama: 'scrollama/index.js' } },
  plugins: [
    svelte({
      configFile: false,
      compilerOptions: {
        runes: true,
        discloseVersion: false,
        cssHash: ({ hash, css }) => `s-${hash(css).slice(0, 4)}`,
      },
    }),
    prerender(),
  ],
  test: { include: ['tests/**/*.test.ts'], exclude: ['tests/site/**', 'tests/journeys/**'] },
});
