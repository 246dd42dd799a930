import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { NetworkMeetings, WheelActivities, WheelTasks } from '../../../api/annual-wheel/index.ts';
import { ApprovalRequests, declareApprovalSubjects } from '../../../api/approvals/index.ts';
import { AuditEntries } from '../../../api/audit/index.ts';
import type { Context } from '../../../api/context.ts';
import { dutiesQuery } from '../../../api/governance/contract.ts';
import { allDuties, areasApproval, CouncilOrientations } from '../../../api/governance/index.ts';
import { dutiesViewOf } from '../../../api/governance/duties/duty-views.ts';
import { holdsUntil, statusOn } from '../../../api/governance/duties/duty-status.ts';
import { askForAreas, recordAreas } from '../../../api/governance/management/approve-areas.ts';
import { managementWorkbook } from '../../../api/governance/management/management-files.ts';
import { managementViewOf } from '../../../api/governance/management/management-view.ts';
import { addSubject, changeSubject, removeSubject } from '../../../api/governance/orientation/collect-subjects.ts';
import { collect } from '../../../api/governance/orientation/collect-from-pages.ts';
import { orientationViewOf } from '../../../api/governance/orientation/orientation-view.ts';
import { sendOrientation, sentDocument } from '../../../api/governance/orientation/send-orientation.ts';
import { digest, type Actor } from '../../../api/kernel/index.ts';
import { personRef } from '../../../api/organisation/index.ts';
import { catalogues } from '../../../api/texts/translate.ts';
import { anActivity } from '../annual-wheel/builders.ts';
import { day, person, the } from '../organisation/builders.ts';
import { aLibrary, inForce } from '../procedures/a-library.ts';

const on = (date: string) => ({ on: day(date), title: date });
const today = day('2026-11-24');
const query = dutiesQuery.parse({});
const dutyOf = async (context: Context, actor: Actor, key: string, asked = query) =>
  (await dutiesViewOf(context, actor, asked)).duties.find((duty) => duty.key === key);

describe('a duty', () => {
  it('is done until the end of the month a year later, and missing from the day after', () => {
    const yearly = { every: 12 } as const;
    expect(holdsUntil(yearly, on('2025-11-03'))).toBe('2026-11-30');
    expect(statusOn(yearly, [on('2024-02-01'), on('2025-11-03')], today)).toMatchObject({
      ...{ state: 'done', until: '2026-11-30', latest: { on: '2025-11-03' } },
    });
    expect(statusOn(yearly, [on('2025-09-30')], today)).toMatchObject({ state: 'missing', since: '2026-10-01' });
    expect(statusOn(yearly, [], today)).toEqual({ state: 'missing' });
  });

  it('is told as of a day: what was done later says nothing of it', () => {
    expect(statusOn({ every: 3 }, [on('2026-06-01'), on('2027-01-05')], today)).toMatchObject({
      ...{ state: 'missing', since: '2026-10-01', latest: { on: '2026-06-01' } },
    });
  });

  it('of an appointment is done as long as one that has begun holds', () => {
    const appointment = { every: 'appointment' } as const;
    const past = { ...on('2024-01-01'), from: day('2024-02-01'), until: day('2026-10-31') };
    const next = { ...on('2026-10-01'), from: day('2026-12-01'), until: day('2028-11-30') };
    expect(statusOn(appointment, [past, next], today)).toMatchObject({ state: 'missing', since: '2026-11-01' });
    expect(statusOn(appointment, [past, { ...next, from: day('2026-11-01') }], today)).toMatchObject({
      ...{ state: 'done', until: '2028-11-30' },
    });
  });

  it('has a key of its own and its words in both languages', () => {
    const keys = allDuties.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    for (const words of [catalogues.da.dutyWords, catalogues.en.dutyWords])
      expect(Object.keys(words).sort()).toEqual([...keys].sort());
  });
});

