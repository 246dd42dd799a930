/**
 * `node bundle-program.mjs <folder>` bundles the program and its commands with all packages: what starts a hundred times, as
 * the tests have it, is there with a third of the processor time. For this folder alone, since modules go on finding what lies
 * beside their sources.
 */
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { inProject, root } from './paths.mjs';

/** Files that are started, by the name of their bundle. */
const input = { main: inProject('teams-app', 'main.ts'), isms: inProject('teams-app', 'commands', 'isms.ts') };

/** What a module says of its own place, by what it means. */
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

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Say into which folder; it is emptied first.');
await build({
  root,
  configFile: false,
  logLevel: 'error',
  publicDir: false,
  plugins: [placeOfSources],
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: true,
    outDir: folder,
    emptyOutDir: true,
    target: 'node22',
    minify: false,
    rolldownOptions: { input, output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' } },
  },
});
// So that Node need not find out what the files are: it would read each of them twice.
writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module' }));
