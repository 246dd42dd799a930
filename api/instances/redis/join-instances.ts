import { createHash } from 'node:crypto';
import type { Log } from '../../context.ts';
import { newId } from '../../kernel/index.ts';
import type { Instances, InstancesStatus, SharedRate } from '../instances.ts';
import { changeFeed } from './change-feed.ts';
import { asked, connectTo } from './connection.ts';
import { locks } from './locks.ts';
import { redisJournal } from './redis-journal.ts';
import { heartbeat, leave, slowDown, takeTurn } from './scripts.ts';
import { script } from './script.ts';

export interface RedisOptions {
  /** `redis://` or `rediss://`, with user and password. */
  url: string;
  /** Instances of one owner work together: tenant and site. */
  owner: string;
  log: Log;
  /** For tests. */
  id?: string;
}

/** One of several instances. */
export type Several = Instances & Required<Pick<Instances, 'tell' | 'caughtUp' | 'rate'>>;

/** Milliseconds. The lease ends at the server later than the leader believes. */
const beatEvery = 1_000;
const leaseLasts = 10_000;
const believedFor = 7_000;
const memberLasts = 10_000;

/**
 * Joins the instances that share a Redis or Valkey. Throws AppError `unavailable` when it does not answer; afterwards it
 * may come and go: nobody leads meanwhile, and reads go on.
 */
export async function joinInstances({ url, owner, log, id = newId() }: RedisOptions): Promise<Several> {
  // One slot of a cluster: the scripts take several keys.
  const prefix = `sikkerhedshjulet:{${createHash('sha256').update(owner).digest('hex').slice(0, 16)}}:`;
  const [members, lease, units] = ['members', 'leader', 'units'].map((name) => prefix + name) as [
    string,
    string,
    string,
  ];
  const [client, waiting] = [connectTo({ url, log }, false), connectTo({ url, log }, true)];
  const scripts = {
    beat: script(client, heartbeat),
    leave: script(client, leave),
    take: script(client, takeTurn),
    slow: script(client, slowDown),
  };
  let agreedAt = -Infinity;
  let ledAt = -Infinity;
  let count = 1;
  let wasLeading = false;
  let closing = false;
  let begin: (() => void) | undefined;
  let shared: { used(): number; others(sum: number): void } | undefined;
  let beating: Promise<void> | undefined;

  const leads = () => performance.now() - ledAt < believedFor;
  const isAgreed = () => performance.now() - agreedAt < believedFor;

  async function beat(): Promise<void> {
    const at = performance.now();
    const used = Math.round(shared?.used() ?? 0);
    const wants = closing || begin === undefined ? 0 : 1;
    const answer = await scripts.beat([members, lease, units], id, memberLasts, leaseLasts, used, wants);
    const [isLeader, instances, others] = answer as [number, number, number];
    agreedAt = at;
    count = instances;
    shared?.others(others);
    ledAt = isLeader === 1 ? at : -Infinity;
    if (leads() && !wasLeading) begin?.();
    wasLeading = leads();
  }

  const beatOnce = (): Promise<void> =>
    (beating ??= beat()
      .catch(() => {
        wasLeading = wasLeading && leads();
      })
      .finally(() => {
        beating = undefined;
      }));

  try {
    await asked(Promise.all([client.connect(), waiting.connect()]));
    await asked(beat());
  } catch (failure) {
    client.disconnect();
    waiting.disconnect();
    throw failure;
  }
  const feed = changeFeed({ client, waiting, prefix, id, log });
  await feed.start();
  const timer = setInterval(() => void beatOnce(), beatEvery);

  const inTurn = locks({ client, prefix, log, caughtUp: feed.caughtUp });
  const rateKey = [`${prefix}rate`];
  const rate: SharedRate = {
    take: async (lane, target) => Number(await asked(scripts.take(rateKey, target, lane === 'broadcast' ? 1 : 0))),
    throttled: async (target, pauseMs) => void (await asked(scripts.slow(rateKey, target, Math.round(pauseMs)))),
  };

  return {
    journal: redisJournal({ client, prefix, members, owner: id }),
    leads,
    onLead: (given) => {
      begin = given;
      void beatOnce();
    },
    // One that was alone when Redis went away has nobody to wait for: a new one cannot start without it.
    exclusive: (key, work) => (!isAgreed() && count === 1 ? work() : inTurn(key, work)),
    tell: feed.tell,
    follow: feed.follow,
    caughtUp: feed.caughtUp,
    rate,
    shareUnits: (used, others) => {
      shared = { used, others };
    },
    status: (): InstancesStatus => ({
      engine: 'redis',
      state: isAgreed() ? 'ok' : 'away',
      instances: count,
      leads: leads(),
    }),
    async close() {
      closing = true;
      clearInterval(timer);
      await beating;
      ledAt = -Infinity;
      feed.stop();
      await scripts.leave([members, lease, units], id).catch(() => undefined);
      client.disconnect();
    },
  };
}
