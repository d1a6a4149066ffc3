import { defineConfig } from '@playwright/test';

// The journeys' setup finds the browser and serves dist; both reach the workers through the environment.
export default defineConfig({
  testDir: 'tests/journeys',
  testMatch: '*.journey.ts',
  outputDir: 'test-results',
  globalSetup: './tests/journeys/setup.mjs',
  workers: 2,
  fullyParallel: true,
  // A key or a scroll can get lost while two browsers share a small machine; what fails twice is a fault.
  retries: 1,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 8_000 },
  reporter: 'line',
  use: {
    browserName: 'chromium',
    viewport: { width: 1280, height: 800 },
    actionTimeout: 10_000,
    navigationTimeout: 15_000,
    launchOptions: {
      executablePath: process.env['CHROMIUM_PATH'] ?? '',
      args: (process.env['CHROMIUM_ARGS'] ?? '').split(' ').filter((arg) => arg !== ''),
    },
  },
});
