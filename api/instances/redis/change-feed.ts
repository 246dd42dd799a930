import { failureWords } from '../../kernel/index.ts';
import { newsIn, textOfNews } from './news.ts';
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
  /** The server answers: what it could not be told is made good. */
  answers(): void;
  /** The server has lost what it had: everything is read again. */
  lost(): void;
  stop(): void;
}

/** Entries retained: a follower further behind reads its lists again. */
const retained = 20_000;
/** Entries read at once, and how long a read waits for one (ms). */
const [atOnce, waitMs] = [500, 5_000];
/** Longest wait to catch up with a server that answers (ms): older news is better than no answer. */
const patienceMs = 500;
const pauseMs = 250;
/** Between two readings of all lists for news that cannot be read (ms). */
const strangeEveryMs = 30_000;

/** The stream of news between instances. Its entries are lost with the server; followers then read everything again. */
export function changeFeed({ client, waiting, prefix, id, log }: ChangeFeedOptions): ChangeFeed {
  const [stream, tail] = [`${prefix}news`, `${prefix}news:tail`];
  const send = script(client, tell);
  const waiters = new Set<{ until: string; resolve(): void }>();
  let taken = '0-0';
  let follower: Follower | undefined;
  let stopped = false;
  let untold = false;
  /** A command had no answer in time: until a beat has one, nobody waits. */
  let hangs = false;
  let strangeAt = -Infinity;
  let strangeLater: NodeJS.Timeout | undefined;

  const failedAt = (began: number) => {
    hangs ||= performance.now() - began > patienceMs;
  };
  const reached = (place: string) => {
    taken = place;
    for (const one of waiters) if (!isBefore(taken, one.until)) one.resolve();
  };

  function takeOne(fields: readonly string[]): void {
    const [, from, , text = ''] = fields;
    if (from === id) return;
    const news = newsIn(text);
    if (!news) return strange();
    if (news.kind === 'missed') return follower?.missed();
    try {
      follower?.take(news);
    } catch (thrown) {
      log.error(
        { code: 'instances.unreadable', error: failureWords(thrown) },
        'news of another instance cannot be taken',
      );
      strange();
    }
  }

  /** News that this program cannot read may be of any list. */
  function strange(): void {
    const wait = strangeAt + strangeEveryMs - performance.now();
    if (wait > 0) {
      strangeLater ??= setTimeout(() => {
        strangeLater = undefined;
        strange();
      }, wait).unref();
      return;
    }
    strangeAt = performance.now();
    follower?.missed();
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
      if (hangs) {
        untold = true;
        return;
      }
      const at = performance.now();
      try {
        await send([stream, tail], id, textOfNews(news), retained);
      } catch {
        untold = true;
        failedAt(at);
        log.warn({ code: 'instances.unavailable' }, 'other instances cannot be told');
      }
    },
    answers: () => {
      hangs = false;
      if (!untold) return;
      untold = false;
      send([stream, tail], id, textOfNews({ kind: 'missed' }), retained).catch(() => {
        untold = true;
      });
    },
    lost: () => void beginAgain().catch(() => undefined),
    follow: (given) => {
      follower = given;
    },
    async caughtUp() {
      if (hangs) return;
      const at = performance.now();
      const until = await client.get(tail).catch(() => {
        failedAt(at);
        return null;
      });
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
      clearTimeout(strangeLater);
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
