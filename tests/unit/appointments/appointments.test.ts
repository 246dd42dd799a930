import { describe, expect, it } from 'vitest';
import { appointmentSubject, renewAppointmentSource } from '../../../api/appointments/index.ts';
import { appointmentsOf, proposalView } from '../../../api/appointments/appointment-views.ts';
import { recordMeeting, submitAppointment } from '../../../api/appointments/decide-appointment.ts';
import type { ProposalBody } from '../../../api/appointments/contract.ts';
import { changeProposal, proposeAppointment } from '../../../api/appointments/propose-appointment.ts';
import { proposalOrThrow } from '../../../api/appointments/proposals.ts';
import { coverOf } from '../../../api/appointments/running-out.ts';
import { ApprovalRequests, latestRequest, type ApprovalRequest } from '../../../api/approvals/index.ts';
import type { Context } from '../../../api/context.ts';
import { nowOf, todayOf } from '../../../api/kernel/index.ts';
import { People, RoleAssignments, rolesOf, seatsOf } from '../../../api/organisation/index.ts';
import { anAssignment, aTown, day, person, refusal, the } from '../organisation/builders.ts';

const committee = (...people: string[]): ProposalBody => ({
  ...{ role: 'securityCommittee', startsOn: '2026-12-01', endsOn: '2028-11-30', reason: 'Alle områder er med.' },
  members: people.map((personId, place) => ({ personId, chair: place === 0 })),
});
const ciso = (personId: string, changes: Partial<ProposalBody> = {}): ProposalBody => ({
  ...{ role: 'ciso', startsOn: '2026-11-24', endsOn: '2027-11-23', reason: 'Ny periode', members: [{ personId }] },
  ...changes,
});

const end = async (context: Context, key: string, state: ApprovalRequest['state'] = 'approved') => {
  const request = latestRequest(context, 'appointment', key);
  const ended = await context
    .list(ApprovalRequests)
    .update(request?.key ?? '', () => ({ state, endedAt: nowOf(context.clock) }));
  await appointmentSubject.ended(context, ended);
};
const seated = (context: Context) => seatsOf(context, 'securityCommittee').map(({ holder }) => holder);
const owed = (context: Context) => renewAppointmentSource.work(context, todayOf(context.clock));
const body = (context: Context, role: string, who = 'ciso') =>
  appointmentsOf(context, the(context, who)).bodies.find((one) => one.role === role);

