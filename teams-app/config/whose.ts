import { variables, type Env, type VariableName } from './env.ts';

/** Settings for the desk only. */
export const deskOnly: readonly VariableName[] = [
  'DATA_DIR',
  'EMULATOR_URL',
  'EMULATOR_PORT',
  'GRAPH_PORT',
  'PEOPLE',
  'PROFILE',
];

/** Settings for a real tenant only: one of them selects it. */
export const tenantOnly: readonly VariableName[] = [
  'TENANT_ID',
  'APP_ID',
  'APP_CERTIFICATE_THUMBPRINT',
  'APP_CERTIFICATE_KEY',
  'APP_CERTIFICATE_KEY_FILE',
  'APP_SECRET',
  'APP_SECRET_EXPIRES_ON',
  'MANAGED_IDENTITY_CLIENT_ID',
  'STATE_KEY',
  'PROVISIONING_APP_ID',
  'PROVISIONING_CERTIFICATE_THUMBPRINT',
  'PROVISIONING_CERTIFICATE_KEY',
  'PROVISIONING_CERTIFICATE_KEY_FILE',
  'PROVISIONING_SECRET',
  'PROVISIONING_SECRET_EXPIRES_ON',
  'PROVISIONING_MANAGED_IDENTITY_CLIENT_ID',
  'SITE_HOST',
  'SITE_PATH',
  'SITE_ID',
  'CATALOG_APP_ID',
  'MANIFEST_ID',
];

const isGiven = (env: Env, name: string): boolean => (env[name]?.trim() ?? '') !== '';

/** Tenant settings present, also empty ones: a missing secret must not start the desk's municipality instead. */
const tenantSettingsIn = (env: Env): string[] => [
  ...tenantOnly.filter((name) => env[name] !== undefined),
  ...(env['PUBLIC_URL']?.trim().startsWith('https://') ? ['PUBLIC_URL'] : []),
];

/** The Microsoft 365 to use: production and any tenant setting mean the real one. */
export function microsoft365Of(env: Env): 'desk' | 'cloud' {
  if (env['NODE_ENV']?.trim() === 'production') return 'cloud';
  if (isGiven(env, 'MICROSOFT365')) return env['MICROSOFT365']?.trim() === 'cloud' ? 'cloud' : 'desk';
  return tenantSettingsIn(env).length > 0 ? 'cloud' : 'desk';
}

/** Conflicting settings, with what to change. No setting is silently ignored. */
export function contradictionsIn(env: Env): string[] {
  const given = (...names: VariableName[]) => names.filter((name) => isGiven(env, name));
  const tenant = tenantSettingsIn(env).filter((name) => isGiven(env, name));
  const nodeEnv = env['NODE_ENV']?.trim() ?? '';
  const found: string[] = [];
  if (/^prod/i.test(nodeEnv) && nodeEnv !== 'production')
    found.push(`NODE_ENV is ${nodeEnv}, which means nothing: write production.`);
  if (env['MICROSOFT365']?.trim() === 'desk') {
    if (nodeEnv === 'production') found.push('MICROSOFT365 cannot be desk when NODE_ENV is production: remove one.');
    else if (tenant.length > 0)
      found.push(
        `MICROSOFT365 is desk, and ${tenant.join(', ')} ${areOf(tenant)} a real tenant: remove MICROSOFT365 to work with the tenant, or the ${tenant.length > 1 ? 'others' : 'other'} to work with the desk.`,
      );
  }
  if (microsoft365Of(env) === 'cloud') {
    const desk = given(...deskOnly);
    if (desk.length > 0)
      found.push(
        `${desk.join(', ')} ${areOf(desk)} the desk, and ${reasonForCloud(env, tenant)}: remove what is not meant.`,
      );
  }
  for (const prefix of ['APP', 'PROVISIONING'] as const) found.push(...credentialContradictions(prefix, given));
  const isShared = env['ENGINE']?.trim() === 'redis';
  if (isShared && given('REDIS_URL').length === 0)
    found.push('REDIS_URL is missing: ENGINE=redis needs a Redis or Valkey that all instances share.');
  if (!isShared && given('REDIS_URL').length > 0)
    found.push('REDIS_URL is given, and ENGINE is not redis: set ENGINE=redis, or remove it.');
  if (given('SITE_ID').length > 0 && given('SITE_HOST', 'SITE_PATH').length > 0)
    found.push('SITE_ID and SITE_HOST with SITE_PATH both name the site: keep one of them.');
  return found;
}

