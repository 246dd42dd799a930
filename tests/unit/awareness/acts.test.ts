import { beforeEach, describe, expect, it } from 'vitest';
import { AuditEntries } from '../../../api/audit/index.ts';
import {
  closeRound,
  Completions,
  CourseRounds,
  Courses,
  declareCourse,
  endExemption,
  exemptPerson,
  MissedCycles,
  nudgePeople,
  recordCompletions,
  recordMissedCycles,
  registerCompletion,
  saveCourse,
  saveRound,
} from '../../../api/awareness/index.ts';
import { missedBy } from '../../../api/awareness/missed-cycles.ts';
import { planNudge } from '../../../api/awareness/nudge-people.ts';
import type { Context } from '../../../api/context.ts';
import { instant } from '../../../api/kernel/index.ts';
import { Nudges } from '../../../api/obligations/index.ts';
import { People } from '../../../api/organisation/index.ts';
import { aPerson, aTown, centre, day, person, refusal, settle, the } from '../organisation/builders.ts';
import { aCourse, anOpenRound, aRound, countsOf, everybody, owes, take } from './builders.ts';

let context: Context;
let setNow: (moment: string) => void;
let courseKey: string;
let roundKey: string;
beforeEach(async () => {
  ({ context, setNow } = await aTown());
  const { course, round } = await anOpenRound(context);
  courseKey = course.key;
  roundKey = round.key;
});
const ciso = () => the(context, 'ciso');
const completions = () =>
  context
    .list(Completions)
    .all()
    .map(({ personId, completedOn, source }) => `${personId} ${completedOn} ${source}`);

describe('declaring a course', () => {
  it('is recorded once, however often and wherever it is pressed', async () => {
    expect(owes(context, 'anne')).toEqual(['2027-01-31 open']);
    const declare = (channel: 'card' | 'tab') => declareCourse(context, the(context, 'anne'), { roundKey, channel });
    expect(await Promise.all([declare('card'), declare('tab')])).toMatchObject([
      { result: 'recorded' },
      { result: 'alreadyRecorded' },
    ]);
    setNow('2026-11-26T09:00:00.000Z');
    expect(await declare('tab')).toMatchObject({ result: 'alreadyRecorded' });
    expect(completions()).toEqual(['anne 2026-11-24 selfDeclared']);
    expect(owes(context, 'anne')).toEqual(['2027-01-31 done']);
  });

  it('takes a day of the round and no other', async () => {
    const on = (takenOn: string) =>
      declareCourse(context, the(context, 'anne'), { roundKey, takenOn: day(takenOn), channel: 'tab' });
    expect(await refusal(() => on('2026-11-25'))).toBe('awareness.dateAhead');
    expect(await refusal(() => on('2026-09-30'))).toBe('awareness.beforeRound');
    expect(await on('2026-10-01')).toMatchObject({ result: 'recorded' });
  });

  it('counts when it was pressed while the round was open, though it is carried out when the next one is', async () => {
    await saveRound(context, ciso(), aRound(courseKey, { opensOn: day('2027-10-01'), dueOn: day('2028-01-31') }));
    setNow('2027-10-02T09:00:00.000Z');
    const declare = (pressed: string) =>
      declareCourse(
        context,
        { ...the(context, 'anne'), pressedAt: instant(new Date(pressed)) },
        { roundKey, channel: 'card' },
      );
    expect(await refusal(() => declare('2027-10-01T08:00:00.000Z'))).toBe('awareness.roundNotOpen');
    expect(await declare('2027-09-30T08:00:00.000Z')).toMatchObject({ result: 'recorded' });
    expect(completions()).toEqual(['anne 2027-09-30 selfDeclared']);
  });

  it('is for those who are obliged, in a round that is open and believes it', async () => {
    const declare = () => declareCourse(context, the(context, 'anne'), { roundKey, channel: 'card' });
    const change = (changes: Parameters<typeof aRound>[1]) =>
      saveRound(context, ciso(), aRound(courseKey, changes), roundKey);
    await change({ selfDeclared: false });
    expect(await refusal(declare)).toBe('awareness.notSelfDeclared');
    await change({ obliged: { ...everybody, everybody: false, centreIds: [centre('syd')] } });
    expect(owes(context, 'anne')).toEqual([]);
    expect(await refusal(declare)).toBe('awareness.notObliged');
    await change({});
    await closeRound(context, ciso(), roundKey);
    expect(await refusal(declare)).toBe('awareness.roundNotOpen');
    expect(await refusal(() => declareCourse(context, ciso(), { roundKey: 'none', channel: 'tab' }))).toBe(
      'awareness.noSuchRound',
    );
    expect(completions()).toEqual([]);
  });
});

