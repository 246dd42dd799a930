import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A thread's script beside the module that starts it. */
const script = /new URL\('\.\/([\w-]+-worker)\.ts', import\.meta\.url\)/g;

/** Name of a thread's script in the bundle. */
export const bundledName = (file) => basename(file, '.ts');

/**
 * Threads load their scripts from the bundle in this folder: a thread of the sources spends more on loading hundreds of
 * modules than on most of its work.
 */
export const bundledThreads = (folder) => ({
  name: 'bundled-threads',
  enforce: 'pre',
  transform: (code) =>
    code.includes('-worker.ts')
      ? code.replaceAll(
          script,
          (_, name) => `new URL(${JSON.stringify(pathToFileURL(join(folder, `${name}.js`)).href)})`,
        )
      : undefined,
});
