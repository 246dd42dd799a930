import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createLists, type ListHandle, type Lists, type RecordIn } from '../../../api/sharepoint/index.ts';
import { siteId } from '../../../teams-app/emulator/municipality.ts';
import { tenants } from '../../support/turned-answers.ts';
import { listsOnADesk, type ListsOnADesk } from './on-a-desk.ts';
import { aThing, Things } from './things.ts';

describe.each(tenants)('list handle on the SharePoint %s', (_whose, answers) => {
  let desk: ListsOnADesk;
  let lists: Lists;
  let things: ListHandle<RecordIn<typeof Things>>;
  let other: Lists;
  let otherThings: typeof things;
  let count = 0;
  const newKey = () => `thing-${++count}`;

  beforeAll(async () => {
    desk = await listsOnADesk([Things], answers);
    lists = await desk.instance([Things]);
    other = await desk.instance([Things]);
    things = lists.handle(Things);
    otherThings = other.handle(Things);
  });
  afterAll(() => desk.close());
  beforeEach(() => void desk.sent.splice(0));
  const calls = () => desk.sent.map(({ method, url }) => `${method} ${new URL(url).pathname.split('/items')[1] ?? ''}`);
  /** What is new is heard of: at the first look, or where a delta tells later at the next. */
  const hear = async (whose: Lists) => {
    await whose.refresh();
    if (answers['delta.lag'] === 'later') await whose.refresh();
  };

  it('creates a record that every instance then reads as it was written', async () => {
    const thing = { ...aThing(newKey()), startsOn: undefined };
    const { record, existed } = await things.create(thing);
    expect(existed).toBe(false);
    expect(record).toMatchObject(aThing(thing.key));
    expect(things.get(thing.key)).toBe(record);
    await hear(other);
    expect(otherThings.get(thing.key)).toEqual({
      ...record,
      item: expect.objectContaining({ id: record.item.id, modified: record.item.modified }) as unknown,
    });
  });

  it('finds a record that another instance made, and says that it existed', async () => {
    const thing = aThing(newKey(), 5);
    await otherThings.create(thing);
    const { record, existed } = await things.create(aThing(thing.key, 9));
    expect({ size: record.size, existed }).toEqual({ size: 5, existed: true });
  });

  it('makes one item when the same record is created twice at once', async () => {
    const thing = aThing(newKey());
    const both = await Promise.all([things.create(thing), things.create(thing)]);
    expect(both.map(({ existed }) => existed)).toEqual([false, true]);
    const read = answers['item.create'] === 'bare' ? [`GET /${both[0]?.record.item.id}`] : [];
    expect(calls()).toEqual(['POST ', ...read]);
  });

  it('changes only what is named, clears what is given as undefined, in one call', async () => {
    const thing = { ...aThing(newKey()), claimedBy: 'anna' };
    await things.create(thing);
    desk.sent.splice(0);
    const after = await things.update(thing.key, () => ({ size: 7, claimedBy: undefined }));
    expect(after).toMatchObject({ title: thing.title, parts: thing.parts, size: 7 });
    expect('claimedBy' in after).toBe(false);
    expect(desk.sent).toHaveLength(1);
    await hear(other);
    expect(otherThings.get(thing.key)).toEqual(after);
  });

  it('asks again with the newest record when another instance was first', async () => {
    const { key } = (await things.create(aThing(newKey()))).record;
    await hear(other);
    await otherThings.update(key, () => ({ claimedBy: 'other' }));
    const seen: (string | undefined)[] = [];
    const after = await things.update(key, (current) => {
      seen.push(current.claimedBy);
      return current.claimedBy ? undefined : { claimedBy: 'mine' };
    });
    expect(seen).toEqual([undefined, 'other']);
    expect(after.claimedBy).toBe('other');
  });

  it('loses no change when two instances count the same record up at once', async () => {
    const { key } = (await things.create(aThing(newKey(), 0))).record;
    await hear(other);
    const up = (handle: typeof things) =>
      Array.from({ length: 10 }, () => handle.update(key, (current) => ({ size: current.size + 1 })));
    await Promise.all([...up(things), ...up(otherThings)]);
    expect((await things.fresh(key))?.size).toBe(20);
  });

  it('says that a record is missing which somebody deleted', async () => {
    const { key } = (await things.create(aThing(newKey()))).record;
    await hear(other);
    await otherThings.remove(key);
    await expect(things.update(key, () => ({ size: 2 }))).rejects.toMatchObject({ kind: 'missing' });
    expect(things.get(key)).toBeUndefined();
    await expect(things.update('never-there', () => ({ size: 2 }))).rejects.toMatchObject({ kind: 'missing' });
  });

  it('reads an item anew with one call, and finds one it never heard of', async () => {
    const { key } = (await things.create(aThing(newKey()))).record;
    await hear(other);
    await otherThings.update(key, () => ({ size: 3 }));
    expect(things.get(key)?.size).toBe(1);
    desk.sent.splice(0);
    expect((await things.fresh(key))?.size).toBe(3);
    expect(desk.sent).toHaveLength(1);
    const unheard = newKey();
    await otherThings.create(aThing(unheard, 4));
    expect((await things.fresh(unheard))?.size).toBe(4);
    expect(await things.fresh('never-there')).toBeUndefined();
  });

  it('removes a record, and again without a complaint', async () => {
    const { key } = (await things.create(aThing(newKey()))).record;
    await hear(other);
    await things.remove(key);
    await otherThings.remove(key);
    await things.remove(key);
    expect(things.get(key)).toBeUndefined();
    expect(otherThings.get(key)).toBeUndefined();
    expect((await things.create(aThing(key, 2))).existed).toBe(false);
    await hear(other);
    expect(otherThings.get(key)?.size).toBe(2);
  });

  it('removes an item only while it is as it was', async () => {
    const made = (await things.create(aThing(newKey()))).record;
    await hear(other);
    await otherThings.update(made.key, () => ({ size: 7 }));
    if (answers['etag.delete'] === 'ignored') {
      // Only what has been heard of is compared: this change is lost.
      expect(await things.removeUnchanged(made.item)).toBe(true);
      return;
    }
    expect(await things.removeUnchanged(made.item)).toBe(false);
    expect(things.get(made.key)?.size).toBe(7);
    const { item } = things.get(made.key) ?? made;
    expect(await things.removeUnchanged(made.item)).toBe(false);
    expect(await things.removeUnchanged(item)).toBe(true);
    expect(things.get(made.key)).toBeUndefined();
    expect(await otherThings.removeUnchanged(item)).toBe(true);
    await hear(other);
    expect(otherThings.get(made.key)).toBeUndefined();
  });

  it('refuses what does not fit before anything is sent', async () => {
    const long = { ...aThing(newKey()), body: 'x'.repeat(60_001) };
    await expect(things.create(long)).rejects.toMatchObject({
      kind: 'invalid',
      code: 'sharepoint.tooLong',
      details: { field: 'body' },
    });
    expect(desk.sent).toEqual([]);
  });

  it('sets an item aside that somebody spoiled in SharePoint, and goes on', async () => {
    const { record } = await things.create(aThing(newKey()));
    const list = things.definition.name;
    await desk.graph.patch(`/sites/${siteId}/lists/${list}/items/${record.item.id}`, { fields: { Parts: '{' } });
    await hear(lists);
    expect(things.get(record.key)).toBeUndefined();
    expect(things.setAside()).toMatchObject([{ list, itemId: record.item.id, key: record.key }]);
    expect(things.all().length).toBeGreaterThan(0);
    await desk.graph.patch(`/sites/${siteId}/lists/${list}/items/${record.item.id}`, { fields: { Parts: '[]' } });
    await hear(lists);
    expect(things.get(record.key)?.parts).toEqual([]);
    expect(things.setAside()).toEqual([]);
  });

  it('polls at one unit a list and changes no version when nothing happened', async () => {
    await lists.refresh();
    desk.sent.splice(0);
    const { version } = things;
    await lists.refresh();
    expect(desk.sent).toHaveLength(1);
    expect(things.version).toBe(version);
    expect(things.freshness().stale).toBe(false);
  });

  it('does not answer from a list that is not loaded', async () => {
    const fresh = createLists({
      graph: desk.graph,
      siteId,
      clock: { now: () => new Date() },
      log: { info() {}, warn() {} },
    });
    expect(() => fresh.handle(Things).all()).toThrowError(
      expect.objectContaining({ kind: 'unavailable', code: 'sharepoint.loading' }),
    );
  });

  it('lets the app without a grant read nothing', async () => {
    await expect(desk.graphOf('weak').get(`/sites/${siteId}/lists`)).rejects.toMatchObject({
      kind: 'unexpected',
      code: 'sharepoint.noAccess',
    });
  });
});
