import { tenantId, type TeamsApp } from '../../municipality.ts';
import { badRequest, GraphFault } from '../errors.ts';
import { comparisonsOf, parseFilter, passes } from '../http/filter.ts';
import type { Answer } from '../http/http.ts';
import { graphRoot } from '../http/links.ts';
import type { Call, Route } from '../http/route.ts';
import type { Installation } from '../store/directory-types.ts';
import { isRecord } from './site-parts.ts';
import { userOf } from './users.ts';

const self = 'TeamsAppInstallation.ReadWriteSelfForUser.All';
const wide = 'TeamsAppInstallation.ReadWriteForUser.All';
const readCatalog = ['AppCatalog.Read.All', 'AppCatalog.ReadWrite.All'];

export const appView = ({ catalogAppId, manifestId, name }: TeamsApp) => ({
  id: catalogAppId,
  externalId: manifestId,
  displayName: name,
  distributionMethod: 'organization',
});
const definitionOf = ({ catalogAppId, name, version }: TeamsApp) => ({
  id: Buffer.from(`1##${catalogAppId}`).toString('base64url'),
  teamsAppId: catalogAppId,
  displayName: name,
  version,
  publishingState: 'published',
});
/** The installed app is the catalogue's only one. */
function appOf({ world }: Call): TeamsApp {
  const app = world.tenant.teamsApp();
  if (!app) throw new GraphFault(404, 'NotFound', 'The requested app was not found in the catalog.');
  return app;
}

function kept(call: Call, read: (property: string) => unknown): boolean {
  const text = call.query.option('filter');
  if (text === undefined) return true;
  const filter = parseFilter(text);
  if (comparisonsOf(filter).some(({ property }) => read(property) === undefined)) {
    throw badRequest('Invalid filter clause');
  }
  return passes(filter, read);
}

function listApps(call: Call): Answer {
  const isRefused = call.world.faults.tenant['catalog.filter'] === 'refused';
  if (isRefused && call.query.option('filter') !== undefined) throw badRequest('Invalid filter clause');
  const expanded = call.query.expand().some((one) => one.name === 'appDefinitions');
  const app = call.world.tenant.teamsApp();
  const all = app ? [app] : [];
  const value = all
    .filter((one) => {
      const properties = new Map<string, unknown>(Object.entries(appView(one)));
      return kept(call, (property) => properties.get(property));
    })
    .map((one) => ({ ...appView(one), ...(expanded ? { appDefinitions: [definitionOf(one)] } : {}) }));
  return { status: 200, body: { '@odata.context': `${graphRoot}/$metadata#appCatalogs/teamsApps`, value } };
}

/** "Self" permits only the app whose manifest names the caller. */
function checkSelf(call: Call): void {
  if (call.caller.roles.includes(wide) || call.caller.clientId === appOf(call).tabClientId) return;
  throw new GraphFault(
    403,
    'Forbidden',
    `The AAD application '${call.caller.clientId}' is not allowed to manage the Teams app '${appOf(call).catalogAppId}'.`,
  );
}

const notFound = () => new GraphFault(404, 'NotFound', 'No app installation was found.');

function view(call: Call, { id }: Installation): Record<string, unknown> {
  const names = call.query.expand().map((one) => one.name);
  return {
    id,
    ...(names.includes('teamsApp') ? { teamsApp: appView(appOf(call)) } : {}),
    ...(names.includes('teamsAppDefinition') ? { teamsAppDefinition: definitionOf(appOf(call)) } : {}),
  };
}

function listInstalled(call: Call): Answer {
  checkSelf(call);
  const installation = call.world.directory.installation(userOf(call).id);
  const properties = new Map<string, unknown>([
    ...Object.entries(appView(appOf(call))).map(([name, value]) => [`teamsApp/${name}`, value] as const),
    ...Object.entries(definitionOf(appOf(call))).map(([name, value]) => [`teamsAppDefinition/${name}`, value] as const),
  ]);
  const shown = installation && kept(call, (property) => properties.get(property)) ? [view(call, installation)] : [];
  const context = `${graphRoot}/$metadata#users('${encodeURIComponent(call.params.user ?? '')}')/teamwork/installedApps`;
  return { status: 200, body: { '@odata.context': context, value: shown } };
}

function install(call: Call): Answer {
  checkSelf(call);
  const user = userOf(call);
  const bind = isRecord(call.body) ? call.body['teamsApp@odata.bind'] : undefined;
  if (typeof bind !== 'string') throw badRequest('Bad payload. The teamsApp reference is missing.');
  const wanted = /\/teamsApps(?:\/|\(')([^/')]+)/.exec(bind)?.[1];
  // The catalogue id is required; the manifest's is unknown to the catalogue.
  if (wanted !== appOf(call).catalogAppId)
    throw new GraphFault(404, 'NotFound', 'The requested app was not found in the catalog.');
  if (!user.teamsLicence || !user.accountEnabled) {
    throw new GraphFault(403, 'Forbidden', 'The user is not licensed for Teams.');
  }
  const { directory, teams } = call.world;
  if (directory.isInstalled(user.id)) {
    if (call.world.faults.tenant['chat.installAgain'] === 'installed') return { status: 201 };
    throw new GraphFault(409, 'Conflict', 'App already installed in the personal scope.');
  }
  directory.install(user.id);
  teams.installed(user.id);
  return { status: 201 };
}

function installationOf(call: Call): Installation {
  checkSelf(call);
  const installation = call.world.directory.installation(userOf(call).id);
  if (installation?.id !== call.params.installation || !installation) throw notFound();
  return installation;
}

function getInstalled(call: Call): Answer {
  return { status: 200, body: view(call, installationOf(call)) };
}

function getChat(call: Call): Answer {
  const { userId } = installationOf(call);
  const { teams } = call.world;
  if (!teams.isChatThere(userId)) throw new GraphFault(404, 'NotFound', 'Chat not found.');
  const id = teams.graphChatId(userId);
  return {
    status: 200,
    body: { '@odata.context': `${graphRoot}/$metadata#chats/$entity`, id, topic: null, chatType: 'oneOnOne', tenantId },
  };
}

async function uninstall(call: Call): Promise<Answer> {
  await call.world.teams.uninstall(installationOf(call).userId);
  return { status: 204 };
}

const base = '/users/{user}/teamwork/installedApps';
const at = (method: Route['method'], path: string, run: Route['run']): Route => ({
  area: 'teams',
  roles: [self, wide],
  method,
  path: `${base}${path}`,
  cost: 1,
  run,
});
export const teamsAppRoutes: readonly Route[] = [
  { area: 'teams', roles: readCatalog, method: 'GET', path: '/appCatalogs/teamsApps', cost: 1, run: listApps },
  at('GET', '', listInstalled),
  at('POST', '', install),
  at('GET', '/{installation}', getInstalled),
  at('DELETE', '/{installation}', uninstall),
  at('GET', '/{installation}/chat', getChat),
];
