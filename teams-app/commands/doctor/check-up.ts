import { AppError, daysBetween, localDate, newId, type LocalDate } from '../../../api/kernel/index.ts';
import { Cursors } from '../../../api/deliveries/index.ts';
import { secretWarningDays } from '../../../api/operations/index.ts';
import {
  checkDrift,
  createLists,
  failedAs,
  graphScope,
  odataText,
  type Graph,
  type Tokens,
} from '../../../api/sharepoint/index.ts';
import type { AppRegistration, Config } from '../../config/index.ts';
import { connect, siteIdOf, type Surroundings } from '../../connect.ts';
import { allLibraries, allLists } from '../../lists.ts';
import { permissionsIn, rolesOf } from './permissions.ts';

/** What one look found. `look`: works, and somebody should look at it. */
export interface Finding {
  state: 'good' | 'look' | 'bad';
  /** One sentence. */
  what: string;
  todo?: string;
}
type Check = () => Promise<Finding[]>;

const good = (what: string): Finding => ({ state: 'good', what });
const look = (what: string, todo: string): Finding => ({ state: 'look', what, todo });
const bad = (what: string, todo: string): Finding => ({ state: 'bad', what, todo });

const botScope = 'https://api.botframework.com/.default';

/** Every look in turn; `show` hears of each finding at once. A look that fails becomes a finding itself. */
export async function checkUp(
  config: Config,
  surroundings: Surroundings,
  show: (finding: Finding) => void,
): Promise<Finding[]> {
  const app = connect(config, config.app, surroundings);
  const checks: Check[] = [
    async () => [credentialEnd(config.app, surroundings.clock.now())],
    () => tokenAndPermissions(app.tokens),
    async () => {
      await app.tokens(botScope);
      return [good('The bot gets its token.')];
    },
    () => siteAndLists(config, app.graph, surroundings),
    () => directory(app.graph),
    () => catalog(config, app.graph),
    () => provisioning(config, surroundings),
  ];
  const findings: Finding[] = [];
  for (const check of checks) {
    const found = await check().catch((thrown: unknown) => [unexpectedly(thrown)]);
    for (const finding of found) show(finding);
    findings.push(...found);
  }
  return findings;
}

const unexpectedly = (thrown: unknown): Finding => {
  const code = thrown instanceof AppError ? thrown.code : String(thrown);
  const cause = thrown instanceof AppError && thrown.cause instanceof Error ? ` (${thrown.cause.message})` : '';
  const todo = todoFor.get(code) ?? 'Run it again; when it stays, take the message to whoever runs the tenant.';
  return bad(`Microsoft 365 said no: ${code}${cause}.`, todo);
};
const todoFor: ReadonlyMap<string, string> = new Map([
  [
    'sharepoint.badCredential',
    'Entra refused the app: check TENANT_ID, APP_ID and the certificate, and whether it has ended.',
  ],
  ['sharepoint.away', 'Nothing answered: check the network, proxy and firewall from this machine.'],
  ['sharepoint.noAccess', 'Grant the app on the site (docs/permissions.md), and wait some minutes.'],
]);

/** When the app's way of signing in ends. Only a certificate beside its key tells. */
export function credentialEnd({ credential }: AppRegistration, now: Date): Finding {
  if ('secret' in credential) return secretEnd(credential.expiresOn, localDate(now));
  const { expiresAt } = credential.certificate;
  if (expiresAt === undefined)
    return look(
      'The key stands alone, so it is not known when the certificate ends.',
      'Put the certificate beside the key in APP_CERTIFICATE_KEY.',
    );
  const days = Math.floor((Date.parse(expiresAt) - now.getTime()) / 86_400_000);
  const day = expiresAt.slice(0, 10);
  if (days < 0) return bad(`The certificate ended on ${day}.`, 'Upload a new one in Entra and set it here.');
  return days <= secretWarningDays
    ? look(`The certificate ends in ${days} days, on ${day}.`, 'Upload a new one in Entra now; both work side by side.')
    : good(`The certificate is valid until ${day}.`);
}

