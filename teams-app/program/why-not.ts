import { AppError } from '../../api/kernel/index.ts';
import { textIfThere, translator } from '../../api/texts/translate.ts';
import { StateFolderRefused } from '../../api/journal/index.ts';
import { StartRefused, type Reason } from '../config/start-refused.ts';
import { entraReason } from './why-not-entra.ts';
import type { Settings } from '../config/index.ts';

const redisCodes: Readonly<Record<string, string>> = {
  WRONGPASS: 'Compare user and password in REDIS_URL with the server.',
  NOAUTH: 'Put user and password into REDIS_URL.',
  NOPERM: 'Give the user of REDIS_URL the commands of docs/several-instances.md, "Redis itself".',
};

const readme = 'README.md, "On a real tenant"';

/** Meaning of Microsoft 365's codes for the person at the terminal. */
const byCode: Readonly<Record<string, (error: AppError, config: Settings | undefined) => Reason>> = {
  'sharepoint.away': (error) => ({
    what: `Microsoft 365 does not answer${statusIn(error)}.`,
    todo: 'Look whether this machine reaches https://login.microsoftonline.com and https://graph.microsoft.com (network, name service, proxy, firewall), and start again.',
  }),
  'sharepoint.failing': (error) => ({
    what: `Microsoft 365 fails${statusIn(error)}.`,
    todo: 'Start again in a while; when it stays, look at the service health in the Microsoft 365 admin centre.',
  }),
  'instances.unavailable': ({ details }) => {
    const reason = String(details.reason ?? '');
    return {
      what: `The Redis of REDIS_URL does not answer${reason === '' ? '' : ` (${reason})`}.`,
      todo:
        redisCodes[reason] ??
        'Look whether it runs and this machine reaches it, and whether it wants TLS (rediss://). npm run isms -- doctor asks it.',
    };
  },
  'sharepoint.badCredential': (error, config) => entraReason(error, config),
  'sharepoint.identityAway': (error) => ({
    what: `Azure hands out no token of a managed identity: nothing answers at ${String(error.details.address ?? 'its address')}${statusIn(error)}.`,
    todo: 'MANAGED_IDENTITY_CLIENT_ID works only on a resource of Azure that the identity is assigned to (Identity → User assigned). Elsewhere remove it, and set APP_CERTIFICATE_KEY_FILE.',
  }),
  'sharepoint.noIdentity': ({ details }) => ({
    what: `Azure refuses the managed identity ${details.identity ?? ''} (${details.status}).`,
    todo: 'Assign the identity to this resource (Identity → User assigned), and set MANAGED_IDENTITY_CLIENT_ID to its client id, not its object id.',
  }),
  'sharepoint.badToken': () => ({
    what: 'Microsoft Graph does not accept the token that Entra gave (401).',
    todo: 'Look whether the clock of this machine is right and TENANT_ID is the tenant of the site, and start again.',
  }),
  'sharepoint.noAccess': (_error, config) => ({
    what: `Microsoft Graph refuses the app${appIn(config)} (403).`,
    todo: 'Run npm run isms -- doctor: it names the permission or the grant on the site that is missing (docs/permissions.md). New ones take some minutes.',
  }),
  'sharepoint.mayNotWrite': (_error, config) => ({
    what: `The app${appIn(config)} may read the SharePoint site and not write there (403).`,
    todo: 'Grant it the role write on the site (docs/permissions.md), and look whether the site is locked. It takes some minutes.',
  }),
  'sharepoint.siteLocked': () => ({
    what: 'The SharePoint site is locked (423).',
    todo: 'Unlock it in the SharePoint admin centre, or by Set-SPOSite -LockState Unlock.',
  }),
  'sharepoint.itemGone': () => ({
    what: 'What was looked for is not in Microsoft 365 (404).',
    todo: 'Look whether SITE_HOST and SITE_PATH (or SITE_ID) name the right site, then run npm run isms -- doctor.',
  }),
  'sharepoint.listMissing': ({ details }) => ({
    what: `The SharePoint site lacks the list ${details.list ?? ''}`.trim() + '.',
    todo: 'Run npm run isms -- provision, with PROVISIONING_APP_ID and its credential set. A list that was deleted is brought back from the recycle bin of the site instead.',
  }),
  'sharepoint.listNotVisible': ({ details }) => ({
    what: `The list ${details.list ?? ''} was made, and SharePoint does not show it yet.`,
    todo: 'Wait some minutes and start again: what is made stays.',
  }),
  'sharepoint.noRoom': () => ({
    what: 'The SharePoint site is full.',
    todo: 'Raise the storage limit of the site in the SharePoint admin centre.',
  }),
};

const portOf = (error: NodeJS.ErrnoException): number | undefined =>
  'port' in error && typeof error.port === 'number' ? error.port : undefined;

/** The setting of a port that cannot be had. */
const nameOfPort = (config: Settings | undefined, port: number): string => {
  const desk = config?.microsoft365.kind === 'desk' ? config.microsoft365 : undefined;
  const names: readonly [number | undefined, string][] = [
    [config?.metrics?.port, 'METRICS_PORT'],
    [desk?.graphPort, 'GRAPH_PORT'],
    [config?.port, 'PORT'],
    [desk?.port, 'EMULATOR_PORT'],
  ];
  return names.find(([one]) => one === port)?.[1] ?? 'PORT';
};

