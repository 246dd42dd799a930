import { describe, expect, it } from 'vitest';
import { AuditEntries } from '../../../api/audit/index.ts';
import type { AssignableRole } from '../../../api/kernel/index.ts';
import {
  assignRole,
  continueAppointments,
  endRole,
  mayAssignRole,
  personRef,
  RoleAssignments,
} from '../../../api/organisation/index.ts';
import { assignableRoles } from '../../../api/kernel/index.ts';
import { assignmentOf } from '../../../api/organisation/organisation-views.ts';
import { aTown, centre, day, person, refusal, the } from './builders.ts';

type AssignRole = Parameters<typeof assignRole>[2];
const asISK = {
  personId: person('anne'),
  role: 'coordinator',
  centreId: centre('nord'),
  chair: false,
  startsOn: day('2026-12-01'),
} as const;

describe('mayAssignRole', () => {
  const byCentre: AssignableRole[] = ['centreManager', 'coordinator'];
  const may: Record<string, readonly AssignableRole[]> = {
    ciso: assignableRoles,
    team: byCentre,
    board: ['ciso', 'securityCommittee'],
    council: [],
    management: [],
    committee: [],
    secretary: [],
    auditor: [],
    'manager-nord': [],
    'isk-nord': [],
    anne: [],
  };
  it.each(Object.entries(may))('%s may appoint to %o', async (who, roles) => {
    const { context } = await aTown();
    const actor = the(context, who);
    expect(assignableRoles.filter((role) => mayAssignRole(actor, role))).toEqual(
      assignableRoles.filter((role) => roles.includes(role)),
    );
  });
});

const otherwise: [string, Partial<AssignRole>][] = [
  ['another last day', { endsOn: day('2027-06-30') }],
  ['the chair', { chair: true }],
];

describe('assignRole', () => {
  it('gives the role from its first day, and one appointment when pressed twice', async () => {
    const { context, setNow } = await aTown();
    const ciso = the(context, 'ciso');
    const first = await assignRole(context, ciso, asISK);
    expect(await assignRole(context, ciso, asISK)).toEqual(first);
    expect(the(context, 'anne').roles).toEqual([]);
    setNow('2026-12-01T07:00:00.000Z');
    expect(the(context, 'anne').roles).toEqual([{ role: 'coordinator', centreId: 'nord' }]);
    expect(context.list(AuditEntries).all()).toMatchObject([
      { title: 'assignRole', actorId: 'ciso', subjectKey: first.key },
    ]);
  });

  it.each(otherwise)('is told to whoever gives it at the same moment with %s', async (_how, changes) => {
    const { context } = await aTown();
    const first = assignRole(context, the(context, 'ciso'), asISK);
    const second = () => assignRole(context, the(context, 'team'), { ...asISK, ...changes });
    expect(await refusal(second)).toBe('organisation.overlaps');
    expect(await refusal(second)).toBe('organisation.overlaps');
    expect(context.list(RoleAssignments).get((await first).key)).toMatchObject({ chair: false });
  });

  it('refuses to appoint oneself, to a role beyond one’s own right, and whoever has left', async () => {
    const { context } = await aTown();
    expect(await refusal(() => assignRole(context, the(context, 'ciso'), { ...asISK, personId: person('ciso') }))).toBe(
      'organisation.ownAppointment',
    );
    const auditor = { personId: person('anne'), role: 'auditor', chair: false, startsOn: day('2026-12-01') } as const;
    expect(await refusal(() => assignRole(context, the(context, 'team'), auditor))).toBe('organisation.mayNotAssign');
    expect(
      await refusal(() => assignRole(context, the(context, 'ciso'), { ...asISK, personId: person('nobody') })),
    ).toBe('organisation.unknownPerson');
  });

  it('wants a centre exactly for centre roles, days in order, and no second appointment over the first', async () => {
    const { context } = await aTown();
    const ciso = the(context, 'ciso');
    const { centreId: _centre, ...whole } = asISK;
    expect(await refusal(() => assignRole(context, ciso, whole))).toBe('organisation.centreNeeded');
    expect(await refusal(() => assignRole(context, ciso, { ...asISK, centreId: centre('vest') }))).toBe(
      'organisation.centreNeeded',
    );
    expect(await refusal(() => assignRole(context, ciso, { ...asISK, role: 'auditor' }))).toBe(
      'organisation.noCentreForRole',
    );
    expect(await refusal(() => assignRole(context, ciso, { ...asISK, endsOn: day('2026-11-30') }))).toBe(
      'organisation.endsBeforeStart',
    );
    await assignRole(context, ciso, asISK);
    expect(await refusal(() => assignRole(context, ciso, { ...asISK, startsOn: day('2027-01-01') }))).toBe(
      'organisation.overlaps',
    );
  });
});

