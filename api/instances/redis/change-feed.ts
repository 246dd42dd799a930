import { failureWords } from '../../kernel/index.ts';
import type { Redis } from 'ioredis';
import type { Log } from '../../context.ts';
import type { Follower, News } from '../instances.ts';
import { tell } from './scripts.ts';
import { script } from './script.ts';

export interface ChangeFeedOptions {
  /** For commands, and for the one that waits. */
  client: Redis;
  waiting: Redis;
  prefix: string;
  id: string;
  log: Log;
}

export interface ChangeFeed {
  tell(news: News): Promise<void>;
  follow(follower: Follower): void;
  caughtUp(): Promise<void>;
  /** Begins at the end of the stream. */
  start(): Promise<void>;
  stop(): void;
}

/** Entries retained: a follower further behind reads its lists again. */
const retained = 20_000;
/** Entries read at once, and how long a read waits for one (ms). */
const [atOnce, waitMs] = [500, 5_000];
/** Longest wait to catch up (ms): older news is better than no answer. */
const patienceMs = 500;
const pauseMs = 250;

/** The stream of news between instances. Its entries are lost with the server; followers then read everything again. */
export function changeFeed({ client, waiting, prefix, id, log }: ChangeFeedOptions): ChangeFeed {
  const [stream, tail] = [`${prefix}news`, `${prefix}news:tail`];
  const send = script(client, tell);
  const waiters = new Set<{ until: string; resolve(): void }>();
  let taken = '0-0';
  let follower: Follower | undefined;
  let stopped = false;

  const reached = (place: string) => {
    taken = place;
    for (const one of waiters) if (!isBefore(taken, one.until)) one.resolve();
  };

  function takeOne(fields: readonly string[]): void {
    const [, from, , text = ''] = fields;
    if (from === id) return;
    try {
      follower?.take(JSON.parse(text) as News);
    } catch (thrown) {
      log.error(
        { code: 'instances.unreadable', error: failureWords(thrown) },
        'news of another instance cannot be taken',
      );
      follower?.missed();
    }
  }

  async function readOn(): Promise<void> {
    const read = await waiting.xread('COUNT', atOnce, 'BLOCK', waitMs, 'STREAMS', stream, taken);
    for (const [, entries] of read ?? [])
      for (const [place, fields] of entries) {
        takeOne(fields);
        reached(place);
      }
  }

  /** After a gap: whatever was told meanwhile may be trimmed, lost, or never told. */
  async function beginAgain(): Promise<void> {
    taken = (await client.get(tail)) ?? '0-0';
    reached(taken);
    follower?.missed();
  }

  async function loop(): Promise<void> {
    let isBroken = false;
    while (!stopped) {
      try {
        if (isBroken) await beginAgain();
        isBroken = false;
        await readOn();
      } catch {
        isBroken = true;
        if (!stopped) await new Promise((resolve) => setTimeout(resolve, pauseMs));
      }
    }
  }

  return {
    async tell(news) {
      try {
        await send([stream, tail], id, JSON.stringify(news), retained);
      } catch {
        // The others find the change by looking, and read everything again once the server is back.
        log.warn({ code: 'instances.unavailable' }, 'other instances cannot be told');
      }
    },
    follow: (given) => {
      follower = given;
    },
    async caughtUp() {
      const until = await client.get(tail).catch(() => null);
      if (until === null || !isBefore(taken, until)) return;
      const { promise, resolve } = Promise.withResolvers<void>();
      const one = { until, resolve };
      waiters.add(one);
      const timer = setTimeout(resolve, patienceMs);
      await promise;
      clearTimeout(timer);
      waiters.delete(one);
    },
    async start() {
      taken = (await client.get(tail)) ?? '0-0';
      void loop();
    },
    stop: () => {
      stopped = true;
      waiting.disconnect();
    },
  };
}

/** Of two ids of a stream, `milliseconds-number`. */
function isBefore(one: string, other: string): boolean {
  const [[at = 0, number = 0], [otherAt = 0, otherNumber = 0]] = [partsOf(one), partsOf(other)];
  return at < otherAt || (at === otherAt && number < otherNumber);
}
const partsOf = (id: string) => id.split('-').map(Number);
