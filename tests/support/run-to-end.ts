import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { startedFile, startedWith } from './started-file.ts';

/** Result of a process. */
export interface Ended {
  code: number | null;
  out: string;
  errors: string;
}
export interface ToEnd {
  file: 'main' | 'isms';
  args?: readonly string[];
  /** Where it runs. */
  folder: string;
  onErrors?: (errors: string, tellToEnd: () => void) => void;
}

const root = join(import.meta.dirname, '../..');

/**
 * Runs the program or a command with exactly these settings until it ends. `A_DESK`: this desk answers for Microsoft's
 * hosts, so that the settings may be a real tenant's.
 */
export async function runToEnd(
  { file, args = [], folder, onErrors }: ToEnd,
  env: Readonly<Record<string, string>>,
): Promise<Ended> {
  const { PATH = '', NODE_COMPILE_CACHE = join(root, 'node_modules/.cache/node') } = process.env;
  const toDesk = env['A_DESK'] === undefined ? [] : ['--import', join(root, 'tests/support/fetch-to-a-desk.ts')];
  const child = spawn(process.execPath, [...startedWith, ...toDesk, startedFile(file), ...args], {
    cwd: folder,
    env: { PATH, NODE_COMPILE_CACHE, PORT: '0', OPEN: '0', LOG_LEVEL: 'silent', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, errors] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
    // A successful start must be ended.
    if (/^Sikkerhedshjulet:/m.test(out)) child.kill('SIGKILL');
  });
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
    onErrors?.(errors, () => child.kill('SIGTERM'));
  });
  await once(child, 'close');
  return { code: child.exitCode, out, errors };
}
