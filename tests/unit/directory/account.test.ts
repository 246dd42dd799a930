import { describe, expect, it } from 'vitest';
import { accountSelect, isPhoneHalfTold, phoneOf, readAccount } from '../../../api/directory/account.ts';

const whole = {
  id: 'p-1',
  displayName: 'Anna Holm',
  userPrincipalName: 'anna@ishoj.example',
  department: 'Plejecenter Syd',
  employeeOrgData: { division: 'Ældre' },
  employeeHireDate: '2026-12-01T00:00:00Z',
  accountEnabled: true,
  userType: 'Member',
  preferredLanguage: 'en-GB',
  assignedPlans: [{ service: 'TeamspaceAPI', capabilityStatus: 'Enabled' }],
  'manager@delta': [{ id: 'p-2' }],
};

describe('readAccount', () => {
  it('reads all that decides about a person', () => {
    expect(readAccount(whole, 'department', true)).toEqual({
      id: 'p-1',
      removed: false,
      enabled: true,
      guest: false,
      name: 'Anna Holm',
      upn: 'anna@ishoj.example',
      mail: null,
      jobTitle: null,
      mobilePhone: null,
      businessPhone: null,
      department: 'Plejecenter Syd',
      managerId: 'p-2',
      hiredOn: '2026-12-01',
      teams: true,
      language: 'en',
    });
  });

  it('tells what has no value from what a delta did not tell', () => {
    expect(readAccount({ id: 'p-1', jobTitle: null }, 'department', false)).toEqual({
      id: 'p-1',
      removed: false,
      jobTitle: null,
    });
  });

  it('takes the centre from another attribute when told so', () => {
    expect(readAccount(whole, 'division', true)?.department).toBe('Ældre');
    expect(accountSelect('division').split(',')).toContain('employeeOrgData');
    expect(accountSelect('officeLocation').split(',')).toContain('officeLocation');
  });

  it('knows a manager that was taken away and a person that was removed', () => {
    const manager = { id: 'p-1', 'manager@delta': [{ id: 'p-2', '@removed': { reason: 'deleted' } }] };
    expect(readAccount(manager, 'department', false)?.managerId).toBeNull();
    const changed = { id: 'p-1', 'manager@delta': [{ id: 'p-2', '@removed': { reason: 'deleted' } }, { id: 'p-3' }] };
    expect(readAccount(changed, 'department', false)?.managerId).toBe('p-3');
    expect(readAccount({ id: 'p-1', '@removed': { reason: 'changed' } }, 'department', false)).toEqual({
      id: 'p-1',
      removed: true,
    });
  });

  it('places a hire date on the Danish calendar', () => {
    const evening = { ...whole, employeeHireDate: '2026-11-30T23:00:00Z' };
    expect(readAccount(evening, 'department', true)?.hiredOn).toBe('2026-12-01');
  });

  it('needs an enabled Teams plan', () => {
    const off = { ...whole, assignedPlans: [{ service: 'TeamspaceAPI', capabilityStatus: 'Suspended' }] };
    expect(readAccount(off, 'department', true)?.teams).toBe(false);
  });

  it('cuts a line that SharePoint would not take and refuses what is no user', () => {
    expect(readAccount({ ...whole, jobTitle: 'x'.repeat(300) }, 'department', true)?.jobTitle).toHaveLength(255);
    expect(readAccount({ displayName: 'no id' }, 'department', true)).toBeUndefined();
  });
});

describe('the phone of an account', () => {
  const account = (told: object, all = false) => readAccount({ id: 'p-1', ...told }, 'department', all);
  const phone = (told: object, all = false) => phoneOf(account(told, all) ?? { id: whole.id as never, removed: true });

  it('is asked for', () => {
    expect(accountSelect('department').split(',')).toEqual(expect.arrayContaining(['mobilePhone', 'businessPhones']));
  });

  it('is the mobile, else the first business phone that says something, on one line', () => {
    expect(phone({ mobilePhone: ' 20 11\n22 33 ', businessPhones: ['43 57 00 00'] })).toBe('20 11 22 33');
    expect(phone({ mobilePhone: null, businessPhones: [' ', '43 57 00 00', '43 57 00 01'] })).toBe('43 57 00 00');
    expect(phone({ mobilePhone: ' ', businessPhones: [] })).toBeNull();
    expect(phone({ mobilePhone: '1'.repeat(300) })).toHaveLength(255);
  });

  it('has no value when all of it was told without one, and is not told by a delta without it', () => {
    expect(phone({}, true)).toBeNull();
    expect(phone({ businessPhones: null }, true)).toBeNull();
    expect(phone({ jobTitle: 'Leder' })).toBeUndefined();
    expect(account({ jobTitle: 'Leder' })).not.toHaveProperty('mobilePhone');
  });

  it('needs both to be read when a delta tells of one and the other may decide', () => {
    const isHalf = (told: object, known?: string) => {
      const one = account(told);
      return one !== undefined && isPhoneHalfTold(one, known);
    };
    expect(isHalf({ businessPhones: ['43 57 00 00'] }, '20 11 22 33')).toBe(true);
    expect(isHalf({ businessPhones: [] }, '20 11 22 33')).toBe(true);
    expect(isHalf({ mobilePhone: null }, '20 11 22 33')).toBe(true);
    expect(isHalf({ mobilePhone: '20 99 99 99' }, '20 11 22 33')).toBe(false);
    expect(isHalf({ mobilePhone: null, businessPhones: [] }, '20 11 22 33')).toBe(false);
    expect(isHalf({ businessPhones: ['43 57 00 00'] }, '43 57 00 00')).toBe(false);
    expect(isHalf({ businessPhones: [] })).toBe(false);
    expect(isHalf({ jobTitle: 'Leder' }, '20 11 22 33')).toBe(false);
  });
});
