import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApprovalRequests, Agendas, stageKey } from '../../api/approvals/index.ts';
import { NetworkMeetings, WheelActivities, WheelTasks, tasksOfYear } from '../../api/annual-wheel/index.ts';
import { CourseRounds } from '../../api/awareness/index.ts';
import {
  ContingencyPlans,
  ContingencyPlanVersions,
  ContingencyTests,
  Downtimes,
  OfflinePacks,
} from '../../api/contingency/index.ts';
import { deliveryOf } from '../../api/deliveries/index.ts';
import { injectSubject, subjectOfInject } from '../../api/contingency/exercises/inject-keys.ts';
import { Inspections } from '../../api/inspections/index.ts';
import { CriticalServices } from '../../api/critical-services/index.ts';
import { Incidents } from '../../api/incidents/index.ts';
import { Assets } from '../../api/assets/index.ts';
import type { Context } from '../../api/context.ts';
import { nowOf, todayOf, type PersonId } from '../../api/kernel/index.ts';
import { actorOf, findPerson, People } from '../../api/organisation/index.ts';
import { PolicyVersions } from '../../api/policy/index.ts';
import { Procedures, ProcedureVersions } from '../../api/procedures/index.ts';
import type { ListDefinition } from '../../api/sharepoint/index.ts';
import { attempt, readPress } from '../../bot/actions/attempt.ts';
import { verbs } from '../../bot/index.ts';
import { canBeFor, type Stranger } from './whose-it-is.ts';
import { startSettledWorld } from '../support/settled-world.ts';
import type { JourneyWorld } from '../support/world.ts';

const made = 'made-up_0123456789abcdef';
let world: JourneyWorld;
let strangers: PersonId[];
/** People for whom the lists alone decide ownership. */
let known: Stranger[];
/** All records, and their titles. */
let everything: { key: string; titles: string[]; fields: readonly string[] }[];

beforeAll(async () => {
  world = await startSettledWorld({ PEOPLE: '80' });
  const { context } = world.program;
  const people = await world.people();
  const isPlain = ({ id, roles }: (typeof people)[number]) =>
    roles.every((role) => role === 'employee') && actorOf(context, id as PersonId)?.roles.length === 0;
  const plain = people.filter(isPlain);
  const centres = [...new Set(plain.map(({ centre }) => centre))];
  strangers = [
    ...centres.slice(0, 3).flatMap((centre) => plain.filter((one) => one.centre === centre).slice(0, 1)),
    ...['coordinator', 'centreManager', 'councilSecretary', 'executiveBoard'].flatMap((role) =>
      people.filter(({ roles }) => roles.includes(role)).slice(0, 1),
    ),
  ].map(({ id }) => id as PersonId);
  known = strangers.flatMap((id) => {
    const person = findPerson(context, id);
    const roles = people.find((one) => one.id === id)?.roles ?? [];
    const isKnown = roles.every((role) => ['employee', 'coordinator', 'centreManager'].includes(role));
    return person && isKnown ? [{ id, centreId: person.centreId, jobTitle: person.jobTitle, roles }] : [];
  });
  const [round] = context.list(CourseRounds).all();
  if (!round) throw new Error('no round');
  const team = (people.find(({ roles }) => roles.includes('ciso'))?.id ?? '') as PersonId;
  const { item: _item, history: _history, ...fields } = round;
  const nobodyElse = { everybody: false, centreIds: [], groupIds: [], personIds: [team] };
  await context.list(CourseRounds).create({ ...fields, key: 'for-one', obliged: nobodyElse });
  await context.list(Agendas).create({
    ...{ key: 'dagsorden', title: '', body: 'securityCommittee', meetsOn: todayOf(context.clock), note: '' },
    ...{ requestKeys: [], state: 'sent', madeBy: team, madeAt: nowOf(context.clock) },
  });
  await context.list(Incidents).create({
    ...{ key: 'haendelse', title: 'lostDevice', kind: 'lostDevice', state: 'open', text: 'KANARIE haendelse EIRANAK' },
    ...{ reportedBy: team, reportedAt: nowOf(context.clock) },
  });
  await plantCanaries(context);
  const of = (fields: readonly string[], rows: readonly { key: string; title?: string }[]) =>
    rows
      .slice(0, 60)
      .map(({ key, title = '' }) => ({ key, titles: [title].filter((text) => text.length > 8), fields }));
  const year = Number(todayOf(context.clock).slice(0, 4));
  everything = [
    ...of(['versionKey'], context.list(PolicyVersions).all()),
    ...of(['versionKey'], context.list(ProcedureVersions).all()),
    ...of(['versionKey'], context.list(ContingencyPlanVersions).all()),
    ...of(['packKey'], context.list(OfflinePacks).all()),
    ...of(['serviceKey'], context.list(CriticalServices).all()),
    ...of(['roundKey'], context.list(CourseRounds).all()),
    ...of(['requestKey'], context.list(ApprovalRequests).all()),
    ...of(['agendaKey'], context.list(Agendas).all()),
    ...of(['subjectKey'], context.list(Downtimes).all()),
    ...of(['incidentKey'], context.list(Incidents).all()),
    ...of(['inspectionKey'], context.list(Inspections).all()),
    ...context
      .list(ContingencyTests)
      .all()
      .flatMap((test) =>
        test.injects.map((inject) => ({
          key: injectSubject(test.key, inject.key),
          titles: [test.title],
          fields: ['subjectKey'],
        })),
      ),
    ...of(['taskKey'], context.list(WheelTasks).all()),
    ...tasksOfYear(context, year).map(({ key, activity }) => ({ key, titles: [activity.title], fields: ['taskKey'] })),
    ...of(['subjectKey'], context.list(NetworkMeetings).all()),
    ...of(['leaveKey'], context.list(People).all()),
  ];
});
afterAll(() => world.close());

