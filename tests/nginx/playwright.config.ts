import base from '../../playwright.config.ts';

// A few of the journeys once more, on a real server with its headers, and what only such a server can show.
export default {
  ...base,
  testDir: '..',
  testMatch: ['nginx/*.journey.ts', 'journeys/{scroll,hosts,present,policy}.journey.ts'],
  grep: /on nginx|strict Content-Security-Policy|sandbox that allows scripts only|goes step by step|as the page says it|the step that is seen|window and the audience/,
  globalSetup: './setup.mjs',
  outputDir: '../../test-results/nginx',
};
