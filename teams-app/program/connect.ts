import type { Clock, Fetch, Meter } from '../../api/kernel/index.ts';
import type { Log } from '../../api/context.ts';
import {
  createGraph,
  createTokens,
  createUnitBudget,
  createUserTokens,
  failedAs,
  graphScope,
  identityAssertion,
  unitsPerMinuteOf,
  watchClock,
  type Credential,
  type Graph,
  type Tokens,
} from '../../api/sharepoint/index.ts';
import type { AppRegistration, Certificate, CertificateFile, Config } from '../config/index.ts';
import { StartRefused } from '../config/start-refused.ts';

/** Microsoft 365 for one app registration. */
export interface Connection {
  tokens: Tokens;
  graph: Graph;
  /** Graph with the rights of the tab token's person. */
  graphOf(userToken: string): Graph;
  /** Milliseconds by which this machine's clock is ahead of Microsoft's, by the latest answer. */
  clockAheadMs(): number;
  /** Microsoft's time, as far as answers have told it (ms). */
  now(): number;
  /** Shutdown: calls waiting for units are rejected, and running ones get some seconds. */
  stop(): void;
}

/** Delegated permissions of Graph (docs/permissions.md). */
const userScopes = [
  'https://graph.microsoft.com/LearningAssignedCourse.Read',
  'https://graph.microsoft.com/LearningSelfInitiatedCourse.Read',
];

/** The program's environment: everything that differs between a tenant and a desk. */
export interface Surroundings {
  fetch: Fetch;
  clock: Clock;
  log: Log;
  meter?: Meter;
}

/** Tokens and Graph for an app registration, within the tenant's resource units. */
export function connect(
  config: Pick<Config, 'tenantId' | 'licences' | 'organisation'>,
  app: AppRegistration,
  { fetch: outside, clock, log, meter }: Surroundings,
): Connection {
  const onWrong = (aheadMs: number) =>
    log.warn({ code: 'clock.wrong', aheadSeconds: Math.round(aheadMs / 1_000) }, 'the clock of this machine is wrong');
  const { fetch, aheadMs: clockAheadMs } = watchClock(outside, onWrong, () => clock.now().getTime());
  const settings = {
    tenantId: config.tenantId,
    clientId: app.clientId,
    credential: credentialOf(app, fetch, log),
    fetch,
  };
  const tokens = createTokens(settings);
  const userTokens = createUserTokens(settings);
  const budget = createUnitBudget(
    Number.isFinite(config.licences) ? { unitsPerMinute: unitsPerMinuteOf(config.licences) } : {},
  );
  const userAgent = `NONISV|${asciiOf(config.organisation.name)}|Sikkerhedshjulet/1.0`;
  const onWaitedFor = (route: string, call: string) =>
    log.error({ code: 'sharepoint.waitedFor', route, call }, 'somebody waits for the background lane');
  const graphWith = (accessToken: (refused?: string) => Promise<string>) =>
    createGraph({ fetch, accessToken, budget, userAgent, onWaitedFor, ...(meter ? { meter } : {}) });
  return {
    tokens,
    graph: graphWith((refused) => tokens(graphScope, refused)),
    graphOf: (userToken) => graphWith(() => userTokens(userToken, userScopes)),
    clockAheadMs,
    now: () => Date.now() - clockAheadMs(),
    stop: () => budget.stop(),
  };
}

/** Tab tokens are for this app on its own host. */
export const whoseTokens = ({ tenantId, app, publicUrl }: Pick<Config, 'tenantId' | 'app' | 'publicUrl'>) => ({
  tenantId,
  clientId: app.clientId,
  host: new URL(publicUrl).host,
});

/** A header takes ASCII only: `Ishøj Kommune` → `Ishoj-Kommune`. */
const asciiOf = (name: string): string =>
  name
    .replaceAll('ø', 'o')
    .replaceAll('Ø', 'O')
    .replaceAll(/æ/gi, 'ae')
    .normalize('NFD')
    .replaceAll(/[^\w-]+/g, (other) => (other.trim() === '' ? '-' : ''));

