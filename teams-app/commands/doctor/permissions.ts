/** Application permissions of Microsoft Graph that the app needs, each with the reason. docs/permissions.md says more. */
export const neededPermissions = [
  { permission: 'Sites.Selected', why: 'the lists live on one SharePoint site' },
  { permission: 'User.Read.All', why: 'people, departments and managers come from Entra' },
  { permission: 'GroupMember.Read.All', why: 'Entra groups can give roles' },
  {
    permission: 'TeamsAppInstallation.ReadWriteSelfForUser.All',
    why: 'the bot reaches people by installing its own app',
  },
] as const;

/** Not needed for daily work, and no harm: reads the catalog in this check-up. */
const alsoFine = ['AppCatalog.Read.All', 'Group.Read.All'];

/** The permissions in a token, by name; read without verifying, since the token is our own. */
export function rolesOf(token: string): string[] {
  try {
    const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
    const roles: unknown = typeof claims === 'object' && claims !== null && 'roles' in claims ? claims.roles : [];
    return Array.isArray(roles) ? roles.filter((role) => typeof role === 'string') : [];
  } catch {
    return [];
  }
}

/** What is missing for the work, and what goes beyond it. */
export function permissionsIn(roles: readonly string[]): {
  missing: (typeof neededPermissions)[number][];
  tooWide: string[];
} {
  const needed: readonly string[] = neededPermissions.map(({ permission }) => permission);
  return {
    missing: neededPermissions.filter(({ permission }) => !roles.includes(permission)),
    tooWide: roles.filter((role) => !needed.includes(role) && !alsoFine.includes(role)),
  };
}
