import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ListHandle, Lists, RecordIn } from '../../../api/sharepoint/index.ts';
import { siteId } from '../../../teams-app/emulator/municipality.ts';
import { listsOnADesk, type ListsOnADesk } from '../../contract/lists/on-a-desk.ts';
import { aThing, Things } from '../../contract/lists/things.ts';

type Handle = ListHandle<RecordIn<typeof Things>>;
let desk: ListsOnADesk;
let lists: Lists;
let things: Handle;
let count = 0;
const newKey = () => `thing-${++count}`;

beforeAll(async () => {
  desk = await listsOnADesk([Things]);
  lists = await desk.instance([Things]);
  things = lists.handle(Things);
});
afterEach(() => desk.emulator.world.faults.reset());
afterAll(() => desk.close());

const put = (graph: Parameters<typeof desk.emulator.world.faults.put>[0]['graph']) =>
  void desk.emulator.world.faults.put({ graph: graph ?? {} });
/** Directly from Graph, without a mirror: key → occurrences in the list, and its size. */
async function inSharePoint(): Promise<{ key: string; size: number }[]> {
  const found: { key: string; size: number }[] = [];
  const items = `/sites/${siteId}/lists/Things/items?$expand=fields($select=Key,Size)`;
  for await (const page of desk.graphOf('app').pages(items)) {
    for (const item of page.value as { fields: { Key: string; Size: number } }[]) {
      found.push({ key: item.fields.Key, size: item.fields.Size });
    }
  }
  return found.sort((a, b) => a.key.localeCompare(b.key));
}
const inMirror = (handle: Handle) =>
  handle
    .all()
    .map(({ key, size }) => ({ key, size }))
    .sort((a, b) => a.key.localeCompare(b.key));

