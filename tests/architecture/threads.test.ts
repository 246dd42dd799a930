import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { loadedWith } from './loaded-files.ts';
import { root } from './project-files.ts';

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
