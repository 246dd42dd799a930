import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignableRoles, type AssignableRole, type PersonId, type Responsible } from '../../../api/kernel/index.ts';
import { assign, type Received, type Roster, type Status } from '../../../api/obligations/responsible.ts';
import { centre, person } from '../organisation/builders.ts';

const nord = centre('nord');
const everybody = ['anne', 'bo', 'isk', 'manager', 'ciso', 'team', 'chair', 'member', 'secretary'].map(person);
const seats: Partial<Record<AssignableRole, string[]>> = {
  coordinator: ['isk'],
  centreManager: ['manager'],
  ciso: ['ciso'],
  securityTeam: ['team'],
  securityCommittee: ['chair', 'member'],
  councilSecretary: ['secretary'],
};
const roster = (away: Record<string, Status> = {}, filled = seats): Roster => ({
  status: (personId) => away[personId] ?? 'atWork',
  standIn: () => undefined,
  holders: (role, centreId) =>
    (role === 'coordinator' || role === 'centreManager') && centreId !== nord ? [] : (filled[role] ?? []).map(person),
});
const whose = (responsible: Responsible, there = roster(), received: Received[] = []) =>
  assign(responsible, there, received);
const named = { personId: person('anne'), centreId: nord };

describe('whose the work is', () => {
  it('is the person named, with nothing to say', () => {
    expect(whose(named)).toEqual({ personId: 'anne' });
  });

  it('is the ISK’s while the person named is on leave, then the manager’s, the CISO’s, the team’s', () => {
    const passed = { reason: 'onLeave', from: 'anne' };
    const away: Record<string, Status> = { anne: 'onLeave' };
    for (const [next, status] of [
      ['isk', 'onLeave'],
      ['manager', 'left'],
      ['ciso', 'onLeave'],
      ['team', 'atWork'],
    ] as const) {
      expect(whose(named, roster(away))).toEqual({ personId: next, passed });
      away[next] = status;
    }
  });

  it('says that the person named has left', () => {
    expect(whose(named, roster({ anne: 'left' }))?.passed).toEqual({ reason: 'left', from: 'anne' });
  });

  it('is the chair’s when a body is named, and another member’s while the chair is on leave', () => {
    expect(whose({ role: 'securityCommittee' })).toEqual({ personId: 'chair' });
    expect(whose({ role: 'securityCommittee' }, roster({ chair: 'onLeave' }))).toEqual({ personId: 'member' });
  });

  it('says that nobody is appointed to the role', () => {
    const vacant = { reason: 'vacant' };
    expect(whose({ role: 'executiveBoard' })).toEqual({ personId: 'ciso', passed: vacant });
    const empty = roster({}, { ...seats, coordinator: [] });
    expect(whose({ role: 'coordinator', centreId: nord }, empty)).toEqual({ personId: 'manager', passed: vacant });
    expect(whose({ centreId: nord })).toEqual({ personId: 'isk', passed: vacant });
  });

  it('is the role’s before the centre’s when the person named is gone', () => {
    const both: Responsible = { personId: person('anne'), role: 'securityCommittee' };
    expect(whose(both, roster({ anne: 'left' }))).toEqual({
      personId: 'chair',
      passed: { reason: 'left', from: 'anne' },
    });
  });

  it('gives what is Byrådet’s to its secretary', () => {
    expect(whose({ role: 'cityCouncil' })).toEqual({ personId: 'secretary' });
    expect(whose({ role: 'cityCouncil' }, roster({ secretary: 'onLeave' }))).toEqual({
      personId: 'ciso',
      passed: { reason: 'onLeave', from: 'secretary' },
    });
  });

  it('stays with somebody on leave when nobody at all is at work', () => {
    const away = Object.fromEntries(everybody.map((one) => [one, 'onLeave' as const]));
    expect(whose(named, roster(away))).toEqual({ personId: 'anne' });
    expect(whose(named, roster({ ...away, anne: 'left' }))).toEqual({
      personId: 'isk',
      passed: { reason: 'left', from: 'anne' },
    });
  });
});

