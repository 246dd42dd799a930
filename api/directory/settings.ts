/** Directory attributes that can decide the centre; the last two are parts of `employeeOrgData`. */
const centreAttributes = ['department', 'companyName', 'officeLocation', 'division', 'costCenter'] as const;
export type CentreAttribute = (typeof centreAttributes)[number];

export interface DirectorySettings {
  centreAttribute: CentreAttribute;
  /**
   * Who becomes an employee: members with a value in the centre's attribute (`department`), with a hire date, or all
   * `members`. Guests never do. A person once added stays until the account is closed or removed.
   */
  employeeRule: 'department' | 'hireDate' | 'members';
}
export const defaultDirectorySettings: DirectorySettings = {
  centreAttribute: 'department',
  employeeRule: 'department',
};