describe('recording completions', () => {
  const row = (personId: string, completedOn = '2026-11-20') =>
    ({ personId: person(personId), courseKey, completedOn: day(completedOn), source: 'import' }) as const;

  it('adds each once, also when a run is repeated or holds the same twice', async () => {
    const rows = [row('anne'), row('bo'), row('anne'), row('anne', '2026-10-05')];
    expect(await recordCompletions(context, person('ciso'), rows)).toEqual({ recorded: 3, known: 1 });
    expect(await recordCompletions(context, person('ciso'), rows)).toEqual({ recorded: 0, known: 4 });
  });

  it('confirms one’s own word for the same day, and does not weaken what others know', async () => {
    await declareCourse(context, the(context, 'anne'), { roundKey, takenOn: day('2026-11-20'), channel: 'tab' });
    expect(countsOf(context, roundKey)).toMatchObject({ done: 1, selfDeclared: 1 });
    expect(await recordCompletions(context, person('ciso'), [row('anne')])).toMatchObject({ recorded: 1 });
    expect(await recordCompletions(context, person('ciso'), [row('anne')])).toMatchObject({ recorded: 0 });
    expect(countsOf(context, roundKey)).toMatchObject({ done: 1, selfDeclared: 0 });
    await recordCompletions(context, person('ciso'), [{ ...row('anne'), source: 'selfDeclared' }]);
    expect(countsOf(context, roundKey)).toMatchObject({ done: 1, selfDeclared: 0 });
  });
});

describe('registering a completion', () => {
  const register = (by: string, personId: string, completedOn = '2026-11-20') =>
    registerCompletion(context, the(context, by), {
      personId: person(personId),
      courseKey,
      completedOn: day(completedOn),
      note: 'Set bevis',
    });

  it('is for manager and ISK of the person’s centre, the team and the CISO, and nobody’s own', async () => {
    for (const by of ['anne', 'isk-syd', 'manager-syd', 'auditor', 'committee', 'board'])
      expect([by, await refusal(() => register(by, 'anne'))]).toEqual([by, 'awareness.mayNotRegister']);
    expect(await refusal(() => register('isk-nord', 'isk-nord'))).toBe('awareness.ownCompletion');
    expect(await refusal(() => register('ciso', 'nobody'))).toBe('awareness.unknownPerson');
    expect(await refusal(() => register('ciso', 'anne', '2026-11-25'))).toBe('awareness.dateAhead');
    expect(completions()).toEqual([]);
    expect(await register('isk-nord', 'anne')).toEqual({ result: 'recorded' });
    expect(await register('team', 'anne')).toEqual({ result: 'alreadyRecorded' });
    expect(await register('manager-syd', 'bo')).toEqual({ result: 'recorded' });
    expect(completions()).toEqual(['anne 2026-11-20 manager', 'bo 2026-11-20 manager']);
    const acts = context.list(AuditEntries).all();
    expect(acts.filter(({ title }) => title === 'registerCompletion').map(({ actorId }) => actorId)).toEqual([
      'isk-nord',
      'manager-syd',
    ]);
  });
});

