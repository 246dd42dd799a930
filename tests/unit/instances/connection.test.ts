import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { connectTo } from '../../../api/instances/redis/connection.ts';
import { aRedis, type RedisServer } from '../../support/redis-server.ts';

let redis: RedisServer;
let client: ReturnType<typeof connectTo>;
const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
const logged = () => log.error.mock.calls.map(([, message]: readonly unknown[]) => message);
const answers = () => expect.poll(() => client.ping().catch(() => '')).toBe('PONG');
/** Longer than a connection may be silent while a command waits. */
const freeze = () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5_500);

beforeEach(async () => {
  vi.clearAllMocks();
  redis = await aRedis();
  client = connectTo({ url: redis.url, log }, false);
  await client.connect();
});
afterEach(async () => {
  client.disconnect();
  await redis.close();
});

describe('a connection to Redis', () => {
  it('says nothing when the process was frozen, with its timers, while a command waited', async () => {
    const lost = vi.fn();
    client.on('error', lost);
    const waiting = client.ping().catch(() => 'lost');
    freeze();
    await waiting;
    await expect.poll(() => lost.mock.calls.length).toBe(1);
    await answers();
    expect(logged()).toEqual([]);
    expect(log.info).not.toHaveBeenCalled();
  });

  it('says once that Redis is gone, and that it answers again', async () => {
    await redis.kill();
    await expect.poll(logged).toEqual(['Redis is away']);
    await redis.start();
    await answers();
    expect(log.info.mock.calls.map(([, message]: readonly unknown[]) => message)).toEqual(['Redis answers again']);
    expect(logged()).toEqual(['Redis is away']);
  });

  it('says that Redis hangs', async () => {
    redis.freeze(true);
    client.ping().catch(() => undefined);
    await expect.poll(logged, { timeout: 15_000 }).toEqual(['Redis is away']);
    redis.freeze(false);
    await answers();
  });
});
