/** `npm run check`: everything that can be judged without running the program. All are run, and all failures shown. */
import { install } from './install.mjs';
import { inProject, programOf, say } from './paths.mjs';
import { runNode } from './run.mjs';

const checks = () => [
  ['Lint and types', [programOf('oxlint'), '--type-check', '--deny-warnings', '.']],
  ['Formatting', [programOf('oxfmt'), '--check', '.']],
  [
    'Which room imports which',
    [
      programOf('dependency-cruiser', 'depcruise'),
      ...['--config', '.dependency-cruiser.cjs', '--output-type', 'err'],
      // `npm test` looks at the same: unchanged files are not looked at twice.
      ...['--cache', 'node_modules/.cache/dependency-cruiser', '--cache-strategy', 'content'],
      ...['teams-app', 'bot', 'tab', 'api', 'manifest', 'tests'],
    ],
  ],
  ['Teams manifest', [inProject('teams-app', 'commands', 'build-manifest.ts'), '--check']],
];

await install();
const failed = [];
const waiting = checks();
/** Takes what waits, one after the other. */
async function work() {
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const [name, args] = next;
    const started = Date.now();
    const code = await runNode(['--disable-warning=ExperimentalWarning', ...args]);
    say(`${name}: ${code === 0 ? 'good' : 'NOT GOOD'} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
    if (code !== 0) failed.push(name);
  }
}
// Two at a time: each keeps one processor busy, and the longest begins.
await Promise.all([work(), work()]);
if (failed.length > 0) {
  say(`Not good: ${failed.join(', ')}.`);
  process.exitCode = 1;
}
