import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let folder: string;

/** A folder for the settled worlds of one run, shared by its workers. */
export function setup(): void {
  folder = mkdtempSync(join(tmpdir(), 'sikkerhedshjulet-worlds-'));
  process.env['WORLDS'] = folder;
  process.env['PROPERTY_SEED'] ??= seedOfCommit();
  const profile = process.env['PROFILE'];
  if (profile !== undefined) process.stderr.write(`PROFILE=${profile}: ${takenBy}\n`);
}

/**
 * What is red for one reader of a commit is red for all; the next commit tries other samples. Random outside a clone.
 */
function seedOfCommit(): string {
  const { stdout = '' } = spawnSync('git', ['rev-parse', 'HEAD'], { cwd: import.meta.dirname, encoding: 'utf8' });
  const hash = /^[0-9a-f]{8}/.exec(stdout)?.[0];
  return String(hash === undefined ? Math.floor(Math.random() * 2 ** 31) : Number.parseInt(hash, 16) % 2 ** 31);
}

/** `startWorld` and `tenants` give it to their desks; other tests make desks of their own. */
const takenBy =
  'taken by tests that stand on the whole program in one process (most of tests/journeys, some of tests/faults and tests/browser), and in tests/contract by those of the program’s own client (list-handle, directory-sync). Not taken: the rest of tests/contract, which holds the desk itself to its own answers, tests/unit, tests/security, and programs at an EMULATOR_URL, whose desk was started before.';

export function teardown(): void {
  rmSync(folder, { recursive: true, force: true });
}
