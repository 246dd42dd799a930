import { setImmediate as turn } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { continuePacks } from '../../../api/contingency/index.ts';
import { Centres } from '../../../api/organisation/index.ts';
import type { Fetch } from '../../../api/kernel/index.ts';
import { siteId } from '../../../teams-app/emulator/municipality.ts';
import { endSharedWorld } from '../../browser/tab-page/worlds.ts';
import { startWorld, type JourneyWorld } from '../../support/world.ts';

let night: JourneyWorld;
beforeAll(async () => {
  await endSharedWorld();
  night = await aNight();
});
afterAll(async () => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  await night.close();
});

/** Requests of the program, and notifications to it, without an answer yet. */
let underWay = 0;
const counted =
  (ask: Fetch): Fetch =>
  async (...request) => {
    underWay += 1;
    return ask(...request).finally(() => (underWay -= 1));
  };

/** Hours in which only this test advances time, a second when all requests of the last are answered. */
async function aNight(): Promise<JourneyWorld> {
  vi.useFakeTimers({
    now: Date.parse('2026-11-28T21:00:00Z'),
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'],
  });
  vi.stubGlobal('fetch', counted(fetch));
  const world = await whilePassing(startWorld({}, undefined, counted));
  await whilePassing(world.program.process());
  // Threads draw packs in real time.
  await whilePassing(continuePacks(world.program.context));
  return world;
}

/** The work's result, with time passing until it is done. */
async function whilePassing<Value>(work: Promise<Value>): Promise<Value> {
  let isDone = false;
  const noteDone = () => void (isDone = true);
  void work.then(noteDone, noteDone);
  while (!isDone) await pass(1);
  return work;
}

/** Seconds in sequence, each with all its effects. */
async function pass(seconds: number) {
  for (let passed = 0; passed < seconds; passed += 1) {
    await vi.advanceTimersByTimeAsync(1_000);
    for (let idle = 0; idle < 5; idle = underWay === 0 ? idle + 1 : 0) await turn();
  }
}

/** The most expensive ten minutes, in units a minute. */
async function dearest(tens: number): Promise<number> {
  let most = 0;
  for (let ten = 0; ten < tens; ten += 1) {
    night.desk.world!.stats.reset();
    await pass(10 * 60);
    most = Math.max(most, night.desk.world!.stats.snapshot().graph.resourceUnits / 10);
  }
  return most;
}

const health = async () =>
  (await (await fetch(`${night.program.address}/api/health`)).json()) as { changes: { told: number; lists: number } };

describe('the whole program, with nobody there', () => {
  it('costs at most 12 units a minute where changes are told, and sees one by hand within 20 seconds', async () => {
    await pass(5 * 60);
    const { changes } = await health();
    expect(changes).toMatchObject({ told: changes.lists, missed: 0 });
    expect(changes.lists).toBeGreaterThan(55);
    expect(await dearest(7)).toBeLessThanOrEqual(12);

    const centres = night.program.context.list(Centres);
    const [centre] = centres.all();
    const token = (await night.control('POST', 'token', { client: 'app' })).body as { token: string };
    const { graph } = (await night.control('GET', 'addresses')).body as { graph: string };
    const response = await fetch(`${graph}/v1.0/sites/${siteId}/lists/Centres/items/${centre!.item.id}/fields`, {
      method: 'PATCH',
      headers: { authorization: `Bearer ${token.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ Title: 'Nyt navn' }),
    });
    expect(response.status).toBe(200);
    await pass(20);
    expect(centres.get(centre!.key)?.title).toBe('Nyt navn');
  });

  it('costs at most 12 units a minute where the app may not subscribe', async () => {
    await night.control('PUT', 'faults', { graph: { subscriptionsRefused: true } });
    // Microsoft cancels the subscriptions, and grants no new ones.
    await pass(16 * 60);
    await night.control('POST', 'lifecycle', { event: 'subscriptionRemoved' });
    await pass(60);
    expect((await health()).changes).toMatchObject({ told: 0, problem: 'sharepoint.subscriptionsRefused' });
    expect(await dearest(3)).toBeLessThanOrEqual(12);
  });
});
