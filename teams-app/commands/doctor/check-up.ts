import { graphScope, odataText, type Graph, type Tokens } from '../../../api/sharepoint/index.ts';
import type { Config } from '../../config/index.ts';
import { connect, type Surroundings } from '../../connect.ts';
import { whyNot } from '../../why-not.ts';
import { credentialEnd } from './credential-end.ts';
import { bad, good, look, type Finding } from './finding.ts';
import { catalogPermission, permissionsIn, rolesOf } from './permissions.ts';
import { provisioningApp, siteAndLists } from './site.ts';

/** A look; one that a permission is missing for is left out, since that permission is a finding of its own. */
interface Check {
  needs?: string;
  look(): Promise<Finding[]>;
}

const botScope = 'https://api.botframework.com/.default';

/** Every look in turn; `show` hears of each finding at once. A look that fails becomes a finding itself. */
export async function checkUp(
  config: Config,
  surroundings: Surroundings,
  show: (finding: Finding) => void,
): Promise<Finding[]> {
  const { tokens, graph } = connect(config, config.app, surroundings);
  const roles = await tokens(graphScope).then(rolesOf, (): string[] => []);
  const checks: Check[] = [
    { look: async () => [credentialEnd(config.app, surroundings.clock.now())] },
    { look: () => tokenAndPermissions(tokens) },
    { look: () => botToken(tokens) },
    { needs: 'Sites.Selected', look: () => siteAndLists(config, graph, surroundings) },
    { needs: 'User.Read.All', look: () => directory(graph) },
    { look: () => catalog(config, graph, roles) },
    { look: () => provisioningApp(config, surroundings) },
  ];
  const findings: Finding[] = [];
  for (const { needs, look: begin } of checks) {
    if (needs !== undefined && !roles.includes(needs)) continue;
    const found = await begin().catch((thrown: unknown) => [asFinding(thrown, config)]);
    for (const finding of found) show(finding);
    findings.push(...found);
  }
  return findings;
}

function asFinding(thrown: unknown, config: Config): Finding {
  const { what, todo } = whyNot(thrown, config);
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

async function botToken(tokens: Tokens): Promise<Finding[]> {
  await tokens(botScope);
  return [good('The bot gets its token.')];
}

async function directory(graph: Graph): Promise<Finding[]> {
  await graph.get('/users?$select=id&$top=1');
  return [good('The app reads people in Entra.')];
}

async function catalog(
  { manifestId, catalogAppId }: Config,
  graph: Graph,
  roles: readonly string[],
): Promise<Finding[]> {
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
