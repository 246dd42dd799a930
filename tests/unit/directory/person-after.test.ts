import { describe, expect, it } from 'vitest';
import type { Account } from '../../../api/directory/account.ts';
import { personAfter, type Placement } from '../../../api/directory/person-after.ts';
import type { CentreId, LocalDate, PersonId } from '../../../api/kernel/index.ts';
import type { Person } from '../../../api/organisation/index.ts';

const today = '2026-11-24' as LocalDate;
const centres = new Map([
  ['Pleje', 'care' as CentreId],
  ['Skole', 'school' as CentreId],
]);
const placement: Placement = { rule: 'department', today, centreOf: (name) => centres.get(name ?? '') };
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

  it('takes up employment again when the account is opened', () => {
    const left = aPerson({ leftOn: '2026-11-01' as LocalDate });
    expect(personAfter(left, anAccount(), placement)).toEqual({
      do: 'change',
      fields: { leftOn: undefined },
      left: false,
    });
    expect(personAfter(left, told({ mail: null }), placement)).toEqual({ do: 'nothing' });
  });
});
