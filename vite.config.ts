import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { prerender } from './src/build/prerender.ts';

export default defineConfig({
  base: './',
  publicDir: 'static',
  plugins: [svelte({ configFile: false, compilerOptions: { runes: true, cssHash: ({ hash, css }) => `s-${hash(css).slice(0, 4)}` } }), prerender()],
  test: { include: ['tests/**/*.test.ts'], exclude: ['tests/site/**', 'tests/journeys/**'] },
});
