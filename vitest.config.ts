import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    include: ['tests/{unit,contract,journeys,browser,security,faults,architecture}/**/*.test.{ts,tsx}'],
    testTimeout: 60_000,
    // Most of a test's time is spent waiting for Chromium, a socket or a child process.
    maxWorkers: 3,
    hookTimeout: 60_000,
    // What is waited for comes when it comes: a second is little on a busy machine.
    expect: { poll: { timeout: 15_000 } },
    pool: 'forks',
    // Files share their modules, which keep nothing between worlds: loading them for each file took a third of the time.
    isolate: false,
    server: { deps: { inline: ['adaptivecards'] } },
  },
});
