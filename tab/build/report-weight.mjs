// Weighs the first load of the built tab and fails when it is over the budget: everything that must arrive before
// "Mit overblik" can be used, gzip-compressed file by file as a server sends it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** In bytes; another budget for scripts may be given on the command line. */
const budget = { script: Number(process.argv[2] ?? 150_000), style: 20_000 };
const folder = join(import.meta.dirname, '../../dist/tab');
const manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8'));

/** What the overview needs beside the entry: its page, and the texts of one language (the heavier one counts). */
const firstPage = ['home/HomePage.tsx'];
const textsOf = (language) => ['common', 'home', 'kinds'].map((name) => `../api/texts/${language}/${name}.ts`);

/** A chunk, what it imports statically, and their styles. */
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

const loads = ['da', 'en'].map((language) => {
  const weighed = filesOf([entry, ...firstPage, ...textsOf(language)]).map(weigh);
  return {
    language,
    script: weighed.filter(({ file }) => file.endsWith('.js')),
    style: weighed.filter(({ file }) => file.endsWith('.css')),
  };
});
const heaviest = loads.reduce((most, load) => (sum(load.script) > sum(most.script) ? load : most));

console.log(`First load (${heaviest.language}), gzip:`);
for (const { file, bytes } of [...heaviest.script, ...heaviest.style].sort((one, other) => other.bytes - one.bytes))
  console.log(`  ${kilobytes(bytes).padStart(9)}  ${file}`);

let over = false;
for (const kind of ['script', 'style']) {
  const total = sum(heaviest[kind]);
  console.log(`${kind === 'script' ? 'JavaScript' : 'CSS'}: ${kilobytes(total)} of ${kilobytes(budget[kind])}`);
  over ||= total > budget[kind];
}
if (over) {
  console.error('The first load is over its budget. Load what the overview does not need with the page that needs it.');
  process.exitCode = 1;
}