/** The address that cannot be listened on: that of the metrics, or the program's own. */
const noAddress = (
  error: NodeJS.ErrnoException & { address?: string; hostname?: string },
  config: Settings | undefined,
): Reason => {
  const { address, hostname } = error;
  const { metrics } = config ?? {};
  return metrics && metrics.host !== config?.host && [address, hostname].includes(metrics.host)
    ? {
        what: `METRICS_HOST ${metrics.host} is no address of this machine.`,
        todo: 'Set METRICS_HOST to 127.0.0.1.',
      }
    : {
        what: `HOST ${config?.host ?? ''} is no address of this machine.`,
        todo: 'Set HOST to 127.0.0.1, or to 0.0.0.0 behind a proxy.',
      };
};

const folderIsFile = ({ path = 'A path' }: NodeJS.ErrnoException): Reason => ({
  what: `${path} is not a folder, or is in none.`,
  todo: 'Give a folder, or the path of one that can be made.',
});

const statusIn = ({ details }: AppError): string =>
  details.status === undefined || details.status === 0 ? '' : ` (${details.status})`;
const appIn = (config: Settings | undefined): string => (config?.app ? ` ${config.app.clientId}` : '');

/** Errors of the operating system, by code. */
const bySystem: Readonly<Record<string, (error: NodeJS.ErrnoException, config: Settings | undefined) => Reason>> = {
  EADDRINUSE: (error, config) => {
    const port = portOf(error) ?? config?.port ?? 0;
    return {
      what: `Port ${port} is taken by another program.`,
      todo: `Stop it, or choose another port: set ${nameOfPort(config, port)} (0 takes any free one).`,
    };
  },
  EADDRNOTAVAIL: noAddress,
  ERR_MODULE_NOT_FOUND: ({ message }) =>
    // `npm run package` leaves these out.
    /teams-app.(?:desk|emulator|seed)\b/.test(message)
      ? {
          what: 'This is the packed program, which has no desk, and the settings name no tenant.',
          todo: `Set NODE_ENV=production and the settings of the tenant (${readme}).`,
        }
      : { what: message, todo: 'Install the packages: npm ci --omit=dev, in the folder of the program.' },
  ENOTFOUND: noAddress,
  EACCES: (error, config) =>
    error.syscall === 'listen'
      ? {
          what: `Port ${portOf(error) ?? ''} is only for the administrator of this machine.`,
          todo: `Set ${nameOfPort(config, portOf(error) ?? 0)} to 1024 or more.`,
        }
      : {
          what: `${error.path ?? 'A file'} may not be used by this user.`,
          todo: 'Give the user of the program the right to read and write there.',
        },
  ERR_SQLITE_ERROR: (error) => ({
    what: `A file of the desk cannot be used: ${error.message}.`,
    todo: 'Make room when the disk is full, and start again. When the file is damaged the next start says so, and what to do.',
  }),
  ENOENT: ({ path = 'A file' }) => ({ what: `${path} is not there.`, todo: 'Give the path of a file that is there.' }),
  ENOTDIR: folderIsFile,
  EEXIST: folderIsFile,
  EISDIR: ({ path = 'A path' }) => ({ what: `${path} is a folder.`, todo: 'Give the path of a file.' }),
  EROFS: ({ path = 'A folder' }) => ({
    what: `${path} is on a disk that is read-only.`,
    todo: 'Give one on another disk.',
  }),
  ENOSPC: () => ({ what: 'The disk is full.', todo: 'Make room, and start again: nothing is lost.' }),
  ERR_PARSE_ARGS_UNKNOWN_OPTION: ({ message }) => ({
    what: (message.split('.')[0] ?? message) + '.',
    todo: 'The program takes --fresh and nothing else.',
  }),
  ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL: ({ message }) => ({
    what: (message.split('.')[0] ?? message) + '.',
    todo: 'The program takes --fresh and nothing else.',
  }),
};

/**
 * Why the program or a command failed, for the person who started it: one sentence on the cause, one on the remedy.
 * Never contains a secret.
 */
export function whyNot(thrown: unknown, config?: Settings): Reason {
  if (thrown instanceof StartRefused) return thrown;
  if (thrown instanceof StateFolderRefused)
    return {
      what: `${thrown.message.split(':')[0]}.`.replace(/^a/, 'A').replace(/^the/, 'The'),
      todo: 'Stop the other program, or name another folder in STATE_DIR (on the desk: DATA_DIR).',
    };
  if (thrown instanceof AppError) {
    const reason = byCode[thrown.code];
    if (reason) return reason(thrown, config);
    // A command was refused in the words of the program.
    const said = textIfThere(english, `errors.${thrown.code}`, thrown.details);
    if (said !== undefined) return { what: said, todo: todoOf(thrown) };
  }
  if (isSystemError(thrown)) {
    const reason = bySystem[thrown.code];
    if (reason) return reason(thrown, config);
  }
  return {
    what: `Something unforeseen: ${lineOf(thrown)}`,
    todo: `Run npm run isms -- doctor, and look in ${readme}. When it stays, hand this line on to those who look after the program.`,
  };
}

const english = translator('en');
const todoOf = ({ kind }: AppError): string =>
  kind === 'unavailable'
    ? 'Try again in a while.'
    : 'Look at what the command was given: npm run isms lists what each takes.';

const isSystemError = (thrown: unknown): thrown is NodeJS.ErrnoException & { code: string } =>
  thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string';

/** First line of the message and its cause, at most 500 characters, no stack. */
function lineOf(thrown: unknown): string {
  const of = (one: unknown): string => (one instanceof Error ? one.message : String(one)).split('\n')[0] ?? '';
  const cause = thrown instanceof Error && thrown.cause !== undefined ? ` (${of(thrown.cause)})` : '';
  return `${of(thrown)}${cause}`.slice(0, 500);
}

/** Output at the end of a failed start. */
export const told = ({ what, todo }: Reason): string => `${what}\n→ ${todo}\n`;