describe('what each body must do', () => {
  it('is shown by tasks of the wheel that were done, by year, with the link to them', async () => {
    const { context } = await aLibrary();
    await context.list(WheelActivities).create({
      ...anActivity('review', { role: 'executiveBoard' }),
      catalogueKey: 'managementReview',
    });
    await context.list(WheelTasks).create({
      ...{ key: 'review_2025-04-20', title: 'Ledelsens gennemgang', activityKey: 'review', state: 'done' },
      ...{ occurrence: day('2025-04-20'), doneOn: day('2025-04-18'), doneBy: person('board') },
      ...{ note: '', evidence: '', stepsDone: [], history: [] },
    });
    const ciso = the(context, 'ciso');
    expect(await dutyOf(context, ciso, 'boardFollowsUp')).toMatchObject({
      ...{ state: 'missing', since: '2026-05-01', count: 0 },
      latest: { on: '2025-04-18', title: 'Ledelsens gennemgang', path: '/wheel/tasks/review_2025-04-20' },
    });
    expect(await dutyOf(context, ciso, 'boardFollowsUp', { ...query, year: 2025 })).toMatchObject({
      ...{ state: 'done', until: '2026-04-30', count: 1 },
    });
    await expect(dutiesViewOf(context, ciso, { ...query, year: 2027 })).rejects.toThrow('governance.noSuchYear');
  });

  it('is counted centre by centre, and tells which centre it is missing in', async () => {
    const { context } = await aLibrary();
    await context.list(NetworkMeetings).create({
      ...{ key: 'meeting', title: 'Netværksmøde', on: day('2026-09-01'), startsAt: '10:00', minutes: 60, place: '' },
      people: [
        { person: person('isk-nord'), attendance: 'attended' },
        { person: person('isk-syd'), attendance: 'absent' },
      ],
      ...{ agenda: [], calledBy: person('team'), calledAt: '2026-08-01T09:00:00.000Z' as never },
    });
    expect(await dutyOf(context, the(context, 'auditor'), 'iskNetwork')).toMatchObject({
      ...{ state: 'partly', centres: { done: 1, total: 2, missing: [{ centre: { id: 'syd' } }] } },
    });
  });

  it('names a procedure of a centre only to those who may read its approval', async () => {
    const { context } = await aLibrary();
    await inForce(context);
    const row = (who: string) => dutyOf(context, the(context, who), 'managerImplements');
    expect((await row('ciso'))?.latest).toMatchObject({ title: 'Telefon og tablet på farten', on: '2026-11-24' });
    expect((await row('board'))?.latest).toEqual({ on: '2026-11-24', title: 'Står i en sag, du ikke har adgang til' });
    expect((await row('board'))?.centres?.done).toBe(1);
  });

  it('is searched, narrowed to a body and sorted', async () => {
    const { context } = await aLibrary();
    const ciso = the(context, 'ciso');
    const keys = async (asked: Partial<typeof query>) =>
      (await dutiesViewOf(context, ciso, { ...query, ...asked })).duties.map((duty) => duty.key);
    expect(await keys({ q: 'byraadet' })).toContain('boardInformsCouncil');
    expect(await keys({ body: 'ciso' })).toEqual(['cisoPublishesPolicy', 'cisoStatement', 'cisoAudits']);
    const byTitle = async (descending: boolean) =>
      (await dutiesViewOf(context, ciso, { ...query, sort: 'title', descending })).duties.map(({ title }) => title);
    expect(await byTitle(true)).toEqual((await byTitle(false)).toReversed());
  });
});

