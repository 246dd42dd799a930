import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A Redis or Valkey of a test's own on loopback. */
export interface RedisServer {
  url: string;
  /** Ends it as a crash does; what it had is lost unless `durable`. */
  kill(): Promise<void>;
  /** Starts it again on its port. */
  start(): Promise<void>;
  close(): Promise<void>;
}

/** `npm test` finds or installs one. */
const binary = process.env['REDIS_SERVER'] ?? 'redis-server';

/** Rejects when there is none on this machine. */
export async function aRedis({ durable = false } = {}): Promise<RedisServer> {
  const folder = mkdtempSync(join(tmpdir(), 'redis-'));
  const port = await freePort();
  let child: ChildProcess | undefined;
  const start = async () => {
    const lasting = durable ? ['--appendonly', 'yes', '--appendfsync', 'always'] : ['--appendonly', 'no'];
    const own = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', folder, '--loglevel', 'notice'];
    const started = spawn(binary, [...own, ...lasting, '--maxmemory-policy', 'noeviction'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    child = started;
    await Promise.race([
      once(started, 'spawn'),
      once(started, 'error').then(() => {
        throw new Error(`${binary} cannot be started: install redis-server or valkey, or set REDIS_SERVER.`);
      }),
    ]);
    let said = '';
    for await (const chunk of started.stdout) {
      said += String(chunk);
      if (said.includes('Ready to accept connections')) break;
    }
    started.stdout.resume();
  };
  const kill = async () => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  };
  await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    kill,
    start,
    close: async () => {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