describe('endRole', () => {
  it('is not made longer into an appointment that is given at the same moment', async () => {
    const { context } = await aTown();
    const ciso = the(context, 'ciso');
    const { key } = await assignRole(context, ciso, {
      ...asISK,
      startsOn: day('2026-11-01'),
      endsOn: day('2026-12-31'),
    });
    const results = await Promise.allSettled([
      assignRole(context, ciso, { ...asISK, startsOn: day('2027-01-01') }),
      endRole(context, ciso, { key, endsOn: day('2027-06-30') }),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(context.list(RoleAssignments).get(key)?.endsOn).toBe('2026-12-31');
  });

  it('sets the last day once, keeps the appointment, and does not rewrite what has ended', async () => {
    const { context, setNow } = await aTown();
    const ciso = the(context, 'ciso');
    const { key } = await assignRole(context, ciso, { ...asISK, startsOn: day('2026-11-01') });
    const ended = await endRole(context, ciso, { key, endsOn: day('2026-11-24') });
    expect(await endRole(context, ciso, { key, endsOn: day('2026-11-24') })).toEqual(ended);
    setNow('2026-11-25T07:00:00.000Z');
    expect(the(context, 'anne').roles).toEqual([]);
    await expect(endRole(context, ciso, { key, endsOn: day('2026-12-24') })).rejects.toMatchObject({
      code: 'organisation.hasEnded',
      details: { name: personRef(context, ciso.personId).name, on: '2026-11-24' },
    });
    expect(context.list(RoleAssignments).get(key)).toMatchObject({ startsOn: '2026-11-01', endsOn: '2026-11-24' });
    expect(
      context
        .list(AuditEntries)
        .all()
        .map(({ title }) => title),
    ).toEqual(['assignRole', 'endRole']);
  });

  it('before the first day withdraws what has not begun: it is never in force, stays in the history, and may be given anew', async () => {
    const { context, setNow } = await aTown();
    const ciso = the(context, 'ciso');
    const { key } = await assignRole(context, ciso, { ...asISK, endsOn: day('2027-11-30') });
    const shown = () => assignmentOf(context, ciso, context.list(RoleAssignments).get(key)!);
    expect(shown()).toMatchObject({ state: 'future', withdrawn: false, abilities: { end: true, withdraw: true } });
    await endRole(context, ciso, { key, endsOn: day('2026-11-24') });
    expect(shown()).toMatchObject({ state: 'ended', withdrawn: true, abilities: { end: false, withdraw: false } });
    setNow('2026-11-25T07:00:00.000Z');
    await endRole(context, ciso, { key, endsOn: day('2026-11-25') });
    expect(shown()).toMatchObject({ state: 'ended', withdrawn: true, abilities: { end: false, withdraw: false } });
    const again = await assignRole(context, ciso, asISK);
    expect(await assignRole(context, ciso, asISK)).toEqual(again);
    expect(again.key).not.toBe(key);
    expect(context.list(RoleAssignments).get(key)).toMatchObject({ startsOn: '2026-12-01', endsOn: '2026-11-24' });
    await endRole(context, ciso, { key: again.key, endsOn: day('2026-11-25') });
    setNow('2026-12-01T07:00:00.000Z');
    expect(the(context, 'anne').roles).toEqual([]);
    const acts = context.list(AuditEntries).all();
    expect(acts.map(({ title }) => title)).toEqual(['assignRole', 'endRole', 'assignRole', 'endRole']);
  });

  it('does not withdraw what has begun, not even on its first day', async () => {
    const { context } = await aTown();
    const ciso = the(context, 'ciso');
    const { key } = await assignRole(context, ciso, { ...asISK, startsOn: day('2026-11-24') });
    expect(assignmentOf(context, ciso, context.list(RoleAssignments).get(key)!).abilities.withdraw).toBe(false);
    expect(await refusal(() => endRole(context, ciso, { key, endsOn: day('2026-11-23') }))).toBe(
      'organisation.endsBeforeStart',
    );
  });

  it('refuses a day that has passed and a person who may not appoint', async () => {
    const { context } = await aTown();
    const { key } = await assignRole(context, the(context, 'ciso'), { ...asISK, startsOn: day('2026-11-01') });
    expect(await refusal(() => endRole(context, the(context, 'ciso'), { key, endsOn: day('2026-11-23') }))).toBe(
      'organisation.endsInThePast',
    );
    expect(await refusal(() => endRole(context, the(context, 'auditor'), { key, endsOn: day('2026-12-23') }))).toBe(
      'organisation.mayNotAssign',
    );
    expect(await refusal(() => endRole(context, the(context, 'ciso'), { key: 'x', endsOn: day('2026-12-23') }))).toBe(
      'organisation.noSuchAssignment',
    );
  });
});

describe('continueAppointments', () => {
  it('appends what a crash left out of the trail, once', async () => {
    const { context } = await aTown();
    await context.list(RoleAssignments).create({
      key: 'k',
      title: 'anne: auditor',
      personId: person('anne'),
      role: 'auditor',
      chair: false,
      startsOn: day('2026-11-01'),
      appointedBy: person('ciso'),
      appointedAt: context.clock.now().toISOString() as never,
    });
    await continueAppointments(context);
    await continueAppointments(context);
    expect(context.list(AuditEntries).all()).toHaveLength(1);
  });
});
