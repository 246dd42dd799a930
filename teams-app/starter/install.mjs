import { existsSync, readFileSync } from 'node:fs';
import { inProject, projectNode, say } from './paths.mjs';
import { runNpm } from './run.mjs';

const packagesIn = (file) => JSON.parse(readFileSync(file, 'utf8')).packages ?? {};

/**
 * Whether the installation matches the lock file. npm writes its own list at the end, so an interrupted installation is
 * detected.
 */
export function isInstalled() {
  const list = inProject('node_modules', '.package-lock.json');
  if (!existsSync(list) || !existsSync(projectNode())) return false;
  const installed = packagesIn(list);
  return Object.entries(packagesIn(inProject('package-lock.json'))).every(
    ([path, wanted]) => path === '' || wanted.optional || installed[path]?.version === wanted.version,
  );
}

/** Installs the lock file's packages if missing. Ends the program on failure. */
export async function install() {
  if (isInstalled()) return;
  say('Installing the packages of package-lock.json (npm ci). The first time takes about a minute.');
  const code = await runNpm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
  if (code === 0 && isInstalled()) return;
  say('npm ci did not succeed: see its message above. Is there a network, and is Node 20 or newer?');
  process.exit(code === 0 ? 1 : code);
}
