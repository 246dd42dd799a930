import type { Database } from '../../database.ts';
import type { AppRegistration } from '../../municipality.ts';

export type SiteRole = NonNullable<AppRegistration['siteRole']>;
export interface Grant {
  id: string;
  clientId: string;
  name: string;
  role: SiteRole;
}
/** Grants of `Sites.Selected` apps on the site. */
export interface Grants {
  all(): Grant[];
  of(clientId: string): Grant | undefined;
  put(clientId: string, name: string, role: SiteRole): Grant;
  remove(id: string): void;
}

const idOf = (clientId: string) => Buffer.from(`i:0i.t|ms.sp.ext|${clientId}`).toString('base64url');

/** `begin` has the apps that a new site begins with. */
export function createGrants(db: Database, begin: readonly AppRegistration[]): Grants {
  const stored = db.setting<Grant[]>('grants');
  const granted = new Map<string, Grant>((stored ?? []).map((grant) => [grant.clientId, grant]));
  const save = () => db.setSetting('grants', [...granted.values()]);
  const grants: Grants = {
    all: () => [...granted.values()],
    of: (clientId) => granted.get(clientId),
    put(clientId, name, role) {
      const grant = { id: idOf(clientId), clientId, name, role };
      granted.set(clientId, grant);
      save();
      return grant;
    },
    remove(id) {
      for (const grant of granted.values()) if (grant.id === id) granted.delete(grant.clientId);
      save();
    },
  };
  if (!stored) for (const app of begin) if (app.siteRole) grants.put(app.clientId, app.name, app.siteRole);
  return grants;
}
