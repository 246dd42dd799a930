import { describe, expect, it } from 'vitest';
import type { HeldRole } from '../../../api/kernel/index.ts';
import { actorOf, coordinatorsOf, isAway, isEmployed, People, roleHolders } from '../../../api/organisation/index.ts';
import { appointmentState } from '../../../api/organisation/appointment.ts';
import { aPerson, aTown, anAssignment, centre, day, person, settle, the } from './builders.ts';

describe('isEmployed', () => {
  it.each([
    ['on the hire date', { hiredOn: day('2026-11-24') }, true],
    ['the day before it', { hiredOn: day('2026-11-25') }, false],
    ['the day before leaving', { leftOn: day('2026-11-25') }, true],
    ['on the day of leaving', { leftOn: day('2026-11-24') }, false],
    ['without any dates', {}, true],
  ])('%s: %o', (_when, dates, expected) => {
    expect(isEmployed(dates, day('2026-11-24'))).toBe(expected);
  });
});

describe('isAway', () => {
  it('includes both days of a leave and never begins without a first day', () => {
    const leave = { absentFrom: day('2026-11-01'), absentTo: day('2026-11-24') };
    expect(isAway(leave, day('2026-11-24'))).toBe(true);
    expect(isAway(leave, day('2026-11-25'))).toBe(false);
    expect(isAway({ absentTo: day('2026-12-24') }, day('2026-11-24'))).toBe(false);
    expect(isAway({ absentFrom: day('2026-11-01') }, day('2027-10-31'))).toBe(true);
  });
});

describe('appointmentState', () => {
  it.each([
    [{ startsOn: day('2026-11-24') }, 'current'],
    [{ startsOn: day('2026-11-25') }, 'future'],
    [{ startsOn: day('2026-01-01'), endsOn: day('2026-11-24') }, 'current'],
    [{ startsOn: day('2026-01-01'), endsOn: day('2026-11-23') }, 'ended'],
  ])('%o is %s', (dates, state) => {
    expect(appointmentState(dates, day('2026-11-24'))).toBe(state);
  });
});

describe('actorOf', () => {
  it('is nobody when the person has left, is not hired yet, or is not known, whatever is assigned', async () => {
    const { context } = await aTown();
    await settle(context, {
      people: [aPerson('gone', { leftOn: day('2026-11-24') }), aPerson('soon', { hiredOn: day('2026-12-01') })],
      roles: [anAssignment('gone', 'ciso'), anAssignment('soon', 'ciso')],
    });
    expect(actorOf(context, person('gone'))).toBeUndefined();
    expect(actorOf(context, person('soon'))).toBeUndefined();
    expect(actorOf(context, person('stranger'))).toBeUndefined();
  });

  it('holds only what is in force today, and again when the day comes', async () => {
    const { context, setNow } = await aTown();
    await settle(context, {
      roles: [
        anAssignment('anne', 'auditor', { endsOn: day('2026-11-23') }),
        anAssignment('anne', 'securityTeam', { startsOn: day('2026-12-01') }),
      ],
    });
    expect(the(context, 'anne').roles).toEqual([]);
    setNow('2026-12-01T08:00:00.000Z');
    expect(the(context, 'anne').roles).toEqual([{ role: 'securityTeam' }]);
  });

  it('gives nothing for a centre role without a centre, and no centre to the other roles', async () => {
    const { context } = await aTown();
    await settle(context, {
      roles: [anAssignment('anne', 'coordinator'), anAssignment('bo', 'auditor', { centreId: centre('syd') })],
    });
    expect(the(context, 'anne').roles).toEqual([]);
    expect(the(context, 'bo').roles).toEqual([{ role: 'auditor' }]);
  });

  it('holds a role once when an assignment and a group both give it', async () => {
    const { context } = await aTown();
    const byGroup: HeldRole[] = [{ role: 'ciso' }, { role: 'coordinator', centreId: centre('syd') }];
    context.groupRoles = (id) => (id === 'ciso' ? byGroup : []);
    expect(the(context, 'ciso').roles).toEqual(byGroup);
    expect(roleHolders(context).filter(({ held }) => held.role === 'ciso')).toHaveLength(1);
    expect(coordinatorsOf(context, centre('syd')).map(({ key }) => key)).toEqual(['ciso', 'isk-syd']);
    const members = new Map([[person('ciso'), byGroup]]);
    context.groupRoleHolders = () => members;
    expect(coordinatorsOf(context, centre('syd')).map(({ key }) => key)).toEqual(['ciso', 'isk-syd']);
  });
});

describe('coordinatorsOf', () => {
  it('goes through the members of groups once for all centres, and again when they are others', async () => {
    const { context } = await aTown();
    let walks = 0;
    const members = (given: HeldRole[]) => {
      const map = new Map([[person('ciso'), given]]);
      const entries = map[Symbol.iterator].bind(map);
      map[Symbol.iterator] = () => {
        walks += 1;
        return entries();
      };
      return map;
    };
    let now = members([{ role: 'coordinator', centreId: centre('syd') }]);
    context.groupRoleHolders = () => now;
    const keys = (at: string) => coordinatorsOf(context, centre(at)).map(({ key }) => key);
    for (let answer = 0; answer < 50; answer += 1) expect(keys('syd')).toEqual(['ciso', 'isk-syd']);
    expect(keys('nord')).toEqual(['isk-nord']);
    expect(walks).toBe(1);
    now = members([{ role: 'coordinator', centreId: centre('nord') }]);
    expect([keys('syd'), keys('nord')]).toEqual([['isk-syd'], ['isk-nord', 'ciso']]);
    expect(walks).toBe(2);
  });

  it('names those at work before those on leave, and none for an unknown centre', async () => {
    const { context } = await aTown();
    await settle(context, {
      people: [aPerson('isk-2', { title: 'Åse' })],
      roles: [anAssignment('isk-2', 'coordinator', { centreId: centre('nord') })],
    });
    expect(coordinatorsOf(context, centre('nord')).map(({ key }) => key)).toEqual(['isk-nord', 'isk-2']);
    await context.list(People).update('isk-nord', () => ({ absentFrom: day('2026-11-01') }));
    expect(coordinatorsOf(context, centre('nord')).map(({ key }) => key)).toEqual(['isk-2', 'isk-nord']);
    expect(coordinatorsOf(context, undefined)).toEqual([]);
  });
});
