import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Centres, People } from '../../../api/organisation/index.ts';
import { DeliveryBlocks } from '../../../api/deliveries/index.ts';
import { documentsLibrary } from '../../../teams-app/program/lists.ts';
import { startSettledWorld } from '../../support/settled-world.ts';
import type { JourneyWorld } from '../../support/world.ts';
import { someAtATime } from './some-at-a-time.ts';

const health = z.object({
  status: z.enum(['ok', 'degraded']),
  jobs: z.array(z.looseObject({ name: z.string(), problem: z.string().optional() })),
  lists: z.object({
    held: z.array(
      z.object({ list: z.string(), held: z.looseObject({ why: z.string() }), todo: z.array(z.string()).min(1) }),
    ),
  }),
});

describe('a list that is deleted while the program runs', () => {
  let world: JourneyWorld;
  beforeAll(async () => {
    world = await startSettledWorld({ PEOPLE: '60', POLL_SECONDS: '3600' });
  });
  afterAll(() => world.close());

  const look = async () => health.parse(await (await fetch(`${world.program.address}/api/health`)).json());
  const messages = async () => {
    const { body } = await world.control('GET', 'stats');
    return z.object({ chats: z.object({ messagesFromBot: z.number() }) }).parse(body).chats.messagesFromBot;
  };
  const titles = () => world.desk.world?.sites.lists.all().map(({ displayName }) => displayName);
  const refresh = () => world.program.lists.refresh();
  /** A use of the library detects its loss; a list's loss is found by the next poll. */
  const notice = (names: readonly string[]) =>
    names.includes(documentsLibrary)
      ? world.program.context.documents.upload('a.txt', Buffer.from('a')).catch(() => undefined)
      : refresh();

  it.each(someAtATime)(
    '%s is told on health, not made anew, sends nothing twice, and is taken in again when it is restored',
    async (_names, names) => {
      const before = await messages();
      for (const name of names) await world.control('DELETE', `lists/${name}`);
      await notice(names);

      const { status, lists } = await look();
      expect(status).toBe('degraded');
      const held = lists.held.map((one) => [one.list, one.held.why]);
      expect(held.toSorted()).toEqual(names.toSorted().map((name) => [name, 'gone']));
      for (const { todo } of lists.held) expect(todo.join(' ')).toContain('Recycle bin');

      await world.process();
      for (const name of names) expect(titles()).not.toContain(name);
      expect(await messages()).toBe(before);

      for (const name of names) await world.control('POST', `recycle-bin/${name}/restore`);
      await refresh();
      expect((await look()).lists.held).toEqual([]);
    },
  );

  it('sends nothing twice when all are back, and all is well again', async () => {
    const before = await messages();
    // A daily job that failed meanwhile is retried after a quarter of an hour.
    const { now } = z.object({ now: z.string() }).parse((await world.control('GET', 'clock')).body);
    await world.control('PUT', 'clock', { now: new Date(Date.parse(now) + 16 * 60_000).toISOString() });
    await world.process();
    expect(await messages()).toBe(before);
    // Logged errors name their cause: only faults of our own are unexpected.
    const { body } = await world.as(await world.personWith('ciso'), 'GET', '/api/operations');
    const { problems } = z
      .object({ problems: z.array(z.looseObject({ code: z.string(), message: z.string() })) })
      .parse(body);
    expect(problems.map(({ code }) => code)).toContain('sharepoint.listGone');
    expect(problems.filter(({ code }) => code === 'unexpected')).toEqual([]);
    const { status, jobs } = await look();
    expect(jobs.filter(({ problem }) => problem !== undefined)).toEqual([]);
    expect(status).toBe('ok');
  });

  it('is read as it was last known, and acts on it are refused in words', async () => {
    const ciso = await world.personWith('ciso');
    const asked = () => world.as(ciso, 'GET', '/api/centres');
    const before = await asked();
    await world.control('DELETE', `lists/${Centres.name}`);
    await refresh();
    expect((await asked()).status).toBe(before.status);
    await world.control('POST', `recycle-bin/${Centres.name}/restore`);
    await refresh();

    await world.control('DELETE', `lists/${People.name}`);
    await refresh();
    expect((await world.as(ciso, 'GET', '/api/me')).status).toBe(200);
    // No message says that Microsoft 365 is down.
    expect(await world.as(ciso, 'GET', '/api/organisation')).toMatchObject({
      body: { freshness: { stale: true, held: true } },
    });
    expect(await world.as(ciso, 'GET', '/api/operations')).toMatchObject({
      body: { status: 'attention', attention: [{ kind: 'listHeld', list: 'People', why: 'gone' }] },
    });
    const act = await world.as(ciso, 'POST', '/api/policy/reapprove');
    expect(act).toMatchObject({ status: 503, body: { error: { code: 'sharepoint.listGone' } } });
    expect(JSON.stringify(act.body)).toContain('papirkurven');
    const answer = (await world.write(ciso, 'hjælp')).at(-1);
    expect(JSON.stringify(answer?.card)).toContain('papirkurven');
    await world.control('POST', `recycle-bin/${People.name}/restore`);
    await refresh();
    expect((await world.as(ciso, 'POST', '/api/policy/reapprove')).status).not.toBe(503);
  });

  it('is held too when another of its name stands in its place, when a column went, or when it was emptied', async () => {
    const sites = world.desk.world?.sites;
    await world.control('DELETE', `lists/${DeliveryBlocks.name}`);
    const other = sites?.lists.create({
      displayName: DeliveryBlocks.name,
      template: 'genericList',
      createdBy: 'owner',
    });
    await refresh();
    expect((await look()).lists.held.map(({ held }) => held)).toEqual([{ why: 'replaced' }]);
    if (other) sites?.lists.purge(other);
    await world.control('POST', `recycle-bin/${DeliveryBlocks.name}/restore`);
    await refresh();

    await world.control('DELETE', `lists/${DeliveryBlocks.name}/items`);
    await refresh();
    // Whoever was being enrolled at that moment may have got a block in between.
    expect((await look()).lists.held).toMatchObject([{ list: 'DeliveryBlocks', held: { why: 'emptied' } }]);
    const before = await messages();
    await world.process();
    expect(await messages()).toBe(before);
    await world.control('POST', `recycle-bin/${DeliveryBlocks.name}/restore`);
    await refresh();
    expect((await look()).lists.held).toEqual([]);

    await world.control('DELETE', `lists/${People.name}/columns/LeftOn`);
    await world.program.lists.check(People.name).catch(() => undefined);
    expect((await look()).lists.held).toMatchObject([{ held: { why: 'columnsGone', columns: ['LeftOn'] } }]);
  });
});
