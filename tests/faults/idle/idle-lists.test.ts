import { afterEach, describe, expect, it } from 'vitest';
import { apps } from '../../../teams-app/emulator/municipality.ts';
import { listsOnADesk, siteId, type ListsOnADesk } from '../../contract/lists/on-a-desk.ts';
import { until } from '../../support/until.ts';
import { manyLists, watchedLists, type WatchedLists } from './watched-lists.ts';

let desk: ListsOnADesk;
const open: WatchedLists[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
  await desk.close();
});

/** A site of some lists, and programs watching it. */
async function aSite(count: number, faults: Record<string, unknown> = {}) {
  const definitions = manyLists(count);
  desk = await listsOnADesk(definitions);
  desk.emulator.world.faults.put({ graph: { lagNotifications: 20, ...faults } });
  return {
    definitions,
    aProgram: async (more = {}) => {
      const made = await watchedLists(desk, definitions, more);
      open.push(made);
      return made;
    },
  };
}
const titleIn = ({ lists }: WatchedLists, list: string, key = 'a') =>
  lists.handle(manyLists(60).find(({ name }) => name === list)!).get(key)?.title;
const subscriptions = () => desk.emulator.world.sites.subscriptions.all();

/** A manual edit in SharePoint, bypassing every program. */
async function byHand(list: string, title: string, key = 'a') {
  const found = await desk.graph.get(`/sites/${siteId}/lists/${list}/items?$expand=fields`);
  const items = (found as { value: { id: string; fields: { Key: string } }[] }).value;
  const item = items.find(({ fields }) => fields.Key === key);
  const address = `/sites/${siteId}/lists/${list}/items`;
  if (item) await desk.graph.patch(`${address}/${item.id}`, { fields: { Title: title } });
  else await desk.graph.post(address, { fields: { Key: key, Title: title } });
}

describe.each([60, 120])('%i lists that nobody touches', (count) => {
  it('cost at most 12 units a minute where changes are told, renewals included', async () => {
    const { aProgram } = await aSite(count);
    const program = await aProgram();
    await program.pass(5);
    expect(program.watch.status()).toEqual({ told: count, lists: count, missed: 0 });
    const perMinute = (await program.pass(30 * 60)) / 30;
    expect(perMinute).toBeLessThanOrEqual(9);
    expect(perMinute).toBeGreaterThan(0.9);
  });

  it('cost at most 12 units a minute where the app may not subscribe, and each is looked at within minutes', async () => {
    const { aProgram, definitions } = await aSite(count, { subscriptionsRefused: true });
    const program = await aProgram();
    await program.pass(5);
    expect(program.watch.status()).toEqual({
      ...{ told: 0, lists: count, missed: 0, problem: 'sharepoint.subscriptionsRefused' },
    });
    expect((await program.pass(30 * 60)) / 30).toBeLessThanOrEqual(9);
    await byHand('Many59', 'changed');
    const took = await program.passUntil(() => titleIn(program, 'Many59') === 'changed', 15 * 60);
    expect(took).toBeGreaterThan(0);
    expect(program.lists.status()).toMatchObject({ stale: false });
    expect(program.lists.status().lists.every(({ seen }) => seen?.by === 'looks')).toBe(true);
    expect(program.lists.status().lists).toHaveLength(definitions.length);
  });
});

