import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder: everything in the starter works from there, wherever it was called. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
export const inProject = (...parts) => join(root, ...parts);

/** The Node that the project brings itself, so that it matters little which one the machine has. */
export const projectNode = () =>
  inProject('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** Where Node keeps what it compiled: a program that starts again is there in two thirds of the time. */
export const withCompileCache = (env = process.env) => ({
  NODE_COMPILE_CACHE: inProject('node_modules', '.cache', 'node'),
  ...env,
});

/** The file of a package's program, as its package.json says: packages move them between versions. */
export function programOf(name, program = name) {
  const { bin } = JSON.parse(readFileSync(inProject('node_modules', name, 'package.json'), 'utf8'));
  return inProject('node_modules', name, typeof bin === 'string' ? bin : bin[program]);
}

/** Everything a person is told while things are set up. */
export const say = (text) => console.log(`› ${text}`);
