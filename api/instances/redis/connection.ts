import { Redis } from 'ioredis';
import { unavailable } from '../../kernel/index.ts';
import type { Log } from '../../context.ts';

/** A command without an answer for so long has failed (ms). */
const answerWithin = 2_000;
/** A connection on which commands wait and nothing comes is dead (ms): it is made anew. */
const deadAfter = { commands: 5_000, waits: 8_000 };
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
    socketTimeout: waits ? deadAfter.waits : deadAfter.commands,
    // After a failover the old primary may still answer, as a replica.
    reconnectOnError: ({ message }) => message.startsWith('READONLY'),
    retryStrategy: (times) => Math.min(longest, first * 2 ** Math.min(times, 10)),
    // Maps come as lists, from servers old and new.
    replyMapping: 'legacy',
    ...(waits ? {} : { commandTimeout: answerWithin }),
  });
  noteAbsence(client, log);
  return client;
}

/**
 * Logs that the server is away, and that it answers again. A connection that was ready may be lost to a process alone:
 * one that was frozen finds its time over before it reads what came. It is away when it cannot be connected to again.
 */
function noteAbsence(client: Redis, log: Log): void {
  let isAway = false;
  let wasReady = false;
  let doubt: NodeJS.Timeout | undefined;
  const tell = (failure: Error) => {
    clearTimeout(doubt);
    if (!isAway) log.error({ code: 'instances.unavailable', reason: reasonOf(failure) }, 'Redis is away');
    isAway = true;
  };
  client.on('error', (failure: Error) => {
    if (!wasReady) return tell(failure);
    wasReady = false;
    doubt = setTimeout(() => tell(failure), answerWithin).unref();
  });
  client.on('ready', () => {
    clearTimeout(doubt);
    if (isAway) log.info({ code: 'instances.back' }, 'Redis answers again');
    [isAway, wasReady] = [false, true];
  });
  client.on('end', () => clearTimeout(doubt));
}

/**
 * A code: of the system, or the first word of a server's refusal (`WRONGPASS`, `NOPERM`, `MOVED`, `OOM`). A message may
 * hold the address with its password.
 */
export function reasonOf(failure: unknown): string {
  if (!(failure instanceof Error)) return 'unknown';
  if ('code' in failure && typeof failure.code === 'string') return failure.code;
  return /^-?([A-Z]{3,20}) /.exec(failure.message)?.[1] ?? failure.name;
}

/** Runs a command. Throws AppError `unavailable` for every failure of the server or the connection. */
export async function asked<Value>(command: Promise<Value>): Promise<Value> {
  try {
    return await command;
  } catch (failure) {
    throw unavailable('instances.unavailable', {}, failure);
  }
}
