import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { bundledThreads } from './teams-app/starter/bundled-threads.mjs';

/** Files that take longest, longest first; the others after them, by size. */
const long = [
  /browser\/tab\/access-/,
  /browser\/tab\/states/,
  /journeys\/year/,
  /browser\//,
  /faults\/gone/,
  /security\//,
  /faults\//,
  /journeys\//,
];
/** Files that wait for programs to start, retry and write; of these the longest first, too. */
const patient = [/faults\/campaign/, /faults\/start/, /faults\/promises/, /faults\/idle/, /faults\/desk/];
const placeIn = (parts: readonly RegExp[], { moduleId }: TestSpecification) => {
  const found = parts.findIndex((part) => part.test(moduleId));
  return found === -1 ? parts.length : found;
};
const isPatient = (file: TestSpecification) => placeIn(patient, file) < patient.length;

/**
 * No file that takes minutes is begun when all others have ended, and one that waits goes beside two that keep the
 * processor busy: three that wait leave it idle.
 */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const byPlace = (parts: readonly RegExp[]) => (one: TestSpecification, other: TestSpecification) =>
      placeIn(parts, one) - placeIn(parts, other);
    const waiting = sorted.filter(isPatient).toSorted(byPlace(patient));
    const busy = sorted.filter((file) => !isPatient(file)).toSorted(byPlace(long));
    const beside = waiting.flatMap((file, at) => [file, ...busy.slice(2 * at, 2 * at + 2)]);
    return [...beside, ...busy.slice(2 * waiting.length)];
  }
}

const bundle = process.env['PROGRAM_BUNDLE'];

const ownFastCheck = join(import.meta.dirname, 'tests/support/fast-check.ts');
const seededProperties: Plugin = {
  name: 'seeded-properties',
  enforce: 'pre',
  resolveId: (source, importer) => (source === 'fast-check' && importer !== ownFastCheck ? ownFastCheck : undefined),
};

export default defineConfig({
  plugins: [seededProperties, ...(bundle === undefined ? [] : [bundledThreads(bundle)])],
  test: {
    environment: 'node',
    globalSetup: 'tests/support/worlds-of-run.ts',
    include: ['tests/{unit,contract,journeys,browser,security,faults,architecture}/**/*.test.{ts,tsx}'],
    // No test measures the clock: one that takes ten seconds on an idle machine may take minutes on a busy one.
    testTimeout: 240_000,
    // Most of a test's time is spent waiting for Chromium, a socket or a child process.
    maxWorkers: 4,
    hookTimeout: 300_000,
    // What is waited for comes when it comes: a second is little on a busy machine, and a minute does not matter where
    // it comes.
    expect: { poll: { timeout: 90_000 } },
    pool: 'forks',
    // A worker's heap grows to a gigabyte, and most of its code runs a few times: the defaults of both cost a twelfth
    // of its time.
    execArgv: ['--max-semi-space-size=64', '--min-semi-space-size=64', '--always-sparkplug'],
    sequence: { sequencer: LongestFirst },
    // Files share their modules, which keep nothing between worlds: loading them for each file took a third of the
    // time.
    isolate: false,
    server: { deps: { inline: ['adaptivecards'] } },
  },
});
