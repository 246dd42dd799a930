import type { Clock, Fetch } from '../api/kernel/index.ts';
import type { Log } from '../api/context.ts';
import {
  createGraph,
  createTokens,
  createUnitBudget,
  createUserTokens,
  graphScope,
  unitsPerMinuteOf,
  type Credential,
  type Graph,
  type Tokens,
} from '../api/sharepoint/index.ts';
import type { AppRegistration, Config } from './config/index.ts';

/** Microsoft 365 as one app registration sees it. */
export interface Connection {
  tokens: Tokens;
  graph: Graph;
  /** Graph with the rights of the person whose token for the tab it is. */
  graphOf(userToken: string): Graph;
}

/** Delegated permissions of Graph that are used on behalf of people (docs/permissions.md). */
const userScopes = [
  'https://graph.microsoft.com/LearningAssignedCourse.Read.All',
  'https://graph.microsoft.com/LearningSelfInitiatedCourse.Read.All',
];

/** What a program needs from its surroundings: everything that differs between a tenant and a desk. */
export interface Surroundings {
  fetch: Fetch;
  clock: Clock;
  log: Log;
}

/** Tokens and Graph for an app registration, within the tenant's resource units. */
export function connect(config: Config, app: AppRegistration, { fetch }: Surroundings): Connection {
  const settings = {
    tenantId: config.tenantId,
    clientId: app.clientId,
    credential: credentialOf(app),
    fetch,
  };
  const tokens = createTokens(settings);
  const userTokens = createUserTokens(settings);
  const budget = createUnitBudget(
    Number.isFinite(config.licences) ? { unitsPerMinute: unitsPerMinuteOf(config.licences) } : {},
  );
  const userAgent = `NONISV|${asciiOf(config.organisation.name)}|Sikkerhedshjulet/1.0`;
  const graphWith = (accessToken: () => Promise<string>) => createGraph({ fetch, accessToken, budget, userAgent });
  return {
    tokens,
    graph: graphWith(() => tokens(graphScope)),
    graphOf: (userToken) => graphWith(() => userTokens(userToken, userScopes)),
  };
}

/** A header takes ASCII only: `Ishøj Kommune` → `Ishoj-Kommune`. */
const asciiOf = (name: string): string =>
  name
    .replaceAll('ø', 'o')
    .replaceAll('Ø', 'O')
    .replaceAll(/æ/gi, 'ae')
    .normalize('NFD')
    .replaceAll(/[^\w-]+/g, (other) => (other.trim() === '' ? '-' : ''));

const credentialOf = ({ credential }: AppRegistration): Credential =>
  'secret' in credential
    ? credential
    : {
        certificate: {
          thumbprint: credential.certificate.thumbprintSha256,
          privateKey: credential.certificate.privateKeyPem,
        },
      };

/** The site's id: given, or looked up by host and path (2 resource units). */
export async function siteIdOf(config: Config, graph: Graph): Promise<string> {
  if ('id' in config.site) return config.site.id;
  const found = await graph.get(`/sites/${config.site.host}:${config.site.path}?$select=id`);
  if (typeof found === 'object' && found !== null && 'id' in found && typeof found.id === 'string') return found.id;
  throw new Error('The answer about the SharePoint site has no id.');
}
