/** A person in the directory. Absent properties were never set; `null` ones were cleared. */
export interface DirectoryUser {
  id: string;
  displayName: string;
  userPrincipalName: string;
  mail?: string | null;
  givenName?: string | null;
  surname?: string | null;
  jobTitle?: string | null;
  department?: string | null;
  officeLocation?: string | null;
  companyName?: string | null;
  employeeId?: string | null;
  employeeType?: string | null;
  /** ISO moment, e.g. `2026-08-01T00:00:00Z`. */
  employeeHireDate?: string | null;
  employeeLeaveDateTime?: string | null;
  preferredLanguage?: string | null;
  usageLocation?: string | null;
  mobilePhone?: string | null;
  businessPhones?: string[];
  accountEnabled: boolean;
  userType: 'Member' | 'Guest';
  managerId?: string | null;
  /** Shown by Graph as an enabled `TeamspaceAPI` plan. */
  teamsLicence: boolean;
  /** The person has blocked the bot; only the connector knows. */
  botBlocked: boolean;
  createdDateTime: string;
}
export type NewUser = Pick<DirectoryUser, 'displayName'> &
  Partial<Omit<DirectoryUser, 'displayName'>> & { appInstalled?: boolean };

export interface DirectoryGroup {
  id: string;
  displayName: string;
  description?: string | null;
  mailNickname: string;
  createdDateTime: string;
}

export interface Directory {
  /** Missing id, UPN and mail are made; `appInstalled` also installs the Teams app. In bulk inside `inBulk`. */
  addUser(user: NewUser): DirectoryUser;
  /** Changes the named properties; `undefined` leaves, `null` clears. Throws RangeError for an unknown person. */
  updateUser(id: string, patch: Partial<Omit<DirectoryUser, 'id'>>): DirectoryUser;
  /** Soft delete (delta says `changed`), or for good (`deleted`). Memberships and the installation go too. */
  removeUser(id: string, permanently?: boolean): void;
  /** By id or user principal name. */
  user(idOrName: string): DirectoryUser | undefined;
  users(): DirectoryUser[];
  /** Number of people. */
  size(): number;
  directReports(id: string): DirectoryUser[];
  addGroup(group: { id?: string; displayName: string; description?: string }): DirectoryGroup;
  groups(): DirectoryGroup[];
  group(id: string): DirectoryGroup | undefined;
  /** A member is a person's or a group's id. */
  addMember(groupId: string, memberId: string): void;
  removeMember(groupId: string, memberId: string): void;
  /** An owner is a person's id, not necessarily a member. */
  addOwner(groupId: string, ownerId: string): void;
  owners(groupId: string): string[];
  /** Direct members, people and groups. */
  members(groupId: string): string[];
  /** People and groups of all levels, each once. */
  transitiveMembers(groupId: string): string[];
  groupsOf(memberId: string): DirectoryGroup[];
  /** Latest change number, for delta. */
  sequence(): number;
  /** Changes after a number, oldest first. `changed` has each property's latest change number. */
  changesSince(sequence: number): UserChange[];
  isInstalled(userId: string): boolean;
  installation(userId: string): Installation | undefined;
  install(userId: string): Installation;
  uninstall(userId: string): void;
  /** Many changes in one transaction. */
  inBulk<T>(work: () => T): T;
}
export interface UserChange {
  id: string;
  sequence: number;
  removed?: 'changed' | 'deleted';
  changed: Readonly<Record<string, number>>;
  /** The manager before the latest change. */
  formerManagerId?: string;
}
export interface Installation {
  id: string;
  userId: string;
  installedAt: string;
}
