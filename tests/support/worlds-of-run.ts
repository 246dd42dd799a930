import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let folder: string;

/** A folder for the settled worlds of one run, shared by its workers. */
export function setup(): void {
  folder = mkdtempSync(join(tmpdir(), 'sikkerhedshjulet-worlds-'));
  process.env['WORLDS'] = folder;
}

export function teardown(): void {
  rmSync(folder, { recursive: true, force: true });
}