describe('a committee', () => {
  it('that was composed by a decision has the CISO and the head of the security team by office, each once', async () => {
    const { context } = await aTown();
    expect(seated(context)).toEqual(['committee']);
    await context.list(RoleAssignments).update('securityCommittee_committee_all', () => ({ decisionKey: 'a' }));
    expect(seated(context)).toEqual(['committee', 'ciso']);
    await context.list(RoleAssignments).create(anAssignment('anne', 'securityTeam', { chair: true }));
    await context.list(RoleAssignments).create(anAssignment('ciso', 'securityCommittee'));
    expect(seated(context).toSorted()).toEqual(['anne', 'ciso', 'committee']);
    expect(rolesOf(context, person('anne')).map(({ role }) => role)).toEqual(['securityTeam', 'securityCommittee']);
    expect(rolesOf(context, person('team')).map(({ role }) => role)).toEqual(['securityTeam']);
    expect(body(context, 'securityCommittee')?.members.find(({ person: { id } }) => id === 'anne')).toMatchObject({
      ...{ basis: 'office', office: 'headOfTeam' },
    });
  });

  it('asks no decision for a member who has left, and tells so', async () => {
    const { context } = await aTown();
    expect(body(context, 'securityCommittee')).toMatchObject({ withoutDecision: 1, members: [{ state: 'current' }] });
    await context.list(People).update('committee', () => ({ leftOn: day('2026-11-01') }));
    expect(body(context, 'securityCommittee')).toMatchObject({ withoutDecision: 0, members: [{ state: 'left' }] });
  });

  it('that Direktionen has composed is exactly those people from the first day, and who is not among them has been', async () => {
    const { context, setNow } = await aTown('2026-11-24T09:00:00.000Z');
    const { key } = await proposeAppointment(context, the(context, 'ciso'), committee('bo', 'anne'));
    expect(proposalView(context, the(context, 'ciso'), proposalOrThrow(context, key))).toMatchObject({
      ...{ leaving: [{ id: 'committee' }], byOffice: [{ person: { id: 'ciso' }, office: 'ciso' }] },
    });
    await submitAppointment(context, the(context, 'ciso'), key);
    expect(latestRequest(context, 'appointment', key)?.stages).toMatchObject([{ body: 'executiveBoard' }]);
    await end(context, key);
    await end(context, key);
    expect(seated(context)).toEqual(['committee']);
    setNow('2026-12-01T09:00:00.000Z');
    expect(seated(context)).toEqual(['bo', 'anne', 'ciso']);
    expect(body(context, 'securityCommittee')).toMatchObject({
      ...{ runsOutOn: '2028-11-30', withoutDecision: 0 },
      members: [
        { person: { id: 'bo' }, chair: true, basis: 'decided', decision: { by: 'vote', on: '2026-11-24' } },
        { person: { id: 'anne' }, startsOn: '2026-12-01', endsOn: '2028-11-30' },
        { person: { id: 'ciso' }, basis: 'office' },
      ],
      earlier: [{ person: { id: 'committee' }, basis: 'none', endsOn: '2026-11-30' }],
    });
  });

  it('is changed once however often the answer is lost, and not over what another saved', async () => {
    const { context, setNow } = await aTown('2026-12-01T09:00:00.000Z');
    const { key, changedAt: expected } = await proposeAppointment(context, the(context, 'ciso'), committee('bo'));
    setNow('2026-12-01T10:00:00.000Z');
    const saved = await changeProposal(context, the(context, 'ciso'), key, { ...committee('anne'), expected });
    const again = await changeProposal(context, the(context, 'ciso'), key, { ...committee('anne'), expected });
    expect(again.changedAt).toBe(saved.changedAt);
    await expect(
      changeProposal(context, the(context, 'ciso'), key, { ...committee('bo'), expected }),
    ).rejects.toMatchObject({ code: 'appointments.changedMeanwhile' });
  });

  it('that was rejected or sent back gives nobody anything', async () => {
    const { context } = await aTown('2026-12-01T09:00:00.000Z');
    const { key } = await proposeAppointment(context, the(context, 'ciso'), committee('bo'));
    await submitAppointment(context, the(context, 'ciso'), key);
    await end(context, key, 'rejected');
    expect(seated(context)).toEqual(['committee']);
    await expect(changeProposal(context, the(context, 'ciso'), key, committee('anne'))).rejects.toMatchObject({
      code: 'appointments.notEditable',
    });
  });

  it('keeps the first day of who was there without a decision, and shows until then that there was none', async () => {
    const { context } = await aTown('2026-12-01T09:00:00.000Z');
    expect(body(context, 'securityCommittee')).toMatchObject({ withoutDecision: 1 });
    const { key } = await proposeAppointment(context, the(context, 'ciso'), committee('committee', 'anne'));
    await submitAppointment(context, the(context, 'ciso'), key);
    await end(context, key);
    expect(body(context, 'securityCommittee')).toMatchObject({
      withoutDecision: 0,
      members: [
        { person: { id: 'committee' }, basis: 'decided', startsOn: '2021-01-01', endsOn: '2028-11-30' },
        {},
        {},
      ],
      earlier: [],
    });
  });

  it('decided from a coming day says who comes when, and counts nobody as without an appointment', async () => {
    const { context, setNow } = await aTown('2026-11-24T09:00:00.000Z');
    const { key } = await proposeAppointment(context, the(context, 'ciso'), committee('committee', 'anne'));
    await submitAppointment(context, the(context, 'ciso'), key);
    expect(body(context, 'securityCommittee')).toMatchObject({ withoutDecision: 1 });
    expect(body(context, 'securityCommittee')?.coming).toBeUndefined();
    await end(context, key);
    setNow('2026-11-30T09:00:00.000Z');
    const shown = body(context, 'securityCommittee');
    expect(shown).toMatchObject({
      withoutDecision: 0,
      coming: { startsOn: '2026-12-01', people: [{ id: 'anne' }, { id: 'committee' }] },
    });
    expect(shown?.members.filter(({ state }) => state === 'current')).toMatchObject([
      { person: { id: 'committee' }, basis: 'none', decidedFrom: '2026-12-01', endsOn: '2026-11-30' },
    ]);
    setNow('2026-12-01T09:00:00.000Z');
    expect(body(context, 'securityCommittee')).toMatchObject({ withoutDecision: 0 });
    expect(body(context, 'securityCommittee')?.coming).toBeUndefined();
  });

  it.each([
    [
      'two chairs',
      {
        members: [
          { personId: 'bo', chair: true },
          { personId: 'anne', chair: true },
        ],
      },
      'oneChair',
    ],
    ['no chair', { members: [{ personId: 'bo' }] }, 'oneChair'],
    ['the same person twice', { members: [{ personId: 'bo', chair: true }, { personId: 'bo' }] }, 'twice'],
    ['somebody by office', { members: [{ personId: 'bo', chair: true }, { personId: 'ciso' }] }, 'byOffice'],
    ['who has left', { members: [{ personId: 'nobody', chair: true }] }, 'hasLeft'],
    ['a last day before the first', { endsOn: '2026-11-30' }, 'endsBeforeStart'],
  ])('is not proposed with %s', async (_, changes, code) => {
    const { context } = await aTown();
    const propose = () => proposeAppointment(context, the(context, 'ciso'), { ...committee('bo'), ...changes });
    expect(await refusal(propose)).toMatch(new RegExp(`${code}$`));
  });
});

