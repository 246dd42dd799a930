import { accessDenied, badArgument, invalidRequest, itemNotFound } from '../errors.ts';
import type { Answer } from '../http/http.ts';
import { graphRoot } from '../http/links.ts';
import { pick } from '../http/query.ts';
import type { Call, Route } from '../http/route.ts';
import type { Grant, SiteRole } from '../store/grants.ts';
import { directoryRoles } from '../../municipality.ts';
import { siteView } from '../views/list-view.ts';
import { isRecord } from './site-parts.ts';

function getSite(call: Call): Answer {
  const view = pick(siteView(), call.query.select());
  return { status: 200, body: { '@odata.context': `${graphRoot}/$metadata#sites/$entity`, ...view } };
}

/** With only `Sites.Selected` sites cannot be discovered. */
function listSites(call: Call): Answer {
  const all = call.caller.roles.some((role) => /^Sites\.(Read|ReadWrite|Manage|FullControl)\.All$/.test(role));
  if (!all && call.query.option('filter') !== undefined) throw accessDenied();
  return { status: 200, body: { '@odata.context': `${graphRoot}/$metadata#sites`, value: all ? [siteView()] : [] } };
}

function allSites(call: Call): Answer {
  if (!call.caller.roles.includes('Sites.Read.All')) throw accessDenied();
  return listSites(call);
}

const grantView = ({ id, clientId, name, role }: Grant) => ({
  id,
  roles: [role],
  grantedToIdentitiesV2: [{ application: { id: clientId, displayName: name } }],
  grantedToIdentities: [{ application: { id: clientId, displayName: name } }],
});

/** Grants need full control over all sites, as an app or as a SharePoint administrator; an app cannot grant itself. */
function checkGranter({ caller }: Call): void {
  const isApp = caller.roles.includes('Sites.FullControl.All');
  const isAdministrator =
    caller.scopes.includes('Sites.FullControl.All') &&
    caller.directoryRoles.includes(directoryRoles.sharePointAdministrator);
  if (!isApp && !isAdministrator) throw accessDenied();
}

function roleOf(body: unknown, allowed: readonly SiteRole[]): SiteRole {
  const given: unknown = isRecord(body) && Array.isArray(body.roles) ? body.roles[0] : undefined;
  const role = allowed.find((one) => one === given);
  if (!role) throw invalidRequest('Invalid value for role');
  return role;
}

function listGrants(call: Call): Answer {
  checkGranter(call);
  // The collection omits roles: they need a request for each grant.
  const value = call.world.sites.grants.all().map((grant) => {
    const { roles: _roles, ...shown } = grantView(grant);
    return shown;
  });
  return { status: 200, body: { '@odata.context': `${graphRoot}/$metadata#permissions`, value } };
}

function createGrant(call: Call): Answer {
  checkGranter(call);
  const role = roleOf(call.body, ['read', 'write', 'manage', 'fullcontrol']);
  const list: unknown = isRecord(call.body)
    ? (call.body.grantedToIdentitiesV2 ?? call.body.grantedToIdentities)
    : undefined;
  const first: unknown = Array.isArray(list) ? list[0] : undefined;
  const app = isRecord(first) && isRecord(first.application) ? first.application : undefined;
  if (typeof app?.id !== 'string') throw badArgument();
  const name = typeof app.displayName === 'string' ? app.displayName : app.id;
  return { status: 201, body: grantView(call.world.sites.grants.put(app.id, name, role)) };
}

function grantOf(call: Call): Grant {
  checkGranter(call);
  const grant = call.world.sites.grants.all().find((one) => one.id === call.params.permission);
  if (!grant) throw itemNotFound();
  return grant;
}

const getGrant = (call: Call): Answer => ({ status: 200, body: grantView(grantOf(call)) });

function updateGrant(call: Call): Answer {
  const grant = grantOf(call);
  const role = roleOf(call.body, ['read', 'write', 'manage', 'fullcontrol']);
  return { status: 200, body: grantView(call.world.sites.grants.put(grant.clientId, grant.name, role)) };
}

function deleteGrant(call: Call): Answer {
  call.world.sites.grants.remove(grantOf(call).id);
  return { status: 204 };
}

const permissions = '/sites/{site}/permissions';
export const siteRoutes: readonly Route[] = [
  { area: 'sharepoint', need: 'none', method: 'GET', path: '/sites', cost: 2, run: listSites },
  { area: 'sharepoint', need: 'none', method: 'GET', path: '/sites/getAllSites', cost: 2, run: allSites },
  { area: 'sharepoint', need: 'read', method: 'GET', path: '/sites/{site}', cost: 1, run: getSite },
  { area: 'sharepoint', need: 'none', method: 'GET', path: permissions, cost: 5, run: listGrants },
  { area: 'sharepoint', need: 'none', method: 'POST', path: permissions, cost: 5, run: createGrant },
  { area: 'sharepoint', need: 'none', method: 'GET', path: `${permissions}/{permission}`, cost: 5, run: getGrant },
  { area: 'sharepoint', need: 'none', method: 'PATCH', path: `${permissions}/{permission}`, cost: 5, run: updateGrant },
  {
    area: 'sharepoint',
    need: 'none',
    method: 'DELETE',
    path: `${permissions}/{permission}`,
    cost: 5,
    run: deleteGrant,
  },
];
