import { afterEach, describe, expect, it, vi } from 'vitest';
import { Centres } from '../../../api/organisation/index.ts';
import { siteId } from '../../../teams-app/emulator/municipality.ts';
import { startWorld, type JourneyWorld } from '../../support/world.ts';

const really = globalThis.setTimeout;
let world: JourneyWorld | undefined;
afterEach(async () => {
  vi.useRealTimers();
  await world?.close();
  world = undefined;
});

/** A Saturday night in which only this test advances time; sockets and files run freely. */
async function aNight(env: Record<string, string> = {}) {
  vi.useFakeTimers({
    now: Date.parse('2026-11-28T21:00:00Z'),
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'],
  });
  const starting = startWorld(env);
  let started = false;
  const done = starting.then(
    () => (started = true),
    () => (started = true),
  );
  while (!started) await pass(1);
  await done;
  world = await starting;
  const { process } = world;
  let processed = false;
  const processing = process().finally(() => (processed = true));
  while (!processed) await pass(1);
  await processing;
  return world;
}

/** Seconds in sequence, with time for their effects. */
async function pass(seconds: number) {
  for (let passed = 0; passed < seconds; passed += 1) {
    await vi.advanceTimersByTimeAsync(1_000);
    await new Promise((resolve) => really(resolve, 4));
  }
}

const unitsOf = ({ desk }: JourneyWorld) => desk.world!.stats.snapshot().graph;

/** The most expensive ten minutes, in units a minute. */
async function dearest(night: JourneyWorld, tens: number): Promise<number> {
  let most = 0;
  for (let ten = 0; ten < tens; ten += 1) {
    night.desk.world!.stats.reset();
    await pass(10 * 60);
    most = Math.max(most, unitsOf(night).resourceUnits / 10);
  }
  return most;
}

const health = async ({ program }: JourneyWorld) =>
  (await (await fetch(`${program.address}/api/health`)).json()) as { changes: { told: number; lists: number } };

describe('the whole program, with nobody there', () => {
  it('costs at most 12 units a minute where changes are told, and sees one by hand within 20 seconds', async () => {
    const night = await aNight();
    await pass(5 * 60);
    const { changes } = await health(night);
    expect(changes).toMatchObject({ told: changes.lists, missed: 0 });
    expect(changes.lists).toBeGreaterThan(55);
    expect(await dearest(night, 7)).toBeLessThanOrEqual(12);

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
    const night = await aNight();
    await night.control('PUT', 'faults', { graph: { subscriptionsRefused: true } });
    // Microsoft cancels the subscriptions, and grants no new ones.
    await pass(16 * 60);
    await night.control('POST', 'lifecycle', { event: 'subscriptionRemoved' });
    await pass(60);
    expect((await health(night)).changes).toMatchObject({ told: 0, problem: 'sharepoint.subscriptionsRefused' });
    expect(await dearest(night, 3)).toBeLessThanOrEqual(12);
  });
});
