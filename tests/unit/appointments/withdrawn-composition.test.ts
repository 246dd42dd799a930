import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { appointmentSubject } from '../../../api/appointments/index.ts';
import { appointmentsOf } from '../../../api/appointments/appointment-views.ts';
import { submitAppointment } from '../../../api/appointments/decide-appointment.ts';
import { proposeAppointment } from '../../../api/appointments/propose-appointment.ts';
import { proposalOrThrow } from '../../../api/appointments/proposals.ts';
import { ApprovalRequests, latestRequest } from '../../../api/approvals/index.ts';
import { AuditEntries } from '../../../api/audit/index.ts';
import type { Context } from '../../../api/context.ts';
import { nowOf } from '../../../api/kernel/index.ts';
import { continueBringingBack, endRole, RoleAssignments } from '../../../api/organisation/index.ts';
import { aTown, day, the } from '../organisation/builders.ts';

const sitting = 'securityCommittee_committee_all';
let context: Context;
let setNow: (moment: string) => void;
beforeEach(async () => void ({ context, setNow } = await aTown('2026-11-24T09:00:00.000Z')));

/** Direktionen composes the committee from a day on. */
async function composed(startsOn: string, ...people: string[]): Promise<string> {
  const members = people.map((personId, place) => ({ personId, chair: place === 0 }));
  const { key } = await proposeAppointment(context, the(context, 'ciso'), {
    ...{ role: 'securityCommittee', startsOn, endsOn: '2028-11-30', reason: 'Alle områder er med.', members },
  });
  await submitAppointment(context, the(context, 'ciso'), key);
  const request = latestRequest(context, 'appointment', key);
  const ended = await context
    .list(ApprovalRequests)
    .update(request?.key ?? '', () => ({ state: 'approved', endedAt: nowOf(context.clock) }));
  await appointmentSubject.ended(context, ended);
  return key;
}
const given = (decisionKey: string) =>
  context
    .list(RoleAssignments)
    .all()
    .filter((one) => one.decisionKey === decisionKey);
const withdraw = async (decisionKey: string) => {
  for (const { key } of given(decisionKey))
    await endRole(context, the(context, 'ciso'), { key, endsOn: day('2026-11-24') });
};
const endOf = (key: string) => context.list(RoleAssignments).get(key)?.endsOn;
const told = () =>
  context
    .list(AuditEntries)
    .all()
    .filter(({ title }) => title === 'bringBackRole');

