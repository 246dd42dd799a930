import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { z } from 'zod';

const root = join(import.meta.dirname, '../..');
const line = z.object({ requests: z.number(), resourceUnits: z.number() });
const stats = z.object({
  graph: line.extend({ byRoute: z.record(z.string(), line) }),
  connector: z.object({
    calls: z.number(),
    byKind: z.record(z.string(), z.object({ calls: z.number(), statuses: z.record(z.string(), z.number()) })),
  }),
});
const tokenAnswer = z.object({ token: z.string() });
export type DeskStats = z.output<typeof stats>;

/** A seeded Microsoft 365 as a separate process, with its control API. */
export interface DeskProcess {
  address: string;
  ask(method: string, path: string, body?: unknown): Promise<unknown>;
  stats(): Promise<DeskStats>;
  resetStats(): Promise<void>;
  personToken(personId: string): Promise<string>;
  /** Graph as for any client, directly: no retries, no cache. Parsed JSON. */
  graph(path: string): Promise<unknown>;
  stop(): Promise<void>;
}

export async function startDeskProcess(people: number): Promise<DeskProcess> {
  const child = spawn(process.execPath, [join(root, 'teams-app/commands/isms.ts'), 'desk'], {
    cwd: root,
    env: {
      ...process.env,
      PEOPLE: String(people),
      DATA_DIR: ':memory:',
      EMULATOR_PORT: '0',
      LOG_LEVEL: 'error',
      NODE_OPTIONS: '--max-old-space-size=4096',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  let written = '';
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      written += chunk.toString();
      const found = /EMULATOR_URL=(http:\/\/\S+)/.exec(written)?.[1];
      if (found !== undefined) resolve(found);
    });
    void ended.then(() => reject(new Error(`The desk ended before it listened:\n${written}`)));
  });

  const ask: DeskProcess['ask'] = (method, path, body) => askDesk(address, method, path, body);
  const token = async (body: unknown) => tokenAnswer.parse(await ask('POST', 'token', body)).token;

  return {
    address,
    ask,
    stats: async () => stats.parse(await ask('GET', 'stats')),
    resetStats: async () => void (await ask('DELETE', 'stats')),
    personToken: (personId) => token({ personId }),
    graph: rawGraph(address),
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/**
 * The control API of a desk. Each call has a connection of its own: one left idle may be closed on reuse. Throws on
 * anything but success.
 */
async function askDesk(address: string, method: string, path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(`${address}/emulator/${path}`, {
    method,
    headers: { connection: 'close', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} /emulator/${path}: ${response.status} ${text}`);
  return text === '' ? undefined : (JSON.parse(text) as unknown);
}

/** Graph on a desk as the program's own app sees it. */
export function rawGraph(address: string): DeskProcess['graph'] {
  const host = 'graph.microsoft.com';
  let token: string | undefined;
  return async (path) => {
    token ??= tokenAnswer.parse(await askDesk(address, 'POST', 'token', { client: 'app' })).token;
    const url = path.startsWith(`https://${host}`) ? path.slice(`https://${host}`.length) : `/v1.0${path}`;
    const response = await fetch(address + url, { headers: { authorization: `Bearer ${token}`, 'x-emu-host': host } });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as unknown;
  };
}
