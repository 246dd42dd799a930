import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { bad, good, type Finding } from './finding.ts';

/** Whether the journal can be written, without touching the one of a running program. */
export function stateFolder(stateDir: string): Finding[] {
  if (stateDir === ':memory:') return [];
  const folder = resolve(stateDir);
  const todo =
    'Name a folder on a disk that survives a restart in STATE_DIR, which the program may write to (docs/operating.md, "The journal").';
  if (existsSync(folder) && !statSync(folder).isDirectory()) return [bad(`STATE_DIR ${folder} is no folder.`, todo)];
  try {
    accessSync(nearest(folder), constants.W_OK);
    return [good('The state folder can be written.')];
  } catch {
    return [bad(`STATE_DIR ${folder} cannot be written.`, todo)];
  }
}

/** The folder, or the nearest one above that is there: the program makes the rest. */
const nearest = (folder: string): string =>
  existsSync(folder) || dirname(folder) === folder ? folder : nearest(dirname(folder));
