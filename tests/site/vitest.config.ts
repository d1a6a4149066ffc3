import { defineConfig } from 'vitest/config';

// These read dist as it stands; they need none of the build's plugins, and must not run before it.
export default defineConfig({
  root: `${import.meta.dirname}/../..`,
  test: { include: ['tests/site/**/*.test.ts'] },
});
