import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { aloneWith, joinInstances, type Instances, type News, type Several } from '../../../api/instances/index.ts';
import { inParallel } from '../../../api/kernel/index.ts';
import { memoryEngine } from '../../support/memory-journal.ts';
import { aRedis, leaseIsFree, type RedisServer } from '../../support/redis-server.ts';
import { journalContract } from '../journal/journal-contract.ts';

let redis: RedisServer;
let worlds = 0;
const open: Instances[] = [];
beforeAll(async () => {
  redis = await aRedis();
});
afterEach(async () => {
  for (const instances of open.splice(0)) await instances.close();
});
afterAll(() => redis.close());

const aLog = () => ({ info: vi.fn(), warn: vi.fn(), error: vi.fn() });
async function joined(owner: string, id?: string): Promise<Several> {
  const one = await joinInstances({ url: redis.url, owner, log: aLog(), ...(id === undefined ? {} : { id }) });
  open.push(one);
  await leaseIsFree(redis);
  return one;
}
/** Instances of one municipality, which nobody else in this file shares. */
const several = async (count: number): Promise<Several[]> => {
  worlds += 1;
  return Promise.all(Array.from({ length: count }, () => joined(`municipality ${worlds}`)));
};
const leadersOf = (instances: readonly Instances[]) => instances.filter((one) => one.leads());

journalContract('Redis', async () => {
  worlds += 1;
  return (await joined(`journal ${worlds}`)).journal;
});

