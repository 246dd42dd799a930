import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take longest, longest first; the others after them, by size. */
const long = [
  /faults\/campaign/,
  /browser\/tab\/access-/,
  /browser\/tab\/states/,
  /browser\//,
  /security\//,
  /faults\//,
  /journeys\//,
];
const place = ({ moduleId }: TestSpecification) => {
  const found = long.findIndex((part) => part.test(moduleId));
  return found === -1 ? long.length : found;
};

/** No file that takes minutes is begun when all others have ended. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((one, other) => place(one) - place(other));
  }
}

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
    sequence: { sequencer: LongestFirst },
    // Files share their modules, which keep nothing between worlds: loading them for each file took a third of the time.
    isolate: false,
    server: { deps: { inline: ['adaptivecards'] } },
  },
});
