import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectFiles, root } from './project-files.ts';

/** Elements and objects that say a field by its rules, `<FormField … />` or `{ … }`, with the name of their file. */
const fields = projectFiles()
  .filter((file) => /^tab\/.*\.tsx?$/.test(file))
  .flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    return [/<FormField\b[\s\S]*?\/>/g, /=> \(\{[\s\S]*?\n\}\)/g].flatMap((field) =>
      [...text.matchAll(field)].map(([written]) => ({ file, written })),
    );
  });
const of = (rule: RegExp) => fields.filter(({ written }) => rule.test(written));

it.each([
  ['url', 'an address', /rules(?:=\{|: )(?:linkOrNone|address)\(\)/],
  ['tel', 'a phone number', /atMost\(longest\.phone\)/],
])('a phone shows the keyboard %s for %s', (mode, _, rule) => {
  expect(of(rule).length).toBeGreaterThan(0);
  const others = of(rule).filter(({ written }) => !new RegExp(`inputMode(?:=|: )["']${mode}["']`).test(written));
  expect(others.map(({ file }) => file)).toEqual([]);
});

it('what is said of keys and of a mouse is for those who have them, and for screen readers', () => {
  const said = projectFiles()
    .filter((file) => /^tab\/.*\.tsx$/.test(file))
    .flatMap((file) =>
      [
        ...readFileSync(join(root, file), 'utf8').matchAll(
          /<\w+([^<>]*)>\s*(?:\{[^{}]*: )?\{?(?:t\('[\w.]+\.keys'\)|t\('files\.drop'\)|words\.keys)/g,
        ),
      ].map(([, attributes = '']) => ({ file, attributes })),
    );
  expect(said.length).toBeGreaterThan(7);
  expect(said.filter(({ attributes }) => !/\b(for-keys|hidden)\b/.test(attributes)).map(({ file }) => file)).toEqual(
    [],
  );
});
