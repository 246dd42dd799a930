import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { inProject, root, say } from './paths.mjs';
import { runNpm } from './run.mjs';

const builtPages = [inProject('dist', 'tab', 'index.html'), inProject('dist', 'host', 'index.html')];
const stamp = inProject('dist', '.tab-sources');
/** Inputs of the tab and the desk's host page: their folders, the texts, the contracts and what they use. */
const sources = [
  'tab',
  'api/texts',
  'api',
  'teams-app/emulator/host-page',
  'teams-app/emulator/teams/card-tree.ts',
  'package-lock.json',
];

function* filesUnder(path) {
  if (!existsSync(path)) return;
  if (!statSync(path).isDirectory()) {
    yield path;
    return;
  }
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const below = join(path, entry.name);
    if (entry.isDirectory()) yield* filesUnder(below);
    else yield below;
  }
}

/** A fingerprint of the tab's sources, independent of machine and file dates. */
export function sourcesHash() {
  const hash = createHash('sha256');
  for (const source of sources)
    for (const file of [...filesUnder(inProject(source))].sort())
      hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

/** Whether the build matches the sources. */
export const isBuilt = () =>
  builtPages.every((page) => existsSync(page)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === sourcesHash();

/** Records the sources of a build. */
export function stampBuild(hash = sourcesHash()) {
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
}

/** Builds the tab when missing or outdated. Ends the program on failure. */
export async function buildTab() {
  const wanted = sourcesHash();
  if (isBuilt()) return;
  say('Building the tab (npm run build).');
  const code = await runNpm(['run', '--silent', 'build']);
  if (code !== 0) {
    say('The tab could not be built: see the message above.');
    process.exit(code);
  }
  stampBuild(wanted);
}
