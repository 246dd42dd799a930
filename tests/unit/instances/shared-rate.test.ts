import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connectTo } from '../../../api/instances/redis/connection.ts';
import { script } from '../../../api/instances/redis/script.ts';
import { slowDownAt, takeTurnAt } from '../../../api/instances/redis/scripts.ts';
import { gateRate, taken, throttled, waitOf, type GateRate } from '../../../bot/sending/gate-rate.ts';
import { aRedis, type RedisServer } from '../../support/redis-server.ts';

let redis: RedisServer;
let client: ReturnType<typeof connectTo>;
beforeAll(async () => {
  redis = await aRedis();
  client = connectTo({ url: redis.url, log: { info: () => {}, warn: () => {}, error: () => {} } }, false);
  await client.connect();
});
afterAll(async () => {
  client.disconnect();
  await redis.close();
});

const steps = fc.array(
  fc.record({
    after: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 30_000 })),
    does: fc.constantFrom('urgent' as const, 'broadcast' as const, 'broadcast' as const, 'throttled' as const),
    pause: fc.integer({ min: 0, max: 5 }),
  }),
  { maxLength: 60 },
);

it('answers as one gate alone does, to the millisecond, for every sequence of calls and 429s', async () => {
  const clock = 'local now = tonumber(ARGV[3])';
  const [take, slow] = [script(client, takeTurnAt(clock)), script(client, slowDownAt(clock))];
  let runs = 0;
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(1, 7.5, 13, 40), steps, async (target, sequence) => {
      runs += 1;
      const key = [`rate:${runs}`];
      let now = 1_000_000;
      let alone: GateRate | undefined;
      for (const { after, does, pause } of sequence) {
        now += after;
        alone ??= gateRate(target, now);
        if (does === 'throttled') {
          await slow(key, target, pause * 1_000, now);
          alone = throttled(alone, now, pause, 0.5);
          continue;
        }
        const wait = waitOf(alone, now, does);
        expect(await take(key, target, does === 'broadcast' ? 1 : 0, now)).toBe(wait);
        if (wait === 0) alone = taken(alone, now);
      }
    }),
    { numRuns: 150 },
  );
});
