import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    testTimeout: 60_000,
    // Most of a test's time is spent waiting for Chromium, a socket or a child process.
    maxWorkers: 2,
    hookTimeout: 60_000,
    // What is waited for comes when it comes: a second is little on a busy machine.
    expect: { poll: { timeout: 15_000 } },
    pool: 'forks',
    server: { deps: { inline: ['adaptivecards'] } },
    projects: [
      // Rules without a world of their own share their modules: loading them for each file takes longer than the tests.
      { extends: true, test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'], isolate: false } },
      {
        extends: true,
        test: {
          name: 'whole',
          include: ['tests/{contract,journeys,browser,security,faults,architecture}/**/*.test.{ts,tsx}'],
        },
      },
    ],
  },
});
