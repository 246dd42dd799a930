import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { joinInstances, type Several } from '../../../api/instances/index.ts';
import { aRedis, leaseIsFree, type RedisServer } from '../../support/redis-server.ts';

let redis: RedisServer;
let worlds = 0;
const open: Several[] = [];
beforeAll(async () => {
  redis = await aRedis();
});
afterEach(async () => {
  vi.useRealTimers();
  for (const one of open.splice(0)) await one.close();
});
afterAll(() => redis.close());

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
async function joined(owner: string): Promise<Several> {
  const one = await joinInstances({ url: redis.url, owner, log });
  open.push(one);
  await leaseIsFree(redis);
  return one;
}
/** Two instances, of which the first leads; and how often the second had to read everything again. */
async function two(): Promise<{ one: Several; other: Several; missed: () => number }> {
  worlds += 1;
  const [one, other] = [await joined(`faults ${worlds}`), await joined(`faults ${worlds}`)];
  const missed = vi.fn();
  other.follow({ take: () => undefined, missed });
  one.onLead(() => undefined);
  await expect.poll(() => one.leads()).toBe(true);
  other.onLead(() => undefined);
  return { one, other, missed: () => missed.mock.calls.length };
}
const refusesWork = async (one: Several) => {
  await expect(one.exclusive('key', async () => 'done')).rejects.toMatchObject({ code: 'instances.unavailable' });
  await expect(one.journal.add('press', 'a', '1')).rejects.toMatchObject({ code: 'journal.unavailable' });
  // Neither a write nor a request is held up or fails.
  await one.tell({ kind: 'notified', body: 1 });
  await one.caughtUp();
};

describe('a Redis that', () => {
  it('has lost everything: the one that leads goes on, no other does, and all read everything again', async () => {
    const { one, other, missed } = await two();
    const leaders: boolean[] = [];
    await redis.does('FLUSHALL');
    const third = await joinInstances({ url: redis.url, owner: `faults ${worlds}`, log });
    open.push(third);
    third.onLead(() => leaders.push(true));
    await expect
      .poll(() => {
        leaders.push(other.leads());
        return missed();
      })
      .toBeGreaterThan(0);
    expect([one.leads(), leaders.includes(true)]).toEqual([true, false]);
    await expect.poll(async () => (await other.every()).length).toBe(3);
    expect(await other.exclusive('key', async () => 'done')).toBe('done');
  });

  it('is full takes nothing new; afterwards the others read again what they were not told', async () => {
    const { one, missed } = await two();
    await redis.does('CONFIG', 'SET', 'maxmemory', '1');
    await refusesWork(one);
    await redis.does('CONFIG', 'SET', 'maxmemory', '0');
    await expect.poll(missed).toBeGreaterThan(0);
    expect(await one.exclusive('key', async () => 'done')).toBe('done');
  });

  it('has become a replica takes nothing, until there is a primary again', async () => {
    const { one, missed } = await two();
    await redis.does('REPLICAOF', '127.0.0.1', '9');
    await refusesWork(one);
    await redis.does('REPLICAOF', 'NO', 'ONE');
    await expect.poll(() => one.exclusive('key', async () => 'done').catch(() => '')).toBe('done');
    await expect.poll(missed).toBeGreaterThan(0);
  });

  it('hangs holds up no request, and all goes on by itself', async () => {
    const { one, missed } = await two();
    redis.freeze(true);
    await Promise.all([one.caughtUp(), refusesWork(one)]);
    redis.freeze(false);
    await expect.poll(() => one.exclusive('key', async () => 'done').catch(() => '')).toBe('done');
    await expect.poll(missed).toBeGreaterThan(0);
    await expect.poll(() => one.leads()).toBe(true);
  });
});

it('instances whose clocks differ by hours agree all the same: times are those of Redis', async () => {
  const { one, other } = await two();
  const real = Date.now();
  const order: string[] = [];
  vi.useFakeTimers({ toFake: ['Date'] });
  for (const minutes of [10, -10, 600, 0]) {
    vi.setSystemTime(real + minutes * 60_000);
    const held = Promise.withResolvers<void>();
    const first = one.exclusive('key', async () => {
      await held.promise;
      order.push('first');
    });
    await expect
      .poll(() => one.status().clockAheadMs)
      .toSatisfy((ms: number) => Math.abs(ms - minutes * 60_000) < 30_000);
    const second = other.exclusive('key', async () => void order.push('second'));
    held.resolve();
    await Promise.all([first, second]);
    await one.journal.put('press', 'own', '1');
    expect(await other.journal.takeOver?.('press')).toEqual([]);
    expect([one.leads(), other.leads()]).toEqual([true, false]);
  }
  expect(order).toEqual(['first', 'second', 'first', 'second', 'first', 'second', 'first', 'second']);
});

describe('instances of two versions', () => {
  it('read their lists again for news that they do not know, and go on with what they do', async () => {
    worlds += 1;
    const [older, newer] = [await joined(`versions ${worlds}`), await joined(`versions ${worlds}`)];
    const [take, missed] = [vi.fn(), vi.fn()];
    older.follow({ take, missed });
    await newer.tell(JSON.parse('{"kind":"gossip","about":"something new"}') as never);
    await newer.tell({ kind: 'notified', body: 1 });
    await newer.tell(JSON.parse('{"v":2,"kind":"write","write":{}}') as never);
    await newer.tell({ kind: 'notified', body: 2 });
    await older.caughtUp();
    expect(take.mock.calls).toMatchObject([[{ kind: 'notified', body: 1 }], [{ kind: 'notified', body: 2 }]]);
    // The second time waits for half a minute: a newer version may say something each second.
    expect(missed).toHaveBeenCalledOnce();
  });
});
