import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import base from '../../playwright.config.ts';

const journeys = join(import.meta.dirname, '../journeys');

// A tag that got lost would go unnoticed: as long as there is any journey, fewer are no fault to Playwright.
for (const name of ['hosts', 'policy', 'present', 'scroll'])
  if (!readFileSync(join(journeys, `${name}.journey.ts`), 'utf8').includes("tag: '@nginx'"))
    throw new Error(`tests/journeys/${name}.journey.ts has no journey with the tag @nginx.`);

export default {
  ...base,
  testDir: '..',
  projects: [
    { name: 'what only a real server shows', testDir: '.' },
    { name: 'once more on a real server', testDir: journeys, grep: /@nginx/ },
  ],
  globalSetup: './setup.mjs',
  outputDir: '../../test-results/nginx',
};
