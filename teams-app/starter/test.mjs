/**
 * `npm test`: sets up a fresh clone, runs every test, and ends with one line: `N passed, N failed`. With `FIGURES=1`
 * the figures of the suites are written into docs/figures.md.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildTab } from './build-tab.mjs';
import { needChromium } from './find-chromium.mjs';
import { needRedis } from './find-redis.mjs';
import { install } from './install.mjs';
import { inProject, programOf, say, withCompileCache } from './paths.mjs';
import { runNode } from './run.mjs';

await install();
const chromium = needChromium();
const redis = needRedis();
await buildTab();
say('Bundling the program, which the tests start a hundred times.');
const bundle = inProject('node_modules', '.cache', 'program');
// A separate process: the bundler switches its process to production.
const bundled = await runNode([inProject('teams-app', 'starter', 'bundle-program.mjs'), bundle]);
if (bundled !== 0) process.exit(bundled);

const folder = mkdtempSync(join(tmpdir(), 'sikkerhedshjulet-'));
const report = join(folder, 'report.json');
const code = await runNode(
  [
    programOf('vitest'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...process.argv.slice(2),
  ],
  {
    env: {
      PROGRAM_BUNDLE: bundle,
      ...withCompileCache(),
      ...(chromium ? { CHROMIUM: chromium } : {}),
      ...(redis ? { REDIS_SERVER: redis } : {}),
    },
  },
);
const { passed, failed } = sums(report, code);
if (process.env.FIGURES === '1' && existsSync(report)) await runNode([inProject('tests', 'load', 'suites.ts'), report]);
rmSync(folder, { recursive: true, force: true });
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 || code !== 0 ? 1 : 0;

/** A file that could not be run, or an interrupted run, counts as one failure: silence is not success. */
function sums(file, exitCode) {
  try {
    const result = JSON.parse(readFileSync(file, 'utf8'));
    const brokenFiles = result.testResults.filter(
      (suite) => suite.status === 'failed' && !suite.assertionResults.some((test) => test.status === 'failed'),
    ).length;
    const passedTests = result.numPassedTests;
    const failedTests = result.numFailedTests + brokenFiles;
    return {
      passed: passedTests,
      failed: failedTests === 0 && (exitCode !== 0 || passedTests === 0) ? 1 : failedTests,
    };
  } catch {
    return { passed: 0, failed: 1 };
  }
}
