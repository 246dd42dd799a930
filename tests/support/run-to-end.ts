import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { startedFile, startedWith } from './started-file.ts';

/** What a process came to. */
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
  onErrors?: (errors: string) => void;
}

const root = join(import.meta.dirname, '../..');

/**
 * Starts the real program, or a command, with these settings and no other, and waits until it ends. `A_DESK` among them: that
 * desk answers for Microsoft's hosts, so that the settings may be those of a real tenant.
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
    // A start that succeeds against expectation must not run for ever.
    if (/^Sikkerhedshjulet:/m.test(out)) child.kill();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
    onErrors?.(errors);
  });
  await once(child, 'close');
  return { code: child.exitCode, out, errors };
}
