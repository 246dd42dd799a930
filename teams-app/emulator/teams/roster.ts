import type { Directory, DirectoryUser } from '../graph/store/directory-types.ts';
import { tenantId } from '../municipality.ts';
import { accountIdOf } from './ids.ts';

/** A member in the connector's form. */
export const memberOf = (user: DirectoryUser) => ({
  id: accountIdOf(user.id),
  name: user.displayName,
  objectId: user.id,
  aadObjectId: user.id,
  givenName: user.givenName ?? undefined,
  surname: user.surname ?? undefined,
  email: user.mail ?? undefined,
  userPrincipalName: user.userPrincipalName,
  userRole: 'user',
  tenantId,
});

const byAccount = new Map<string, string>();

/** The person of an Entra object id or `29:…` id. User names and mail addresses are refused, as in Teams. */
export function personNamed(directory: Directory, id: string): string | undefined {
  if (!id.startsWith('29:')) return id.includes('@') ? undefined : directory.user(id)?.id;
  const known = byAccount.get(id);
  if (known !== undefined) return known;
  for (const user of directory.users()) byAccount.set(accountIdOf(user.id), user.id);
  return byAccount.get(id);
}
