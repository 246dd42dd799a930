/** `npm run check`: all static checks. All are run, and all failures shown. */
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
      // Shared with `npm test`: unchanged files are checked once.
      ...['--cache', 'node_modules/.cache/dependency-cruiser', '--cache-strategy', 'content'],
      ...['teams-app', 'bot', 'tab', 'api', 'manifest', 'tests'],
    ],
  ],
  ['Teams manifest', [inProject('teams-app', 'commands', 'build-manifest.ts'), '--check']],
];

await install();
const failed = [];
const waiting = checks();
/** Runs queued checks in sequence. */
async function work() {
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const [name, args] = next;
    const started = Date.now();
    const code = await runNode(['--disable-warning=ExperimentalWarning', ...args]);
    say(`${name}: ${code === 0 ? 'good' : 'NOT GOOD'} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
    if (code !== 0) failed.push(name);
  }
}
// Two at a time: each uses one processor; the longest starts first.
await Promise.all([work(), work()]);
if (failed.length > 0) {
  say(`Not good: ${failed.join(', ')}.`);
  process.exitCode = 1;
}