const titled: readonly ListDefinition<{ key: string; title: string }>[] = [
  ...[PolicyVersions, ProcedureVersions, Procedures, ContingencyPlanVersions, ContingencyPlans, CriticalServices],
  ...[
    CourseRounds,
    ApprovalRequests,
    Agendas,
    Downtimes,
    ContingencyTests,
    WheelTasks,
    WheelActivities,
    Assets,
    NetworkMeetings,
  ],
];
/** A unique title: a reader of it has been told of that record. */
async function plantCanaries(context: Context): Promise<void> {
  for (const list of titled)
    for (const { key } of context.list(list).all())
      await context.list(list).update(key, () => ({ title: canary(key) }));
}
const canary = (key: string) => `KANARIE ${key} EIRANAK`;
/** The records a text reveals. */
const canariesIn = (text: string): string[] => [
  ...new Set([...text.matchAll(/KANARIE (\S+) EIRANAK/g)].map(([, key = '']) => key)),
];

/** Data of a button besides the key. */
const rest = (): Record<string, string> => ({
  ...{
    day: todayOf(world.program.context.clock),
    reply: 'yes',
    stage: '1',
    from: '1',
    contentHash: 'x',
    kind: 'lostDevice',
    askKey: 'x',
    command: 'tasks',
    choice: 'approve',
    digest: 'x',
  },
  ...{ place: 'Skabet', note: '', evidence: 'Bilag', text: 'Vi venter', figures: 'x', reviewedOn: '2026-01-01' },
  ...{ planKey: 'plan-omsorg', stepKey: 'f1' },
});
const keyFields = [
  'incidentKey',
  'inspectionKey',
  'versionKey',
  'packKey',
  'serviceKey',
  'roundKey',
  'requestKey',
  'agendaKey',
  'subjectKey',
  'taskKey',
  'leaveKey',
];
const dataOf = (key: string) => ({ ...rest(), ...Object.fromEntries(keyFields.map((field) => [field, key])) });

/** Independent of the presser: without the request's number. */
const said = async (verb: string, key: string, personId: PersonId) => {
  const { context } = world.program;
  const press = { verb, data: dataOf(key) };
  const { message } = await attempt(
    context,
    readPress(verbs, press),
    { personId, locale: 'da-DK' },
    nowOf(context.clock),
  );
  return JSON.stringify(message);
};
const mayBeTold = (verb: string, key: string, personId: PersonId): boolean => {
  const actor = actorOf(world.program.context, personId);
  const known = verbs[verb];
  if (!actor || !known) throw new Error('no such presser or verb');
  return known.read(dataOf(key))?.isFor(world.program.context, actor) === true;
};

it('whoever may be told of a test, a downtime or a request reads it in the tab too', async () => {
  const { context } = world.program;
  for (const personId of strangers)
    for (const { key, fields } of everything) {
      const isRequest = fields.includes('requestKey');
      if (!isRequest && !fields.includes('subjectKey')) continue;
      const verb = isRequest ? 'approval.vote' : 'contingency.logDecision';
      if (!mayBeTold(verb, key, personId)) continue;
      const test = subjectOfInject(key)?.testKey;
      const record = test === undefined ? `/api/contingency/downtimes/${key}` : `/api/contingency/tests/${test}`;
      const path = isRequest ? `/api/approvals/${key}` : record;
      const about = isRequest ? stageKey({ key }, 1) : key;
      const wasSent = deliveryOf(context, about, personId) !== undefined;
      if (!wasSent) expect([path, (await world.as({ id: personId }, 'GET', path)).status]).toEqual([path, 200]);
    }
});