describe('courses and rounds', () => {
  it('are made by the CISO and the team only', async () => {
    for (const by of ['anne', 'manager-nord', 'isk-nord', 'committee', 'auditor', 'board']) {
      const actor = the(context, by);
      expect(await refusal(() => saveCourse(context, actor, aCourse({ title: 'Andet' })))).toBe('awareness.mayNotEdit');
      expect(await refusal(() => saveRound(context, actor, aRound(courseKey)))).toBe('awareness.mayNotEdit');
      expect(await refusal(() => closeRound(context, actor, roundKey))).toBe('awareness.mayNotEdit');
    }
  });

  it('are one when the same is saved twice', async () => {
    expect((await saveCourse(context, ciso(), aCourse())).key).toBe(courseKey);
    expect((await saveRound(context, ciso(), aRound(courseKey))).key).toBe(roundKey);
    expect(context.list(Courses).all()).toHaveLength(1);
    expect(context.list(CourseRounds).all()).toHaveLength(1);
    expect(await refusal(() => saveCourse(context, ciso(), aCourse({ minutes: 30 })))).toBe('awareness.titleTaken');
  });

  it('never run at the same time for one course, but do for two', async () => {
    const next = { title: 'GDPR 2027', opensOn: day('2027-01-31'), dueOn: day('2027-06-01') };
    expect(await refusal(() => saveRound(context, ciso(), aRound(courseKey, next)))).toBe('awareness.roundsOverlap');
    await saveRound(context, ciso(), aRound(courseKey, { ...next, opensOn: day('2027-02-01') }));
    const other = await saveCourse(context, ciso(), aCourse({ title: 'Sikker mail' }));
    await saveRound(context, ciso(), aRound(other.key, { dueOn: day('2026-12-24') }));
    expect(owes(context, 'anne').sort()).toEqual(['2026-12-24 open', '2027-01-31 open']);
    setNow('2027-02-01T09:00:00.000Z');
    expect(owes(context, 'anne').sort()).toEqual(['2026-12-24 open', '2027-06-01 open']);
  });

  it('want days and people that make sense', async () => {
    const made = (changes: Parameters<typeof aRound>[1]) =>
      refusal(() => saveRound(context, ciso(), aRound(courseKey, changes)));
    expect(await made({ dueOn: day('2026-09-01') })).toBe('awareness.dueBeforeOpen');
    expect(await made({ opensOn: day('2025-01-01'), dueOn: day('2025-02-01') })).toBe('awareness.dueInThePast');
    const nobody = { everybody: false, centreIds: [], groupIds: [], personIds: [] };
    expect(await made({ obliged: nobody })).toBe('awareness.nobodyObliged');
    expect(await made({ obliged: { ...nobody, centreIds: [centre('vest')] } })).toBe('awareness.unknownCentre');
    expect(await made({ obliged: { ...nobody, personIds: [person('nobody')] } })).toBe('awareness.unknownPerson');
  });

  it('change what everybody owes at once, until they are closed', async () => {
    await saveRound(context, ciso(), aRound(courseKey, { dueOn: day('2027-02-28') }), roundKey);
    expect(owes(context, 'anne')).toEqual(['2027-02-28 open']);
    expect(await closeRound(context, ciso(), roundKey)).toMatchObject({ closedOn: '2026-11-24', closedBy: 'ciso' });
    setNow('2026-11-27T09:00:00.000Z');
    expect(await closeRound(context, the(context, 'team'), roundKey)).toMatchObject({ closedOn: '2026-11-24' });
    expect(owes(context, 'anne')).toEqual([]);
    expect(await refusal(() => saveRound(context, ciso(), aRound(courseKey, { title: 'Ny' }), roundKey))).toBe(
      'awareness.roundClosed',
    );
  });
});

describe('who is obliged', () => {
  const only = (changes: Partial<typeof everybody>) =>
    saveRound(
      context,
      ciso(),
      aRound(courseKey, { obliged: { ...everybody, everybody: false, ...changes } }),
      roundKey,
    );

  it('is the union of centres, groups and people', async () => {
    context.groupMembers = (groupId) => (groupId === 'g1' ? new Set([person('anne')]) : undefined);
    await only({ centreIds: [centre('syd')], groupIds: ['g1', 'unread'], personIds: [person('ciso')] });
    const obliged = context
      .list(People)
      .all()
      .filter(({ key }) => owes(context, key).length > 0)
      .map(({ key }) => key);
    expect(obliged.sort()).toEqual(['anne', 'bo', 'ciso', 'isk-syd', 'manager-syd']);
    expect(countsOf(context, roundKey).people).toBe(5);
  });

  it('follows the group when it is read again', async () => {
    let members = new Set([person('anne')]);
    context.groupMembers = () => members;
    await only({ groupIds: ['g1'] });
    expect(countsOf(context, roundKey).people).toBe(1);
    members = new Set([person('anne'), person('bo')]);
    expect(countsOf(context, roundKey).people).toBe(2);
  });
});