function credentialOf({ credential }: AppRegistration, fetch: Fetch, log: Log): Credential {
  if ('secret' in credential) return credential;
  if ('managedIdentity' in credential)
    return { assertion: identityAssertion({ ...credential.managedIdentity, fetch }) };
  return credential.file ? renewedFrom(credential.file, log) : { certificate: keyOf(credential.certificate) };
}

const keyOf = ({ thumbprintSha256: thumbprint, privateKeyPem: privateKey }: Certificate) => ({
  thumbprint,
  privateKey,
});

/** The certificates of a file, with a line in the log when one is taken up or cannot be. */
function renewedFrom(file: CertificateFile, log: Log): Credential {
  let latest = file.certificates()[0].thumbprintSha256;
  let problem: string | undefined;
  const tell = () => {
    const now = file.problem()?.what;
    if (now !== undefined && now !== problem)
      log.error({ code: 'credential.notRenewed', problem: now }, 'a new certificate is not used, the one before is');
    problem = now;
  };
  return {
    certificates: () => {
      const found = file.certificates();
      const [{ thumbprintSha256 }] = found;
      if (thumbprintSha256 !== latest) log.info({ thumbprint: thumbprintSha256 }, 'a new certificate is used');
      latest = thumbprintSha256;
      tell();
      return found.flatMap((one) => (one ? [keyOf(one)] : []));
    },
    accepted: (thumbprint) => {
      file.accepted(thumbprint);
      tell();
    },
  };
}

/**
 * The site's id: given, or looked up by host and path (2 resource units). Throws StartRefused when the site is missing
 * or not readable.
 */
export async function siteIdOf({ site }: Pick<Config, 'site'>, graph: Graph, app: AppRegistration): Promise<string> {
  if ('id' in site) return site.id;
  const { host, path } = site;
  const found = await graph.get(`/sites/${host}:${path}?$select=id`).catch((failure: unknown) => {
    throw siteRefused(failure, `https://${host}${path}`, app) ?? failure;
  });
  if (typeof found === 'object' && found !== null && 'id' in found && typeof found.id === 'string') return found.id;
  throw new Error('The answer about the SharePoint site has no id.');
}

/** With Sites.Selected alone a missing site and one without a grant may look the same. */
function siteRefused(failure: unknown, address: string, { clientId }: AppRegistration): StartRefused | undefined {
  if (failedAs(failure, 'itemGone', 'refused'))
    return new StartRefused(
      `There is no SharePoint site ${address} in the tenant.`,
      'Set SITE_HOST and SITE_PATH to what stands in the address of the site in a browser.',
      failure,
    );
  if (failedAs(failure, 'noAccess'))
    return new StartRefused(
      `The app ${clientId} may not read the SharePoint site ${address}, or there is none.`,
      'Compare SITE_HOST and SITE_PATH with the address of the site in a browser; consent to Sites.Selected and grant the app on the site: the parts consent and sharepoint of the script that npm run isms -- setup writes (docs/setup.md), or Grant-PnPEntraIDAppSitePermission by hand. Both take some minutes.',
      failure,
    );
  return undefined;
}

/** Result of provisioning. Throws StartRefused when the app may not create lists on the site. */
export async function mayProvision<Report>({ clientId }: AppRegistration, work: Promise<Report>): Promise<Report> {
  return work.catch((failure: unknown) => {
    if (!failedAs(failure, 'noAccess', 'mayNotWrite')) throw failure;
    throw new StartRefused(
      `The app ${clientId} may not make or change lists on the SharePoint site.`,
      'Grant it the role fullcontrol (or manage) on the site, or leave PROVISIONING_APP_ID out of the running program and provision from elsewhere (docs/permissions.md).',
      failure,
    );
  });
}