describe('§ 7', () => {
  it('says of each of the ten areas who approved what it rests on; which body is management is a setting', async () => {
    const { context } = await aLibrary();
    await inForce(context, { kind: 'guideline', control: 'A.8.24' });
    const stages =
      context
        .list(ApprovalRequests)
        .all()[0]
        ?.stages.map(({ body }) => body) ?? [];
    const view = (bodies: readonly 'securityCommittee'[] | undefined) => {
      const organisation = { ...context.organisation, ...(bodies ? { managementBodies: bodies } : {}) };
      return managementViewOf({ ...context, organisation }, the(context, 'ciso'));
    };
    expect(view(undefined).areas).toHaveLength(10);
    expect(view(undefined).areas[7]).toMatchObject({
      ...{ number: 8, state: 'others', approvals: [{ title: 'Retningslinje for telefoner', on: '2026-11-24' }] },
    });
    expect(stages).toContain('securityCommittee');
    expect(view(['securityCommittee']).areas[7]?.state).toBe('approved');
    expect(view(['securityCommittee'])).toMatchObject({
      ...{ supervision: [{ title: 'Retningslinje for telefoner' }] },
      members: [{ person: { id: 'committee' }, courses: [] }],
    });
    expect(view(undefined).areas[3]?.state).toBe('none');
    // Direktionen took no part in it, and may not read it.
    const { bytes } = await managementWorkbook(context, the(context, 'ciso'));
    const [sheet] = await readXlsxFile(Buffer.from(bytes));
    expect(sheet?.data.slice(1).flatMap(([number]) => (typeof number === 'number' ? number : []))).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
    ]);
    const [closed] = managementViewOf(context, the(context, 'board')).areas[7]?.approvals ?? [];
    expect(closed).toEqual({
      on: '2026-11-24',
      bodies: stages,
      byManagement: false,
      title: context.texts('da')('governanceDocuments.closed'),
    });
  });

  it('asks management for what nobody has sent, and is approved by its votes or by what its meeting decided', async () => {
    const { context } = await aLibrary();
    declareApprovalSubjects(context, [areasApproval]);
    const ciso = the(context, 'ciso');
    const area = (number: number) => managementViewOf(context, ciso).areas[number - 1];
    await askForAreas(context, ciso, { areas: [3], body: 'executiveBoard' });
    await askForAreas(context, the(context, 'team'), { areas: [3, 4], body: 'executiveBoard' });
    expect(area(3)).toMatchObject({ state: 'none', waiting: { body: 'executiveBoard' } });
    const requests = () => context.list(ApprovalRequests).all();
    expect(requests().map(({ subjectKey }) => subjectKey)).toEqual(['areas-3', 'areas-4']);
    const given = { areas: [5, 6], body: 'executiveBoard', meetingOn: '2026-11-10', reference: 'Punkt 7' } as const;
    await recordAreas(context, ciso, { ...given, areas: [...given.areas] });
    await recordAreas(context, ciso, { ...given, areas: [...given.areas] });
    expect(requests()).toHaveLength(3);
    expect(area(6)).toMatchObject({ state: 'approved', approvals: [{ on: '2026-11-10', byManagement: true }] });
    // Each of its rows in Excel says which area it is.
    await recordAreas(context, ciso, { ...given, areas: [5], meetingOn: '2026-11-12', reference: 'Punkt 9' });
    const [sheet] = await readXlsxFile(Buffer.from((await managementWorkbook(context, ciso)).bytes));
    const ofFive = sheet?.data.slice(1).filter(([number]) => number === 5) ?? [];
    expect(ofFive.map((row) => [row[1] === ofFive[0]?.[1], row[2], row[5]])).toEqual([
      [true, 'Godkendt af ledelsen', '2026-11-12'],
      [true, 'Godkendt af ledelsen', '2026-11-10'],
    ]);
    for (const [areas, on, code] of [
      [[3], '2026-11-10', 'approvals.alreadyOpen'],
      [[7], '2027-01-01', 'approvals.meetingInFuture'],
    ] as const)
      await expect(recordAreas(context, ciso, { ...given, areas: [...areas], meetingOn: on })).rejects.toThrow(code);
    await expect(askForAreas(context, ciso, { areas: [8], body: 'securityCommittee' })).rejects.toThrow(
      'governance.notManagement',
    );
    await expect(askForAreas(context, the(context, 'board'), { areas: [8], body: 'executiveBoard' })).rejects.toThrow(
      'governance.mayNotWrite',
    );
  });
});

