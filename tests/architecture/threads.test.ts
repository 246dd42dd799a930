import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
/** Libraries whose work blocks the processor for too long. */
const heavy = [
  'pdfkit',
  '@cantoo/pdf-lib',
  'saxes',
  'read-excel-file',
  'write-excel-file',
  'csv-parse',
  'yaml',
  'fflate',
  'micromark',
  'mdast-util-from-markdown',
  'docx',
];

/** Runtime imports of a file: without types. */
const importsOf = (path: string): string[] =>
  [
    ...readFileSync(path, 'utf8').matchAll(
      /^(?:import|export)\s(?!type\b)[^;]*?from\s'([^']+)';|^import\s'([^']+)';/gm,
    ),
  ].map(([, from, bare]) => from ?? bare ?? '');

/** Every file loaded with the program itself; a thread's files are loaded by the thread. */
function loadedWith(entry: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const waiting = [resolve(root, entry)];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (found.has(path) || !existsSync(path)) continue;
    const imports = importsOf(path);
    found.set(path, imports);
    for (const one of imports) if (one.startsWith('.')) waiting.push(resolve(dirname(path), one));
  }
  return found;
}

it('what takes long is done on threads: the program itself loads none of the libraries that do it', () => {
  const loaded = loadedWith('teams-app/program/program.ts');
  expect(loaded.size).toBeGreaterThan(700);
  const isHeavy = (name: string) => heavy.some((library) => name === library || name.startsWith(`${library}/`));
  const found = [...loaded].flatMap(([path, imports]) =>
    imports.filter(isHeavy).map((name) => `${path.slice(root.length + 1)} imports ${name}`),
  );
  expect(found).toEqual([]);
  expect([...loaded.keys()].filter((path) => path.endsWith('-worker.ts'))).toEqual([]);
});

it('JSON from outside is read at one door, which knows how deep it may be', () => {
  const readers = [...loadedWith('teams-app/program/program.ts').keys()]
    .filter((path) => /\bexpress\.json\(|\bbodyParser\b|['"]body-parser['"]/.test(readFileSync(path, 'utf8')))
    .map((path) => path.slice(root.length + 1));
  expect(readers).toEqual(['api/http/json-body.ts']);
});

it('each of them is used, by a thread', () => {
  const workers = [
    'api/contingency/documents/document-worker.ts',
    'api/paper/paper-worker.ts',
    'api/word/reading/words-worker.ts',
    'api/files/tables/table-worker.ts',
    'api/word/word-worker.ts',
  ];
  const used = workers.flatMap((worker) => [...loadedWith(worker).values()].flat());
  for (const library of ['pdfkit', 'saxes', 'csv-parse/sync', 'read-excel-file/node', 'docx'])
    expect(used).toContain(library);
});
