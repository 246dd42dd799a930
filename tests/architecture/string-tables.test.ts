import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectFiles, root } from './project-files.ts';

const files = projectFiles().filter(
  (file) => /^(api|bot|teams-app)\/.*\.ts$/.test(file) && !/^teams-app\/(emulator|seed)\//.test(file),
);
const textOf = (file: string) => readFileSync(join(root, file), 'utf8');
const table = /^(?:export )?const (\w+): (?:Readonly<|Partial<)*Record<string, .*= \{/gm;
/** Asked for single characters, or for words of the program, of its libraries and of the operating system. */
const ownWords = new Set([
  ...['signs', 'alike', 'redLimits', 'allowed', 'assetOfWork', 'actTable', 'personalData', 'own', 'readInText'],
  ...['bySystem', 'byCode', 'redisCodes', 'reasons'],
]);
const tables = files.flatMap((file) => [...textOf(file).matchAll(table)].map(([, name = '']) => ({ file, name })));

it('a word from outside is looked up in a map: a plain object also has constructor and toString', () => {
  expect(tables.length).toBeGreaterThan(10);
  const read = files.flatMap((file) => {
    const text = textOf(file);
    return tables
      .filter(({ name }) => !ownWords.has(name))
      .filter(({ name, file: of }) => of === file || new RegExp(`import[^;]*\\b${name}\\b[^;]*from`).test(text))
      .filter(({ name }) => new RegExp(`\\b${name}\\[`).test(text) && !text.includes(`Object.hasOwn(${name}`))
      .map(({ name }) => `${file} ${name}`);
  });
  expect(read).toEqual([]);
  expect([...ownWords].filter((word) => !tables.some(({ name }) => name === word))).toEqual([]);
});
