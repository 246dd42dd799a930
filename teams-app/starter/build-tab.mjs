import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { inProject, root, say } from './paths.mjs';
import { runNpm } from './run.mjs';

const builtPage = inProject('dist', 'tab', 'index.html');
const stamp = inProject('dist', '.tab-sources');
/** What ends up in the tab: its own folder, the texts, and the contracts with what they use. */
const sources = ['tab', 'teams-app/texts', 'api', 'package-lock.json'];

function* filesUnder(path) {
  if (!existsSync(path)) return;
  if (path.endsWith('.json')) {
    yield path;
    return;
  }
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const below = join(path, entry.name);
    if (entry.isDirectory()) yield* filesUnder(below);
    else yield below;
  }
}

/** A fingerprint of the tab's sources: the same on every machine, whatever the files' dates. */
export function sourcesHash() {
  const hash = createHash('sha256');
  for (const source of sources)
    for (const file of [...filesUnder(inProject(source))].sort())
      hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

/** Builds the tab when it is missing or its sources have changed. Ends the program when that fails. */
export async function buildTab() {
  const wanted = sourcesHash();
  if (existsSync(builtPage) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  say('Building the tab (npm run build).');
  const code = await runNpm(['run', '--silent', 'build']);
  if (code !== 0) {
    say('The tab could not be built: see the message above.');
    process.exit(code);
  }
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}
