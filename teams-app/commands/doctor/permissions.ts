/** An application permission of Microsoft Graph; docs/permissions.md is written from this table. */
export interface Permission {
  permission: string;
  /** Its id in Microsoft Graph, the same in every tenant. */
  id: string;
  /** As in the table. */
  shown: string;
  use: string;
  /** What fails without it. */
  lost: string;
}

/** All permissions the app needs: the desk's app has exactly these. */
export const neededPermissions: readonly Permission[] = [
  {
    permission: 'Sites.Selected',
    id: '883ea226-0bf2-4a8f-9f9d-92c9162a727d',
    shown: '`Sites.Selected`, role `write` on one site',
    use: 'read and write items of the product’s lists and files of its library',
    lost: 'everything',
  },
  {
    permission: 'User.Read.All',
    id: 'df021288-bdef-4463-88db-98f22de89214',
    shown: '`User.Read.All`',
    use: 'users delta: name, mail, department, job title, phone, manager, hire date, account state, language, licence',
    lost: 'people, newcomers, leavers, whom to call',
  },
  {
    permission: 'GroupMember.Read.All',
    id: '98830695-27a2-44f7-8c18-0c3ebc9698f6',
    shown: '`GroupMember.Read.All`',
    use: 'members of the groups in the list `RoleGroups`, and of those that a course round names',
    lost: 'roles by group, courses by group',
  },
  {
    permission: 'TeamsAppInstallation.ReadWriteSelfForUser.All',
    id: '908de74d-f8b2-4d6b-a9ed-2a17b3b78179',
    shown: '`TeamsAppInstallation.ReadWriteSelfForUser.All`',
    use: 'install this very app for a person whom the bot cannot reach yet, ask whether a person has it, and find the chat that belongs to it (`GET …/installedApps/{id}/chat` takes the same permission)',
    lost: 'reaching people outside the setup policy',
  },
];

/** The provisioning app's only permission. */
export const provisioningPermission = { permission: 'Sites.Selected', id: '883ea226-0bf2-4a8f-9f9d-92c9162a727d' };

/**
 * Delegated permissions, used on behalf of people; without them courses are not fetched from Viva Learning. With `.All`
 * Graph has them for applications only.
 */
export const neededDelegated: readonly string[] = ['LearningAssignedCourse.Read', 'LearningSelfInitiatedCourse.Read'];
/** Names of former versions: a grant of them gives no token. */
export const outdatedDelegated: readonly string[] = neededDelegated.map((name) => `${name}.All`);

/** For finding the app's id in the catalog during the check-up only. */
export const catalogPermission = 'AppCatalog.Read.All';

/** The permissions in a token, by name; unverified, since the token is our own. */
export function rolesOf(token: string): string[] {
  try {
    const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
    const roles: unknown = typeof claims === 'object' && claims !== null && 'roles' in claims ? claims.roles : [];
    return Array.isArray(roles) ? roles.filter((role) => typeof role === 'string') : [];
  } catch {
    return [];
  }
}

/** Missing and superfluous permissions. */
export function permissionsIn(roles: readonly string[]): { missing: Permission[]; tooWide: string[] } {
  const needed = neededPermissions.map(({ permission }) => permission);
  return {
    missing: neededPermissions.filter(({ permission }) => !roles.includes(permission)),
    tooWide: roles.filter((role) => !needed.includes(role) && role !== catalogPermission),
  };
}