describe('an exemption', () => {
  const exempt = (by: string, personId: string, changes: object = {}) =>
    exemptPerson(context, the(context, by), {
      personId: person(personId),
      courseKey,
      reason: 'Har ikke adgang til persondata',
      from: day('2026-11-24'),
      until: day('2027-03-01'),
      ...changes,
    });

  it('is given by the centre’s manager, the team and the CISO, to others than themselves', async () => {
    for (const by of ['anne', 'isk-nord', 'manager-syd', 'auditor', 'committee'])
      expect([by, await refusal(() => exempt(by, 'anne'))]).toEqual([by, 'awareness.mayNotExempt']);
    expect(await refusal(() => exempt('manager-nord', 'manager-nord'))).toBe('awareness.ownExemption');
    const { key } = await exempt('manager-nord', 'anne');
    expect((await exempt('team', 'anne')).key).toBe(key);
    expect(await refusal(() => exempt('ciso', 'anne', { until: day('2026-12-01') }))).toBe('awareness.exemptAlready');
    expect(await refusal(() => exempt('ciso', 'bo', { until: day('2026-11-01') }))).toBe('awareness.endsBeforeStart');
    expect(owes(context, 'anne')).toEqual([]);
    expect(countsOf(context, roundKey)).toMatchObject({ exempt: 1, people: 13 });
  });

  it('comes back with days to take the course, and can be given again', async () => {
    const { key } = await exempt('manager-nord', 'anne');
    setNow('2027-02-10T09:00:00.000Z');
    expect(await refusal(() => endExemption(context, the(context, 'isk-nord'), key))).toBe('awareness.mayNotExempt');
    await endExemption(context, the(context, 'manager-nord'), key);
    await endExemption(context, ciso(), key);
    expect(owes(context, 'anne')).toEqual(['2027-02-23 open']);
    const again = await exempt('manager-nord', 'anne', { from: day('2027-02-10') });
    expect(again.key).not.toBe(key);
    expect(owes(context, 'anne')).toEqual([]);
  });
});

describe('missed cycles', () => {
  const recorded = () =>
    context
      .list(MissedCycles)
      .all()
      .map(({ personId, due }) => `${personId} ${due}`)
      .sort();

  it('are recorded once a person’s own last day has passed, and for good', async () => {
    await settle(context, { people: [aPerson('new', { hiredOn: day('2026-10-20') })] });
    await settle(context, {
      people: [aPerson('away', { absentFrom: day('2026-10-20'), absentTo: day('2027-06-01') })],
    });
    setNow('2026-11-19T09:00:00.000Z');
    expect(await recordMissedCycles(context)).toBe(0);
    setNow('2026-11-20T09:00:00.000Z');
    expect(await recordMissedCycles(context)).toBe(1);
    expect(recorded()).toEqual(['new 2026-11-19']);
    await take(context, courseKey, 'new', '2026-11-20');
    setNow('2027-02-01T09:00:00.000Z');
    expect(await recordMissedCycles(context)).toBe(14);
    expect(await recordMissedCycles(context)).toBe(0);
    expect(recorded()).toContain('new 2026-11-19');
    expect(recorded().filter((line) => line.startsWith('away'))).toEqual([]);
    expect(missedBy(context, person('new'))).toHaveLength(1);
  });

  it('do not count when the course turns out to have been taken in time', async () => {
    setNow('2027-02-01T09:00:00.000Z');
    await recordMissedCycles(context);
    expect(missedBy(context, person('anne'))).toHaveLength(1);
    await take(context, courseKey, 'anne', '2027-01-31');
    expect(missedBy(context, person('anne'))).toHaveLength(0);
    expect(recorded()).toContain('anne 2027-01-31');
  });

  it('are recorded when a round is closed by hand, but for the new whose days go beyond it', async () => {
    await settle(context, { people: [aPerson('new', { hiredOn: day('2027-01-20') })] });
    setNow('2027-01-21T09:00:00.000Z');
    await take(context, courseKey, 'anne', '2027-01-10');
    await closeRound(context, ciso(), roundKey);
    await recordMissedCycles(context);
    expect(recorded()).toHaveLength(13);
    expect(recorded().filter((line) => /^(new|anne) /.test(line))).toEqual([]);
  });

  it('are recorded by the next round’s opening, also when the job was away that day, and not a month later', async () => {
    await saveRound(
      context,
      ciso(),
      aRound(courseKey, { title: 'GDPR 2027', opensOn: day('2027-10-01'), dueOn: day('2028-01-31') }),
    );
    setNow('2027-10-20T09:00:00.000Z');
    await settle(context, { people: [aPerson('late', { hiredOn: day('2027-08-20') })] });
    await recordMissedCycles(context);
    expect(recorded()).toContain('late 2027-09-19');
    await settle(context, { people: [aPerson('later', { hiredOn: day('2027-08-20') })] });
    setNow('2027-11-01T09:00:00.000Z');
    expect(await recordMissedCycles(context)).toBe(0);
  });
});

