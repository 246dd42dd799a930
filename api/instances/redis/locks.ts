import type { Redis } from 'ioredis';
import type { Log } from '../../context.ts';
import { newId, type KeyedQueue } from '../../kernel/index.ts';
import { asked } from './connection.ts';
import { prolong, release } from './scripts.ts';
import { script } from './script.ts';

export interface LocksOptions {
  client: Redis;
  prefix: string;
  log: Log;
  /** Resolves when the writes of earlier holders are known here. */
  caughtUp(): Promise<void>;
}

/** A lock of an instance that died ends by itself (ms); a living one prolongs it. */
const [lastsMs, prolongEveryMs] = [15_000, 4_000];
/** Waits between two tries (ms). */
const [shortest, longest] = [10, 160];

/** One holder of a key at a time, across instances. In this process the callers queue by themselves. */
export function locks({ client, prefix, log, caughtUp }: LocksOptions): KeyedQueue {
  const prolonged = script(client, prolong);
  const released = script(client, release);

  async function taken(lock: string, token: string): Promise<void> {
    for (let wait = shortest; ; wait = Math.min(longest, wait * 2)) {
      const set = asked(client.set(lock, token, 'PX', lastsMs, 'NX'));
      // A command that was too late may have been done all the same.
      set.catch(() => released([lock], token).catch(() => undefined));
      if ((await set) === 'OK') return;
      await new Promise((resolve) => setTimeout(resolve, wait * (0.5 + Math.random())));
    }
  }

  return async (key, work) => {
    const [lock, token] = [`${prefix}lock:${key}`, newId()];
    await taken(lock, token);
    const timer = setInterval(() => {
      prolonged([lock], token, lastsMs).then(
        (held) => held === 0 && log.warn({ code: 'instances.lockLost' }, 'a lock ended before its work'),
        () => undefined,
      );
    }, prolongEveryMs);
    try {
      await caughtUp();
      return await work();
    } finally {
      clearInterval(timer);
      await released([lock], token).catch(() => undefined);
    }
  };
}
