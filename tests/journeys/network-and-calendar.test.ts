import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { meetingView, planView } from '../../api/annual-wheel/contract.ts';
import { addDays, todayOf } from '../../api/kernel/index.ts';
import { startWorld, type JourneyWorld, type WorldPerson } from '../support/world.ts';

let world: JourneyWorld;
let ciso: WorldPerson;
let isk: WorldPerson;
beforeAll(async () => {
  world = await startWorld();
  [ciso, isk] = await Promise.all([world.personWith('ciso'), world.personWith('coordinator')]);
});
afterAll(() => world.close());

const good = async (person: WorldPerson, method: string, path: string, body?: unknown) => {
  const answer = await world.as(person, method, path, body);
  expect([path, answer.status]).toEqual([path, method === 'DELETE' ? 204 : 200]);
  return answer.body;
};
const meeting = {
  ...{ title: 'Ekstra netværksmøde', on: '2030-03-04', startsAt: '13:00', minutes: 60, place: 'Online' },
  agenda: ['Den nye politik'],
};

describe('the coordinator network', () => {
  it('is called, and what a meeting gives somebody stands in their tasks, chat and calendar', async () => {
    const called = meetingView.parse(await good(ciso, 'POST', '/api/wheel/meetings', meeting));
    expect(called.people.map(({ id }) => id)).toContain(isk.id);
    expect((await world.as(isk, 'POST', '/api/wheel/meetings', meeting)).status).toBe(403);

    const due = addDays(todayOf(world.desk.clock), 5);
    const path = `/api/wheel/meetings/${called.key}`;
    await good(ciso, 'POST', `${path}/follow-ups`, { title: 'Spørg lederne om nødplanen', personId: isk.id, due });
    const followed = meetingView.parse(await good(isk, 'GET', path));
    expect(followed.followUps).toMatchObject([{ title: 'Spørg lederne om nødplanen', responsible: { id: isk.id } }]);

    const [answer] = await world.write(isk, 'mine opgaver');
    expect(JSON.stringify(answer?.card)).toContain('Spørg lederne om nødplanen');

    const link = z.object({ url: z.string() }).parse(await good(isk, 'POST', '/api/calendar-feed'));
    const feed = () => fetch(world.program.address + new URL(link.url).pathname);
    const shown = await feed();
    expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
    const text = (await shown.text()).replaceAll('\r\n ', '');
    expect(text).toContain('SUMMARY:Spørg lederne om nødplanen');
    expect(text).toContain('SUMMARY:Ekstra netværksmøde');

    const task = followed.followUps[0]?.key ?? '';
    await good(isk, 'POST', `/api/wheel/tasks/${task}/complete`, { note: 'Gjort på ledermødet' });
    expect(await (await feed()).text()).not.toContain('Spørg lederne');
    await good(isk, 'DELETE', '/api/calendar-feed');
    expect((await feed()).status).toBe(404);
  });

  it('writes down who came', async () => {
    const { key } = meetingView.parse(
      await good(ciso, 'POST', '/api/wheel/meetings', { ...meeting, on: todayOf(world.desk.clock) }),
    );
    const people = [{ personId: isk.id, attendance: 'attended' }];
    const written = meetingView.parse(await good(ciso, 'PUT', `/api/wheel/meetings/${key}/attendance`, { people }));
    expect(written.people.find(({ id }) => id === isk.id)).toMatchObject({ attendance: 'attended' });
  });
});

describe('an implementation plan', () => {
  it('fills as its tasks are done', async () => {
    const startsOn = todayOf(world.desk.clock);
    const made = planView.parse(
      await good(ciso, 'POST', '/api/wheel/plans', { title: 'Plan', policyVersionKey: 'policy-5-0', startsOn }),
    );
    expect([made.done, made.total]).toEqual([0, made.tasks.length]);
    const first = made.tasks.find(({ responsible }) => responsible?.id === ciso.id);
    await good(ciso, 'POST', `/api/wheel/tasks/${first?.key}/complete`, { note: 'Sendt' });
    const plans = z.object({ plans: z.array(planView) }).parse(await good(ciso, 'GET', '/api/wheel/plans')).plans;
    expect(plans.find(({ key }) => key === made.key)).toMatchObject({ done: 1, total: made.total });
  });
});

describe('a calendar link', () => {
  it('opens nothing when the secret is wrong', async () => {
    for (const file of ['x.ics', `${'a'.repeat(43)}.ics`, 'noget', '..%2f.ics'])
      expect((await fetch(`${world.program.address}/calendar/${file}`)).status).toBe(404);
  });
});
