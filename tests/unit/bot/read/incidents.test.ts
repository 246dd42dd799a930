import { expect, it } from 'vitest';
import type { Context } from '../../../../api/context.ts';
import {
  findIncident,
  IncidentGuides,
  incidentKind,
  Incidents,
  receiptSubject,
  takenSubject,
  takeIncident,
  toldOf,
} from '../../../../api/incidents/index.ts';
import { nowOf, type LocalDate, type PersonId } from '../../../../api/kernel/index.ts';
import { actorOf, People } from '../../../../api/organisation/index.ts';
import { attempt, readPress } from '../../../../bot/actions/attempt.ts';
import { answerCommand, answerStranger } from '../../../../bot/commands/index.ts';
import { incidentCardFor, incidentReceiptCardFor, incidentTakenCardFor, verbs } from '../../../../bot/index.ts';
import { campaignKinds } from '../../../../teams-app/program/card-kinds.ts';
import { aCourseDue, aDay, bo, tuesday } from '../a-day-of-digests.ts';
import { anne, aPerson, aRole, mette } from '../bot-context.ts';
import { asRead, readCards } from './as-read.ts';

const carl = '11111111-0000-4000-8000-00000000000d' as PersonId;
const night = '2026-11-24T21:41:00.000Z';
const said = {
  da: { lost: 'jeg har mistet min telefon', menu: 'der er sket noget', course: 'kursus', unknown: 'kan du danse' },
  en: { lost: 'I have lost my phone', menu: 'something has happened', course: 'my course', unknown: 'can you dance' },
} as const;

const act = (context: Context, who: PersonId) => {
  const actor = actorOf(context, who);
  if (!actor) throw new Error('not employed');
  return actor;
};
const press = async (context: Context, who: PersonId, verb: string, data: Record<string, string>) => {
  const presser = { personId: who, locale: 'da-DK' };
  const { message } = await attempt(context, readPress(verbs, { verb, data }), presser, nowOf(context.clock));
  return message;
};
const report = (context: Context, text = '', askKey = 'one', kind = 'lostDevice') =>
  press(context, anne, 'incident.report', { kind, askKey, text });
const only = (context: Context) => {
  const [incident] = context.list(Incidents).all();
  if (!incident) throw new Error('nothing was told');
  return incident;
};
const told = (context: Context) => toldOf(context, only(context));

it('what has happened is answered, told and taken as it is approved', async () => {
  await readCards(async (look, language) => {
    const { context, setNow } = await aDay(tuesday);
    for (const who of [anne, mette, bo]) await context.list(People).update(who, () => ({ language }));
    const words = said[language];
    const ask = (text: string, who = anne) => answerCommand(context, act(context, who), text);
    look('in working hours, no number is known', ask(words.lost));
    look('it is not said what', ask(words.menu));
    look('the directory does not know who it is', answerStranger(context, language, words.lost));
    await context.list(IncidentGuides).create({
      ...{ key: 'all', title: 'all', firstStep: '', firstStepEnglish: '', callName: 'Servicedesk', changedBy: mette },
      ...{ callPhone: '43 57 10 11', nightPhone: '43 57 10 99', changedAt: nowOf(context.clock) },
    });
    await context.list(People).update(mette, () => ({ phone: '+45 28 12 34 56' }));
    setNow(night);
    look('at night, with numbers', ask(words.lost));
    expect(asRead(ask(words.unknown))).toContain('**Servicedesk: <43 57 10 99>**');
    expect(JSON.stringify(ask(words.lost).card)).toContain('(tel:43571099)');
    look('at once', await report(context, 'Glemt i bus 400S. Fru Jensen, 010203-1234, stod på den'));
    const { key, text } = only(context);
    expect(text).toBe('Glemt i bus 400S. Fru Jensen, xxxxxx-xxxx, stod på den');
    look('the same again', ask(words.lost));
    look('the ISK', incidentCardFor(context, key, mette));
    look('somebody who is not told', incidentCardFor(context, key, bo));
    setNow('2026-11-24T21:50:00.000Z');
    await takeIncident(context, act(context, mette), key);
    look('the ISK has taken it', incidentCardFor(context, key, mette));
    look('the ISK has taken it', incidentReceiptCardFor(context, receiptSubject(key), anne));
    look('rings the reporter', incidentTakenCardFor(context, takenSubject(key), anne));
    look('of another', incidentTakenCardFor(context, takenSubject(key), bo));
  });
});

it('the course is answered with its buttons as it is approved', async () => {
  await readCards(async (look, language) => {
    const { context } = await aDay(tuesday);
    const ask = () => answerCommand(context, act(context, anne), said[language].course);
    look('none is lacking', ask());
    await aCourseDue(context);
    look('one', ask());
  });
});

