import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/{unit,contract,journeys,browser,security,faults,architecture}/**/*.test.{ts,tsx}'],
    environment: 'node',
    testTimeout: 60_000,
    // Most of a test's time is spent waiting for Chromium, a socket or a child process.
    maxWorkers: 2,
    hookTimeout: 60_000,
    pool: 'forks',
    server: { deps: { inline: ['adaptivecards'] } },
  },
});
