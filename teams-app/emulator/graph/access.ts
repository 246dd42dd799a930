import { directoryRoles, siteId } from '../municipality.ts';
import type { World } from '../world.ts';
import { accessDenied, GraphFault, itemNotFound } from './errors.ts';
import type { Caller, Match, SiteNeed } from './http/route.ts';

const isTheSite = (id: string): boolean => id.toLowerCase() === siteId.toLowerCase();

const strength: Record<SiteNeed, number> = { read: 1, write: 2, manage: 3, fullcontrol: 4 };
/** Site rights of tenant-wide permissions. */
const wide: Readonly<Record<string, SiteNeed>> = {
  'Sites.Read.All': 'read',
  'Sites.ReadWrite.All': 'write',
  'Sites.Manage.All': 'manage',
  'Sites.FullControl.All': 'fullcontrol',
};

/** The caller's level on the site; 0 without scope or grant. */
function strengthOf(world: World, caller: Caller): number {
  const isAdministrator = caller.directoryRoles.includes(directoryRoles.sharePointAdministrator);
  const everywhere = [...caller.roles, ...(isAdministrator ? caller.scopes : [])].map((role) =>
    wide[role] ? strength[wide[role]] : 0,
  );
  const grant = caller.roles.includes('Sites.Selected') ? world.sites.grants.of(caller.clientId) : undefined;
  const role = grant && (world.faults.graph.role || grant.role);
  return Math.max(0, ...everywhere, role ? strength[role] : 0);
}

/** Throws 403 unless the caller has the level on the site (404 for callers who see all sites). */
export function checkSite(world: World, caller: Caller, site: string | undefined, need: SiteNeed): void {
  if (site !== undefined && !isTheSite(site)) {
    const sees = caller.roles.some((role) => wide[role] !== undefined);
    throw sees ? itemNotFound() : accessDenied();
  }
  if (strengthOf(world, caller) < strength[need]) throw accessDenied();
}

/** The level a route needs here: tenants differ in what `write` may change of lists and columns. */
function needOf({ faults }: World, { need, path }: SiteRoute): SiteRoute['need'] {
  if (need !== 'manage') return need;
  const answer = faults.tenant[path.includes('/columns') ? 'column.byWrite' : 'list.byWrite'];
  return answer === 'made' ? 'write' : need;
}
type SiteRoute = Extract<Match['route'], { area: 'sharepoint' }>;

/** Throws 403 for insufficient rights, by the rules of `Sites.Selected` and of application permissions. */
export function checkAccess(world: World, caller: Caller, { route, params }: Match): void {
  if (route.area === 'sharepoint') {
    const need = needOf(world, route);
    if (need !== 'none') checkSite(world, caller, params.site, need);
    return;
  }
  if (route.area === 'learning') {
    if (caller.personId !== undefined && route.scopes.some((scope) => caller.scopes.includes(scope))) return;
    throw new GraphFault(403, 'Forbidden', "Your account doesn't have access to this report or data.");
  }
  if (route.area === 'administration') {
    const { role, scopes } = route;
    const hasRole = role === undefined || caller.directoryRoles.includes(directoryRoles[role]);
    const mayAct = hasRole && scopes.some((scope) => caller.scopes.includes(scope));
    if (mayAct) return;
    throw new GraphFault(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.');
  }
  if (route.roles.some((role) => caller.roles.includes(role) || caller.scopes.includes(role))) return;
  throw route.area === 'directory'
    ? new GraphFault(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.')
    : new GraphFault(403, 'Forbidden', 'Caller is not authorized.');
}