describe('a decided composition that is withdrawn', () => {
  it('gives those whom it ended their roles back with the last of its own, and the trail and the proposal say so', async () => {
    const before = context.list(RoleAssignments).get(sitting);
    const key = await composed('2026-12-01', 'bo', 'anne');
    expect(endOf(sitting)).toBe('2026-11-30');
    const [first] = given(key);
    await endRole(context, the(context, 'ciso'), { key: first?.key ?? '', endsOn: day('2026-11-24') });
    expect(endOf(sitting)).toBe('2026-11-30');
    await withdraw(key);
    const { item: _before, ...fields } = before ?? {};
    const { item: _after, ...now } = context.list(RoleAssignments).get(sitting) ?? {};
    expect(now).toEqual(fields);
    expect(told()).toMatchObject([
      { subjectKey: sitting, actorId: 'ciso', details: { decisionKey: key, endsOn: null } },
    ]);
    expect(proposalOrThrow(context, key).state).toBe('withdrawn');
    setNow('2026-12-02T09:00:00.000Z');
    const body = appointmentsOf(context, the(context, 'ciso')).bodies.find(({ role }) => role === 'securityCommittee');
    expect(body?.members).toMatchObject([{ person: { id: 'committee' }, basis: 'none', state: 'current' }]);
    expect(body?.earlier).toEqual([]);
  });

  it('is finished by the job where the program died before it, once', async () => {
    const key = await composed('2026-12-01', 'bo');
    const [own] = given(key);
    const [endedBy, endedAt] = ['ciso' as never, nowOf(context.clock)];
    await context.list(RoleAssignments).update(own?.key ?? '', () => ({ endsOn: day('2026-11-24'), endedBy, endedAt }));
    expect(endOf(sitting)).toBe('2026-11-30');
    await continueBringingBack(context);
    await continueBringingBack(context);
    expect(endOf(sitting)).toBeUndefined();
    expect(told()).toHaveLength(1);
  });

  it.each([
    ['the earlier', '2026-12-01', '2026-12-31'],
    ['the later', '2027-01-01', '2026-11-30'],
  ])('leaves the effect of another that still stands: %s of two', async (_, withdrawn, left) => {
    const keys = {
      '2026-12-01': await composed('2026-12-01', 'bo'),
      '2027-01-01': await composed('2027-01-01', 'anne'),
    };
    await withdraw(keys[withdrawn as keyof typeof keys]);
    expect(endOf(sitting)).toBe(left);
    for (const key of Object.values(keys)) await withdraw(key);
    expect(endOf(sitting)).toBeUndefined();
  });

  it('brings back a composition to come that it had replaced, and that one’s own effect', async () => {
    const later = await composed('2027-01-01', 'anne');
    const earlier = await composed('2026-12-01', 'bo');
    expect(given(later)).toMatchObject([{ endsOn: '2026-11-30' }]);
    await withdraw(earlier);
    expect(given(later)).toMatchObject([{ startsOn: '2027-01-01', endsOn: '2028-11-30' }]);
    expect(endOf(sitting)).toBe('2026-12-31');
    await withdraw(later);
    expect(endOf(sitting)).toBeUndefined();
  });

  it('leaves a last day that somebody has given since', async () => {
    const key = await composed('2026-12-01', 'bo');
    await endRole(context, the(context, 'ciso'), { key: sitting, endsOn: day('2026-11-26') });
    await withdraw(key);
    expect(endOf(sitting)).toBe('2026-11-26');
    expect(told()).toEqual([]);
  });

  it('leaves the last day that it gave where somebody has since given the same', async () => {
    const key = await composed('2026-12-01', 'bo');
    await endRole(context, the(context, 'ciso'), { key: sitting, endsOn: day('2026-11-30') });
    await withdraw(key);
    expect(endOf(sitting)).toBe('2026-11-30');
  });

  it('is as if it had never been, whichever of several are withdrawn, in any order', async () => {
    const decision = fc.record({
      startsOn: fc.constantFrom('2026-12-01', '2026-12-15', '2027-01-01', '2027-02-01'),
      people: fc.uniqueArray(fc.constantFrom('bo', 'anne', 'team', 'isk-nord'), { minLength: 1, maxLength: 2 }),
      /** Place in the order of withdrawals; undefined: it stands. */
      withdrawnAs: fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined }),
    });
    /** Last days of what stands, by person and first day. */
    const standing = () =>
      context
        .list(RoleAssignments)
        .all()
        .filter(
          ({ role, startsOn, endsOn }) => role === 'securityCommittee' && !(endsOn !== undefined && endsOn < startsOn),
        )
        .map(({ personId, startsOn, endsOn }) => `${personId} ${startsOn} ${endsOn ?? ''}`)
        .toSorted();
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(decision, { maxLength: 4, selector: ({ startsOn }) => startsOn }),
        async (all) => {
          ({ context, setNow } = await aTown('2026-11-24T09:00:00.000Z'));
          const keys = new Map<(typeof all)[number], string>();
          for (const [place, one] of all.entries()) {
            setNow(`2026-11-24T09:0${place}:00.000Z`);
            keys.set(one, await composed(one.startsOn, ...one.people));
          }
          const withdrawn = all
            .filter(({ withdrawnAs }) => withdrawnAs !== undefined)
            .toSorted((one, other) => (one.withdrawnAs ?? 0) - (other.withdrawnAs ?? 0));
          for (const one of withdrawn) await withdraw(keys.get(one) ?? '');
          const after = standing();
          ({ context, setNow } = await aTown('2026-11-24T09:00:00.000Z'));
          for (const one of all) {
            if (withdrawn.includes(one)) continue;
            setNow(`2026-11-24T09:0${all.indexOf(one)}:00.000Z`);
            await composed(one.startsOn, ...one.people);
          }
          expect(after).toEqual(standing());
        },
      ),
      { numRuns: 150 },
    );
  });
});