describe('a decision of a meeting', () => {
  it('gives the role with its reference, and is recorded by nobody who gets a role by it', async () => {
    const { context } = await aTown('2026-11-24T09:00:00.000Z');
    const { key } = await proposeAppointment(context, the(context, 'ciso'), ciso('ciso'));
    const meeting = { meetingOn: day('2026-11-20'), reference: 'Punkt 7' };
    expect(await refusal(() => recordMeeting(context, the(context, 'ciso'), key, meeting))).toBe(
      'appointments.mayNotRecord',
    );
    expect(await refusal(() => recordMeeting(context, the(context, 'anne'), key, meeting))).toBe(
      'appointments.mayNotRecord',
    );
    const later = { ...meeting, meetingOn: day('2026-11-25') };
    expect(await refusal(() => recordMeeting(context, the(context, 'secretary'), key, later))).toBe(
      'approvals.meetingInFuture',
    );
    await recordMeeting(context, the(context, 'secretary'), key, meeting);
    await recordMeeting(context, the(context, 'secretary'), key, meeting);
    expect(body(context, 'ciso')?.members).toMatchObject([
      { person: { id: 'ciso' }, decision: { by: 'meeting', reference: 'Punkt 7', recordedBy: { id: 'secretary' } } },
    ]);
    const other = { ...meeting, reference: 'Punkt 8' };
    expect(await refusal(() => recordMeeting(context, the(context, 'board'), key, other))).toBe(
      'appointments.notEditable',
    );
  });

  it('that comes late ends what somebody was on the day before, not in the past', async () => {
    const { context } = await aTown('2026-11-24T09:00:00.000Z');
    const { key } = await proposeAppointment(
      context,
      the(context, 'team'),
      ciso('anne', { startsOn: '2026-11-01', endsOn: '2027-10-31' }),
    );
    await recordMeeting(context, the(context, 'board'), key, { meetingOn: day('2026-10-28'), reference: '12' });
    expect(body(context, 'ciso', 'board')).toMatchObject({
      members: [{ person: { id: 'anne' }, startsOn: '2026-11-01' }],
      earlier: [{ person: { id: 'ciso' }, endsOn: '2026-11-23' }],
    });
  });
});

describe('an appointment that runs out', () => {
  it('is owed from sixty days before, with Direktionen while it is asked, and no more when it is decided', async () => {
    const { context, setNow } = await aTown('2026-11-24T09:00:00.000Z');
    expect(owed(context)).toEqual([]);
    const { key } = await proposeAppointment(context, the(context, 'team'), ciso('ciso'));
    await recordMeeting(context, the(context, 'board'), key, { meetingOn: day('2026-11-20'), reference: '7' });
    setNow('2027-09-23T09:00:00.000Z');
    expect(owed(context)).toEqual([]);
    setNow('2027-09-24T09:00:00.000Z');
    expect(owed(context)).toMatchObject([
      { kind: 'renewAppointment', due: '2027-11-23', state: 'open', responsible: { role: 'executiveBoard' } },
    ]);
    setNow('2027-12-20T09:00:00.000Z');
    expect(owed(context)).toMatchObject([{ due: '2027-11-23', state: 'open' }]);
    setNow('2027-10-01T09:00:00.000Z');
    const next = ciso('ciso', { startsOn: '2027-11-24', endsOn: '2028-11-23' });
    const again = await proposeAppointment(context, the(context, 'team'), next);
    await submitAppointment(context, the(context, 'team'), again.key);
    expect(owed(context)).toMatchObject([{ state: 'done' }]);
    await end(context, again.key);
    expect(owed(context)).toEqual([]);
  });

  it('ends when its holder leaves, and the next is owed from then on', async () => {
    const { context, setNow } = await aTown('2026-11-24T09:00:00.000Z');
    const { key } = await proposeAppointment(context, the(context, 'team'), ciso('ciso'));
    await recordMeeting(context, the(context, 'board'), key, { meetingOn: day('2026-11-20'), reference: '7' });
    await context.list(People).update('ciso', () => ({ leftOn: day('2027-02-01') }));
    setNow('2027-01-31T09:00:00.000Z');
    expect(owed(context)).toEqual([]);
    setNow('2027-02-01T09:00:00.000Z');
    expect(owed(context)).toMatchObject([{ due: '2027-01-31', state: 'open' }]);
    expect(body(context, 'ciso', 'board')).toMatchObject({ runsOutOn: '2027-01-31', renew: { overdue: true } });
  });

  it('is carried on by the next decision only when no day is between', () => {
    const one = { startsOn: day('2026-01-01'), endsOn: day('2026-12-31'), decisionKey: 'a' };
    const next = { startsOn: day('2027-01-01'), endsOn: day('2027-12-31'), decisionKey: 'b' };
    const gap = { ...next, startsOn: day('2027-01-02') };
    expect(coverOf([next, one], day('2026-12-01')).owed).toBeUndefined();
    expect(coverOf([gap, one], day('2026-12-01')).owed).toMatchObject({ due: '2026-12-31' });
    expect(coverOf([{ ...one, decisionKey: undefined }], day('2026-12-01'))).toEqual({});
  });
});
