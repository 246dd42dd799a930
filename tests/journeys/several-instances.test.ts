import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { campaignView } from '../../api/deliveries/contract.ts';
import { operationsView, type OperationsView } from '../../api/operations/contract.ts';
import { policyPageView } from '../../api/policy/contract.ts';
import type { Program } from '../../teams-app/program/program.ts';
import { aRedis, leaseIsFree, type RedisServer } from '../support/redis-server.ts';
import { startWorld, type ChatLine, type JourneyWorld, type WorldPerson } from '../support/world.ts';

const acknowledgeTitle = 'Jeg har læst og følger den';
const health = z.object({
  workOf: z.string(),
  jobs: z.array(z.object({ lastRunAt: z.string().optional() })),
  instances: z.object({ state: z.string(), instances: z.number(), leads: z.boolean() }),
});

describe('three instances of the program', () => {
  let redis: RedisServer;
  let world: JourneyWorld;
  let programs: Program[];
  let ciso: WorldPerson;
  let versionKey: string;

  const wholeHealthOf = async ({ address }: Program) =>
    health.parse(await (await fetch(`${address}/api/health`)).json());
  const healthOf = async (one: Program) => (await wholeHealthOf(one)).instances;
  const leaders = async () => {
    const found: Program[] = [];
    for (const one of programs) if ((await healthOf(one)).leads) found.push(one);
    return found;
  };
  const oneLeader = async (): Promise<Program> => {
    await expect.poll(async () => (await leaders()).length).toBe(1);
    const [leader] = await leaders();
    return leader ?? oneLeader();
  };
  const followers = async (): Promise<[Program, ...Program[]]> => {
    const leader = await oneLeader();
    const [first, ...others] = programs.filter((one) => one !== leader);
    if (!first) throw new Error('only the leader is left');
    return [first, ...others];
  };
  const advise = async (program: Program, answer: string) => {
    const { status } = await world.at(program, ciso, 'POST', '/api/advice', { askedById: ciso.id, answer });
    expect(status).toBeLessThan(300);
  };
  /** The chat of Teams goes to this instance. */
  const botIs = ({ address }: Program) => world.desk.world?.teams.setBot(`${address}/api/messages`);
  const isAsking = (line: ChatLine) => line.from === 'bot' && JSON.stringify(line.card ?? '').includes(versionKey);
  const campaignAt = async (program: Program) => {
    const { body } = await world.at(program, ciso, 'GET', `/api/policy/versions/${versionKey}/campaign`);
    return z.object({ campaign: campaignView }).parse(body).campaign;
  };

  beforeAll(async () => {
    redis = await aRedis();
    world = await startWorld({ ENGINE: 'redis', REDIS_URL: redis.url });
    programs = [world.program, await world.another(), await world.another()];
    ciso = await world.personWith('ciso');
    const { versions } = policyPageView.parse((await world.as(ciso, 'GET', '/api/policy')).body);
    versionKey = versions.find(({ state }) => state === 'draft')?.key ?? '';
  });
  afterAll(async () => {
    await world.close();
    await redis.close();
  });

  it('have one that leads, and each says so', async () => {
    const leader = await oneLeader();
    await expect.poll(async () => (await healthOf(leader)).instances).toBe(3);
    for (const one of programs) expect(await healthOf(one)).toMatchObject({ state: 'ok', leads: one === leader });
  });

  it('show the same on the page Drift, whichever is asked', async () => {
    const leader = await oneLeader();
    const pageOf = async (one: Program) =>
      operationsView.parse((await world.at(one, ciso, 'GET', '/api/operations')).body);
    await expect
      .poll(async () => (await pageOf(leader)).jobs.some(({ lastRunAt }) => lastRunAt !== undefined))
      .toBe(true);
    const runsOf = ({ jobs }: OperationsView) => jobs.filter(({ lastRunAt }) => lastRunAt !== undefined).length;
    for (const one of programs) {
      await expect.poll(async () => (await pageOf(one)).instances?.filter(({ version }) => version).length).toBe(3);
      await expect.poll(async () => runsOf(await pageOf(one))).toBeGreaterThan(0);
      const { instances = [] } = await pageOf(one);
      expect(instances.filter(({ leadsSince }) => leadsSince !== undefined)).toHaveLength(1);
      await expect.poll(async () => (await wholeHealthOf(one)).workOf).toBe(one === leader ? 'own' : 'leader');
      const { jobs } = await wholeHealthOf(one);
      expect(jobs.some(({ lastRunAt }) => lastRunAt !== undefined)).toBe(true);
      expect(instances.find(({ isOwn }) => isOwn)?.leadsSince !== undefined).toBe(one === leader);
    }
  });

  it('read through one what was written through another, with the next request', async () => {
    const [first, second, third] = programs as [Program, Program, Program];
    for (const [writer, ...readers] of [
      [first, second, third],
      [second, third, first],
      [third, first, second],
    ] as const) {
      await advise(writer, `Råd ${writer.address}`);
      for (const reader of readers) {
        const read = await world.at(reader, ciso, 'GET', '/api/advice');
        expect(JSON.stringify(read.body)).toContain(`Råd ${writer.address}`);
      }
    }
  });

  it('publish a policy through one that does not lead: everybody gets one card, and each instance counts the same', async () => {
    const [follower] = await followers();
    const published = await world.at(follower, ciso, 'POST', `/api/policy/versions/${versionKey}/publish`, {
      reason: 'Vedtaget af udvalget',
    });
    expect(published.status).toBe(200);
    const leader = await oneLeader();
    await expect.poll(async () => (await campaignAt(leader)).state).toBe('finished');
    const campaigns = await Promise.all(programs.map(campaignAt));
    expect(new Set(campaigns.map(({ counts }) => JSON.stringify(counts))).size).toBe(1);
    let sent = 0;
    for (const person of await world.people()) {
      const cards = (await world.chatOf(person)).filter(isAsking);
      expect(cards.length).toBeLessThan(2);
      sent += cards.length;
    }
    expect(sent).toBe(campaigns[0]?.counts['sent']);
  });

  it('take a press at any of them, and the receipt is known to all', async () => {
    const [follower] = await followers();
    botIs(follower);
    const asked: WorldPerson[] = [];
    for (const person of await world.people()) if ((await world.chatOf(person)).some(isAsking)) asked.push(person);
    const [person] = asked;
    if (!person) throw new Error('nobody was asked');
    const card = (await world.chatOf(person)).find(isAsking);
    const answer = await world.press(person, card?.id ?? '', acknowledgeTitle);
    expect(JSON.stringify(answer.body)).toContain('Du bekræftede version');
    for (const one of programs) {
      const again = await world.at(one, person, 'POST', `/api/policy/versions/${versionKey}/acknowledge`);
      expect(again).toMatchObject({
        status: 200,
        body: { result: 'alreadyAcknowledged', receipt: { channel: 'card' } },
      });
    }
  });

  it('know a save that is pressed again at another of them, since its answer was lost', async () => {
    const [first, second, third] = programs as [Program, Program, Program];
    const made = await world.at(first, ciso, 'POST', '/api/advice', { askedById: ciso.id, answer: 'Et råd' });
    const { key, etag } = z.object({ key: z.string(), etag: z.string() }).parse(made.body);
    const save = (one: Program, answer: string, press: string) =>
      world.at(one, ciso, 'PUT', `/api/advice/${key}`, { askedById: ciso.id, answer, expected: etag }, press);
    expect((await save(first, 'Et rettet råd', 'press-0001')).status).toBe(200);
    for (const one of [second, third, first]) expect((await save(one, 'Et rettet råd', 'press-0001')).status).toBe(200);
    expect((await save(second, 'Et andet råd', 'press-0002')).status).toBe(409);
  });

  it('go on when the leader ends: another one leads, and its instances are two', async () => {
    const leader = (await leaders()).find((one) => one !== world.program);
    const gone = leader ?? programs.find((one) => one !== world.program);
    await gone?.close();
    programs = programs.filter((one) => one !== gone);
    const next = await oneLeader();
    expect(next).not.toBe(gone);
    await expect.poll(async () => (await healthOf(next)).instances).toBe(2);
  });

  it('read and write while Redis is away, do nothing in the background, and go on by themselves', async () => {
    const [one, other] = programs as [Program, Program];
    await redis.kill();
    await expect.poll(async () => (await healthOf(one)).state).toBe('away');
    await expect.poll(leaders).toEqual([]);
    await advise(one, 'Uden Redis');
    expect((await world.at(other, ciso, 'GET', '/api/advice')).status).toBe(200);
    await redis.start();
    await expect.poll(async () => (await healthOf(one)).state).toBe('ok');
    await leaseIsFree(redis);
    await oneLeader();
    await expect
      .poll(async () => JSON.stringify((await world.at(other, ciso, 'GET', '/api/advice')).body))
      .toContain('Uden Redis');
  });
});
