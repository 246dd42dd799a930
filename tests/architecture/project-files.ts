import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..', '..');
const notOurs = new Set(['node_modules', 'dist', 'coverage', '.git', '.data']);

/** Every file of the project by its path from the root. */
export function projectFiles(below = ''): string[] {
  return readdirSync(join(root, below), { withFileTypes: true }).flatMap((entry) => {
    if (notOurs.has(entry.name)) return [];
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    return entry.isDirectory() ? projectFiles(path) : [path];
  });
}

/** The entry file of a package, by its package.json. */
export function programOf(name: string, program: string): string {
  const folder = join(root, 'node_modules', name);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { bin: Record<string, string> };
  return join(folder, bin[program] ?? '');
}