/** They have the day of one's own card and name nothing. */
const ofOwnDay = ['digest.next', 'digest.nudge'];
/** They have no key: the presser reports an own incident, or asks as by words. */
const ofOneself = ['incident.report', 'incident.ask', 'command.say'];

it.each(ofOwnDay)('%s on a day without a digest of one’s own tells nothing and asks nobody', async (verb) => {
  const { context } = world.program;
  for (const { id } of known) {
    const personId = id as PersonId;
    const press = { verb, data: { day: '2020-01-02', from: '4' } };
    const who = { personId, locale: 'da-DK' };
    const { message } = await attempt(context, readPress(verbs, press), who, nowOf(context.clock));
    const words = JSON.stringify(message);
    expect(words).toContain('Knappen gælder ikke længere for dig.');
    expect(canariesIn(words)).toEqual([]);
  }
});

describe.each(Object.keys(verbs).filter((verb) => ![...ofOwnDay, ...ofOneself].includes(verb)))(
  'a made-up press of %s',
  (verb) => {
    it('reads its data from what the walk gives', () => {
      expect(verbs[verb]?.read(dataOf(made))).toBeDefined();
    });

    it('says the same of what exists and of what does not, and names nothing, to whom it was not told', async () => {
      let walked = 0;
      for (const personId of strangers) {
        const neutral = await said(verb, made, personId);
        expect(neutral).toContain('Knappen gælder ikke længere for dig.');
        for (const { key, titles } of everything) {
          if (mayBeTold(verb, key, personId)) continue;
          walked += 1;
          const answer = await said(verb, key, personId);
          if (answer !== neutral) expect(answer, `${verb} ${key} ${personId}`).toBe(neutral);
          for (const title of titles) expect(answer).not.toContain(title);
        }
      }
      expect(walked).toBeGreaterThan(everything.length);
    });
  },
);

/** A verb on records whose lists decide ownership, with its button's field. */
const aboutRecords = {
  'policy.acknowledge': 'versionKey',
  'procedure.acknowledge': 'versionKey',
  'plan.confirmPart': 'versionKey',
  'digest.completeTask': 'taskKey',
  'digest.declareCourse': 'roundKey',
  'digest.reviewService': 'serviceKey',
  'approval.vote': 'requestKey',
  'agenda.approveAll': 'agendaKey',
};

it.each(Object.entries(aboutRecords))(
  '%s is for nobody whom the items of the lists say it cannot be for',
  (verb, field) => {
    let walked = 0;
    for (const person of known)
      for (const { key, fields } of everything) {
        if (!fields.includes(field) || canBeFor(world.program.context, person, key) !== false) continue;
        walked += 1;
        expect([key, person.id, mayBeTold(verb, key, person.id as PersonId)]).toEqual([key, person.id, false]);
      }
    expect(walked).toBeGreaterThan(0);
  },
);

it('an employee is told of no pack, service or leave that is not theirs', () => {
  const personId = strangers[0]!;
  const { context } = world.program;
  expect(findPerson(context, personId)).toBeDefined();
  const told = (verb: string, field: string) =>
    everything.filter(({ key, fields }) => fields.includes(field) && mayBeTold(verb, key, personId)).length;
  expect(['contingency.placePack', told('contingency.placePack', 'packKey')]).toEqual(['contingency.placePack', 0]);
  expect(['digest.reviewService', told('digest.reviewService', 'serviceKey')]).toEqual(['digest.reviewService', 0]);
  const answer = 'digest.answerInspection';
  expect([answer, told(answer, 'inspectionKey')]).toEqual([answer, 0]);
  expect(['absence.end', told('absence.end', 'leaveKey')]).toEqual(['absence.end', 0]);
});

it('what a press that is theirs is answered with tells of nothing that cannot be theirs', async () => {
  const told = new Set<string>();
  const wrong: string[] = [];
  for (const person of known)
    for (const verb of Object.keys(verbs).filter((one) => !ofOneself.includes(one)))
      for (const { key } of everything) {
        const id = person.id as PersonId;
        if (!mayBeTold(verb, key, id)) continue;
        for (const named of canariesIn(await said(verb, key, id))) {
          told.add(named);
          if (canBeFor(world.program.context, person, named) === false) wrong.push(`${verb} ${key}: ${id} ${named}`);
        }
      }
  expect(wrong).toEqual([]);
  expect(told.size).toBeGreaterThan(0);
});