describe('lists when Graph fails', () => {
  it('makes one item when the create is answered by a 504 though it was done', async () => {
    put({ commitThen504: { next: 1 } });
    const thing = aThing(newKey(), 3);
    expect(await things.create(thing)).toMatchObject({ existed: false, record: { size: 3 } });
    expect((await inSharePoint()).filter(({ key }) => key === thing.key)).toHaveLength(1);
  });

  it('does not take another record for its own after a lost answer', async () => {
    const other = await desk.instance([Things]);
    const thing = aThing(newKey(), 3);
    await other.handle(Things).create(aThing(thing.key, 9));
    put({ random: { rate: 1, statuses: [504], retryAfterSeconds: 1 } });
    const creating = things.create(thing, 'background');
    setTimeout(() => desk.emulator.world.faults.reset(), 200);
    expect(await creating).toMatchObject({ existed: true, record: { size: 9 } });
  });

  it('counts a change once when its answer was lost', async () => {
    const { key } = (await things.create(aThing(newKey(), 1))).record;
    put({ commitThen504: { next: 1 } });
    const after = await things.update(key, (current) => ({ size: current.size + 1 }));
    expect(after.size).toBe(2);
    expect((await things.fresh(key))?.size).toBe(2);
  });

  it('removes once and without a complaint when the answer was lost', async () => {
    const { key } = (await things.create(aThing(newKey()))).record;
    put({ commitThen504: { next: 1 } });
    await things.remove(key);
    expect((await inSharePoint()).some((thing) => thing.key === key)).toBe(false);
  });

  it('tries again after a 409 that comes without a reason', async () => {
    const { key } = (await things.create(aThing(newKey(), 1))).record;
    put({ conflict409: { next: 1 } });
    expect((await things.update(key, () => ({ size: 5 }))).size).toBe(5);
  });

  it('gets through a gateway page', async () => {
    put({ html502: { next: 2 } });
    expect((await things.create(aThing(newKey()))).existed).toBe(false);
  });

  it('writes 120 records once each, and counts right, while 5 % of all answers fail', async () => {
    desk.emulator.world.faults.put({
      seed: 7,
      graph: { random: { rate: 0.05, statuses: [429, 503, 504, 'reset'], retryAfterSeconds: 1 } },
    });
    const keys = Array.from({ length: 120 }, newKey);
    await Promise.all(keys.map((key) => things.create(aThing(key, 0), 'background')));
    await Promise.all(keys.map((key) => things.update(key, ({ size }) => ({ size: size + 1 }), 'background')));
    await Promise.all(keys.slice(0, 20).map((key) => things.remove(key, 'background')));
    await lists.refresh();
    desk.emulator.world.faults.reset();
    await lists.refresh();
    const there = (await inSharePoint()).filter(({ key }) => keys.includes(key));
    expect(there).toHaveLength(100);
    expect(there.every(({ size }) => size === 1)).toBe(true);
    expect(inMirror(things)).toEqual(await inSharePoint());
  });

  it('finds out what was deleted when delta gives an error object instead', async () => {
    const other = await desk.instance([Things]);
    const [a, b] = [newKey(), newKey()];
    for (const key of [a, b]) await things.create(aThing(key));
    await other.refresh();
    await things.remove(a);
    await things.update(b, () => ({ size: 8 }));
    put({ deltaDeleteBug: true });
    await other.refresh();
    expect(other.handle(Things).get(a)).toBeUndefined();
    expect(inMirror(other.handle(Things))).toEqual(await inSharePoint());
    expect(other.status().stale).toBe(false);
  });

  it.each(['resync', 'refused'] as const)(
    'loads everything anew when a tenant answers %s to an old delta token, and reads on meanwhile',
    async (badToken) => {
      const other = await desk.instance([Things]);
      await things.create(aThing(newKey()));
      desk.emulator.world.faults.put({ graph: { delta410: { next: 1 } }, tenant: { 'delta.badToken': badToken } });
      const refreshing = other.refresh();
      expect(other.handle(Things).all().length).toBeGreaterThan(0);
      await refreshing;
      expect(inMirror(other.handle(Things))).toEqual(await inSharePoint());
      desk.sent.splice(0);
      await other.refresh();
      expect(desk.sent).toHaveLength(1);
    },
  );

  it('goes on reading while Graph is away, says how old it is, and catches up', async () => {
    const before = things.all();
    put({ random: { rate: 1, statuses: [403], retryAfterSeconds: 1 } });
    await lists.refresh();
    expect(things.freshness()).toMatchObject({ stale: true, asOf: expect.stringMatching(/^20/) as unknown });
    expect(lists.status()).toMatchObject({ stale: true, lists: [{ list: 'Things', problem: 'sharepoint.noAccess' }] });
    expect(things.all()).toBe(before);
    desk.emulator.world.faults.reset();
    await lists.refresh();
    expect(lists.status().stale).toBe(false);
  });

  it('tells a writer that SharePoint is away, and writes nothing twice when it is back', async () => {
    const thing = aThing(newKey());
    put({ away: true });
    await expect(things.create(thing)).rejects.toMatchObject({ kind: 'unavailable', code: 'sharepoint.away' });
    desk.emulator.world.faults.reset();
    await things.create(thing);
    expect((await inSharePoint()).filter(({ key }) => key === thing.key)).toHaveLength(1);
  });

  it('mirrors the list exactly after any acts of two instances, with replays, gateway errors and lost answers', async () => {
    const act = fc.record({
      by: fc.integer({ min: 0, max: 1 }),
      do: fc.constantFrom('create', 'change', 'remove', 'refresh', 'reload' as const),
      key: fc.integer({ min: 0, max: 6 }),
    });
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 40 }), fc.nat(10_000), async (acts, seed) => {
        run += 1;
        const instances = [lists, await desk.instance([Things])];
        desk.emulator.world.faults.put({
          seed,
          graph: {
            duplicateDelta: true,
            deltaDeleteBug: seed % 2 === 0,
            commitThen504: 0.05,
            html502: 0.03,
          },
        });
        for (const { by, do: what, key: number } of acts) {
          const instance = instances[by] ?? lists;
          const handle = instance.handle(Things);
          const key = `any-${run}-${number}`;
          if (what === 'create') await handle.create(aThing(key), 'background');
          if (what === 'change' && handle.get(key)) {
            await handle.update(key, ({ size }) => ({ size: size + 1 }), 'background').catch(expectMissing);
          }
          if (what === 'remove') await handle.remove(key, 'background');
          if (what === 'refresh') await instance.refresh();
          if (what === 'reload') {
            desk.emulator.world.faults.put({ graph: { delta410: { next: 1 } } });
            await instance.refresh();
          }
        }
        desk.emulator.world.faults.put({ graph: { commitThen504: 0, html502: 0, delta410: 0 } });
        for (const instance of instances) await instance.refresh();
        const truth = await inSharePoint();
        desk.emulator.world.faults.reset();
        for (const instance of instances) expect(inMirror(instance.handle(Things))).toEqual(truth);
        expect(new Set(truth.map(({ key }) => key)).size).toBe(truth.length);
      }),
      { numRuns: 25 },
    );
  });
});

/** The other instance may have removed it without this one knowing. */
const expectMissing = (failure: unknown) => expect(failure).toMatchObject({ kind: 'missing' });