const areOf = (names: readonly string[]): string => (names.length > 1 ? 'are of' : 'is of');

const reasonForCloud = (env: Env, tenant: readonly string[]): string => {
  if (tenant.length > 0) return `${tenant.join(', ')} ${areOf(tenant)} a real tenant`;
  return env['NODE_ENV']?.trim() === 'production' ? 'NODE_ENV is production' : 'MICROSOFT365 is cloud';
};

function credentialContradictions(
  prefix: 'APP' | 'PROVISIONING',
  given: (...names: VariableName[]) => VariableName[],
): string[] {
  const id = given(prefix === 'APP' ? 'APP_ID' : 'PROVISIONING_APP_ID').length > 0;
  const key = given(`${prefix}_CERTIFICATE_KEY`, `${prefix}_CERTIFICATE_KEY_FILE`);
  const thumbprint = given(`${prefix}_CERTIFICATE_THUMBPRINT`);
  const secret = given(`${prefix}_SECRET`);
  const expiry = given(`${prefix}_SECRET_EXPIRES_ON`);
  const identity = given(prefix === 'APP' ? 'MANAGED_IDENTITY_CLIENT_ID' : 'PROVISIONING_MANAGED_IDENTITY_CLIENT_ID');
  const others = [...key, ...thumbprint, ...secret, ...expiry];
  const all = [...others, ...identity];
  const certificate = [...key, ...thumbprint];
  return [
    ...(identity.length > 0 && others.length > 0
      ? [`${identity[0]} and ${others.join(', ')} are two ways to sign in: keep the managed identity, remove the rest.`]
      : []),
    ...(key.length > 1 ? [`${key.join(' and ')} both give the key: keep one of them.`] : []),
    ...(secret.length > 0 && certificate.length > 0
      ? [`${secret[0]} and ${certificate.join(', ')} are two ways to sign in: keep the certificate, remove the secret.`]
      : []),
    ...(expiry.length > 0 && secret.length === 0
      ? [`${expiry[0]} is the last day of a secret, and there is no ${prefix}_SECRET: remove it.`]
      : []),
    // Without APP_ID the start fails anyway, with a message.
    ...(prefix === 'PROVISIONING' && !id && all.length > 0
      ? [
          `${all.join(', ')} ${areOf(all)} the provisioning app, and PROVISIONING_APP_ID is missing: set it, or remove them.`,
        ]
      : []),
  ];
}

/** Our own prefixes. */
const ownPrefixes = /^(PROVISIONING_|APP_CERTIFICATE|APP_SECRET)/;

/** Likely misspelt settings: other case, a letter or two apart, or with one of our prefixes. Each as a sentence. */
export function misspeltIn(env: Env): string[] {
  const names = Object.keys(variables);
  return Object.keys(env)
    .filter((name) => !names.includes(name) && (env[name] ?? '') !== '')
    .flatMap((name) => {
      const plain = name.toUpperCase().replaceAll('-', '_');
      const nearest = names.find((known) => looksLike(plain, known));
      if (nearest !== undefined) return [`${name} is no setting: did you mean ${nearest}?`];
      return ownPrefixes.test(plain) ? [`${name} is no setting: see the table for the right name.`] : [];
    });
}

/** Short names are too close to other programs' variables. */
function looksLike(given: string, known: string): boolean {
  if (given === known) return known.length > 6;
  if (known.length < 8) return false;
  return distance(given, known) <= (known.length < 11 ? 1 : 2);
}

/** Edit distance with swaps. Names of 100 letters and more: far. */
function distance(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > 2 || one.length > 100) return Infinity;
  const rows: number[][] = [Array.from({ length: other.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const at = (back: number, left: number) => rows[row - back]?.[column - left] ?? Infinity;
      const same = one[row - 1] === other[column - 1];
      const swapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      current[column] = Math.min(
        at(1, 0) + 1,
        (current[column - 1] ?? Infinity) + 1,
        at(1, 1) + (same ? 0 : 1),
        swapped ? at(2, 2) + 1 : Infinity,
      );
    }
    rows.push(current);
  }
  return rows[one.length]?.[other.length] ?? Infinity;
}
