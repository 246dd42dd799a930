import { z } from 'zod';
import {
  bodies,
  day,
  filled,
  folder,
  guid,
  identity,
  onOff,
  orUnlimited,
  pem,
  redisAddress,
  share,
  thumbprint,
  variable,
  webAddress,
  wholeNumber,
  type Variable,
} from './values.ts';
export type { ManagementBody, Variable } from './values.ts';

/** Raw environment variables. */
export type Env = Readonly<Record<string, string | undefined>>;

/** All settings by environment variable; source of the README's table. Empty values count as absent. */
export const variables = {
  SETTINGS_FILE: variable(
    'File of settings, one NAME=value a line (`npm run isms -- setup` writes it); a variable of the environment comes first',
    '–',
    filled.optional(),
  ),
  PORT: variable('Port the program listens on', '3978', wholeNumber(0, 65_535).default(3978)),
  HOST: variable(
    'Address it listens on; `0.0.0.0` in a container behind a proxy',
    '127.0.0.1',
    filled.default('127.0.0.1'),
  ),
  OPEN: variable('`0` opens no browser', '1', onOff.default(true)),
  DATA_DIR: variable('Folder of the desk’s Microsoft 365', '.data', folder.default('.data')),
  STATE_DIR: variable(
    'Folder of what is under way and must outlive a kill (docs/operating.md); one program a folder',
    '`DATA_DIR` on the desk, `.state` in the cloud',
    folder.optional(),
  ),
  MICROSOFT365: variable(
    '`desk`: the one on this machine. `cloud`: the real one. Every setting of a tenant, and `NODE_ENV=production`, mean `cloud`',
    'desk',
    z.enum(['desk', 'cloud'], 'must be desk or cloud').optional(),
  ),
  EMULATOR_URL: variable('Address of a desk that runs on its own (`npm run isms -- desk`)', '–', webAddress.optional()),
  EMULATOR_PORT: variable('Port of a desk that runs on its own', '3979', wholeNumber(0, 65_535).default(3979)),
  GRAPH_PORT: variable(
    'Port where the desk answers as Microsoft Graph alone',
    'any',
    wholeNumber(0, 65_535).default(0),
  ),
  PROFILE: variable(
    'File with the answers of a tenant, which the desk then gives (docs/probe.md); a desk that runs on its own takes it at its own start',
    '–',
    filled.optional(),
  ),
  PEOPLE: variable('How many people the desk is seeded with', '2300', wholeNumber(60, 60_000).default(2300)),
  PUBLIC_URL: variable('Where Teams finds the program, `https://…`', '–', webAddress.optional()),
  TENANT_ID: variable('Entra tenant', '–', guid.optional()),
  APP_ID: variable('Client id of the Entra app (also the bot’s id)', '–', guid.optional()),
  APP_CERTIFICATE_THUMBPRINT: variable('SHA-256 thumbprint of the app’s certificate', '–', thumbprint.optional()),
  APP_CERTIFICATE_KEY: variable(
    'Its private key, PEM; with the certificate beside it the thumbprint is found by itself',
    '–',
    pem.optional(),
  ),
  APP_CERTIFICATE_KEY_FILE: variable(
    '… or the file that holds it; one that is replaced is used without a restart',
    '–',
    filled.optional(),
  ),
  APP_SECRET: variable('Client secret, where a certificate is not possible', '–', filled.optional()),
  APP_SECRET_EXPIRES_ON: variable(
    'Last day of the client secret, `YYYY-MM-DD`: a secret does not tell itself',
    '–',
    day.optional(),
  ),
  MANAGED_IDENTITY_CLIENT_ID: variable(
    'Client id of the managed identity that signs in as the app by a federated credential, or `system` for that of the resource: no key and no secret',
    '–',
    identity.optional(),
  ),
  IDENTITY_ENDPOINT: variable(
    'Where App Service and Container Apps hand out tokens of a managed identity; set by Azure',
    'that of a virtual machine',
    webAddress.optional(),
  ),
  IDENTITY_HEADER: variable('What it asks for; set by Azure', '–', filled.optional()),
  STATE_KEY: variable(
    'Seals what is kept in `STATE_DIR` and names the door of list changes: 32 random bytes or more, e.g. `openssl rand -base64 32`. The same for all instances; needed with a managed identity',
    'derived from the app’s certificate or secret',
    z.string().trim().min(32, 'must have at least 32 characters').optional(),
  ),
  PROVISIONING_APP_ID: variable('Client id of the app that may create lists', '–', guid.optional()),
  PROVISIONING_CERTIFICATE_THUMBPRINT: variable('Thumbprint of its certificate', '–', thumbprint.optional()),
  PROVISIONING_CERTIFICATE_KEY: variable('Its private key, PEM', '–', pem.optional()),
  PROVISIONING_CERTIFICATE_KEY_FILE: variable('… or the file that holds it', '–', filled.optional()),
  PROVISIONING_SECRET: variable('Its client secret, where a certificate is not possible', '–', filled.optional()),
  PROVISIONING_SECRET_EXPIRES_ON: variable('Last day of that secret', '–', day.optional()),
  PROVISIONING_MANAGED_IDENTITY_CLIENT_ID: variable(
    'Managed identity that signs in as that app, or `system`',
    '–',
    identity.optional(),
  ),
  SITE_HOST: variable(
    'Host of the SharePoint site, e.g. `ishoj.sharepoint.com`',
    '–',
    filled.regex(/^[a-z0-9.-]+$/i, 'must be a host name without https://').optional(),
  ),
  SITE_PATH: variable(
    'Its path, e.g. `/sites/informationssikkerhed`',
    '–',
    filled.regex(/^\/\S+$/, 'must begin with /').optional(),
  ),
  SITE_ID: variable(
    'Its id `host,guid,guid`, instead of host and path',
    '–',
    filled.regex(/^[^,]+,[0-9a-f-]{36},[0-9a-f-]{36}$/i, 'must look like host,guid,guid').optional(),
  ),
  CATALOG_APP_ID: variable('Id of the app in the organisation’s Teams catalog', '–', guid.optional()),
  MANIFEST_ID: variable('Id in the Teams manifest', 'APP_ID', guid.optional()),
  ORGANISATION_NAME: variable('Name of the municipality', 'Ishøj Kommune', filled.default('Ishøj Kommune')),
  CENTRE_ATTRIBUTE: variable(
    'Directory attribute that decides the centre',
    'department',
    z
      .enum(
        ['department', 'companyName', 'officeLocation', 'division', 'costCenter'],
        'is not an attribute we can read',
      )
      .default('department'),
  ),
  EMPLOYEE_RULE: variable(
    'Who counts as an employee: members with a `department`, with a `hireDate`, or all `members`',
    'department',
    z.enum(['department', 'hireDate', 'members'], 'must be department, hireDate or members').default('department'),
  ),
  ACKNOWLEDGE_WITHIN_DAYS: variable('Days to acknowledge a policy version', '18', wholeNumber(1, 365).default(18)),
  SEND_RATE: variable(
    'Messages a second; the platform’s cap is 50. `unlimited` lifts the gate for measurements',
    '40',
    orUnlimited(50, 'must be 1–50 or unlimited').default(40),
  ),
  PERSON_LIMITS: variable(
    'Whether a person who asks for more in a minute than anybody’s work takes is told to wait; `off` for measurements on the desk',
    'on',
    z.enum(['on', 'off'], 'must be on or off').default('on'),
  ),
  LICENCES: variable(
    'Microsoft 365 licences of the tenant: decides the resource units a minute',
    'unlimited on the desk, 1000 in the cloud',
    orUnlimited(1_000_000, 'must be a number').optional(),
  ),
  START_PATIENCE: variable(
    'Seconds for which a start, or a command, tries again while Microsoft 365 does not answer (docs/operating.md); `0` tries once',
    '600',
    wholeNumber(0, 86_400).default(600),
  ),
  END_PATIENCE: variable(
    'Seconds after SIGTERM until what has not ended is left to the next start: fewer than the supervisor waits before a kill',
    '9',
    wholeNumber(1, 3_600).default(9),
  ),
  ENGINE: variable(
    '`embedded`: one instance, its journal in `STATE_DIR`. `redis`: several instances behind one address, which share `REDIS_URL` (docs/several-instances.md)',
    'embedded',
    z.enum(['embedded', 'redis'], 'must be embedded or redis').default('embedded'),
  ),
  REDIS_URL: variable(
    'Redis or Valkey of `ENGINE=redis`: `rediss://user:password@host:port`',
    '–',
    redisAddress.optional(),
  ),
  POLL_SECONDS: variable(
    'Seconds within which a change in a list is seen that Microsoft 365 tells of, and shortest time between two looks at a list',
    '20',
    wholeNumber(1, 3600).default(20),
  ),
  LOOK_UNITS: variable(
    'Resource units a minute for looks at lists that nothing is told of and nobody uses',
    '8',
    wholeNumber(1, 1000).default(8),
  ),
  NOTIFICATION_URL: variable(
    'Where Microsoft Graph tells of changed lists, when that is another address',
    'PUBLIC_URL',
    webAddress.optional(),
  ),
  SYNC_MINUTES: variable('Minutes between two syncs with the directory', '15', wholeNumber(1, 1440).default(15)),
  HISTORY_LIVE_DAYS: variable(
    'Days that history stays in memory before its month is closed; never fewer than the rules look back',
    'as far as the rules look back: 63',
    wholeNumber(1, 3_650).optional(),
  ),
  INSPECTION_PHOTO_DAYS: variable(
    'Days that pictures from inspections are kept; then their files are deleted',
    '90',
    wholeNumber(1, 3_650).default(90),
  ),
  MANAGEMENT_BODIES: variable(
    'Who is management in NIS 2-loven § 7: `executiveBoard`, `corporateManagement`, `cityCouncil`, or several with commas between',
    'executiveBoard,corporateManagement',
    filled
      .transform((value) => value.split(',').map((body) => body.trim()))
      .pipe(z.array(z.enum(bodies, `must be some of ${bodies.join(', ')}, with commas between`)).min(1))
      .default(['executiveBoard', 'corporateManagement']),
  ),
  METRICS_PORT: variable('Port of `GET /metrics`, for Prometheus', '–', wholeNumber(0, 65_535).optional()),
  METRICS_HOST: variable('Its address; never a public one', '127.0.0.1', filled.default('127.0.0.1')),
  OTEL_EXPORTER_OTLP_ENDPOINT: variable(
    'OpenTelemetry collector that takes traces by OTLP over HTTP, e.g. `http://127.0.0.1:4318`',
    '–',
    webAddress.optional(),
  ),
  OTEL_TRACES_SAMPLER_ARG: variable('Share of traces that is sent, 0 to 1', '1', share.default(1)),
  LOG_LEVEL: variable(
    'How much is logged',
    'warn on the desk, info in the cloud',
    z.enum(['silent', 'error', 'warn', 'info', 'debug'], 'must be silent, error, warn, info or debug').optional(),
  ),
};
export type VariableName = keyof typeof variables;

/** All parsed settings. */
export type EnvValues = { [Name in VariableName]: z.output<(typeof variables)[Name]['schema']> };

const asSchema = <Shape extends Record<string, Variable<unknown>>>(table: Shape) =>
  z.object(
    Object.fromEntries(Object.entries(table).map(([name, { schema }]) => [name, schema])) as {
      [Name in keyof Shape]: Shape[Name]['schema'];
    },
  );

/** Reads the settings; each problem is a sentence that begins with the variable's name. */
export function readEnv(env: Env): { values: EnvValues; problems: [] } | { values: undefined; problems: string[] } {
  const given = Object.fromEntries(
    Object.keys(variables).flatMap((name) => (env[name]?.trim() ? [[name, env[name].trim()]] : [])),
  );
  const parsed = asSchema(variables).safeParse(given);
  if (parsed.success) return { values: parsed.data, problems: [] };
  return {
    values: undefined,
    problems: parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}.`),
  };
}
