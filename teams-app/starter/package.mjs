/**
 * `npm run package`: makes `dist/program`, the folder that production needs and nothing else. It holds the sources
 * without desk, emulator and seed, the built tab, and the packages that are installed for running. It can be copied
 * anywhere: into an image, a zip file, a virtual machine. `-- --to <folder>` names another folder.
 */
import { cpSync, readFileSync, readdirSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { extname, join, relative, resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { buildTab } from './build-tab.mjs';
import { install } from './install.mjs';
import { packed, isPacked } from './packed.mjs';
import { inProject, root, say } from './paths.mjs';
import { runNpm } from './run.mjs';

/** No program loads these: types, source maps, pages for readers. */
const notRun = new Set(['.ts', '.mts', '.cts', '.map', '.md', '.markdown', '.tsbuildinfo']);
/** A peer that only describes types. */
const typesOnly = ['typescript'];

const { values } = parseArgs({ options: { to: { type: 'string', default: inProject('dist', 'program') } } });
const to = resolve(values.to);
if (root === to || root.startsWith(to + sep))
  throw new Error(`${to} holds the project: name another folder with --to.`);

await install();
await buildTab();
say(`Packing the program into ${relative('.', to) || '.'}.`);
rmSync(to, { recursive: true, force: true });
for (const path of packed)
  cpSync(inProject(path), join(to, path), {
    recursive: true,
    filter: (from) => isPacked(relative(root, from)),
  });
writePackageFile();
const code = await runNpm(['ci', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
  cwd: to,
});
if (code !== 0) {
  say('npm ci --omit=dev did not succeed: see its message above.');
  process.exit(code);
}
const megabytes = dropWhatIsNotRun(join(to, 'node_modules'));
say(`${relative('.', to)} is ready; ${megabytes} MB of types, source maps and pages were left out.`);

/** The scripts that work there; versions and packages as in the project, which the lock file describes. */
function writePackageFile() {
  const { scripts: _scripts, ...rest } = JSON.parse(readFileSync(inProject('package.json'), 'utf8'));
  const scripts = {
    start: 'node teams-app/main.ts',
    isms: 'node teams-app/commands/isms.ts',
    manifest: 'node teams-app/commands/build-manifest.ts',
  };
  writeFileSync(join(to, 'package.json'), `${JSON.stringify({ ...rest, scripts }, null, 2)}\n`);
}

function dropWhatIsNotRun(folder) {
  let bytes = 0;
  for (const name of typesOnly) rmSync(join(folder, name), { recursive: true, force: true });
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !notRun.has(extname(entry.name)) || /^licen[cs]e/i.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    bytes += readFileSync(path).length;
    unlinkSync(path);
  }
  return Math.round(bytes / 1_048_576);
}
