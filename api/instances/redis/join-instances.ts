import { createHash } from 'node:crypto';
import type { Log } from '../../context.ts';
import { AppError, newId, unavailable } from '../../kernel/index.ts';
import type { Instances, InstancesStatus, SharedRate } from '../instances.ts';
import { changeFeed } from './change-feed.ts';
import { asked, connectTo, reasonOf } from './connection.ts';
import { locks } from './locks.ts';
import { redisJournal } from './redis-journal.ts';
import { membership } from './membership.ts';
import { slowDown, takeTurn } from './scripts.ts';
import { script } from './script.ts';
import { sharedPerMinute } from './shared-per-minute.ts';

export interface RedisOptions {
  /** `redis://` or `rediss://`, with user and password. */
  url: string;
  /** Instances of one owner work together: tenant and site. */
  owner: string;
  log: Log;
  /** For tests. */
  id?: string;
  /** For tests: the clock of minutes (ms). */
  now?: () => number;
}

/** One of several instances. */
export type Several = Instances &
  Required<Pick<Instances, 'tell' | 'caughtUp' | 'rate' | 'perMinute' | 'say' | 'every'>>;

/**
 * Joins the instances that share a Redis or Valkey. Throws AppError `unavailable` when it does not answer; afterwards
 * it may come and go: nobody leads meanwhile, and reads go on.
 */
export async function joinInstances({ url, owner, log, id = newId(), now }: RedisOptions): Promise<Several> {
  // One slot of a cluster: the scripts take several keys.
  const prefix = `sikkerhedshjulet:{${createHash('sha256').update(owner).digest('hex').slice(0, 16)}}:`;
  const [client, waiting] = [connectTo({ url, log }, false), connectTo({ url, log }, true)];
  // Why a connection failed is told by its event alone.
  let broken: Error | undefined;
  for (const one of [client, waiting]) one.on('error', (failure: Error) => (broken = failure));
  const feed = changeFeed({ client, waiting, prefix, id, log });
  const onBeat = (wasGone: boolean) => {
    if (!wasGone) return feed.answers();
    log.warn(
      { code: 'instances.lost' },
      'Redis knew nothing of this instance: it was silent, or Redis has lost its data',
    );
    return feed.lost();
  };
  const own = membership({ client, prefix, id, onBeat });
  try {
    await asked(Promise.all([client.connect(), waiting.connect()]));
    await own.join();
    await asked(feed.start());
  } catch (failure) {
    const reason = reasonOf(broken ?? (failure instanceof AppError ? failure.cause : failure));
    log.error({ code: 'instances.unavailable', reason }, 'Redis cannot be used');
    client.disconnect();
    feed.stop();
    throw unavailable('instances.unavailable', { reason }, failure);
  }
  own.start();

  const scripts = { take: script(client, takeTurn), slow: script(client, slowDown) };
  const inTurn = locks({ client, prefix, log, caughtUp: feed.caughtUp });
  const [rateKey, members] = [`${prefix}rate`, `${prefix}members`];
  const rate: SharedRate = {
    take: async (lane, target) =>
      Number(await asked(scripts.take([rateKey, members], target, lane === 'broadcast' ? 1 : 0, own.rate.most()))),
    own: own.rate.part,
    throttled: async (target, pauseMs) => void (await asked(scripts.slow([rateKey], target, Math.round(pauseMs)))),
  };

  return {
    journal: redisJournal({ client, prefix, members, owner: id }),
    leads: own.leads,
    onLead: own.onLead,
    // One that was alone when Redis went away has nobody to wait for: a new one cannot start without it.
    exclusive: (key, work) => (!own.isAgreed() && own.count() === 1 ? work() : inTurn(key, work)),
    tell: feed.tell,
    follow: feed.follow,
    caughtUp: feed.caughtUp,
    rate,
    perMinute: sharedPerMinute({
      client,
      prefix,
      members,
      id,
      isAgreed: own.isAgreed,
      now: now ?? (() => Date.now() - own.clockAhead()),
    }),
    shareUnits: own.shareUnits,
    say: own.say,
    every: own.every,
    status: (): InstancesStatus => ({
      engine: 'redis',
      state: own.isAgreed() ? 'ok' : 'away',
      instances: own.count(),
      leads: own.leads(),
      clockAheadMs: own.clockAhead(),
    }),
    async close() {
      feed.stop();
      await own.leave();
      client.disconnect();
    },
  };
}
