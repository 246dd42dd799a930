import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { addDays, todayOf, type LocalDate } from '../../api/kernel/index.ts';
import { isWorkingDay } from '../../api/working-days.ts';
import { atDanishTime } from '../support/danish-time.ts';
import { startWorld, type JourneyWorld, type WorldPerson } from '../support/world.ts';

let world: JourneyWorld;
let everybody: WorldPerson[];
let ciso: WorldPerson;
let isk: WorldPerson;
let manager: WorldPerson;

beforeAll(async () => {
  world = await startWorld();
  everybody = await world.people();
  ciso = await world.personWith('ciso');
  isk = await world.personWith('coordinator');
  const found = everybody.find(({ roles, centre }) => roles.includes('centreManager') && centre === isk.centre);
  if (!found) throw new Error('the ISK has no manager');
  manager = found;
  const start = todayOf(world.desk.clock);
  fridays = Array.from({ length: 100 }, (_, number) => addDays(start, 7 + number)).filter(
    (day) => new Date(day).getUTCDay() === 5 && [0, 3, 4].every((later) => isWorkingDay(addDays(day, later))),
  );
});
afterAll(() => world.close());

/** The Fridays to come before and after which there is no holiday. */
let fridays: LocalDate[];
const at = (date: LocalDate, time: `${number}:${number}`) =>
  world.control('PUT', 'clock', { now: atDanishTime(date, time) });
/** A day so many days after one of those Fridays. */
const dayFrom = (friday: number, days = 0): LocalDate => addDays(fridays[friday]!, days);
/** Number of the bot's messages in all chats. */
async function said(): Promise<number> {
  const chats = await Promise.all(everybody.map((person) => world.chatOf(person)));
  return chats.flat().filter(({ from }) => from === 'bot').length;
}
/** Messages once all due jobs have run. */
async function coming(): Promise<number> {
  const before = await said();
  await world.process();
  return (await said()) - before;
}
const keyed = z.object({ key: z.string() });

/** An ISK's procedure submitted to the centre's manager. */
async function aProcedureSent(title: string): Promise<string> {
  const me = z.object({ centre: z.object({ id: z.string() }) }).parse((await world.as(isk, 'GET', '/api/me')).body);
  const { body } = await world.as(isk, 'POST', '/api/procedures', {
    ...{
      kind: 'procedure',
      centreId: me.centre.id,
      title,
      area: 'area-personal-data',
      reviewMonths: 12,
      summary: 'Kort',
    },
    ...{ text: 'Sådan gør vi.', mustAcknowledge: false, needsLocal: false, jobTitles: [] },
  });
  const { key } = keyed.parse(body);
  const sent = await world.as(isk, 'POST', `/api/procedures/${key}/submit`);
  if (sent.status !== 200) throw new Error(JSON.stringify(sent));
  return key;
}

describe('an approval that is asked for at nine in the evening', () => {
  beforeAll(async () => {
    await at(dayFrom(0), '10:00');
    await world.process();
    await at(dayFrom(0), '21:00');
    await world.process();
  });

  it('is told beforehand to wait until Monday, and then waits: no card leaves in the evening or on the Sunday', async () => {
    const morning = atDanishTime(dayFrom(0, 3), '08:00');
    expect((await world.as(isk, 'GET', '/api/me')).body).toMatchObject({ cardsAt: morning });
    const key = await aProcedureSent('Nøgler om aftenen');
    expect(await coming()).toBe(0);
    expect((await world.as(isk, 'GET', `/api/procedures/${key}`)).body).toMatchObject({
      coming: {
        approval: { stages: expect.arrayContaining([expect.objectContaining({ cardsAt: morning })]) as unknown },
      },
    });
    await at(dayFrom(0, 2), '11:00');
    expect(await coming()).toBe(0);
  });

  it('comes on Monday at eight', async () => {
    await at(dayFrom(0, 3), '08:01');
    await world.process();
    const cards = (await world.chatOf(manager)).filter(({ summary }) => summary?.includes('Nøgler om aftenen'));
    expect(cards).toHaveLength(1);
  });

  it('does not come when it has been taken back before', async () => {
    await at(dayFrom(1), '21:00');
    await world.process();
    const key = await aProcedureSent('Taget tilbage om natten');
    await world.process();
    const view = z
      .object({ coming: z.object({ approval: z.object({ requestKey: z.string() }) }) })
      .parse((await world.as(isk, 'GET', `/api/procedures/${key}`)).body);
    await world.as(isk, 'POST', `/api/approvals/${view.coming.approval.requestKey}/withdraw`, { reason: 'En fejl' });
    await at(dayFrom(1, 3), '08:01');
    await world.process();
    const cards = (await world.chatOf(manager)).filter(({ summary }) => summary?.includes('Taget tilbage om natten'));
    expect(cards).toEqual([]);
  });
});

describe('on a Sunday', () => {
  beforeAll(async () => {
    await at(dayFrom(2), '10:00');
    await world.process();
    await at(dayFrom(2, 2), '11:00');
    await world.process();
  });

  it('the policy that is published by hand goes at once', async () => {
    const drafted = await world.as(ciso, 'POST', '/api/policy/versions', {
      ...{ title: 'Politik', number: '99.0', body: '# Politik\n\nPas på.', summary: 'Pas på.', changeKind: 'major' },
      effectiveOn: dayFrom(2, 2),
    });
    const { key } = keyed.parse(drafted.body);
    const reason = 'Det kan ikke vente til mandag';
    const before = await said();
    expect(await world.as(ciso, 'POST', `/api/policy/versions/${key}/publish`, { reason })).toMatchObject({
      status: 200,
    });
    // Some may have been sent before the forecast.
    const came = async () => {
      await world.process();
      return (await said()) - before;
    };
    await expect.poll(came).toBeGreaterThan(10);
  });

  it('a downtime that is reported goes at once', async () => {
    const before = await said();
    const found = z
      .object({ assets: z.array(z.object({ key: z.string() })) })
      .parse((await world.as(ciso, 'GET', '/api/contingency/downtime-assets')).body);
    const assetKey = found.assets[0]?.key ?? '';
    expect(await world.as(ciso, 'POST', '/api/contingency/downtimes', { assetKey, note: 'Nede' })).toMatchObject({
      status: 200,
    });
    await world.process();
    expect((await said()) - before).toBeGreaterThan(0);
  });
});

describe('a person who gets the app at night', () => {
  it('is written to in the morning, once: with the welcome, or with what has come for the person meanwhile', async () => {
    const person = everybody.find(({ roles }) => roles.every((role) => role === 'employee'));
    if (!person) throw new Error('nobody is a plain employee');
    const cards = async () => (await world.chatOf(person)).filter(({ from, card }) => from === 'bot' && card).length;
    await at(dayFrom(2, 4), '00:20');
    await world.process();
    await world.control('PUT', `people/${person.id}`, { installed: false });
    await world.control('PUT', `people/${person.id}`, { installed: true });
    await world.process();
    const before = await cards();
    await at(dayFrom(2, 4), '08:01');
    await world.process();
    await world.process();
    expect((await cards()) - before).toBe(1);
  });
});

describe('the clock of the desk', () => {
  it('is moved to the morning of the next working day by one press', async () => {
    await at('2037-12-24' as LocalDate, '22:00');
    const { body } = await world.control('PUT', 'clock', { to: 'nextWorkingDay' });
    expect(body).toMatchObject({ now: expect.stringContaining('2037-12-28T08:00') as string });
  });
});
