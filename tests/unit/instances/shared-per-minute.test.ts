import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { requestLimits } from '../../../api/http/request-limits.ts';
import { joinInstances, type Several } from '../../../api/instances/index.ts';
import { perMinute, type PerMinute, type PersonId } from '../../../api/kernel/index.ts';
import { pressLimit } from '../../../bot/actions/index.ts';
import { aRedis, type RedisServer } from '../../support/redis-server.ts';

let redis: RedisServer;
let worlds = 0;
let now = 0;
const open: Several[] = [];
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
beforeAll(async () => {
  redis = await aRedis();
});
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});
afterAll(() => redis.close());

async function several(count: number): Promise<PerMinute[]> {
  worlds += 1;
  const owner = `limits ${worlds}`;
  const joined = Array.from({ length: count }, () => joinInstances({ url: redis.url, owner, log, now: () => now }));
  open.push(...(await Promise.all(joined)));
  return open.map((one) => one.perMinute);
}

/** Of so many uses of one person, in turn through each; the number that is within the limit. */
async function within(uses: number, through: readonly ((key: string) => Promise<unknown>)[]): Promise<number> {
  const nth = Array.from({ length: uses }, (_, number) => number);
  const found = await Promise.all(nth.map(async (number) => through[number % through.length]?.('anne')));
  return found.filter((seconds) => seconds === undefined).length;
}
/** How often Redis was asked for uses: no other script that runs here has this command. */
const asks = async () => {
  const stats = String(await redis.does('INFO', 'commandstats'));
  return Number(/cmdstat_zrange:calls=(\d+)/.exec(stats)?.[1] ?? 0);
};

describe.each([
  ['alone', async () => [perMinute]],
  ['on Redis', () => several(1)],
])('one instance %s', (_name, open) => {
  it('gives a person the whole limit, and says how long to wait', async () => {
    const [one] = await open();
    const counted = one?.(40, 'requests') ?? (async () => 0);
    expect(await within(100, [counted])).toBe(40);
    const seconds = Number(await counted('anne'));
    expect([seconds > 0, seconds <= 60]).toEqual([true, true]);
    expect(await counted('bo')).toBeUndefined();
  });
});

describe('three instances on Redis', () => {
  it('give a person no more than one would, and one after the other begins with the next minute', async () => {
    const through = (await several(3)).map((one) => one(40, 'requests'));
    expect(await within(300, through)).toBe(40);
    expect(await within(30, through)).toBe(0);
    now += 60_000;
    expect(await within(300, through)).toBe(40);
  });

  it('give nearly all of it where one instance has all of a person’s requests, and the others the rest', async () => {
    const through = (await several(3)).map((one) => one(40, 'requests'));
    expect(await within(100, through.slice(0, 1))).toBe(36);
    expect(await within(100, through.slice(1))).toBe(4);
  });

  it('ask Redis nothing for what people usually do, and once for 45 requests beyond', async () => {
    const [one] = (await several(3)).map((each) => each(900, 'requests'));
    const before = await asks();
    expect(await within(45, [one ?? (async () => 0)])).toBe(45);
    expect((await asks()) - before).toBe(0);
    expect(await within(450, [one ?? (async () => 0)])).toBe(450);
    expect((await asks()) - before).toBe(10);
  });

  it('count each alone while Redis is away', async () => {
    const through = (await several(3)).map((one) => one(40, 'requests'));
    await redis.kill();
    expect(await within(300, through)).toBe(120);
    await redis.start();
    now += 60_000;
  });
});

it('requests, files and presses of one person are counted by them', async () => {
  const [one, other] = await several(2);
  const limits = { whole: 40, reading: 20, changing: 20, files: 10 };
  const doors = [requestLimits(limits, one), requestLimits(limits, other)];
  const route = { name: 'GET /api/paper' as const, endpoint: { summary: 'Gives a file', file: 'text/plain' } };
  const asked = await Promise.all(
    Array.from({ length: 30 }, async (_, nth) =>
      doors[nth % 2]?.('anne' as PersonId, route).then(
        () => 'given',
        ({ code }: { code: string }) => code,
      ),
    ),
  );
  expect(Map.groupBy(asked, (answer) => answer).get('given')).toHaveLength(10);
  expect(new Set(asked)).toEqual(new Set(['given', 'http.tooMany']));
  const presses = [pressLimit(20, one), pressLimit(20, other)];
  const pressed = await Promise.all(
    Array.from({ length: 60 }, async (_, nth) => presses[nth % 2]?.('anne' as PersonId)),
  );
  expect(pressed.filter((refused) => refused === undefined)).toHaveLength(20);
});
