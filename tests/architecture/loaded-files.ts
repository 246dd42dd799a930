import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { root } from './project-files.ts';

/** Runtime imports when a file is loaded: without types. */
const atLoad = /^(?:import|export)\s(?!type\b)(?:[^;']*?\sfrom\s)?'([^']+)';/gm;
/** What its functions load: `import()`, a thread's file, and packages found by `createRequire`. */
const later = /\bimport\(\s*'([^']+)'\s*\)|new URL\('(\.[^']+\.ts)', import\.meta\.url\)|^const family = '([^']+)';/gm;

const importsBy = (pattern: RegExp, text: string): string[] =>
  [...text.matchAll(pattern)].flatMap((match) => match.slice(1).find((one) => one !== undefined) ?? []);

/**
 * Every file loaded with an entry file, and its imports by name. `all` follows what is loaded later too, such as a
 * thread's files; `except` is not followed.
 */
export function loadedWith(entry: string, { all = false, except = /^$/ } = {}): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const waiting = [resolve(root, entry)];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (found.has(path) || !existsSync(path) || except.test(path.slice(root.length + 1))) continue;
    const text = readFileSync(path, 'utf8');
    const imports = [...importsBy(atLoad, text), ...(all ? importsBy(later, text) : [])];
    found.set(path, imports);
    for (const one of imports) if (one.startsWith('.')) waiting.push(resolve(dirname(path), one));
  }
  return found;
}

/** `@scope/name` or `name` of each package among imports. */
export const packagesIn = (imports: Iterable<string>): string[] => [
  ...new Set(
    [...imports].filter((one) => !/^(?:\.|node:)/.test(one)).map((one) => /^(?:@[^/]+\/)?[^/]+/.exec(one)?.[0] ?? one),
  ),
];