it('a button of what was asked for does it, and the same card comes back', async () => {
  const { context } = await aDay(tuesday);
  await aCourseDue(context);
  const card = await press(context, anne, 'digest.declareCourse', { day: 'courses', roundKey: 'gdpr-2026' });
  expect(asRead(card)).toContain('Vi har noteret, at du har taget GDPR i hverdagen');
  expect(card.kind).toBe('courses.none');
  const again = await press(context, anne, 'digest.declareCourse', { day: 'tasks', roundKey: 'gdpr-2026' });
  expect(asRead(again)).toContain('var allerede noteret');
  expect(again.kind).toBe('tasks.none');
});

it('the same answer pressed twice is one accident, and another answer is another', async () => {
  const { context } = await aDay(night);
  await report(context, 'Bussen');
  await report(context, 'Toget');
  expect(
    context
      .list(Incidents)
      .all()
      .map(({ text }) => text),
  ).toEqual(['Bussen']);
  await report(context, '', 'two');
  expect(context.list(Incidents).all()).toHaveLength(2);
  for (let number = 0; number < 20; number += 1) await report(context, '', `more-${number}`);
  expect(context.list(Incidents).all()).toHaveLength(12);
  expect(asRead(await report(context, '', 'last'))).toMatch(/12 gange i dag. Ring i stedet[\s\S]*|Ring nu/);
});

it('tells the ISK, else the deputy, else the team, and never the reporter', async () => {
  const { context } = await aDay(tuesday);
  await report(context);
  expect(told(context)).toEqual([{ as: 'coordinator', people: [mette] }]);
  const absentFrom = '2026-11-20' as LocalDate;
  await context.list(People).update(mette, () => ({ absentFrom }));
  await aPerson(context, carl, { title: 'Carl Dam', centreId: 'it' as never });
  await aRole(context, carl, 'securityTeam');
  expect(told(context)).toEqual([{ as: 'team', people: [carl] }]);
  await context.list(People).update(mette, () => ({ standInId: bo }));
  expect(told(context)).toEqual([{ as: 'deputy', people: [bo] }]);
  expect(asRead(incidentCardFor(context, only(context).key, bo))).toContain('Du får det, fordi ISK’en');
  // With nobody at work, people on leave are chosen.
  for (const who of [bo, carl]) await context.list(People).update(who, () => ({ absentFrom }));
  expect(told(context)).toEqual([{ as: 'coordinator', people: [mette] }]);
});

it('goes on to the team after an hour of work that nobody took it in, and not at night', async () => {
  const { context, setNow } = await aDay(night);
  await aPerson(context, carl, { title: 'Carl Dam' });
  await aRole(context, carl, 'ciso');
  await report(context);
  const people = () => told(context).map((step) => step.people);
  setNow('2026-11-25T02:00:00.000Z');
  expect(people()).toEqual([[mette]]);
  setNow('2026-11-25T08:00:00.000Z');
  expect(people()).toEqual([[mette], [carl]]);
  await takeIncident(context, act(context, carl), only(context).key);
  expect(incidentKind.audience(context, only(context).key)).toEqual([]);
});

it('is for nobody else: another centre’s ISK, the manager and whoever makes a button up', async () => {
  const { context } = await aDay(tuesday);
  await report(context);
  const { key } = only(context);
  await aPerson(context, carl, { title: 'Carl Dam', centreId: 'born' as never });
  await aRole(context, carl, 'coordinator', 'born' as never);
  for (const who of [carl, bo, anne])
    expect(asRead(await press(context, who, 'incident.take', { incidentKey: key }))).toContain(
      'gælder ikke længere for dig',
    );
  expect(findIncident(context, key)?.state).toBe('open');
  expect(asRead(await press(context, mette, 'incident.take', { incidentKey: key }))).toContain('Du tog den');
  const [first] = [findIncident(context, key)?.takenAt];
  await press(context, mette, 'incident.take', { incidentKey: key });
  expect(findIncident(context, key)?.takenAt).toBe(first);
});

it('somebody without a centre is heard by the team', async () => {
  const { context } = await aDay(tuesday);
  await aPerson(context, carl, { title: 'Carl Dam' });
  await aRole(context, carl, 'securityTeam');
  await context.list(People).update(anne, () => ({ centreId: undefined as never }));
  expect(asRead(answerCommand(context, act(context, anne), said.da.lost))).toContain('får Carl Dam det i stedet');
  await report(context);
  expect(told(context)).toEqual([{ as: 'team', people: [carl] }]);
});

it('leaves at any hour', () => {
  const kinds = campaignKinds.filter(({ kind }) => kind.startsWith('incident'));
  expect(kinds.map(({ hours }) => hours.when)).toEqual(['always', 'always', 'always']);
});
