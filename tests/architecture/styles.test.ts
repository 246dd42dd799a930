import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectFiles, root } from './project-files.ts';

const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const sheets = projectFiles().filter((file) => /^tab\/.*\.css$/.test(file) && !file.startsWith('tab/public/'));
const modules = sheets.filter((file) => file.endsWith('.module.css'));
const sources = projectFiles().filter((file) => /^tab\/.*\.tsx?$/.test(file));
const base = 'tab/shared/base.css';

/** The selectors of a sheet, without comments, strings and declarations. */
const selectorsOf = (css: string): string =>
  [...css.replaceAll(/\/\*[\s\S]*?\*\//g, '').matchAll(/([^{};]+)\{/g)]
    .map(([, selector = '']) => selector.replaceAll(/"[^"]*"|'[^']*'/g, ''))
    .filter((selector) => !selector.trim().startsWith('@'))
    .join('\n');
const classesIn = (selectors: string): string[] =>
  [...selectors.matchAll(/\.(-?[a-z][\w-]*)/gi)].map(([, name = '']) => name);

const globalOf = (selectors: string): string[] =>
  [...selectors.matchAll(/:global\(([^)]*)\)/g)].flatMap(([, inside = '']) => classesIn(inside));
const ownOf = (file: string): Set<string> =>
  new Set(classesIn(selectorsOf(read(file)).replaceAll(/:global\([^)]*\)/g, '')));

/** Imports from each module: names, and prefixes of names that end in a value. */
function usesOf(): Map<string, { names: Set<string>; starts: string[] }> {
  const uses = new Map(modules.map((file) => [file, { names: new Set<string>(), starts: [] as string[] }]));
  for (const file of sources) {
    const text = read(file);
    for (const [, name = '', path = ''] of text.matchAll(/^import (\w+) from '(\.[^']*\.module\.css)';$/gm)) {
      const use = uses.get(join(dirname(file), path));
      if (!use) throw new Error(`${file} imports ${path}, which is not there`);
      for (const [, dotted, quoted, start] of text.matchAll(
        new RegExp(`\\b${name}(?:\\.(\\w+)|\\['([^']+)'\\]|\\[\`([^\`$]*)\\$\\{)`, 'g'),
      )) {
        if (start === undefined) use.names.add(dotted ?? quoted ?? '');
        else use.starts.push(start);
      }
      if (new RegExp(`\\b${name}\\[(?!['\`])`).test(text)) use.starts.push('');
    }
  }
  return uses;
}

describe('the styles of the tab', () => {
  it('are modules: base.css alone names classes that hold everywhere', () => {
    expect(modules.length).toBeGreaterThan(80);
    expect(sheets.filter((file) => !modules.includes(file))).toEqual([base]);
    const known = new Set([...classesIn(selectorsOf(read(base))), 'theme-dark', 'theme-contrast']);
    // Not ours: Fluent's own parts, and the editor's.
    const isForeign = (name: string) => /^(fui-|ProseMirror$|selectedCell$)/.test(name);
    const strange = modules.flatMap((file) =>
      globalOf(selectorsOf(read(file)))
        .filter((name) => !known.has(name) && !isForeign(name))
        .map((name) => `${file}: ${name}`),
    );
    expect(strange).toEqual([]);
  });

  it('have a name each, of which the names of their classes are made', () => {
    const names = modules.map((file) => basename(file));
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  it('describe every class that is used, and no other', () => {
    const wrong: string[] = [];
    for (const [file, { names, starts }] of usesOf()) {
      if (names.size + starts.length === 0) wrong.push(`${file} is not used`);
      const own = ownOf(file);
      for (const name of names) if (!own.has(name)) wrong.push(`${file} has no ${name}`);
      for (const name of own)
        if (!names.has(name) && !starts.some((start) => name.startsWith(start)))
          wrong.push(`${file}: ${name} is unused`);
    }
    expect(wrong).toEqual([]);
  });

  it('name no part of a page that no page has', () => {
    const parts = new Set(
      sources.flatMap((file) => [...read(file).matchAll(/data-part(?:'?: '|=")([\w-]+)/g)].map(([, name]) => name)),
    );
    const missing = sheets.flatMap((file) =>
      [...read(file).matchAll(/\[data-part='([\w-]+)'\]/g)]
        .filter(([, name]) => !parts.has(name))
        .map(([, name]) => `${file}: ${name}`),
    );
    expect(missing).toEqual([]);
  });

  it('written as a word in a page are those of base.css', () => {
    const known = new Set(classesIn(selectorsOf(read(base))));
    const strange = sources.flatMap((file) =>
      [...read(file).matchAll(/className="([^"]*)"/g)]
        .flatMap(([, names = '']) => names.split(' '))
        .filter((name) => !known.has(name))
        .map((name) => `${file}: ${name}`),
    );
    expect(strange).toEqual([]);
  });
});
