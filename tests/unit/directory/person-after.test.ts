import { describe, expect, it } from 'vitest';
import type { Account } from '../../../api/directory/account.ts';
import { personAfter, type Placement } from '../../../api/directory/person-after.ts';
import type { CentreId, Instant, LocalDate, PersonId } from '../../../api/kernel/index.ts';
import { isAway, isEmployed, type Person } from '../../../api/organisation/index.ts';
import { dueDays } from '../../../api/policy/policy-version.ts';

const today = '2026-11-24' as LocalDate;
const centres = new Map([
  ['Pleje', 'care' as CentreId],
  ['Skole', 'school' as CentreId],
]);
const now = '2026-11-24T05:00:00.000Z' as Instant;
const placement: Placement = { rule: 'department', today, now, centreOf: (name) => centres.get(name ?? '') };
const anAccount = (changes: Partial<Account> = {}): Account => ({
  id: 'p-1' as PersonId,
  removed: false,
  enabled: true,
  guest: false,
  name: 'Anna Holm',
  upn: 'anna@ishoj.example',
  department: 'Pleje',
  teams: true,
  language: 'da',
  ...changes,
});
const aPerson = (changes: Partial<Person> = {}): Person => ({
  key: 'p-1',
  title: 'Anna Holm',
  upn: 'anna@ishoj.example',
  department: 'Pleje',
  centreId: 'care' as CentreId,
  teams: true,
  language: 'da',
  ...changes,
});
const told = (changes: Partial<Account>): Account => ({ id: 'p-1' as PersonId, removed: false, ...changes });

