import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { ALIAS, lean, smaller, SVELTE } from './src/build/bundle.ts';
import { prerender } from './src/build/prerender.ts';

export default defineConfig({
  base: './',
  publicDir: 'static',
  resolve: { alias: ALIAS },
  plugins: [svelte(SVELTE), lean(), smaller(), prerender()],
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/site/**', 'tests/journeys/**'],
    // Only so that a slow machine fails for a fault, not for being slow.
    testTimeout: 120_000,
  },
});
