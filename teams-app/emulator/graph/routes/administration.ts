import { strFromU8, unzipSync } from 'fflate';
import { z } from 'zod';
import type { DirectoryRole } from '../../municipality.ts';
import type { Application, ServicePrincipal } from '../../tenant/tenant.ts';
import { graphServicePrincipal } from '../../tenant/graph-resource.ts';
import { directoryNotFound, directoryRequest, GraphFault } from '../errors.ts';
import { parseFilter, passes } from '../http/filter.ts';
import type { Answer } from '../http/http.ts';
import { graphRoot } from '../http/links.ts';
import type { Call, Route } from '../http/route.ts';
import { appView } from './teams-apps.ts';

/** What administrators make in Entra and in the Teams catalogue. */

const scopes = z.array(z.looseObject({ id: z.string(), value: z.string() }));
const preAuthorized = z.array(z.object({ appId: z.string(), delegatedPermissionIds: z.array(z.string()) }));
const applicationBody = z.strictObject({
  displayName: z.string().min(1).max(256).exactOptional(),
  signInAudience: z.string().exactOptional(),
  identifierUris: z.array(z.string()).exactOptional(),
  requiredResourceAccess: z.array(z.unknown()).exactOptional(),
  keyCredentials: z
    .array(z.object({ key: z.string(), type: z.string(), usage: z.string(), displayName: z.string().exactOptional() }))
    .exactOptional(),
  api: z
    .strictObject({
      requestedAccessTokenVersion: z.number().nullable().exactOptional(),
      oauth2PermissionScopes: scopes.exactOptional(),
      preAuthorizedApplications: preAuthorized.exactOptional(),
    })
    .exactOptional(),
});

function bodyAs<Schema extends z.ZodType>(schema: Schema, { body }: Call): z.output<Schema> {
  const parsed = schema.safeParse(body);
  if (!parsed.success)
    throw directoryRequest(`Invalid value specified for property '${parsed.error.issues[0]?.path.join('.') ?? ''}'.`);
  return parsed.data;
}

/** A whole collection, filtered by equality. */
function listed(call: Call, context: string, all: readonly object[]): Answer {
  const text = call.query.option('filter');
  const filter = text === undefined ? undefined : parseFilter(text);
  const value = all.filter((one) => {
    const properties = new Map<string, unknown>(Object.entries(one));
    return filter === undefined || passes(filter, (name) => properties.get(name));
  });
  return { status: 200, body: { '@odata.context': `${graphRoot}/$metadata#${context}`, value } };
}
const made = (body: unknown): Answer => ({ status: 201, body });

const listApplications = (call: Call): Answer => listed(call, 'applications', call.world.tenant.made.applications);

function createApplication(call: Call): Answer {
  const { displayName, ...given } = bodyAs(applicationBody, call);
  if (displayName === undefined) throw directoryRequest("A value is required for property 'displayName'.");
  if (given.identifierUris?.length) throw directoryRequest("Invalid value specified for property 'identifierUris'.");
  const { api, ...rest } = given;
  const application = call.world.tenant.add('applications', {
    signInAudience: 'AzureADMyOrg',
    identifierUris: [],
    requiredResourceAccess: [],
    keyCredentials: [],
    ...rest,
    appId: crypto.randomUUID(),
    displayName,
    api: { requestedAccessTokenVersion: null, oauth2PermissionScopes: [], preAuthorizedApplications: [], ...api },
  });
  return made(application);
}

function applicationOf({ world, params }: Call): Application {
  const found = world.tenant.made.applications.find(({ id }) => id === params.application);
  if (!found) throw directoryNotFound(params.application ?? '');
  return found;
}

/** Entra's rules: own addresses name the app, and a pre-authorised scope exists already. */
function changeApplication(call: Call): Answer {
  const application = applicationOf(call);
  const { api, identifierUris, ...rest } = bodyAs(applicationBody, call);
  if (identifierUris?.some((uri) => !uri.includes(application.appId)))
    throw directoryRequest('Values of identifierUris property must use a verified domain of the organization.');
  const known = application.api.oauth2PermissionScopes.map(({ id }) => id);
  for (const { delegatedPermissionIds } of api?.preAuthorizedApplications ?? [])
    if (delegatedPermissionIds.some((id) => !known.includes(id)))
      throw directoryRequest("Property 'api.preAuthorizedApplications' has an unknown permission id.", 'InvalidValue');
  call.world.tenant.changeApplication(application.id, {
    ...rest,
    ...(identifierUris ? { identifierUris } : {}),
    ...(api ? { api: { ...application.api, ...api } } : {}),
  });
  return { status: 204 };
}

const listFederated = (call: Call): Answer => {
  const { appId } = applicationOf(call);
  const all = call.world.tenant.made.federated.filter((one) => one.appId === appId);
  return listed(call, 'federatedIdentityCredentials', all);
};
function createFederated(call: Call): Answer {
  const { appId } = applicationOf(call);
  const shape = z.strictObject({
    name: z.string().min(1).max(120),
    issuer: z.url(),
    subject: z.string().min(1),
    audiences: z.array(z.string()).length(1),
    description: z.string().optional(),
  });
  const { name, issuer, subject, audiences } = bodyAs(shape, call);
  return made(call.world.tenant.add('federated', { appId, name, issuer, subject, audiences }));
}

