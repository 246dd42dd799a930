import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createGraph, createUnitBudget, type Lists } from '../../../api/sharepoint/index.ts';
import { siteId } from '../../../teams-app/emulator/municipality.ts';
import { listsOnADesk, type ListsOnADesk } from '../../contract/lists/on-a-desk.ts';
import { aThing, Things } from '../../contract/lists/things.ts';

let desk: ListsOnADesk;
let lists: Lists;
beforeAll(async () => {
  desk = await listsOnADesk([Things]);
  lists = await desk.instance([Things]);
});
beforeEach(() => desk.emulator.world.faults.reset());
afterAll(() => desk.close());

describe('lists when SharePoint throttles', () => {
  it('waits in full for a Retry-After that the SDK would cut short', async () => {
    const waits: number[] = [];
    const graph = desk.graphOf('app', async (milliseconds) => void waits.push(milliseconds));
    desk.emulator.world.faults.put({ graph: { otherLimit: { next: 1 }, retryAfterAbove180: true } });
    await graph.get(`/sites/${siteId}/lists/Things/items`, { lane: 'background' });
    expect(waits).toEqual([240_000]);
  });

  it('does not keep a person waiting for it', async () => {
    desk.emulator.world.faults.put({ graph: { otherLimit: { next: 1 }, retryAfterAbove180: true } });
    await expect(lists.handle(Things).create(aThing('patience'))).rejects.toMatchObject({
      kind: 'unavailable',
      code: 'sharepoint.away',
    });
  });

  it('says that the app is blocked by staying away, not by trying for ever', async () => {
    desk.emulator.world.faults.put({ graph: { blocked503: true } });
    await lists.refresh();
    expect(lists.status()).toMatchObject({ stale: true, lists: [{ problem: 'sharepoint.away' }] });
  });

  it('learns from the service how many units are left', async () => {
    desk.emulator.world.faults.put({ graph: { licences: 500 } });
    const corrections: number[] = [];
    const token = await desk.token('app');
    const budget = createUnitBudget();
    const { correct } = budget;
    const graph = createGraph({
      fetch: desk.fetch,
      accessToken: async () => token,
      budget: { ...budget, correct: (limit) => (corrections.push(limit.remaining), correct(limit)) },
      userAgent: 'NONISV|Test|Sikkerhedshjulet/1.0',
    });
    const page = `/sites/${siteId}/lists/Things/items?$top=1`;
    for (let used = 0; used < 1_250 * 0.85; used += 2) await graph.get(page, { lane: 'background' });
    expect(corrections.length).toBeGreaterThan(0);
    expect(Math.min(...corrections)).toBeLessThan(250);
  });
});