describe('a nudge', () => {
  const people = () =>
    context
      .list(Nudges)
      .all()
      .flatMap(({ people: some }) => some)
      .sort();

  it('reaches those who miss the course in one’s own centre, at most once a week', async () => {
    await take(context, courseKey, 'anne', '2026-11-01');
    await settle(context, {
      people: [
        aPerson('no-teams', { teams: false }),
        aPerson('away', { absentFrom: day('2026-11-01'), absentTo: day('2027-01-01') }),
      ],
    });
    const isk = the(context, 'isk-nord');
    const planned = planNudge(context, isk, { roundKey, centreId: 'nord' }).view;
    expect(people()).toEqual([]);
    expect(await nudgePeople(context, isk, { roundKey, centreId: 'nord' })).toEqual(planned);
    expect(planned).toMatchObject({ nudged: 10, day: '2026-11-24' });
    expect(new Map(planned.skipped.map(({ reason, people: count }) => [reason, count]))).toEqual(
      new Map([
        ['noTeams', 1],
        ['onLeave', 1],
      ]),
    );
    expect(people()).toHaveLength(10);
    setNow('2026-11-26T09:00:00.000Z');
    expect(await nudgePeople(context, ciso(), { roundKey })).toMatchObject({ nudged: 3 });
    setNow('2026-12-01T07:00:00.000Z');
    expect(await nudgePeople(context, isk, { roundKey, centreId: 'nord' })).toMatchObject({ nudged: 10 });
  });

  it('says why the picked are left out', async () => {
    await take(context, courseKey, 'anne', '2026-11-01');
    const view = await nudgePeople(context, the(context, 'isk-nord'), {
      roundKey,
      personIds: ['anne', 'bo', 'ciso', 'ciso', 'nobody'],
    });
    expect(view).toMatchObject({
      nudged: 1,
      skipped: [
        { reason: 'done', people: 1 },
        { reason: 'notYours', people: 1 },
      ],
    });
    expect(people()).toEqual(['ciso']);
  });

  it('is shut to others, and for centres of others', async () => {
    const press = (by: string, centreId: string) =>
      refusal(() => nudgePeople(context, the(context, by), { roundKey, centreId }));
    expect(await press('isk-nord', 'syd')).toBe('awareness.mayNotNudge');
    expect(await press('isk-nord', 'none')).toBe('awareness.mayNotNudge');
    expect(await press('auditor', 'nord')).toBe('awareness.mayNotNudge');
    await closeRound(context, ciso(), roundKey);
    expect(await press('ciso', 'nord')).toBe('awareness.roundNotOpen');
  });

  it.each([
    ['2026-11-24T13:59:00.000Z', '2026-11-24'],
    ['2026-11-24T14:00:00.000Z', '2026-11-25'],
    ['2026-11-27T14:00:00.000Z', '2026-11-30'],
    ['2026-12-24T14:30:00.000Z', '2026-12-28'],
  ])('pressed at %s comes on %s', async (moment, on) => {
    setNow(moment);
    expect(planNudge(context, ciso(), { roundKey }).view.day).toBe(on);
  });
});
