import { readdirSync } from 'node:fs';
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
