import { defineConfig } from '@playwright/test';

/** As root Chromium's sandbox cannot start; the others keep it from calling home on a closed network. */
const args = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** `npm test -- e2e` starts the product with the demo laboratory and sets these variables. */
const { SULCUS_URL, CHROMIUM_PATH, PLAYWRIGHT_REPORT } = process.env;

export default defineConfig({
  testDir: 'e2e',
  outputDir: '.data/test/results',
  workers: 2,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ...(PLAYWRIGHT_REPORT ? [['json', { outputFile: PLAYWRIGHT_REPORT }] as const] : [])],
  use: {
    baseURL: SULCUS_URL ?? 'http://localhost:3000',
    locale: 'en-GB',
    timezoneId: 'Europe/Lisbon',
    screenshot: 'only-on-failure',
    // What the pages were, step by step; a film of them would cost as much time as the tests themselves.
    trace: { mode: 'retain-on-failure', screenshots: false, sources: false },
    launchOptions: { executablePath: CHROMIUM_PATH, args: process.getuid?.() === 0 ? ['--no-sandbox', ...args] : args },
  },
});
