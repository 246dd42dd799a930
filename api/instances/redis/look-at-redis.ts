import { Redis } from 'ioredis';

/** What a Redis or Valkey says of itself. */
export interface RedisLook {
  /** e.g. `8.0.2`; a Valkey tells the Redis that it is compatible with. */
  version: string;
  /** Seconds that this machine's clock is ahead of the server's. */
  clockAhead: number;
  /** A cluster: its keys may be on several nodes. */
  isCluster: boolean;
  /** Whether writes survive its restart; undefined where it does not tell. */
  appendsOnly?: boolean;
  /** e.g. `noeviction`; undefined where it does not tell. */
  evicts?: string;
}

/** Connects and asks. Rejects with the connection's or server's error, whose message holds no password. */
export async function lookAtRedis(url: string): Promise<RedisLook> {
  const client = new Redis(url, {
    lazyConnect: true,
    connectTimeout: 5_000,
    commandTimeout: 5_000,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  });
  const failed = new Promise<never>((_resolve, reject) => client.on('error', reject));
  try {
    await Promise.race([client.connect(), failed]);
    const said = factsIn(await client.info());
    const [seconds = 0] = await client.time();
    const [appends, policy] = [said.get('aof_enabled'), said.get('maxmemory_policy')];
    return {
      version: said.get('redis_version') ?? '',
      clockAhead: Math.round(Date.now() / 1_000 - Number(seconds)),
      isCluster: said.get('cluster_enabled') === '1',
      ...(appends === undefined ? {} : { appendsOnly: appends === '1' }),
      ...(policy === undefined ? {} : { evicts: policy }),
    };
  } finally {
    failed.catch(() => undefined);
    client.disconnect();
  }
}

/** `name:value` lines. */
const factsIn = (info: string): ReadonlyMap<string, string> =>
  new Map(
    info.split('\r\n').flatMap((line) => {
      const [name, value] = [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)];
      return name === '' ? [] : [[name, value] as const];
    }),
  );
