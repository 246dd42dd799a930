import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApprovalRequests, Agendas, stageKey } from '../../api/approvals/index.ts';
import { WheelTasks, tasksOfYear } from '../../api/annual-wheel/index.ts';
import { CourseRounds } from '../../api/awareness/index.ts';
import { ContingencyPlanVersions, ContingencyTests, Downtimes, OfflinePacks } from '../../api/contingency/index.ts';
import { deliveryOf } from '../../api/deliveries/index.ts';
import { injectSubject, subjectOfInject } from '../../api/contingency/tests/inject-keys.ts';
import { CriticalServices } from '../../api/critical-services/index.ts';
import { nowOf, todayOf, type PersonId } from '../../api/kernel/index.ts';
import { actorOf, findPerson, People } from '../../api/organisation/index.ts';
import { PolicyVersions } from '../../api/policy/index.ts';
import { ProcedureVersions } from '../../api/procedures/index.ts';
import { attempt } from '../../bot/actions/attempt.ts';
import { verbs } from '../../bot/index.ts';
import { startWorld, type JourneyWorld } from '../support/world.ts';

const made = 'made-up_0123456789abcdef';
let world: JourneyWorld;
let strangers: PersonId[];
/** Everything there is, and its titles. */
let everything: { key: string; titles: string[]; fields: readonly string[] }[];

beforeAll(async () => {
  world = await startWorld({ PEOPLE: '80' });
  const { context } = world.program;
  const people = await world.people();
  const plain = people.filter(({ roles }) => roles.every((role) => role === 'employee'));
  const centres = [...new Set(plain.map(({ centre }) => centre))];
  strangers = [
    ...centres.slice(0, 3).flatMap((centre) => plain.filter((one) => one.centre === centre).slice(0, 1)),
    ...['coordinator', 'centreManager', 'councilSecretary', 'executiveBoard'].flatMap((role) =>
      people.filter(({ roles }) => roles.includes(role)).slice(0, 1),
    ),
  ].map(({ id }) => id as PersonId);
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
    ...of(['leaveKey'], context.list(People).all()),
  ];
});
afterAll(() => world.close());

/** What a button carries beside the key. */
const rest = (): Record<string, string> => ({
  ...{ day: todayOf(world.program.context.clock), stage: '1', contentHash: 'x', choice: 'approve', digest: 'x' },
  ...{ place: 'Skabet', note: '', evidence: 'Bilag', text: 'Vi venter', figures: 'x', reviewedOn: '2026-01-01' },
});
const keyFields = [
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

/** What is the same whoever presses: the number of the request is no part of it. */
const said = async (verb: string, key: string, personId: PersonId) => {
  const { context } = world.program;
  const press = { verb, data: dataOf(key) };
  const { message } = await attempt(context, verbs, press, { personId, locale: 'da-DK' }, nowOf(context.clock));
  return JSON.stringify(message);
};
const mayBeTold = (verb: string, key: string, personId: PersonId): boolean => {
  const actor = actorOf(world.program.context, personId);
  const known = verbs[verb];
  if (!actor || !known) throw new Error('no such presser or verb');
  return known.isFor(world.program.context, actor, known.data.parse(dataOf(key)));
};

describe.each(Object.keys(verbs))('a made-up press of %s', (verb) => {
  it('reads its data from what the walk gives', () => {
    expect(verbs[verb]?.data.safeParse(dataOf(made)).success).toBe(true);
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
});

it('an employee is told of no pack, service or leave that is not theirs', () => {
  const personId = strangers[0]!;
  const { context } = world.program;
  expect(findPerson(context, personId)).toBeDefined();
  const told = (verb: string, field: string) =>
    everything.filter(({ key, fields }) => fields.includes(field) && mayBeTold(verb, key, personId)).length;
  expect(['contingency.placePack', told('contingency.placePack', 'packKey')]).toEqual(['contingency.placePack', 0]);
  expect(['digest.reviewService', told('digest.reviewService', 'serviceKey')]).toEqual(['digest.reviewService', 0]);
  expect(['absence.end', told('absence.end', 'leaveKey')]).toEqual(['absence.end', 0]);
});

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
