import { graphScope, odataText, type Graph, type Tokens } from '../../../api/sharepoint/index.ts';
import { missingIn, stateSecretOf, type Settings } from '../../config/index.ts';
import { connect, siteIdOf, type Surroundings } from '../../program/connect.ts';
import { whyNot } from '../../program/why-not.ts';
import { credentialEnd } from './credential-end.ts';
import { bad, good, look, type Finding } from './finding.ts';
import { sharedRedis } from './shared-redis.ts';
import { stateFolder } from './state-folder.ts';
import { catalogPermission, permissionsIn, rolesOf } from './permissions.ts';
import { bot, clockAgainstGraph, publicAddress, subscription } from './outside.ts';
import { provisioningApp, siteAndLists } from './site.ts';

/** A check. Skipped without its permission or setting, which is a finding itself. */
type Look = () => Promise<Finding[]>;

/**
 * All checks that the settings allow, in turn; `show` gets each finding at once. A failing check is a finding, and so
 * is every missing setting.
 */
export async function checkUp(
  settings: Settings,
  surroundings: Surroundings,
  show: (finding: Finding) => void,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  const found = (...some: readonly Finding[]) => {
    for (const finding of some) show(finding);
    findings.push(...some);
  };
  found(...settingsFound(settings));
  for (const begin of await checksFor(settings, surroundings))
    found(...(await begin().catch((thrown: unknown) => [asFinding(thrown, settings)])));
  return findings;
}

const settingsFound = (settings: Settings): Finding[] => {
  const problems = missingIn(settings);
  if (problems.length === 0) return [good('The settings can be read.')];
  return problems.map((problem) =>
    bad(problem, 'Set it (README.md, "Settings"). All that can be checked without it follows.'),
  );
};

async function checksFor(settings: Settings, surroundings: Surroundings): Promise<Look[]> {
  const { tenantId, app, site, provisioning, publicUrl } = settings;
  const { fetch, clock } = surroundings;
  const isCloud = settings.microsoft365.kind === 'cloud';
  const checks: Look[] = [];
  const can = (check: Look) => void checks.push(check);
  can(() => clockAgainstGraph(fetch, clock));
  can(async () => stateFolder(settings.stateDir));
  can(() => sharedRedis(settings.redisUrl));
  if (app) can(async () => [credentialEnd('app', app, clock.now())]);
  if (provisioning) can(async () => [credentialEnd('provisioning', provisioning, clock.now())]);
  if (app && tenantId !== undefined) {
    const { tokens, graph } = connect({ ...settings, tenantId }, app, surroundings);
    const roles = await tokens(graphScope).then(rolesOf, (): string[] => []);
    const isSelected = roles.includes('Sites.Selected');
    can(() => tokenAndPermissions(tokens));
    can(() => bot(tokens, fetch));
    if (site && isSelected) can(() => siteAndLists({ site, app }, graph, surroundings));
    if (roles.includes('User.Read.All')) can(() => people(graph));
    if (roles.includes('GroupMember.Read.All')) can(() => groups(graph));
    can(() => catalog(settings, graph, roles));
    const baseUrl = settings.notificationUrl ?? publicUrl;
    const isSealed = settings.stateKey !== undefined || !('managedIdentity' in app.credential);
    if (site && isSelected && baseUrl !== undefined && isCloud && isSealed)
      can(async () =>
        subscription({
          graph,
          siteId: await siteIdOf({ site }, graph, app),
          baseUrl,
          secret: stateSecretOf({ ...settings, app }),
        }),
      );
  }
  if (publicUrl !== undefined && isCloud) can(() => publicAddress(publicUrl, fetch));
  if (provisioning && site && tenantId !== undefined)
    can(() => provisioningApp({ ...settings, provisioning, site, tenantId }, surroundings));
  if (!provisioning && (settings.missing?.provisioning ?? []).length === 0)
    can(async () => [good('Provisioning is not set here: the running program needs it not.')]);
  return checks;
}

function asFinding(thrown: unknown, settings: Settings): Finding {
  const { what, todo } = whyNot(thrown, settings);
  return bad(what, todo);
}

async function tokenAndPermissions(tokens: Tokens): Promise<Finding[]> {
  const roles = rolesOf(await tokens(graphScope));
  const { missing, tooWide } = permissionsIn(roles);
  return [
    good('The app gets its token for Microsoft Graph.'),
    ...missing.map(({ permission, lost }) =>
      bad(
        `The permission ${permission} is missing. Without it is lost: ${lost}.`,
        'Add it in Entra as an application permission of Microsoft Graph, and let a Privileged Role Administrator consent to it.',
      ),
    ),
    ...tooWide.map((permission) =>
      look(`The app may more than it needs: ${permission}.`, 'Remove the permission in Entra (docs/permissions.md).'),
    ),
  ];
}

async function people(graph: Graph): Promise<Finding[]> {
  await graph.get('/users?$select=id&$top=1');
  return [good('The app reads people in Entra.')];
}

async function groups(graph: Graph): Promise<Finding[]> {
  await graph.get('/groups?$select=id&$top=1');
  return [good('The app reads groups in Entra.')];
}

async function catalog(
  { manifestId = '', catalogAppId }: Settings,
  graph: Graph,
  roles: readonly string[],
): Promise<Finding[]> {
  if (!roles.includes(catalogPermission) && catalogAppId === undefined) return [];
  if (!roles.includes(catalogPermission))
    return [
      look(
        `CATALOG_APP_ID is not compared with the Teams catalog: that takes ${catalogPermission}, which nothing else needs.`,
        `Compare ${catalogAppId} with the app's id under Manage apps in the Teams admin centre, or grant the permission for this check-up.`,
      ),
    ];
  const filter = encodeURIComponent(`externalId eq ${odataText(manifestId)}`);
  const answer = await graph.get(`/appCatalogs/teamsApps?$filter=${filter}`);
  const ids = idsIn(answer);
  if (ids.length === 0)
    return [
      bad(
        'The app is not in the Teams catalog.',
        'Run npm run manifest, and upload the zip in the Teams admin centre.',
      ),
    ];
  if (catalogAppId === undefined)
    return [
      look(`The app is in the Teams catalog, as ${ids.join(', ')}.`, `Set CATALOG_APP_ID to ${ids.join(' or ')}.`),
    ];
  return [
    ids.includes(catalogAppId)
      ? good('The app is in the Teams catalog.')
      : bad(
          `CATALOG_APP_ID is not the app's id in the catalog, which is ${ids.join(', ')}.`,
          'Set CATALOG_APP_ID to it.',
        ),
  ];
}

function idsIn(answer: unknown): string[] {
  const value: unknown = typeof answer === 'object' && answer !== null && 'value' in answer ? answer.value : [];
  return Array.isArray(value)
    ? value.flatMap((one: unknown) =>
        typeof one === 'object' && one !== null && 'id' in one && typeof one.id === 'string' ? [one.id] : [],
      )
    : [];
}
