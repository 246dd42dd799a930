import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { personRef } from '../../api/http/contract.ts';
import { addDays, todayOf } from '../../api/kernel/index.ts';
import { allObligations, sharedObligations } from '../../api/obligations/index.ts';
import { absenceView, handOverView, obligationRow } from '../../api/obligations/contract.ts';
import { oweWords } from '../../api/texts/owed.ts';
import { translator } from '../../api/texts/translate.ts';
import { startWorld, type JourneyWorld, type WorldPerson } from '../support/world.ts';

const mine = z.object({ obligations: z.array(obligationRow), handedOver: z.array(handOverView) });
const centres = z.object({ centres: z.array(z.object({ centre: z.object({ id: z.string() }), overdue: z.number() })) });
const title = 'Gennemgå adgange i centret';
const note = 'Jeg er på kursus i december';

/** What recurs is told apart by its day: the last time's is overdue, and the next one is open. */
const ownDay = ({ kind, due }: { kind: string; due?: string | undefined }) =>
  kind === 'doWheelTask' ? due : undefined;

describe('an ISK hands over to a colleague', () => {
  let world: JourneyWorld;
  let isk: WorldPerson;
  let colleague: WorldPerson;
  /** Number of the ISK's tasks. */
  let count: number;
  let rolesAtStart: number | undefined;

  const owes = async (person: WorldPerson, show = 'open') =>
    mine.parse((await world.as(person, 'GET', `/api/obligations?show=${show}`)).body);
  const tasks = async (person: WorldPerson) =>
    (await owes(person)).obligations.filter(({ kind }) => kind === 'doWheelTask');
  /** The bot's answer, as text of the card. */
  const asked = async (person: WorldPerson, text = 'mine opgaver') =>
    JSON.stringify((await world.write(person, text)).at(-1)?.card ?? '');
  const days = (ahead: number) => addDays(todayOf(world.desk.clock), ahead);

  beforeAll(async () => {
    world = await startWorld();
    rolesAtStart = world.program.context.groupRoleHolders?.().size;
    await world.process();
    isk = await world.personWith('coordinator');
    const everybody = await world.people();
    colleague = everybody.find(
      ({ id, centre, roles }) => id !== isk.id && centre === isk.centre && roles.length === 1,
    )!;
    const ciso = await world.personWith('ciso');
    const activity = {
      title,
      why: 'Ingen skal have adgang til mere, end de bruger.',
      source: 'R16',
      role: 'coordinator',
      scope: 'centres',
      steps: [],
      leadDays: 30,
      startsOn: days(1),
      basis: 'calendar',
    };
    const { status, body } = await world.as(ciso, 'POST', '/api/wheel/activities', activity);
    expect([status, body]).toMatchObject([200, { title }]);
  });
  afterAll(() => world.close());

  it('is run by a program that knows from its first moment who has a role by group: what they pressed before is theirs', () => {
    expect(rolesAtStart).toBeGreaterThan(0);
  });

  it('begins with the task at the ISK, in the tab and in the chat', async () => {
    expect((await tasks(isk)).map((task) => task.title)).toContain(title);
    expect(await asked(isk)).toContain(title);
    expect((await tasks(colleague)).map((task) => task.title)).not.toContain(title);
    expect(await asked(colleague)).not.toContain(title);
  });

  it('gives nobody two things to do that read the same', () => {
    const open = allObligations(world.program.context).filter(({ state }) => state === 'open');
    const read = open.map(({ personId, kind, subject, centreId, ...one }) =>
      [personId, kind, subject.title, centreId, ownDay({ kind, ...one })].join(' '),
    );
    expect(read.filter((words, place) => read.indexOf(words) !== place)).toEqual([]);
    expect(open.some(({ kind, subject }) => kind === 'doRiskAction' && subject.title.includes(' – '))).toBe(true);
  });

  it('gives nobody two things that read the same either, whoever gives theirs to whom in a centre', () => {
    const work = sharedObligations(world.program.context).filter(
      ({ state, subject }) => state === 'open' && subject.title !== title,
    );
    const alike = Map.groupBy(
      work,
      (one) => `${oweWords(one, { t: translator('da'), language: 'da' })} ${ownDay(one)}`,
    );
    // Of two centres, rows name the centre.
    const places = [...alike.values()].filter((same) => same.length > 1).map((same) => same.map((one) => one.centreId));
    expect(places.filter((of) => of.includes(undefined) || new Set(of).size < of.length)).toEqual([]);
    expect(work.some(({ kind }) => kind === 'writeRestorePlan')).toBe(true);
  });

  it('lets the ISK find the colleague by name', async () => {
    const [first = ''] = colleague.name.split(' ');
    const { status, body } = await world.as(isk, 'GET', `/api/people?q=${encodeURIComponent(first)}`);
    expect(status).toBe(200);
    expect(
      z
        .object({ people: z.array(personRef) })
        .parse(body)
        .people.map(({ id }) => id),
    ).toContain(colleague.id);
  });

  it('moves everything but what only the ISK can do, once however often it is pressed', async () => {
    count = (await owes(isk)).obligations.filter(({ personal }) => !personal).length;
    const press = () =>
      world.as(isk, 'POST', '/api/obligations/hand-over', { fromPersonId: isk.id, toPersonId: colleague.id, note });
    const first = await press();
    expect(first).toMatchObject({ status: 200, body: { handedOver: count } });
    expect(await press()).toEqual(first);
    expect((await owes(isk)).obligations.every(({ personal }) => personal)).toBe(true);
    const handed = (await owes(colleague)).obligations.filter(({ passed }) => passed?.reason === 'handedOver');
    expect(handed.map(({ passed }) => passed?.note)).toEqual(Array.from({ length: count }, () => note));
    expect((await owes(isk)).handedOver).toHaveLength(count);
    const received = (await tasks(colleague)).find((task) => task.title === title);
    expect(received?.passed).toMatchObject({ reason: 'handedOver', from: { id: isk.id } });
  });

  it('shows in the chat of both', async () => {
    expect(await asked(isk)).not.toContain(title);
    expect(await asked(colleague)).toContain(title);
    expect(await asked(colleague)).toContain(`${isk.name} har givet den videre til dig. »${note}«`);
    expect(await asked(colleague, 'my tasks')).toContain(`${isk.name} has handed it over to you`);
  });

  it('falls back to the ISK, and says so, when the colleague goes on leave', async () => {
    const path = `/api/absences/${colleague.id}`;
    expect((await world.save(isk, path, { from: days(0) })).status).toBe(403);
    const leave = await world.save(colleague, path, { from: days(0) });
    expect(absenceView.parse(leave.body)).toMatchObject({ from: days(0), passed: count, abilities: { change: true } });
    expect((await tasks(isk)).find((task) => task.title === title)?.passed).toMatchObject({ reason: 'onLeave' });
    expect(await asked(isk)).toContain(`${colleague.name} er på ferie eller orlov`);
    expect((await world.as(colleague, 'DELETE', path)).status).toBe(200);
    expect(await asked(colleague)).toContain(title);
  });

  it('comes back when the ISK takes it back', async () => {
    const { handedOver } = await owes(isk);
    for (const { key } of handedOver)
      expect((await world.as(isk, 'POST', `/api/obligations/hand-overs/${key}/end`)).status).toBe(200);
    expect(await asked(isk)).toContain(title);
    expect(await asked(colleague)).not.toContain(title);
  });

  it('lets nobody else move what is theirs', async () => {
    const stranger = (await world.people()).find(({ centre, roles }) => centre !== isk.centre && roles.length === 1)!;
    const given = { fromPersonId: isk.id, toPersonId: stranger.id, note };
    expect((await world.as(stranger, 'POST', '/api/obligations/hand-over', given)).status).toBe(403);
    expect((await world.save(stranger, `/api/absences/${isk.id}`, { from: days(0) })).status).toBe(403);
    expect((await world.as(stranger, 'GET', '/api/obligations/people')).status).toBe(403);
  });

  it('tells the ISK how the own centre stands, and no other', async () => {
    const { body } = await world.as(isk, 'GET', '/api/obligations/centres');
    expect(centres.parse(body).centres.length).toBeGreaterThan(0);
    expect(await asked(isk, 'mit center')).toMatch(/over tiden i/);
    expect(await asked(colleague, 'mit center')).not.toMatch(/over tiden/);
  });
});
