import { readFileSync } from 'node:fs';
import * as tls from 'node:tls';
import { afterEach, describe, expect, it } from 'vitest';
import { joinInstances, type News } from '../../../api/instances/index.ts';
import { redisCommands, oldestRedis } from '../../../api/instances/redis/commands.ts';
import * as scripts from '../../../api/instances/redis/scripts.ts';
import { selfSigned } from '../../../teams-app/commands/setup/self-signed.ts';
import { aRedis, leaseIsFree, type RedisServer } from '../../support/redis-server.ts';

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

/** Two instances do everything that they do with Redis. */
async function useAllOf(redis: RedisServer, url = redis.url): Promise<void> {
  const [one, other] = await Promise.all(['a', 'b'].map((id) => joinInstances({ url, owner: 'all {of} it', log, id })));
  if (!one || !other) throw new Error('two were asked for');
  open.unshift(one, other);
  const heard: News[] = [];
  other.follow({ take: (news) => void heard.push(news), missed: () => undefined });
  one.say(() => 'version 1');
  one.onLead(() => undefined);
  await leaseIsFree(redis);
  await expect.poll(() => one.leads()).toBe(true);
  await one.exclusive('a {key} of its own', () => one.tell({ kind: 'notified', body: 1 }));
  await other.caughtUp();
  expect(heard).toHaveLength(1);
  await one.journal.add('press', 'x', '1');
  await one.journal.put('press', 'x', '2');
  expect(await other.journal.all('press')).toEqual([{ key: 'x', text: '2' }]);
  expect(await other.journal.takeOver?.('press')).toEqual([]);
  await one.journal.remove('press', ['x']);
  expect(await one.rate.take('urgent', 40)).toBe(0);
  await one.rate.throttled(40, 1_000);
  expect(await other.rate.take('urgent', 40)).toBeGreaterThan(0);
  const limited = one.perMinute(2, 'presses');
  expect([await limited('x'), await limited('x')]).toEqual([undefined, expect.any(Number)]);
  await expect.poll(async () => (await other.every()).map(({ said }) => said).toSorted()).toEqual(['', 'version 1']);
  const seen = (await other.every()).find(({ id }) => id === 'a');
  expect([seen?.isOwn, seen?.leadsForMs === undefined]).toEqual([false, false]);
  await one.close();
  expect((await other.every()).map(({ id }) => id)).toEqual(['b']);
}

it('a cluster of one node serves them all, with TLS of an own authority and a user with the commands used', async () => {
  const dayMs = 86_400_000;
  const now = Date.now();
  const own = selfSigned({ name: 'localhost', from: new Date(now - dayMs), to: new Date(now + dayMs), bits: 2048 });
  // What NODE_EXTRA_CA_CERTS does at the start of a process.
  tls.setDefaultCACertificates([...tls.getCACertificates('default'), own.certificate]);
  const redis = await aRedis({ tls: own, isCluster: true });
  open.push(redis);
  await redis.does('CLUSTER', 'ADDSLOTSRANGE', '0', '16383');
  await expect.poll(async () => String(await redis.does('CLUSTER', 'INFO'))).toContain('cluster_state:ok');
  // The page for operators has a user with these commands.
  const page = readFileSync(new URL('../../../docs/several-instances.md', import.meta.url), 'utf8');
  const [, user = ''] = /ACL (SETUSER isms .*)`/.exec(page) ?? [];
  await redis.does('ACL', ...user.replace('>password', '>hemmelig').split(' '));
  await useAllOf(redis, redis.url.replace('rediss://', 'rediss://isms:hemmelig@'));
  expect(await redis.does('ACL', 'LOG')).toEqual([]);
});

describe('the commands that are sent', () => {
  it('are those of the table, also in scripts, and no newer than the oldest Redis that is supported', async () => {
    const redis = await aRedis();
    open.push(redis);
    await useAllOf(redis);
    const stats = String(await redis.does('INFO', 'commandstats'));
    // `keys` is sent by the test itself.
    const sent = [...stats.matchAll(/cmdstat_([a-z]+)/g)].map(([, name = '']) => name);
    expect(sent.filter((name) => redisCommands[name] === undefined && name !== 'keys')).toEqual([]);
    const written = Object.values(scripts).flatMap((lua) =>
      [...String(lua).matchAll(/redis\.call\('([A-Z]+)'/g)].map(([, name = '']) => name.toLowerCase()),
    );
    expect(written.filter((name) => redisCommands[name] === undefined)).toEqual([]);
    const parts = (version: string) => version.split('.').map(Number);
    const isNewer = ([major = 0, minor = 0]: number[], [than = 0, thanMinor = 0]: number[]) =>
      major > than || (major === than && minor > thanMinor);
    const newer = Object.entries(redisCommands).filter(([, version]) => isNewer(parts(version), parts(oldestRedis)));
    expect(newer).toEqual([]);
  });
});