describe('a change by hand', () => {
  it('is seen within twenty seconds of its notification, and costs one look', async () => {
    const { aProgram } = await aSite(6);
    const program = await aProgram();
    await program.pass(90);
    await byHand('Many1', 'changed');
    await program.notified();
    expect(await program.passUntil(() => titleIn(program, 'Many1') === 'changed', 20)).toBeLessThanOrEqual(20);
    await byHand('Many1', 'changed again');
    await program.notified();
    expect(await program.passUntil(() => titleIn(program, 'Many1') === 'changed again', 20)).toBeLessThanOrEqual(20);
  });

  it('is seen at the next poll where SharePoint cannot show it yet when it tells of it', async () => {
    const { aProgram } = await aSite(6);
    const program = await aProgram();
    await program.pass(90);
    desk.emulator.world.faults.put({ graph: { lagDelta: 3_600_000 } });
    await byHand('Many1', 'changed');
    await program.notified();
    await program.pass(1);
    expect(titleIn(program, 'Many1')).toBeUndefined();
    desk.emulator.world.faults.put({ graph: { lagDelta: 0 } });
    await program.passUntil(() => titleIn(program, 'Many1') === 'changed', 20);
  });

  it('that was never told is found by a slow look, said, and its list subscribed to anew', async () => {
    const { aProgram } = await aSite(6);
    const program = await aProgram();
    await program.pass(5);
    const before = subscriptions().map(({ id }) => id);
    desk.emulator.world.faults.put({ graph: { dropNotifications: 1 } });
    await byHand('Many1', 'unheard');
    await program.notified();
    desk.emulator.world.faults.put({ graph: { dropNotifications: 0 } });
    await program.passUntil(() => titleIn(program, 'Many1') === 'unheard', 16 * 60);
    await program.passUntil(() => program.watch.status().missed === 1, 6 * 60);
    expect(program.logged).toEqual(['sharepoint.notificationMissed']);
    expect(program.lists.status().lists.find(({ list }) => list === 'Many1')?.seen?.missed).toBe(1);
    await program.pass(2);
    const after = await until('the old one to be ended', () => subscriptions().length === 6 && subscriptions());
    expect(after.filter(({ id }) => !before.includes(id))).toHaveLength(1);
    await byHand('Many1', 'heard');
    await program.notified();
    await program.passUntil(() => titleIn(program, 'Many1') === 'heard', 20);
    expect(program.watch.status().missed).toBe(1);
  });

  it('of which nobody tells, in a list that somebody reads, is seen at the next poll', async () => {
    const { aProgram } = await aSite(60, { subscriptionsRefused: true });
    const program = await aProgram();
    await program.pass(60);
    await byHand('Many59', 'changed');
    const handle = program.lists.handle(manyLists(60)[59]!);
    const took = await program.passUntil(() => {
      handle.freshness();
      return handle.get('a')?.title === 'changed';
    }, 21);
    expect(took).toBeLessThanOrEqual(21);
  });
});

describe('our own writes', () => {
  it('show within minutes that notifications do not come through', async () => {
    const { aProgram, definitions } = await aSite(6);
    const program = await aProgram();
    await program.pass(30);
    desk.emulator.world.faults.put({ graph: { dropNotifications: 1 } });
    await program.lists.handle(definitions[2]!).create({ key: 'mine', title: 'mine' });
    await program.notified();
    await program.passUntil(() => program.watch.status().missed === 1, 6 * 60);
    expect(program.lists.status().lists.find(({ seen }) => seen?.missed === 1)?.list).toBe('Many2');
  });

  it('that are told are not missed', async () => {
    const { aProgram, definitions } = await aSite(6);
    const program = await aProgram();
    await program.pass(30);
    for (let at = 0; at < 4; at += 1) {
      await program.lists.handle(definitions[2]!).create({ key: `mine-${at}`, title: 'mine' });
      await program.notified();
      await program.pass(6 * 60);
    }
    expect(program.watch.status()).toEqual({ told: 6, lists: 6, missed: 0 });
  });

  it('never told, though subscribed anew, leave the list to be looked at, for a day', async () => {
    const { aProgram, definitions } = await aSite(6);
    const program = await aProgram();
    await program.pass(5);
    desk.emulator.world.faults.put({ graph: { dropNotifications: 1 } });
    for (let at = 0; at < 5; at += 1) {
      await program.lists.handle(definitions[2]!).create({ key: `mine-${at}`, title: 'mine' });
      await program.pass(6 * 60);
    }
    expect(program.watch.status()).toMatchObject({ told: 5, missed: 3 });
    expect(program.lists.status().lists.find(({ list }) => list === 'Many2')?.seen?.by).toBe('looks');
    desk.emulator.world.faults.put({ graph: { dropNotifications: 0 } });
    await program.pass(24 * 60 * 60 - 40 * 60);
    await program.pass(60 * 60);
    expect(program.watch.status()).toMatchObject({ told: 6 });
  });
});

