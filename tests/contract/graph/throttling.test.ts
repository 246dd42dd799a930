import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createThrottle, type Charge } from '../../../teams-app/emulator/graph/throttle.ts';
import { startGraph, type GraphAnswer, type GraphWorld } from './world.ts';

describe('the bands', () => {
  const charge = (licences: number, more: Partial<Charge> = {}): Charge => ({
    ...{ area: 'sharepoint', app: 'a', cost: 2, write: false, licences, people: 600 },
    ...more,
  });

  it.each([
    [1000, 1250],
    [1001, 2500],
    [15_000, 3750],
    [50_000, 5000],
    [50_001, 6250],
  ])('of %i licences give %i units a minute', (licences, limit) => {
    const throttle = createThrottle(() => 0);
    for (let used = 0; used < limit; used += 2) {
      expect(throttle.charge(charge(licences)).retryAfter).toBeUndefined();
    }
    expect(throttle.charge(charge(licences)).retryAfter).toBe(60);
  });

  it('never refuse without licences', () => {
    const throttle = createThrottle(() => 0);
    expect(throttle.charge(charge(0, { cost: 1_000_000 })).retryAfter).toBeUndefined();
  });

  it('count the five minutes of the tenant over all apps, and then tell no rate', () => {
    let now = 0;
    const throttle = createThrottle(() => now);
    const one = (app: number) => throttle.charge(charge(500, { app: `app ${app}`, cost: 1250 }));
    for (let app = 0; app < 15; app += 1) expect(one(app).retryAfter).toBeUndefined();
    expect(one(15)).toMatchObject({ retryAfter: 300, headers: {} });
    now = 300_000;
    expect(one(15).retryAfter).toBeUndefined();
  });

  it('have a bucket of their own for the directory, with other headers', () => {
    const throttle = createThrottle(() => 0);
    const directory = charge(500, { area: 'directory', cost: 1000 });
    const answers = Array.from({ length: 9 }, () => throttle.charge(directory));
    expect(answers[5]?.headers).toEqual({ 'x-ms-resource-unit': '1000' });
    expect(answers[7]?.headers['x-ms-throttle-limit-percentage']).toBe('1.00');
    expect(answers[8]).toMatchObject({ retryAfter: 10, code: 'TooManyRequests' });
    expect(answers[8]?.headers['x-ms-throttle-scope']).toBeDefined();
  });
});

describe('a small tenant', () => {
  let graph: GraphWorld;
  beforeEach(async () => {
    vi.useFakeTimers({ now: 1_800_000_000_000, toFake: ['Date'] });
    graph = await startGraph({ licences: 500 });
    await graph.list('Slow');
    vi.setSystemTime(1_800_000_100_000);
  });
  afterEach(async () => {
    vi.useRealTimers();
    await graph.close();
  });

  /** Reads pages (2 units each) until the response has the status. */
  async function readUntil(
    wanted: (answer: GraphAnswer) => boolean,
  ): Promise<{ answer: GraphAnswer; requests: number }> {
    for (let requests = 1; requests <= 700; requests += 1) {
      const answer = await graph.site('GET', '/lists/Slow/items');
      if (wanted(answer)) return { answer, requests };
    }
    throw new Error('never');
  }

  it('tells its rate from 80 per cent upward', async () => {
    const { answer, requests } = await readUntil(({ headers }) => headers.has('ratelimit-limit'));
    expect([answer.status, requests]).toEqual([200, 500]);
    expect(answer.headers.get('ratelimit-limit')).toBe('1250');
    expect(answer.headers.get('ratelimit-remaining')).toBe('250');
    expect(answer.headers.get('ratelimit-reset')).toBe('60');
  });

  it('answers 429 above the limit with the time to wait, charges that too, and opens again', async () => {
    const { answer, requests } = await readUntil(({ status }) => status === 429);
    expect(requests).toBe(626);
    expect(answer.body.error).toMatchObject({
      code: 'activityLimitReached',
      message: 'The request has been throttled',
    });
    expect(answer.headers.get('retry-after')).toBe('60');
    expect(answer.headers.get('ratelimit-remaining')).toBe('0');
    expect(graph.emulator.world.stats.snapshot().graph.resourceUnits).toBeGreaterThanOrEqual(626 * 2);
    vi.setSystemTime(1_800_000_161_000);
    expect((await graph.site('GET', '/lists/Slow/items')).status).toBe(200);
  });

  it('charges requests that fail', async () => {
    let last = 0;
    for (let request = 0; request < 1251 && last !== 429; request += 1) {
      last = (await graph.site('GET', '/lists/Slow/items/999')).status;
    }
    expect(last).toBe(429);
  });
});

describe('prices', () => {
  it('are those of the table', async () => {
    const graph = await startGraph();
    const list = await graph.list('Priced');
    const { stats } = graph.emulator.world;
    const price = async (method: string, path: string, options = {}) => {
      stats.reset();
      await graph.site(method, path, options);
      return stats.snapshot().graph.resourceUnits;
    };
    const item = `/lists/${list}/items`;
    expect(await price('POST', item, { body: { fields: {} } })).toBe(2);
    expect(await price('GET', `${item}/1`)).toBe(1);
    expect(await price('PATCH', `${item}/1`, { body: { fields: {} } })).toBe(2);
    expect(await price('GET', item)).toBe(2);
    expect(await price('DELETE', `${item}/1`)).toBe(2);
    expect(await price('GET', '/permissions')).toBe(5);
    expect(await price('PUT', '/drive/root:/a.txt:/content', { body: new Uint8Array(1) })).toBe(2);
    expect(await price('GET', '/drive/root:/a.txt:/content')).toBe(1);
    await graph.close();
  });

  it('are counted by method and path template', async () => {
    const graph = await startGraph();
    await graph.site('GET', '/lists');
    await graph.site('GET', '/lists');
    expect(graph.emulator.world.stats.snapshot().graph.byRoute['GET /sites/{site}/lists']).toEqual({
      ...{ requests: 2, resourceUnits: 4 },
      statuses: { 200: 2 },
    });
    await graph.close();
  });
});
