// Weighs the built tab and fails over a budget, gzip-compressed per file as served: the first load (everything needed
// before "Mit overblik" is usable, in the heaviest language and theme), the shared later chunks of Fluent, and each
// page.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Bytes; another script budget may be given on the command line. */
const budget = { script: Number(process.argv[2] ?? 150_000), style: 20_000, fluent: 60_000, page: 25_000 };
const folder = join(import.meta.dirname, '../../dist/tab');
const manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8'));

/** Needed by the overview besides the entry: its page, the texts of one language, and the colours of one theme. */
const firstPage = ['home/HomePage.tsx'];
const textsOf = (language) => ['common', 'home', 'kinds'].map((name) => `../api/texts/${language}/${name}.ts`);
const themes = { light: [], dark: ['shared/teams/dark-theme.ts'], contrast: ['shared/teams/contrast-theme.ts'] };

/** A chunk with its static imports and their styles. */
function filesOf(keys) {
  const seen = new Set();
  const files = new Set();
  const visit = (key) => {
    if (seen.has(key)) return;
    seen.add(key);
    const chunk = manifest[key];
    if (!chunk) throw new Error(`${key} is not in the build: has the first page moved?`);
    files.add(chunk.file);
    for (const style of chunk.css ?? []) files.add(style);
    for (const next of chunk.imports ?? []) visit(next);
  };
  keys.forEach(visit);
  return [...files];
}

const weigh = (file) => ({ file, bytes: gzipSync(readFileSync(join(folder, file)), { level: 9 }).length });
const entry = Object.keys(manifest).find((key) => manifest[key].isEntry);
const sum = (files) => files.reduce((total, { bytes }) => total + bytes, 0);
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

const every = ['da', 'en'].flatMap((language) => Object.keys(themes).map((theme) => ({ language, theme })));
const loads = every.map(({ language, theme }) => {
  const weighed = filesOf([entry, ...firstPage, ...textsOf(language), ...themes[theme]]).map(weigh);
  return {
    language,
    theme,
    script: weighed.filter(({ file }) => file.endsWith('.js')),
    style: weighed.filter(({ file }) => file.endsWith('.css')),
  };
});
const heaviest = loads.reduce((most, load) => (sum(load.script) > sum(most.script) ? load : most));

console.log(`First load (${heaviest.language}, ${heaviest.theme}), gzip:`);
for (const { file, bytes } of [...heaviest.script, ...heaviest.style].sort((one, other) => other.bytes - one.bytes))
  console.log(`  ${kilobytes(bytes).padStart(9)}  ${file}`);

/** Bytes of a page in neither the first load nor another page. */
function heaviestPage() {
  const first = new Set(filesOf([entry, ...firstPage, ...textsOf(heaviest.language)]));
  const pages = Object.keys(manifest).filter((key) => manifest[key].isDynamicEntry && /Page\.tsx$/.test(key));
  const filesOfPage = new Map(pages.map((key) => [key, filesOf([key]).filter((file) => !first.has(file))]));
  const shares = new Map();
  for (const file of [...filesOfPage.values()].flat()) shares.set(file, (shares.get(file) ?? 0) + 1);
  return pages
    .map((key) => {
      const own = filesOfPage.get(key).filter((file) => file.endsWith('.js') && shares.get(file) === 1);
      return { file: key, bytes: sum(own.map(weigh)) };
    })
    .reduce((most, page) => (page.bytes > most.bytes ? page : most));
}
const fluent = Object.values(manifest).find(({ name, file }) => name === 'fluent' && file.endsWith('.js'));
if (!fluent) throw new Error('The build has no file "fluent": has vite.config.ts changed?');
const page = heaviestPage();

let over = false;
for (const kind of ['script', 'style']) {
  const total = sum(heaviest[kind]);
  console.log(`${kind === 'script' ? 'JavaScript' : 'CSS'}: ${kilobytes(total)} of ${kilobytes(budget[kind])}`);
  over ||= total > budget[kind];
}
for (const [kind, of, bytes] of [
  ['fluent', 'Fluent for later pages', weigh(fluent.file).bytes],
  ['page', `Heaviest page (${page.file})`, page.bytes],
]) {
  console.log(`${of}: ${kilobytes(bytes)} of ${kilobytes(budget[kind])}`);
  over ||= bytes > budget[kind];
}
if (over) {
  console.error('Over the budget. Load what a page does not need at once when it is needed.');
  process.exitCode = 1;
}