describe('subscriptions', () => {
  it('are those of the run before after a restart, and never pile up', async () => {
    const { aProgram } = await aSite(6);
    const first = await aProgram();
    await first.pass(5);
    const before = subscriptions().map(({ id }) => id);
    expect(before).toHaveLength(6);
    const again = first.restarted();
    await again.tick();
    expect(subscriptions().map(({ id }) => id)).toEqual(before);
    expect(again.status()).toMatchObject({ told: 6 });
    // With a new credential the old subscriptions expire. The new secret's endpoint is not open here.
    await first.restarted('another secret').tick();
    expect(subscriptions()).toEqual([]);
  });

  it('are renewed when half their time is over, and made anew when they have ended', async () => {
    const { aProgram } = await aSite(3);
    const program = await aProgram();
    await program.pass(5);
    const [one, other, third] = subscriptions();
    desk.emulator.world.sites.subscriptions.put({ ...one!, expirationDateTime: inHours(23) });
    desk.emulator.world.sites.subscriptions.put({ ...other!, expirationDateTime: inHours(-1) });
    desk.emulator.world.stats.reset();
    await program.restarted().tick();
    const ids = subscriptions().map(({ id }) => id);
    expect(ids).toEqual([one!.id, third!.id, expect.any(String)]);
    expect(ids).not.toContain(other!.id);
    expect(subscriptions().every(({ expirationDateTime }) => expirationDateTime > inHours(47))).toBe(true);
    const { byRoute } = desk.emulator.world.stats.snapshot().graph;
    expect(byRoute['PATCH /subscriptions/{subscription}']?.requests).toBe(1);
    expect(byRoute['POST /subscriptions']?.requests).toBe(1);
  });

  it('of two programs on one site make each see what the other writes', async () => {
    const { aProgram, definitions } = await aSite(6);
    const [one, other] = [await aProgram(), await aProgram()];
    await Promise.all([one.pass(30), other.pass(30)]);
    expect(subscriptions()).toHaveLength(12);
    await one.lists.handle(definitions[4]!).create({ key: 'a', title: 'by one' });
    await one.notified();
    await other.passUntil(() => titleIn(other, 'Many4') === 'by one', 20);
    await other.lists.handle(definitions[4]!).update('a', () => ({ title: 'by other' }));
    await one.notified();
    await one.passUntil(() => titleIn(one, 'Many4') === 'by other', 20);
    await Promise.all([one.pass(600), other.pass(600)]);
    expect([one.watch.status().missed, other.watch.status().missed]).toEqual([0, 0]);
  });

  it('whose door Microsoft cannot reach are tried again more and more seldom, and lists are looked at', async () => {
    const { aProgram } = await aSite(6);
    const program = await aProgram({ isDoorOpen: false });
    await program.pass(5);
    expect(program.watch.status()).toMatchObject({ told: 0, problem: 'sharepoint.notificationsUnreachable' });
    desk.emulator.world.stats.reset();
    await program.pass(60 * 60);
    const tries = desk.emulator.world.stats.snapshot().graph.byRoute['POST /subscriptions']?.requests ?? 0;
    expect(tries).toBeGreaterThan(2);
    expect(tries).toBeLessThan(8 * 4);
    await byHand('Many1', 'changed');
    await program.passUntil(() => titleIn(program, 'Many1') === 'changed', 5 * 60);
  });

  it('that Microsoft has removed are made anew, and the list is looked at', async () => {
    const { aProgram } = await aSite(3);
    const program = await aProgram();
    await program.pass(16 * 60);
    await byHand('Many1', 'told');
    await program.notified();
    await program.pass(40);
    const response = await fetch(`${desk.emulator.address}/emulator/lifecycle`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ event: 'subscriptionRemoved' }),
    });
    expect(await response.json()).toEqual({ subscriptions: 3 });
    expect(subscriptions()).toEqual([]);
    await program.pass(2);
    expect(subscriptions()).toHaveLength(3);
    expect(subscriptions().every(({ applicationId }) => applicationId === apps.app.clientId)).toBe(true);
  });
});

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
