import { beforeEach, describe, expect, it } from 'vitest';
import type { ProposalBody } from '../../../api/appointments/contract.ts';
import { submitAppointment } from '../../../api/appointments/decide-appointment.ts';
import { AppointmentProposals } from '../../../api/appointments/proposal-list.ts';
import { proposalOrThrow } from '../../../api/appointments/proposals.ts';
import { changeProposal, discardProposal, proposeAppointment } from '../../../api/appointments/propose-appointment.ts';
import { ApprovalRequests } from '../../../api/approvals/index.ts';
import type { Context } from '../../../api/context.ts';
import { RoleAssignments } from '../../../api/organisation/index.ts';
import { anAssignment, aPerson, aTown, day, refusal, settle, the } from '../organisation/builders.ts';

let context: Context;
beforeEach(async () => {
  ({ context } = await aTown());
  // The committee was composed by a decision: the CISO and the head of the team have seats by office.
  await context.list(RoleAssignments).update('securityCommittee_committee_all', () => ({ decisionKey: 'a' }));
  await settle(context, {
    people: [aPerson('left', { leftOn: day('2026-11-01') })],
    roles: [anAssignment('anne', 'securityTeam', { chair: true })],
  });
});

const when = { startsOn: '2026-12-01', endsOn: '2028-11-30', reason: 'Alle områder er med.' };
const committee = (...members: ProposalBody['members']): ProposalBody => ({
  ...when,
  role: 'securityCommittee',
  members,
});
const aCiso = (...members: ProposalBody['members']): ProposalBody => ({ ...when, role: 'ciso', members });
const chaired = { personId: 'bo', chair: true };

describe('a proposal', () => {
  it.each([
    ['who is named twice', committee(chaired, { personId: 'bo' }), 'appointments.twice'],
    ['of a committee without a chair', committee({ personId: 'bo' }), 'appointments.oneChair'],
    ['of a committee with two', committee(chaired, { personId: 'board', chair: true }), 'appointments.oneChair'],
    ['of the CISO, who has a seat by office', committee(chaired, { personId: 'ciso' }), 'appointments.byOffice'],
    ['of the head of the team, who has one', committee(chaired, { personId: 'anne' }), 'appointments.byOffice'],
    ['of somebody who has left', committee(chaired, { personId: 'left' }), 'appointments.hasLeft'],
    ['of two as the CISO', aCiso({ personId: 'bo' }, { personId: 'ciso' }), 'appointments.oneCiso'],
    ['of nobody as the CISO', aCiso(), 'appointments.oneCiso'],
  ])('%s is refused at its members, also when a sound one is changed to it', async (_what, body, code) => {
    const ciso = the(context, 'ciso');
    const at = { code, details: { field: 'members' } };
    await expect(proposeAppointment(context, ciso, body)).rejects.toMatchObject(at);
    expect(context.list(AppointmentProposals).all()).toEqual([]);
    const { key } = await proposeAppointment(context, ciso, committee(chaired));
    const before = proposalOrThrow(context, key);
    await expect(changeProposal(context, ciso, key, body)).rejects.toMatchObject(at);
    expect(proposalOrThrow(context, key)).toEqual(before);
  });

  it.each(['anne', 'management', 'committee', 'isk-nord', 'auditor'])(
    'is neither made, changed, sent nor discarded by %s',
    async (who) => {
      await context.list(RoleAssignments).update('securityTeam_anne_all', () => ({ role: 'corporateManagement' }));
      const { key } = await proposeAppointment(context, the(context, 'ciso'), committee(chaired));
      const before = proposalOrThrow(context, key);
      const actor = the(context, who);
      for (const act of [
        () => proposeAppointment(context, actor, aCiso({ personId: 'bo' })),
        () => changeProposal(context, actor, key, committee({ personId: 'board', chair: true })),
        () => submitAppointment(context, actor, key),
        () => discardProposal(context, actor, key),
      ])
        expect(await refusal(act)).toBe('appointments.mayNotPropose');
      expect(proposalOrThrow(context, key)).toEqual(before);
      expect(context.list(AppointmentProposals).all()).toHaveLength(1);
      expect(context.list(ApprovalRequests).all()).toEqual([]);
    },
  );
});