const day = (text: string) => text as LocalDate;
const policy = { acknowledgeBy: day('2026-11-15'), effectiveOn: day('2026-11-01') };
const after = (current: Person, change: ReturnType<typeof personAfter>): Person => {
  if (change.do !== 'change') throw new Error('nothing changes');
  const fields = Object.entries({ ...current, ...change.fields }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(fields) as unknown as Person;
};

describe('personAfter', () => {
  it('takes in an employee with the centre that claims the department', () => {
    expect(personAfter(undefined, anAccount(), placement)).toEqual({ do: 'create', record: aPerson() });
  });

  it.each([
    ['a guest', { guest: true }],
    ['a closed account', { enabled: false }],
    ['an account without a department', { department: null }],
    ['a removed account', { removed: true }],
  ])('does not take in %s', (_who, changes) => {
    expect(personAfter(undefined, anAccount(changes), placement)).toEqual({ do: 'nothing' });
  });

  it('takes in by the rule that is set', () => {
    const nobody = anAccount({ department: null });
    expect(personAfter(undefined, nobody, { ...placement, rule: 'members' }).do).toBe('create');
    expect(personAfter(undefined, nobody, { ...placement, rule: 'hireDate' }).do).toBe('nothing');
    const hired = anAccount({ department: null, hiredOn: today });
    expect(personAfter(undefined, hired, { ...placement, rule: 'hireDate' }).do).toBe('create');
  });

  it('changes nothing when nothing is new', () => {
    expect(personAfter(aPerson(), anAccount(), placement)).toEqual({ do: 'nothing' });
  });

  it('writes only what changed and clears what lost its value', () => {
    const current = aPerson({ jobTitle: 'Leder', mail: 'a@b.c' });
    expect(personAfter(current, told({ jobTitle: null, name: 'Anna Lund' }), placement)).toEqual({
      do: 'change',
      fields: { title: 'Anna Lund', jobTitle: undefined },
      left: false,
    });
  });

  it('takes in the number to call, follows it, and clears it when both phones are gone', () => {
    const both = { mobilePhone: '20 11 22 33', businessPhone: '43 57 00 00' };
    expect(personAfter(undefined, anAccount(both), placement)).toEqual({
      do: 'create',
      record: aPerson({ phone: '20 11 22 33' }),
    });
    const current = aPerson({ phone: '20 11 22 33' });
    expect(personAfter(current, told({ mobilePhone: null, businessPhone: '43 57 00 00' }), placement)).toEqual({
      ...{ do: 'change', fields: { phone: '43 57 00 00' }, left: false },
    });
    expect(personAfter(current, told({ mobilePhone: null, businessPhone: null }), placement)).toEqual({
      ...{ do: 'change', fields: { phone: undefined }, left: false },
    });
    expect(personAfter(current, told({ jobTitle: null }), placement)).toEqual({ do: 'nothing' });
  });

  it('keeps the old centre and the day of a move', () => {
    expect(personAfter(aPerson(), told({ department: 'Skole' }), placement)).toEqual({
      do: 'change',
      fields: { department: 'Skole', centreId: 'school', movedOn: today, movedFrom: 'care' },
      left: false,
    });
  });

  it('does not call the first centre a move', () => {
    const current = aPerson({ department: 'Ukendt' });
    delete current.centreId;
    expect(personAfter(current, told({ department: 'Skole' }), placement)).toMatchObject({
      fields: { department: 'Skole', centreId: 'school' },
    });
  });

  it('leaves a centre that was set by hand while no centre claims the department', () => {
    const current = aPerson({ department: 'Ukendt' });
    expect(personAfter(current, told({ department: 'Ukendt', jobTitle: null }), placement)).toEqual({ do: 'nothing' });
    expect(personAfter(current, told({ department: 'Andet' }), placement)).toMatchObject({
      fields: { centreId: undefined, movedFrom: 'care' },
    });
  });

  it.each([
    ['closed', { enabled: false }],
    ['removed', { removed: true }],
    ['turned into a guest', { guest: true }],
  ])('ends employment today when the account is %s, once', (_how, changes) => {
    const change = personAfter(aPerson(), told(changes), placement);
    expect(change).toEqual({ do: 'change', fields: { leftOn: today }, left: true });
    const left = aPerson({ leftOn: '2026-11-01' as LocalDate });
    expect(personAfter(left, told(changes), placement)).toEqual({ do: 'nothing' });
  });

  it('takes up employment again when the account is opened, as after a leave: nobody owes what was due meanwhile', () => {
    const left = aPerson({ leftOn: day('2026-11-01') });
    const returned = personAfter(left, anAccount(), placement);
    expect(returned).toEqual({
      do: 'change',
      fields: {
        leftOn: undefined,
        absentFrom: '2026-11-01',
        absentTo: '2026-11-23',
        standInId: undefined,
        absenceBy: undefined,
        absenceAt: now,
      },
      left: false,
    });
    expect(personAfter(left, told({ mail: null }), placement)).toEqual({ do: 'nothing' });
    const person = after(left, returned);
    expect([isEmployed(person, today), isAway(person, today)]).toEqual([true, false]);
    expect(dueDays(policy, today, 14)(person)).toBe('2026-12-07');
    expect(dueDays(policy, today, 14)(aPerson())).toBe('2026-11-15');
  });

  it('takes up employment again on the same day without any time away', () => {
    const change = personAfter(aPerson({ leftOn: today }), anAccount(), placement);
    expect(change).toEqual({ do: 'change', fields: { leftOn: undefined }, left: false });
  });

  it('is back after years, too: the deadline counts from the return', () => {
    const person = after(aPerson(), personAfter(aPerson({ leftOn: day('2023-01-01') }), anAccount(), placement));
    expect(dueDays(policy, today, 14)(person)).toBe('2026-12-07');
  });

  it('keeps a leave that was recorded: one that is over as the earlier one, one that lasts or is to come as it is', () => {
    const leftOn = day('2026-11-01');
    const fieldsOf = (leave: Partial<Person>) =>
      personAfter(aPerson({ leftOn, ...leave }), anAccount(), placement) as { fields: Partial<Person> };
    const over = { absentFrom: day('2026-02-01'), absentTo: day('2026-03-01') };
    expect(fieldsOf(over).fields).toMatchObject({
      absentFrom: leftOn,
      absentTo: '2026-11-23',
      earlierFrom: '2026-02-01',
      earlierTo: '2026-03-01',
      absenceAt: now,
    });
    const lasts = { absentFrom: day('2026-10-01'), absentTo: day('2027-01-01') };
    expect(fieldsOf(lasts).fields).toEqual({ leftOn: undefined });
    const toCome = { absentFrom: day('2026-12-20'), absentTo: day('2027-01-01') };
    expect(fieldsOf(toCome).fields).toEqual({
      leftOn: undefined,
      earlierFrom: leftOn,
      earlierTo: '2026-11-23',
      absenceAt: now,
    });
  });
});
