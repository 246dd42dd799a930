import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of its own for what a program keeps between its runs; `remove` deletes it. */
export function aStateFolder(): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'state-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
