/**
 * `node bundle-program.mjs <folder> [file]` bundles the program and its commands with all packages: a start then takes
 * a third of the processor time, for the tests' many starts; `file` is another one to start it by. For this folder
 * alone, since modules still load files beside their sources.
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { bundledName, bundledThreads } from './bundled-threads.mjs';
import { inProject, root } from './paths.mjs';

/** Entry files, by bundle name; threads share no pieces with the program, which would load all of them. */
const [folder, otherFile] = process.argv.slice(2);
if (folder === undefined) throw new Error('Say into which folder; it is emptied first.');
const program = otherFile
  ? { main: inProject(otherFile) }
  : { main: inProject('teams-app', 'main.ts'), isms: inProject('teams-app', 'commands', 'isms.ts') };
const threads = Object.fromEntries(
  globSync('api/**/*-worker.ts', { cwd: root }).map((file) => [bundledName(file), inProject(file)]),
);

/** Expressions for a module's own location, by meaning. */
const places = {
  'import.meta.url': (id) => pathToFileURL(id).href,
  'import.meta.dirname': dirname,
  __dirname: dirname,
  __filename: (id) => id,
};
const placeOfSources = {
  name: 'place-of-sources',
  transform: (code, id) =>
    Object.entries(places).reduce(
      (text, [said, place]) =>
        text.includes(said)
          ? text.replaceAll(
              new RegExp(`(?<![\\w$.]|const |let |var )${said.replaceAll('.', '\\.')}\\b`, 'g'),
              JSON.stringify(place(id)),
            )
          : text,
      code,
    ),
};

/** A source of ASCII alone is read as it is, in half the memory: decoding the others takes a tenth of a start. */
const escaped = (code) =>
  code.replaceAll(/[^\0-\u007f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

for (const input of [program, threads])
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins: [bundledThreads(folder), placeOfSources],
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: input === program,
      target: 'node22',
      minify: false,
      rolldownOptions: {
        input,
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: '[name]-[hash].js',
          // Names as in the sources, for messages.
          minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
        },
      },
    },
  });
for (const file of globSync('*.js', { cwd: folder }).map((name) => join(folder, name)))
  writeFileSync(file, escaped(readFileSync(file, 'utf8')));
// Saves Node detecting the module type, which reads each file twice.
writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module' }));