describe.each([
  ['alone', async () => [aloneWith(memoryEngine())]],
  ['on Redis', () => several(1)],
])('one instance %s', (_name, open) => {
  it('leads', async () => {
    const [one] = await open();
    one?.onLead(() => undefined);
    await expect.poll(() => one?.leads()).toBe(true);
    expect(one?.status()).toMatchObject({ state: 'ok', instances: 1, leads: true });
  });

  it('does work of one key, and is caught up at once', async () => {
    const [one] = await open();
    await one?.caughtUp?.();
    expect(await one?.exclusive('key', async () => 'done')).toBe('done');
    await expect(one?.exclusive('key', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await one?.exclusive('key', async () => 'again')).toBe('again');
  });
});

describe('several instances on Redis', () => {
  it('have one leader, and another one when it leaves', async () => {
    const instances = await several(3);
    for (const one of instances) one.onLead(() => undefined);
    await expect.poll(() => leadersOf(instances)).toHaveLength(1);
    expect(new Set(instances.map((one) => one.status().instances))).toContain(3);
    const [first] = leadersOf(instances);
    await first?.close();
    open.splice(open.indexOf(first as Instances), 1);
    expect(first?.leads()).toBe(false);
    await expect.poll(() => leadersOf(instances)).toHaveLength(1);
    expect(leadersOf(instances)).not.toContain(first);
  });

  it('do not lead before they are ready to', async () => {
    const [one, other] = await several(2);
    one?.onLead(() => undefined);
    await expect.poll(() => one?.leads()).toBe(true);
    expect(other?.leads()).toBe(false);
  });

  it('read what another has told when they are caught up, in its order, and not their own', async () => {
    const [one, other] = await several(2);
    const [heard, own]: [News[], News[]] = [[], []];
    other?.follow({ take: (news) => void heard.push(news), missed: () => undefined });
    one?.follow({ take: (news) => void own.push(news), missed: () => undefined });
    for (let number = 0; number < 200; number += 1) await one?.tell({ kind: 'notified', body: number });
    await Promise.all([one?.caughtUp(), other?.caughtUp()]);
    expect(heard.map((news) => news.kind === 'notified' && news.body)).toEqual(
      Array.from({ length: 200 }, (_, n) => n),
    );
    expect(own).toEqual([]);
  });

  it('do work of one key one at a time, and each knows what the one before has told', async () => {
    const instances = await several(3);
    const counts = instances.map(() => 0);
    instances.forEach((one, at) =>
      one.follow({ take: () => void (counts[at] = (counts[at] ?? 0) + 1), missed: () => undefined }),
    );
    const seen: number[] = [];
    await inParallel(
      30,
      Array.from({ length: 30 }, (_, number) => number),
      async (number) => {
        const at = number % 3;
        await instances[at]?.exclusive('number', async () => {
          seen.push(counts[at] ?? 0);
          await instances[at]?.tell({ kind: 'notified', body: number });
          counts[at] = (counts[at] ?? 0) + 1;
        });
      },
    );
    expect(seen).toEqual(Array.from({ length: 30 }, (_, number) => number));
  });

  it('work of other keys does not wait', async () => {
    const [one, other] = await several(2);
    const held = Promise.withResolvers<void>();
    const waiting = one?.exclusive('a', () => held.promise);
    expect(await other?.exclusive('b', async () => 'done')).toBe('done');
    held.resolve();
    await waiting;
  });

  it('take over what one that has left had in the journal, once, and nothing of those that run', async () => {
    const [gone, one, other] = await several(3);
    await gone?.journal.add('press', 'left', '1');
    await one?.journal.add('press', 'own', '2');
    expect(await other?.journal.takeOver?.('press')).toEqual([]);
    await gone?.close();
    open.splice(open.indexOf(gone as Instances), 1);
    const taken = await Promise.all([one, other].map(async (each) => each?.journal.takeOver?.('press')));
    expect(taken.flat()).toEqual([{ key: 'left', text: '1' }]);
    expect(await one?.journal.all('press')).toHaveLength(2);
  });

  it('share one rate: all together take no more than one would', async () => {
    const instances = await several(3);
    const tries = instances.flatMap((one) => Array.from({ length: 10 }, async () => one.rate?.take('urgent', 0.001)));
    // A burst of one, and the next turn in a thousand seconds.
    expect((await Promise.all(tries)).filter((wait) => wait === 0)).toHaveLength(1);
  });

  it('leave a turn to answers while a broadcast takes all it gets', async () => {
    const [one, other] = await several(2);
    // A new bucket has one turn.
    expect(await one?.rate?.take('broadcast', 20)).toBeGreaterThan(0);
    expect(await other?.rate?.take('urgent', 20)).toBe(0);
  });

  it('all pause when one is told to slow down', async () => {
    const [one, other] = await several(2);
    await one?.rate?.throttled(40, 60_000);
    expect(await other?.rate?.take('urgent', 40)).toBeGreaterThan(30_000);
  });

  it('tell each other what units they have used', async () => {
    const [one, other] = await several(2);
    let others = 0;
    one?.shareUnits(
      () => 70,
      () => undefined,
    );
    other?.shareUnits(
      () => 5,
      (units) => {
        others = units;
      },
    );
    await expect.poll(() => others).toBe(70);
  });
});

describe('instances whose Redis goes away', () => {
  it('lead no more, refuse work of a key, and go on by themselves when it is back', async () => {
    const own = await aRedis();
    const log = aLog();
    const [one, other] = await Promise.all(
      ['a', 'b'].map((id) => joinInstances({ url: own.url, owner: 'x', log, id })),
    );
    if (!one || !other) throw new Error('two were asked for');
    const missed = vi.fn();
    other.follow({ take: () => undefined, missed });
    one.onLead(() => undefined);
    await leaseIsFree(own);
    await expect.poll(() => one.leads() && one.status().instances === 2).toBe(true);
    await own.kill();
    await expect(one.exclusive('key', async () => 'done')).rejects.toMatchObject({ code: 'instances.unavailable' });
    await one.tell({ kind: 'notified', body: 1 });
    await one.caughtUp();
    await expect(one.journal.add('press', 'a', '1')).rejects.toMatchObject({ code: 'journal.unavailable' });
    await expect.poll(() => one.leads()).toBe(false);
    expect(one.status()).toMatchObject({ state: 'away', leads: false });
    await own.start();
    const third = await joinInstances({ url: own.url, owner: 'x', log });
    // Counts its beats: when one begins, the one before has an answer.
    const beats = vi.fn(() => 0);
    third.shareUnits(beats, () => undefined);
    third.onLead(() => undefined);
    await expect.poll(() => missed.mock.calls.length).toBeGreaterThan(0);
    await expect.poll(() => beats.mock.calls.length).toBeGreaterThan(1);
    // A fourth one, away from Redis, might still believe to lead.
    expect(leadersOf([one, other, third])).toEqual([]);
    await leaseIsFree(own);
    await expect.poll(() => leadersOf([one, other, third])).toHaveLength(1);
    expect(await one.exclusive('key', async () => 'done')).toBe('done');
    await Promise.all([one.close(), other.close(), third.close()]);
    await own.close();
  });

  it('cannot be joined without one, and say so', async () => {
    const own = await aRedis();
    await own.close();
    await expect(joinInstances({ url: own.url, owner: 'x', log: aLog() })).rejects.toMatchObject({
      kind: 'unavailable',
      code: 'instances.unavailable',
    });
  });
});
