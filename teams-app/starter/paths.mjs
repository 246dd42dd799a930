import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder: the starter works from there, wherever it is called. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
export const inProject = (...parts) => join(root, ...parts);

/** The project's own Node, independent of the machine's. */
export const projectNode = () =>
  inProject('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** Node's compile cache: a restart takes two thirds of the time. */
export const withCompileCache = (env = process.env) => ({
  NODE_COMPILE_CACHE: inProject('node_modules', '.cache', 'node'),
  ...env,
});

/** The file of a package's program, by its package.json, as packages move them between versions. */
export function programOf(name, program = name) {
  const { bin } = JSON.parse(readFileSync(inProject('node_modules', name, 'package.json'), 'utf8'));
  return inProject('node_modules', name, typeof bin === 'string' ? bin : bin[program]);
}

/** Messages to the person during set-up. */
export const say = (text) => console.log(`› ${text}`);
