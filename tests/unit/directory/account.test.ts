import { describe, expect, it } from 'vitest';
import { accountSelect, readAccount } from '../../../api/directory/account.ts';

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
