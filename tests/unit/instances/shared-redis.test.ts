import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { sharedRedis } from '../../../teams-app/commands/doctor/shared-redis.ts';
import { aRedis, type RedisServer } from '../../support/redis-server.ts';

describe('doctor on the Redis of several instances', () => {
  let [durable, forgetful]: RedisServer[] = [];
  beforeAll(async () => {
    [durable, forgetful] = await Promise.all([aRedis({ durable: true }), aRedis()]);
  });
  afterAll(async () => {
    await durable?.close();
    await forgetful?.close();
  });

  it('says nothing where there is one instance, and that all is well where it is', async () => {
    expect(await sharedRedis(undefined)).toEqual([]);
    expect(await sharedRedis(durable?.url)).toMatchObject([{ state: 'good' }]);
  });

  it('says what is lost without an append-only file', async () => {
    const [found] = await sharedRedis(forgetful?.url);
    expect(found?.state).toBe('look');
    expect(`${found?.what} ${found?.todo}`).toMatch(/append-only.*appendonly yes/);
  });

  it('says that the clocks differ, and that nothing is sent twice by it', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 600_000 });
    const [found] = await sharedRedis(durable?.url);
    vi.useRealTimers();
    expect(found?.state).toBe('look');
    expect(`${found?.what} ${found?.todo}`).toMatch(/(599|600|601) seconds ahead.*NTP.*twice/);
  });

  it.each([
    ['nothing listens', (url: string) => url.replace(/:\d+$/, ':9')],
    ['a password is wrong', (url: string) => url.replace('redis://', 'redis://somebody:hemmelig@')],
    ['it does not speak TLS', (url: string) => url.replace('redis://', 'rediss://:hemmelig@')],
  ])('says that it does not answer when %s, and never the password', async (_name, changed) => {
    const [found] = await sharedRedis(changed(durable?.url ?? ''));
    expect(found?.state).toBe('bad');
    expect(found?.todo).toContain('rediss://');
    expect(JSON.stringify(found)).not.toContain('hemmelig');
  });
});
