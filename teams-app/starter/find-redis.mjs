import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { say } from './paths.mjs';

const names = ['valkey-server', 'redis-server'];

/** Path of a Valkey or Redis on this machine, or undefined. `REDIS_SERVER` has priority. */
export const findRedis = () =>
  [
    process.env.REDIS_SERVER,
    ...(process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name))),
  ].find((path) => path && existsSync(path));

/** The same, installed first where possible without asking (root on Debian or Ubuntu). No service is started. */
export function needRedis() {
  const found = findRedis();
  if (found) return found;
  const hasApt = spawnSync('apt-get', ['--version']).status === 0;
  if (hasApt && process.getuid?.() === 0) {
    say('Installing Redis for the tests of several instances (apt-get install redis-server).');
    const quiet = {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' },
    };
    const get = () => spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'redis-server'], quiet);
    if (get().status !== 0) {
      spawnSync('apt-get', ['update', '-qq'], quiet);
      get();
    }
  }
  const installed = findRedis();
  if (!installed)
    say(
      'No Redis or Valkey was found, and the tests of several instances will fail. Install one ' +
        '(`sudo apt-get install redis-server`) or set REDIS_SERVER to its path.',
    );
  return installed;
}
