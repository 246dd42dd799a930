import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A temporary state folder; `remove` deletes it. */
export function aStateFolder(): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'state-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
