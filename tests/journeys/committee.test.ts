import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { agendaView, agendaVoteAnswer, approvalsView, approvalView } from '../../api/approvals/contract.ts';
import { appointmentsView, proposalView } from '../../api/appointments/contract.ts';
import { addDays, todayOf } from '../../api/kernel/index.ts';
import { assignmentView, meView } from '../../api/organisation/contract.ts';
import { startSettledWorld } from '../support/settled-world.ts';
import type { ChatLine, JourneyWorld, WorldPerson } from '../support/world.ts';

const assignments = z.object({ assignments: z.array(assignmentView) });
const title = 'Kørelister på papir, når it er nede';

describe('the committee', () => {
  let world: JourneyWorld;
  let ciso: WorldPerson;
  let chair: WorldPerson;
  let deputy: WorldPerson;
  let requestKey: string;

  const named = async (name: string) => {
    const found = (await world.people()).find((person) => person.name === name);
    if (!found) throw new Error(`nobody is called ${name}`);
    return found;
  };
  const textOf = (line: ChatLine | undefined) => JSON.stringify(line?.card ?? '');
  const cardOf = async (person: WorldPerson, words: string) =>
    (await world.chatOf(person)).findLast((line) => line.from === 'bot' && textOf(line).includes(words));
  const nextDay = async () => {
    await world.control('PUT', 'clock', { to: 'nextWorkingDay' });
    await world.process();
  };
  const request = async (person = ciso) =>
    approvalView.parse((await world.as(person, 'GET', `/api/approvals/${requestKey}`)).body);

  beforeAll(async () => {
    world = await startSettledWorld({ PEOPLE: '60' });
    ciso = await world.personWith('ciso');
    chair = await named('Lone Friis Albrechtsen');
    deputy = await named('Mads Ravn Jespersen');
    const { approvals } = approvalsView.parse((await world.as(ciso, 'GET', '/api/approvals?show=all')).body);
    requestKey = approvals.find((row) => row.title === title)?.key ?? '';
  });
  afterAll(() => world.close());

  it('has a deputy for the chair, who gets the card and votes in the chair’s place, and the receipt says so', async () => {
    const today = todayOf(world.desk.clock);
    const all = assignments.parse((await world.as(ciso, 'GET', '/api/organisation/assignments')).body);
    const seat = all.assignments.find(({ person, role }) => person.id === chair.id && role === 'securityCommittee');
    const path = `/api/organisation/assignments/${seat!.key}/deputy`;
    expect(await world.as(ciso, 'POST', path, { personId: deputy.id })).toMatchObject({
      status: 200,
      body: { deputy: { id: deputy.id } },
    });
    const early = await world.as(deputy, 'POST', `/api/approvals/${requestKey}/vote`, {
      ...{ stage: 2, contentHash: (await request()).contentHash, choice: 'approve' },
    });
    expect(early).toMatchObject({ status: 403, body: { error: { code: 'approvals.notMember' } } });

    const leave = { from: today, to: addDays(today, 20) };
    const absence = await world.save(chair, `/api/absences/${chair.id}`, leave);
    expect(absence.status).toBeLessThan(300);
    await world.process();
    const card = await cardOf(deputy, title);
    expect(textOf(card)).toContain('Lone Friis Albrechtsen');
    await world.press(deputy, card!.id, 'Godkend');
    expect(textOf(await cardOf(deputy, title))).toContain('Lone Friis Albrechtsen');
    const { stages, events } = await request();
    expect(stages[1]?.seats.find(({ holder }) => holder.id === chair.id)?.vote).toMatchObject({
      ...{ choice: 'approve', via: 'card', by: { id: deputy.id } },
    });
    expect(events.at(-1)).toMatchObject({ what: 'voted', person: { id: deputy.id }, inPlaceOf: { id: chair.id } });
  });

  it('decides several things together from one card', async () => {
    const member = await named('Emre Aydın');
    const measure = {
      ...{ title: 'Skabe til tablets', background: 'De ligger fremme.', costOnce: 20_000, costYearly: 0, steps: [] },
      ...{ risk: 'Tablets bliver taget.', recommendation: 'Det indstilles, at hvert center får et skab.' },
    };
    const made = await world.as(ciso, 'POST', '/api/measures', measure);
    const { key } = z.object({ key: z.string() }).parse(made.body);
    await world.as(ciso, 'POST', `/api/measures/${key}/submit`);
    const { approvals } = approvalsView.parse((await world.as(member, 'GET', '/api/approvals')).body);
    const requestKeys = approvals.filter((row) => row.subjectKind !== 'contingencyPlan').map((row) => row.key);
    expect(requestKeys).toHaveLength(2);
    const agenda = {
      ...{ title: 'Møde i Informationssikkerhedsudvalget', body: 'securityCommittee', requestKeys },
      meetsOn: addDays(todayOf(world.desk.clock), 7),
    };
    const answer = await world.as(ciso, 'POST', '/api/agendas', agenda);
    const view = agendaView.parse(answer.body);
    expect(view).toMatchObject({ items: 2, state: 'draft' });
    expect((await world.as(ciso, 'POST', `/api/agendas/${view.key}/send`)).status).toBe(200);
    await world.process();
    const card = await cardOf(member, agenda.title);
    expect(textOf(card)).toContain('Skabe til tablets');
    const button = /"title":"(Godkend (?:alle|begge)[^"]*)"/.exec(textOf(card))?.[1] ?? '';
    await world.press(member, card!.id, button);
    const after = agendaView.parse((await world.as(member, 'GET', `/api/agendas/${view.key}`)).body);
    expect(after.list.map(({ approval }) => approval.myChoice)).toEqual(['approve', 'approve']);

    const jurist = await named('Vibeke Ørum Clausen');
    const votes = after.list.map(({ approval, contentHash }) => ({
      ...{ requestKey: approval.key, stage: approval.stage?.number ?? 2, contentHash, choice: 'approve' },
    }));
    const wrong = { ...votes[0], requestKey: 'findes-ikke' };
    const together = await world.as(jurist, 'POST', `/api/agendas/${view.key}/vote`, { votes: [wrong, ...votes] });
    const { results } = agendaVoteAnswer.parse(together.body);
    expect(results.map(({ code }) => code)).toEqual(['approvals.notOnAgenda', 'approvals.stageClosed', undefined]);
  });

  it('is composed by Direktionen from cards, and its members have the role from the first day, with the decision', async () => {
    const [jurist, emre] = [await named('Vibeke Ørum Clausen'), await named('Emre Aydın')];
    const startsOn = addDays(todayOf(world.desk.clock), 1);
    const endsOn = addDays(startsOn, 50);
    const propose = async (role: string, people: { personId: string; chair?: boolean }[]) => {
      const body = { role, members: people, startsOn, endsOn, reason: 'Alle områder er med.' };
      const made = await world.as(ciso, 'POST', '/api/appointments/proposals', body);
      expect(made.status).toBe(200);
      return proposalView.parse(made.body).key;
    };
    const bodyOf = async (role: string) => {
      const { bodies } = appointmentsView.parse((await world.as(ciso, 'GET', '/api/appointments')).body);
      return bodies.find((body) => body.role === role);
    };
    const key = await propose('securityCommittee', [{ personId: jurist.id, chair: true }, { personId: emre.id }]);
    expect((await world.as(emre, 'POST', `/api/appointments/proposals/${key}/submit`)).status).toBe(403);
    expect((await world.as(ciso, 'POST', `/api/appointments/proposals/${key}/submit`)).status).toBe(200);
    await world.process();
    for (const name of ['Henrik Bay Mortensen', 'Mads Ravn Jespersen', 'Birgitte Skov Andreasen']) {
      const director = await named(name);
      const card = await cardOf(director, 'Sammensætning af Informationssikkerhedsudvalget');
      expect(textOf(card)).toContain('Udpegning');
      await world.press(director, card!.id, 'Godkend');
    }
    await world.process();
    expect((await bodyOf('securityCommittee'))?.members.filter(({ state }) => state === 'future')).toHaveLength(2);
    await nextDay();
    const composed = await bodyOf('securityCommittee');
    expect(composed?.members).toMatchObject([
      { person: { id: jurist.id }, chair: true, basis: 'decided', startsOn, endsOn, decision: { by: 'vote' } },
      { person: { id: ciso.id }, basis: 'office', office: 'ciso' },
      { person: { id: emre.id }, basis: 'decided' },
      { basis: 'office', office: 'headOfTeam' },
    ]);
    expect(composed?.earlier.map(({ person }) => person.id)).toContain(chair.id);
    // Fewer than sixty days are left, so the next one is due at once, by those who prepare it.
    const owes = async (person: WorldPerson) =>
      meView
        .parse((await world.as(person, 'GET', '/api/me')).body)
        .obligations.filter(({ kind }) => kind === 'renewAppointment');
    expect(await owes(ciso)).toMatchObject([{ due: endsOn, state: 'open', path: '/appointments/udpegning-udvalg' }]);

    const next = await propose('ciso', [{ personId: ciso.id }]);
    const meeting = { meetingOn: addDays(startsOn, -5), reference: 'Punkt 4' };
    const record = `/api/appointments/proposals/${next}/record`;
    expect((await world.as(ciso, 'POST', record, meeting)).status).toBe(403);
    const board = await named('Henrik Bay Mortensen');
    expect((await world.as(board, 'POST', record, meeting)).status).toBe(200);
    await nextDay();
    expect(await owes(board)).toMatchObject([{ title: 'CISO', due: endsOn, state: 'open' }]);
    expect(await owes(ciso)).toHaveLength(1);
  });
});