const principals = (call: Call): ServicePrincipal[] => [
  graphServicePrincipal,
  ...call.world.tenant.made.servicePrincipals,
];
const listPrincipals = (call: Call): Answer => listed(call, 'servicePrincipals', principals(call));
function createPrincipal(call: Call): Answer {
  const { appId } = bodyAs(z.strictObject({ appId: z.string() }), call);
  const application = call.world.tenant.made.applications.find((one) => one.appId === appId);
  if (!application)
    throw directoryRequest(
      `The appId '${appId}' of the service principal does not reference a valid application object.`,
    );
  if (principals(call).some((one) => one.appId === appId))
    throw new GraphFault(409, 'Request_MultipleObjectsWithSameKeyValue', 'The service principal exists already.');
  const { displayName } = application;
  return made(call.world.tenant.add('servicePrincipals', { appId, displayName, accountEnabled: true }));
}
function principalOf(call: Call): ServicePrincipal {
  const found = principals(call).find(({ id }) => id === call.params.principal);
  if (!found) throw directoryNotFound(call.params.principal ?? '');
  return found;
}

const listAssignments = (call: Call): Answer => {
  const { id } = principalOf(call);
  const all = call.world.tenant.made.roleAssignments.filter(({ principalId }) => principalId === id);
  return listed(call, 'appRoleAssignments', all);
};
function createAssignment(call: Call): Answer {
  principalOf(call);
  const shape = z.strictObject({ principalId: z.string(), resourceId: z.string(), appRoleId: z.string() });
  const given = bodyAs(shape, call);
  const all = call.world.tenant.made.roleAssignments;
  if (all.some((one) => one.principalId === given.principalId && one.appRoleId === given.appRoleId))
    throw directoryRequest('Permission being assigned already exists on the object');
  return made(call.world.tenant.add('roleAssignments', given));
}

const listPermissionGrants = (call: Call): Answer =>
  listed(call, 'oauth2PermissionGrants', call.world.tenant.made.permissionGrants);
function createPermissionGrant(call: Call): Answer {
  const shape = z.strictObject({
    clientId: z.string(),
    consentType: z.literal('AllPrincipals'),
    resourceId: z.string(),
    scope: z.string().min(1),
  });
  const given = bodyAs(shape, call);
  const isSame = (one: Pick<typeof given, 'clientId' | 'resourceId'>) =>
    one.clientId === given.clientId && one.resourceId === given.resourceId;
  // One for each client, resource and kind of consent, with all its scopes.
  if (call.world.tenant.made.permissionGrants.some(isSame))
    throw new GraphFault(409, 'Request_MultipleObjectsWithSameKeyValue', 'Permission entry already exists.');
  return made(call.world.tenant.add('permissionGrants', given));
}

const packaged = z.looseObject({
  id: z.string(),
  version: z.string(),
  name: z.looseObject({ short: z.string() }),
  bots: z.array(z.looseObject({ botId: z.string() })).min(1),
  webApplicationInfo: z.looseObject({ id: z.string() }),
});
/** An uploaded package, `application/zip`. */
function publishApp(call: Call): Answer {
  const file = unzipSync(call.bytes)['manifest.json'];
  const manifest = file && packaged.safeParse(JSON.parse(strFromU8(file))).data;
  if (!manifest) throw new GraphFault(400, 'BadRequest', 'Unable to parse the app package.');
  const { id, version, name, bots, webApplicationInfo } = manifest;
  if (call.world.tenant.made.catalog.some(({ manifestId }) => manifestId === id))
    throw new GraphFault(409, 'Conflict', 'An app with the same external id is in the catalog already.');
  const app = call.world.tenant.publish({
    manifestId: id,
    version,
    name: name.short,
    botId: bots[0]?.botId ?? '',
    tabClientId: webApplicationInfo.id,
  });
  return made(appView(app));
}

type Run = Route['run'];
const read = (path: string, run: Run, ...scopes: readonly string[]): Route => ({
  area: 'administration',
  scopes,
  method: 'GET',
  path,
  cost: 1,
  run,
});
const write =
  (role: DirectoryRole, scope: string) =>
  (method: Route['method'], path: string, run: Run): Route => ({
    area: 'administration',
    role,
    scopes: [scope],
    method,
    path,
    cost: 1,
    run,
  });
const applications = ['Application.Read.All', 'Application.ReadWrite.All'];
const assign = 'AppRoleAssignment.ReadWrite.All';
const delegate = 'DelegatedPermissionGrant.ReadWrite.All';
const entra = write('applicationAdministrator', 'Application.ReadWrite.All');
const federated = '/applications/{application}/federatedIdentityCredentials';
const assignments = '/servicePrincipals/{principal}/appRoleAssignments';

export const administrationRoutes: readonly Route[] = [
  read('/applications', listApplications, ...applications),
  entra('POST', '/applications', createApplication),
  entra('PATCH', '/applications/{application}', changeApplication),
  read(federated, listFederated, ...applications),
  entra('POST', federated, createFederated),
  read('/servicePrincipals', listPrincipals, ...applications),
  entra('POST', '/servicePrincipals', createPrincipal),
  read(assignments, listAssignments, ...applications, assign),
  write('privilegedRoleAdministrator', assign)('POST', assignments, createAssignment),
  read('/oauth2PermissionGrants', listPermissionGrants, delegate),
  write('privilegedRoleAdministrator', delegate)('POST', '/oauth2PermissionGrants', createPermissionGrant),
  write('teamsAdministrator', 'AppCatalog.ReadWrite.All')('POST', '/appCatalogs/teamsApps', publishApp),
];