describe('the orientation of Byrådet', () => {
  const pressed = (context: Context, key: string): Actor => ({ ...the(context, 'ciso'), idempotencyKey: key });

  it('collects subjects once a press, and lets nobody write over what another has changed', async () => {
    const { context, setNow } = await aLibrary();
    const body = { title: 'Nye låse', text: 'Rådhuset har fået nye låse.' };
    await addSubject(context, pressed(context, 'one'), body);
    await addSubject(context, pressed(context, 'one'), body);
    const subject = () => context.list(CouncilOrientations).all()[0]?.subjects[0];
    expect(context.list(CouncilOrientations).all()[0]?.subjects).toHaveLength(1);
    const { key = '', changedAt: seen } = subject() ?? {};
    setNow('2026-11-24T10:00:00.000Z');
    await changeSubject(context, the(context, 'team'), key, {
      ...body,
      text: 'Tre låse',
      ...(seen ? { expected: seen } : {}),
    });
    await expect(
      changeSubject(context, the(context, 'ciso'), key, {
        ...body,
        text: 'To låse',
        ...(seen ? { expected: seen } : {}),
      }),
    ).rejects.toMatchObject({ code: 'governance.changedMeanwhile', details: { name: 'Person team' } });
    await expect(addSubject(context, the(context, 'committee'), body)).rejects.toMatchObject({
      code: 'governance.mayNotWrite',
    });
    await removeSubject(context, the(context, 'ciso'), key);
    await removeSubject(context, the(context, 'ciso'), key);
    expect(subject()).toBeUndefined();
  });

  it('tells in the trail what was done, and once, where two do the same at the same moment', async () => {
    const { context } = await aLibrary();
    const body = { title: 'Nye låse', text: '' };
    const both = (act: (actor: Actor) => Promise<void>) =>
      Promise.all([pressed(context, 'a'), the(context, 'team')].map(act));
    await addSubject(context, pressed(context, 'one'), body);
    await both((actor) => addSubject(context, actor, { ...body, suggestion: 'incident-1' }));
    const [first] = context.list(CouncilOrientations).all()[0]?.subjects ?? [];
    await both((actor) => changeSubject(context, actor, first?.key ?? '', { ...body, text: 'Tre låse' }));
    await both((actor) => removeSubject(context, actor, first?.key ?? ''));
    const told = context
      .list(AuditEntries)
      .all()
      .map(({ title }) => title);
    expect(told.toSorted()).toEqual([
      ...['addToOrientation', 'addToOrientation'],
      ...['changeOrientationSubject', 'removeOrientationSubject'],
    ]);
  });

  it('takes what stands on another page once, whoever presses, in Danish; it is taken out and added again', async () => {
    const { context } = await aLibrary();
    const [ciso, team] = [the(context, 'ciso'), { ...the(context, 'team'), language: 'en' as const }];
    const risk = { path: '/risks/register/r1', title: 'Uvedkommende læser sager' };
    await collect(context, pressed(context, 'one'), risk);
    await collect(context, team, risk);
    const { subjects } = await collect(context, team, { figure: 'incidents', owner: 'whole' });
    expect(subjects.map(({ about }) => about)).toEqual([risk.path, 'figure:incidents:whole']);
    const titles = async () => (await orientationViewOf(context, ciso)).subjects.map(({ title }) => title);
    expect((await titles())[1]).toMatch(/^Hændelser.*: \d/);
    await removeSubject(context, ciso, subjects[0]?.key ?? '');
    expect(await titles()).toHaveLength(1);
    await collect(context, pressed(context, 'two'), risk);
    expect(await titles()).toEqual([expect.any(String), risk.title]);
    await expect(collect(context, the(context, 'board'), risk)).rejects.toThrow('governance.mayNotWrite');
    await expect(collect(context, ciso, { incident: 'gone' })).rejects.toThrow('incidents.noSuchIncident');
  });

  it('is sent as it was seen, once, with the document’s hash; it shows that Byrådet was told', async () => {
    const { context, setNow } = await aLibrary();
    const ciso = the(context, 'ciso');
    await addSubject(context, pressed(context, 'one'), { title: 'Nye låse', text: '' });
    const first = await orientationViewOf(context, ciso);
    const seen = first.subjects.map(({ key, changedAt }) => ({ key, changedAt }));
    await expect(sendOrientation(context, ciso, [])).rejects.toMatchObject({ code: 'governance.subjectsChanged' });
    setNow('2026-11-25T10:00:00.000Z');
    await sendOrientation(context, ciso, seen);
    await sendOrientation(context, ciso, seen);
    const after = await orientationViewOf(context, ciso);
    expect(after).toMatchObject({ number: 2, subjects: [], sent: [{ number: 1, sentOn: '2026-11-25' }] });
    const [sent] = after.sent;
    const file = await sentDocument(context, sent?.key ?? '');
    expect(digest(file.bytes)).toBe(sent?.hash);
    expect(await dutyOf(context, ciso, 'boardInformsCouncil')).toMatchObject({ state: 'done', until: '2027-11-30' });
    const acts = context
      .list(AuditEntries)
      .all()
      .map(({ title }) => title);
    expect(acts.filter((act) => act === 'sendOrientation')).toHaveLength(1);
    await expect(changeSubject(context, ciso, seen[0]?.key ?? '', { title: 'Andet', text: '' })).rejects.toMatchObject({
      code: 'governance.sentAlready',
      details: { name: personRef(context, ciso.personId).name, on: '2026-11-25' },
    });
  });
});
