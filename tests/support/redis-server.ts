import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';

/** A Redis or Valkey of a test's own on loopback. */
export interface RedisServer {
  url: string;
  /** Ends it as a crash does; what it had is lost unless `durable`. */
  kill(): Promise<void>;
  /** Starts it again on its port. */
  start(): Promise<void>;
  /** Stops it without an end of its connections, as a machine that hangs, and lets it go on. */
  freeze(isFrozen: boolean): void;
  /** One command, e.g. `CONFIG SET maxmemory 1`. */
  does(...command: string[]): Promise<unknown>;
  close(): Promise<void>;
}

/** `npm test` finds or installs one. */
const binary = process.env['REDIS_SERVER'] ?? 'redis-server';

export interface RedisServerOptions {
  durable?: boolean;
  /** Further arguments of the server. */
  settings?: readonly string[];
  /** A cluster of one node that has all slots. */
  isCluster?: boolean;
  /** Certificate and key, PEM: it listens with TLS alone, as `localhost`. */
  tls?: { certificate: string; privateKey: string };
}

/** Rejects when there is none on this machine. */
export async function aRedis({
  durable = false,
  isCluster = false,
  settings = [],
  tls,
}: RedisServerOptions = {}): Promise<RedisServer> {
  const folder = mkdtempSync(join(tmpdir(), 'redis-'));
  const port = await freePort();
  let child: ChildProcess | undefined;
  let asking: Redis | undefined;
  const [cert, key] = ['cert.pem', 'key.pem'].map((name) => join(folder, name)) as [string, string];
  if (tls) writeFileSync(cert, tls.certificate);
  if (tls) writeFileSync(key, tls.privateKey);
  const listening = tls
    ? [
        '--port',
        '0',
        '--tls-port',
        String(port),
        '--tls-cert-file',
        cert,
        '--tls-key-file',
        key,
        '--tls-auth-clients',
        'no',
      ]
    : ['--port', String(port)];
  const url = tls ? `rediss://localhost:${port}` : `redis://127.0.0.1:${port}`;
  const cluster = isCluster ? ['--cluster-enabled', 'yes', '--cluster-port', String(await freePort())] : [];
  const start = async () => {
    const lasting = durable ? ['--appendonly', 'yes', '--appendfsync', 'always'] : ['--appendonly', 'no'];
    const own = [...listening, '--bind', '127.0.0.1', '--save', '', '--dir', folder, '--loglevel', 'notice'];
    const started = spawn(binary, [...own, ...lasting, '--maxmemory-policy', 'noeviction', ...cluster, ...settings], {
      stdio: ['ignore', 'pipe', 'ignore'],
      // A locale that this machine lacks, as one handed on by ssh, would end it.
      env: { ...process.env, LC_ALL: 'C' },
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
    if (!said.includes('Ready to accept connections')) throw new Error(`${binary} ended: ${said}`);
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
    url,
    kill,
    start,
    freeze: (isFrozen) => void child?.kill(isFrozen ? 'SIGSTOP' : 'SIGCONT'),
    does: async (...command) => {
      asking ??= new Redis(url);
      return asking.call(...(command as [string]));
    },
    close: async () => {
      asking?.disconnect();
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Ends the wait of a lease that nobody has: as if ten seconds had passed since the first instance found none. */
export async function leaseIsFree({ url }: Pick<RedisServer, 'url'>): Promise<void> {
  const client = new Redis(url);
  for (const key of await client.keys('*lease'))
    if ((await client.hget(key, 'id')) === '') await client.hset(key, 'till', '0');
  client.disconnect();
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
