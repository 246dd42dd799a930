import { describe, expect, it } from 'vitest';
import { AuditEntries } from '../../../api/audit/index.ts';
import { nameDeputy, People, RoleAssignments, seatsOf } from '../../../api/organisation/index.ts';
import { assignmentList, organisationOf } from '../../../api/organisation/organisation-views.ts';
import { anAssignment, aPerson, aTown, centre, day, person, refusal, settle, the } from './builders.ts';

const key = 'securityCommittee_lise_all';
const managing = 'centreManager_manager-nord_nord';

/** The town with Lise in the committee and Kim as her deputy. */
async function aCommittee() {
  const town = await aTown();
  await settle(town.context, {
    people: [aPerson('lise', { title: 'Lise' }), aPerson('kim', { title: 'Kim' })],
    roles: [anAssignment('lise', 'securityCommittee')],
  });
  const away = () => town.context.list(People).update('lise', () => ({ absentFrom: day('2026-11-01') }));
  return { ...town, away };
}

describe('nameDeputy', () => {
  it('lets the deputy act while the holder is on leave, and only then', async () => {
    const { context, away } = await aCommittee();
    await nameDeputy(context, the(context, 'lise'), { key, deputyId: person('kim') });
    const seat = () => seatsOf(context, 'securityCommittee').find(({ holder }) => holder === 'lise');
    expect(seat()).toEqual({ holder: 'lise', chair: false, actor: 'lise' });
    await away();
    expect(seat()).toEqual({ holder: 'lise', chair: false, actor: 'kim', deputy: 'kim' });
  });

  it('is for the holder and for whoever appoints to the role', async () => {
    const { context } = await aCommittee();
    const name = (who: string, assignment = key) =>
      nameDeputy(context, the(context, who), { key: assignment, deputyId: person('kim') });
    const named = (who: string, assignment = key) => refusal(() => name(who, assignment));
    for (const who of ['lise', 'ciso', 'board']) expect(await name(who)).toMatchObject({ deputyId: 'kim' });
    for (const who of ['team', 'committee', 'auditor', 'kim', 'manager-nord'])
      expect([who, await named(who)]).toEqual([who, 'organisation.mayNotNameDeputy']);
    for (const who of ['manager-nord', 'team']) expect(await name(who, managing)).toMatchObject({ deputyId: 'kim' });
    expect(await named('manager-syd', managing)).toBe('organisation.mayNotNameDeputy');
    expect(await named('ciso', 'auditor_auditor_all')).toBe('organisation.mayNotNameDeputy');
    expect(await named('ciso', 'none')).toBe('organisation.noSuchAssignment');
  });

  it('gives nobody a say by their own hand, and needs another person who is employed', async () => {
    const { context } = await aCommittee();
    const named = (who: string, deputy: string) =>
      refusal(() => nameDeputy(context, the(context, who), { key, deputyId: person(deputy) }));
    expect(await named('ciso', 'ciso')).toBe('organisation.ownDeputy');
    expect(await named('lise', 'lise')).toBe('organisation.deputyIsHolder');
    await settle(context, { people: [aPerson('gone', { leftOn: day('2026-11-01') })] });
    expect(await named('lise', 'gone')).toBe('organisation.unknownPerson');
    expect(await named('lise', 'nobody')).toBe('organisation.unknownPerson');
  });

  it('ends with nobody named, once, and stands in the audit trail each time', async () => {
    const { context, setNow } = await aCommittee();
    await nameDeputy(context, the(context, 'ciso'), { key, deputyId: person('kim') });
    await nameDeputy(context, the(context, 'lise'), { key, deputyId: person('kim') });
    setNow('2026-11-25T09:00:00.000Z');
    await nameDeputy(context, the(context, 'lise'), { key });
    await nameDeputy(context, the(context, 'lise'), { key });
    expect(context.list(RoleAssignments).get(key)?.deputyId).toBeUndefined();
    const trail = context.list(AuditEntries).all();
    expect(trail).toMatchObject([
      { title: 'nameDeputy', actorId: 'ciso', subjectKey: key, details: { deputyId: 'kim', personId: 'lise' } },
      { title: 'nameDeputy', actorId: 'lise', subjectKey: key, details: { deputyId: null } },
    ]);
    expect(trail).toHaveLength(2);
  });

  it('leaves an appointment alone that has ended', async () => {
    const { context } = await aCommittee();
    await context.list(RoleAssignments).update(key, () => ({ endsOn: day('2026-11-01') }));
    const late = () => nameDeputy(context, the(context, 'ciso'), { key, deputyId: person('kim') });
    expect(await refusal(late)).toBe('organisation.hasEnded');
  });
});

describe('who sees a deputy', () => {
  it('is everybody by the body, with the button for those who may', async () => {
    const { context } = await aCommittee();
    await nameDeputy(context, the(context, 'lise'), { key, deputyId: person('kim') });
    const member = (who: string) =>
      organisationOf(context, the(context, who))
        .bodies.find(({ role }) => role === 'securityCommittee')
        ?.members.find(({ id }) => id === 'lise');
    expect(member('anne')).toMatchObject({ deputy: { name: 'Kim' }, nameDeputy: false });
    for (const who of ['lise', 'ciso', 'board']) expect(member(who)?.nameDeputy).toBe(true);
    const row = assignmentList(context, the(context, 'ciso')).assignments.find((one) => one.key === key);
    expect(row).toMatchObject({ deputy: { name: 'Kim' }, abilities: { nameDeputy: true } });
  });
});

describe('a centre without its manager', () => {
  it('is decided by the deputy who was named', async () => {
    const { context } = await aTown();
    await nameDeputy(context, the(context, 'manager-nord'), { key: managing, deputyId: person('isk-nord') });
    await context.list(People).update('manager-nord', () => ({ absentFrom: day('2026-11-01') }));
    expect(seatsOf(context, 'centreManager', centre('nord'))).toMatchObject([
      { actor: 'isk-nord', deputy: 'isk-nord' },
    ]);
  });
});
