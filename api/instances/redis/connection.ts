import { Redis } from 'ioredis';
import { unavailable } from '../../kernel/index.ts';
import type { Log } from '../../context.ts';

/** A command without an answer for so long has failed (ms). */
const answerWithin = 2_000;
/** Wait before connecting again (ms). */
const [first, longest] = [50, 2_000];

/** A connection that fails at once while the server is away, and connects again by itself. */
export function connectTo({ url, log }: { url: string; log: Log }, waits: boolean): Redis {
  const client = new Redis(url, {
    lazyConnect: true,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    connectTimeout: answerWithin,
    keepAlive: 10_000,
    retryStrategy: (times) => Math.min(longest, first * 2 ** Math.min(times, 10)),
    // Maps come as lists, from servers old and new.
    replyMapping: 'legacy',
    ...(waits ? {} : { commandTimeout: answerWithin }),
  });
  let isAway = false;
  // The message may hold the address with its password: only the code is logged.
  client.on('error', (failure: Error & { code?: string }) => {
    if (!isAway) log.error({ code: 'instances.unavailable', reason: failure.code ?? failure.name }, 'Redis is away');
    isAway = true;
  });
  client.on('ready', () => {
    if (isAway) log.info({ code: 'instances.back' }, 'Redis answers again');
    isAway = false;
  });
  return client;
}

/** Runs a command. Throws AppError `unavailable` for every failure of the server or the connection. */
export async function asked<Value>(command: Promise<Value>): Promise<Value> {
  try {
    return await command;
  } catch (failure) {
    throw unavailable('instances.unavailable', {}, failure);
  }
}
