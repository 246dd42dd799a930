/** `npm run check`: everything that can be judged without running the program. All are run, and all failures shown. */
import { install } from './install.mjs';
import { inProject, programOf, say } from './paths.mjs';
import { runNode } from './run.mjs';

const checks = () => [
  ['Formatting', [programOf('prettier'), '--check', '--log-level=warn', '.']],
  ['Lint', [programOf('eslint'), '.', '--max-warnings', '0']],
  ['Types', [programOf('typescript', 'tsc'), '--noEmit']],
  [
    'Which room imports which',
    [
      programOf('dependency-cruiser', 'depcruise'),
      ...['--config', '.dependency-cruiser.cjs', '--output-type', 'err'],
      ...['teams-app', 'bot', 'tab', 'api', 'manifest', 'tests'],
    ],
  ],
  ['Teams manifest', [inProject('manifest', 'build-manifest.ts'), '--check']],
  ['Texts, documents and settings agree', [programOf('vitest'), 'run', 'tests/architecture', '--reporter=dot']],
];

await install();
const failed = [];
for (const [name, args] of checks()) {
  const started = Date.now();
  const code = await runNode(['--disable-warning=ExperimentalWarning', ...args]);
  say(`${name}: ${code === 0 ? 'good' : 'NOT GOOD'} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  if (code !== 0) failed.push(name);
}
if (failed.length > 0) {
  say(`Not good: ${failed.join(', ')}.`);
  process.exitCode = 1;
}