describe('work that was handed over', () => {
  const toBo = { from: person('anne'), to: person('bo') };

  it('is the receiver’s and says from whom', () => {
    expect(whose(named, roster(), [toBo])).toEqual({ personId: 'bo', passed: { reason: 'handedOver', from: 'anne' } });
  });

  it.each(['onLeave', 'left'] as const)('goes back when the receiver is %s, and says so', (reason) => {
    expect(whose(named, roster({ bo: reason }), [toBo])).toEqual({
      personId: 'anne',
      passed: { reason, from: 'bo' },
    });
    expect(whose(named, roster({ bo: reason, anne: 'onLeave' }), [toBo])).toEqual({
      personId: 'isk',
      passed: { reason, from: 'bo' },
    });
  });

  it('goes back to whoever passed it on when it was handed on', () => {
    const onwards = [{ from: person('bo'), to: person('member') }, toBo];
    expect(whose(named, roster(), onwards)).toMatchObject({ personId: 'member', passed: { from: 'bo' } });
    expect(whose(named, roster({ member: 'left' }), onwards)).toEqual({
      personId: 'bo',
      passed: { reason: 'left', from: 'member' },
    });
  });
});

describe('whoever is there', () => {
  const status = fc.constantFrom<Status>('atWork', 'onLeave', 'left');
  const someone = fc.constantFrom(...everybody);
  const responsible = fc
    .record({
      personId: fc.option(someone, { nil: undefined }),
      role: fc.option(fc.constantFrom(...assignableRoles), { nil: undefined }),
      centreId: fc.option(fc.constant(nord), { nil: undefined }),
    })
    .map(({ personId, role, centreId }): Responsible => ({
      ...(personId === undefined ? {} : { personId }),
      ...(role === undefined ? {} : { role }),
      ...(centreId === undefined ? {} : { centreId }),
    }));
  const situation = fc.record({
    responsible,
    away: fc.dictionary(fc.constantFrom<string>(...everybody), status),
    filled: fc.dictionary(
      fc.constantFrom<string>(...assignableRoles),
      fc.uniqueArray(fc.constantFrom<string>(...everybody), { maxLength: 3 }),
    ),
    received: fc.array(fc.record({ from: someone, to: someone }), { maxLength: 3 }),
  });
  const standIns = ({ responsible: { centreId } }: { responsible: Responsible }, there: Roster): PersonId[] =>
    (['coordinator', 'centreManager', 'ciso', 'securityTeam'] as const).flatMap((role) =>
      there.holders(role, centreId),
    );

  it('it is never nobody’s while an ISK, a manager, the CISO or somebody of the team is employed', () => {
    fc.assert(
      fc.property(situation, (given) => {
        const there = roster(given.away, given.filled);
        if (standIns(given, there).every((one) => there.status(one) === 'left')) return;
        expect(whose(given.responsible, there, given.received)).toBeDefined();
      }),
      { numRuns: 2000 },
    );
  });

  it('it is never somebody’s on leave while another who could have it is at work, and never one’s who left', () => {
    fc.assert(
      fc.property(situation, (given) => {
        const there = roster(given.away, given.filled);
        const found = whose(given.responsible, there, given.received);
        if (!found) return;
        expect(there.status(found.personId)).not.toBe('left');
        const { personId, role } = given.responsible;
        const chain = [
          ...given.received.map(({ to }) => to),
          ...(personId === undefined ? [] : [personId]),
          ...(role === undefined || role === 'cityCouncil' ? [] : there.holders(role, given.responsible.centreId)),
          ...standIns(given, there),
        ];
        if (chain.some((one) => there.status(one) === 'atWork')) expect(there.status(found.personId)).toBe('atWork');
      }),
      { numRuns: 2000 },
    );
  });

  it('says why whenever it is not the one named, and the reason is true', () => {
    fc.assert(
      fc.property(situation, (given) => {
        const there = roster(given.away, given.filled);
        const found = whose(given.responsible, there, given.received);
        const { personId } = given.responsible;
        if (found && personId !== undefined && found.personId !== personId) expect(found.passed).toBeDefined();
        const { reason, from } = found?.passed ?? {};
        if (reason === 'onLeave' || reason === 'left') expect(there.status(from ?? person(''))).toBe(reason);
        if (reason === 'vacant') expect(from).toBeUndefined();
        if (reason === 'handedOver') expect(given.received[0]?.to).toBe(found?.personId);
      }),
      { numRuns: 2000 },
    );
  });
});
