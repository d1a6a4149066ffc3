import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

// These read dist as it stands, and must not run before it is built; of its plugins they need the one that lets a
// figure be drawn once more, to compare.
export default defineConfig({
  root: `${import.meta.dirname}/../..`,
  plugins: [svelte({ configFile: false, compilerOptions: { runes: true } })],
  // Only so that a slow machine fails for a fault, not for being slow.
  test: { include: ['tests/site/**/*.test.ts'], testTimeout: 120_000 },
});