function secretEnd(expiresOn: LocalDate | undefined, today: LocalDate): Finding {
  if (expiresOn === undefined)
    return look(
      'The app signs in with a secret, and a secret does not tell when it ends.',
      'Use a certificate (APP_CERTIFICATE_KEY), or set APP_SECRET_EXPIRES_ON to the last day of the secret.',
    );
  const days = daysBetween(today, expiresOn);
  if (days < 0) return bad(`The secret ended on ${expiresOn}.`, 'Make a new one in Entra and set it here.');
  return days <= secretWarningDays
    ? look(`The secret ends in ${days} days, on ${expiresOn}.`, 'Make a new one in Entra now; both work side by side.')
    : good(`The secret is valid until ${expiresOn}.`);
}

async function tokenAndPermissions(tokens: Tokens): Promise<Finding[]> {
  const roles = rolesOf(await tokens(graphScope));
  const { missing, tooWide } = permissionsIn(roles);
  return [
    good('The app gets its token for Microsoft Graph.'),
    ...missing.map(({ permission, why }) =>
      bad(
        `The permission ${permission} is missing: ${why}.`,
        'Add it in Entra as an application permission and consent to it.',
      ),
    ),
    ...tooWide.map((permission) =>
      look(`The app may more than it needs: ${permission}.`, 'Remove the permission in Entra (docs/permissions.md).'),
    ),
  ];
}

async function siteAndLists(config: Config, graph: Graph, surroundings: Surroundings): Promise<Finding[]> {
  const siteId = await siteIdOf(config, graph);
  const drift = await checkDrift(graph, siteId, allLists, allLibraries);
  const missing = drift.filter(({ problem, column }) => problem === 'missing' && column === undefined);
  const found = [good('The app reads the SharePoint site.')];
  if (missing.length > 0)
    return [
      ...found,
      bad(`Lists are missing: ${missing.map(({ list }) => list).join(', ')}.`, 'Run npm run isms -- provision.'),
    ];
  const differing = drift.map(({ list, column, problem }) => `${list}.${column ?? ''} ${problem}`);
  found.push(
    differing.length === 0
      ? good('All lists are as declared.')
      : bad(
          `Lists differ: ${differing.join(', ')}.`,
          'Run npm run isms -- provision, and mend by hand what it leaves.',
        ),
  );
  return [...found, await writes(graph, siteId, surroundings)];
}

/** Writes and removes one item, since Graph tells nobody which role an app has on a site. */
async function writes(graph: Graph, siteId: string, { clock, log }: Surroundings): Promise<Finding> {
  const lists = createLists({ graph, siteId, clock, log });
  await lists.load([Cursors]);
  const key = `doctor-${newId()}`;
  try {
    await lists.handle(Cursors).create({ key, title: 'doctor', position: 0 });
    await lists.handle(Cursors).remove(key);
    return good('The app writes on the site.');
  } catch (thrown) {
    if (!failedAs(thrown, 'mayNotWrite')) throw thrown;
    return bad(
      'The app may read the site and not write.',
      'Grant it the role write on the site (docs/permissions.md).',
    );
  }
}

async function directory(graph: Graph): Promise<Finding[]> {
  await graph.get('/users?$select=id&$top=1');
  return [good('The app reads people in Entra.')];
}

async function catalog({ manifestId, catalogAppId }: Config, graph: Graph): Promise<Finding[]> {
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

async function provisioning(config: Config, surroundings: Surroundings): Promise<Finding[]> {
  if (!config.provisioning) return [good('Provisioning is not set here: the running program needs it not.')];
  const { graph } = connect(config, config.provisioning, surroundings);
  await siteIdOf(config, graph);
  return [good('The provisioning app reads the SharePoint site.')];
}
