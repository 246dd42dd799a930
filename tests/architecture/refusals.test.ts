import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectFiles, root } from './project-files.ts';

const files = projectFiles().filter((file) => /\.tsx?$/.test(file));
const textOf = (file: string) => readFileSync(join(root, file), 'utf8');
const tests = files.filter((file) => file.startsWith('tests/') && !file.startsWith('tests/architecture/')).map(textOf);

it('every refusal is named by a test that provokes it', () => {
  const refusals = files
    .filter((file) => /^(api|bot)\//.test(file))
    .flatMap((file) =>
      [...textOf(file).matchAll(/\b(?:conflict|forbidden|invalid|missing)\(\s*'([\w.]+)'/g)].map(
        ([, code = '']) => code,
      ),
    );
  expect(refusals.length).toBeGreaterThan(400);
  const named = new Set(tests.flatMap((text) => text.match(/\b[a-z]\w*(?:\.\w+)+/gi) ?? []));
  expect([...new Set(refusals)].filter((code) => !named.has(code)).toSorted()).toEqual([]);
});
