import { publicUrlProblems } from './public-url.ts';
import { registration, type AppRegistration } from './registration.ts';
import { readEnv, type Env, type EnvValues, type ManagementBody } from './env.ts';
import { metricsProblemsIn, telemetryOf, type TelemetrySettings } from './telemetry.ts';
import { contradictionsIn, microsoft365Of, misspeltIn } from './whose.ts';

export type { AppRegistration, ManagedIdentity } from './registration.ts';
export type Site = { host: string; path: string } | { id: string };

/** Names in the desk's Microsoft 365; from `teams-app/config/desk-values.ts`. */
export interface DeskValues {
  tenantId: string;
  app: AppRegistration;
  provisioning: AppRegistration;
  site: Site;
  catalogAppId: string;
  manifestId: string;
}

/** All settings, grouped by purpose. Created once at start-up. */
export interface Config extends TelemetrySettings {
  /** Port to listen on; 0 for any free one. */
  port: number;
  host: string;
  openBrowser: boolean;
  dataDir: string;
  /** Folder of the journal; `:memory:` stores nothing. */
  stateDir: string;
  /**
   * Seals what is kept there, and derives names that nobody guesses. Absent: the app's own key does (`stateSecretOf`).
   */
  stateKey?: string;
  /** The Redis that several instances share; absent: there is one. */
  redisUrl?: string;
  /** The program's address for browsers and Teams, without a trailing slash. */
  publicUrl: string;
  microsoft365:
    | { kind: 'desk'; emulatorUrl?: string; port: number; graphPort: number; people: number; profile?: string }
    | { kind: 'cloud' };
  tenantId: string;
  app: AppRegistration;
  /** May create lists and columns. Absent: the lists must exist, and drift is only reported. */
  provisioning?: AppRegistration;
  site: Site;
  /** Messages a second; Infinity lifts the gate. */
  sendRate: number;
  /** Whether requests per person are rate-limited. */
  personLimits: boolean;
  /** Decides the resource units a minute; Infinity without throttling. */
  licences: number;
  organisation: {
    name: string;
    centreAttribute: EnvValues['CENTRE_ATTRIBUTE'];
    employeeRule: EnvValues['EMPLOYEE_RULE'];
    acknowledgeWithinDays: number;
  };
  /** Seconds that start-up retries while Microsoft 365 is unavailable. */
  startPatience: number;
  /** Seconds that running work has to end when the program is told to. */
  endPatience: number;
  pollSeconds: number;
  /** Resource units a minute for polling lists without notifications. */
  lookUnits: number;
  /** This instance's address for Graph, if not `publicUrl`; without a trailing slash. */
  notificationUrl?: string;
  syncMinutes: number;
  /** Management bodies in the sense of NIS 2-loven § 7. */
  managementBodies: readonly ManagementBody[];
  /** Retention of inspection pictures in days. */
  inspectionPhotoDays: number;
  /** Absent: as far as the rules look back. */
  historyLiveDays?: number;
  logLevel: NonNullable<EnvValues['LOG_LEVEL']>;
  /** Id in the organisation's Teams catalog, used by deep links and installation. */
  catalogAppId: string;
  manifestId: string;
}

/** Settings required on a real tenant, but only by commands that use them. */
type Owed = 'publicUrl' | 'tenantId' | 'app' | 'site' | 'catalogAppId' | 'manifestId';
/** `program`: only for a running program. */
type Missing = Partial<Record<Owed | 'provisioning' | 'program', readonly string[]>>;

/** The settings given, and what is missing or wrong by purpose. A Config is complete. */
export interface Settings extends Omit<Config, Owed>, Partial<Pick<Config, Owed>> {
  missing?: Missing;
}

/** Thrown for settings the program cannot start with; lists everything wrong. */
export class ConfigError extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[], headline = 'The program cannot start:') {
    super(`${headline}\n${problems.map((problem) => `  - ${problem}`).join('\n')}\nSee README.md, "Settings".`);
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

/** The configuration; `desk` has the desk's names. Throws ConfigError with every missing and wrong variable at once. */
export function readConfig(env: Env, desk?: DeskValues): Config {
  const settings = readSettings(env, desk);
  const { missing: _lacking, ...config } = settings;
  const problems = missingIn(settings);
  if (!has(config, owed) || problems.length > 0) throw new ConfigError(problems);
  return config;
}

/** A secret of this program, the same in all instances and over restarts. */
export function stateSecretOf({ stateKey, app }: Pick<Config, 'stateKey' | 'app'>): string {
  if (stateKey !== undefined) return stateKey;
  const { credential } = app;
  if ('secret' in credential) return credential.secret;
  if ('certificate' in credential) return credential.certificate.privateKeyPem;
  throw new ConfigError(['STATE_KEY is missing: a managed identity has no key of its own.']);
}

/** Everything missing, in one line each. */
export const missingIn = ({ missing = {} }: Settings): string[] => Object.values(missing).flat();

/** The settings a command uses. Throws ConfigError for those missing. */
export function needed<Key extends Owed | 'provisioning'>(
  settings: Settings,
  ...keys: readonly Key[]
): Settings & Required<Pick<Settings, Key>> {
  if (has(settings, keys)) return settings;
  const problems = keys.flatMap((key) => settings.missing?.[key] ?? []);
  // Optional for a running program, so its absence is only reported here.
  const { provisioning, missing } = settings;
  const isUnset = provisioning === undefined && (missing?.provisioning ?? []).length === 0;
  if (isUnset && keys.some((key) => key === 'provisioning')) problems.push(provisioningUnset);
  throw new ConfigError(problems, 'The command lacks settings:');
}
const provisioningUnset = 'PROVISIONING_APP_ID and its certificate are missing: the app itself may not make lists.';

const owed = ['publicUrl', 'tenantId', 'app', 'site', 'catalogAppId', 'manifestId'] as const;
const has = <Given extends Settings, Key extends keyof Settings>(
  settings: Given,
  keys: readonly Key[],
): settings is Given & Required<Pick<Settings, Key>> => keys.every((key) => settings[key] !== undefined);

/**
 * The settings given: each command asks for those it uses (`needed`). Throws ConfigError for misspelt, contradictory or
 * invalid ones.
 */
export function readSettings(env: Env, desk?: DeskValues): Settings {
  const values = readValues(env);
  if (microsoft365Of(env) === 'cloud') return cloudSettings(values);
  if (!desk) throw new ConfigError(['The desk was asked for, and its values are missing.']);
  return {
    ...common(values),
    ...desk,
    stateDir: values.STATE_DIR ?? values.DATA_DIR,
    publicUrl: values.PUBLIC_URL ?? `http://127.0.0.1:${values.PORT}`,
    microsoft365: {
      kind: 'desk',
      ...(values.EMULATOR_URL === undefined ? {} : { emulatorUrl: values.EMULATOR_URL }),
      port: values.EMULATOR_PORT,
      graphPort: values.GRAPH_PORT,
      people: values.PEOPLE,
      ...(values.PROFILE === undefined ? {} : { profile: values.PROFILE }),
    },
    licences: values.LICENCES ?? Infinity,
    logLevel: values.LOG_LEVEL ?? 'warn',
  };
}

/** The single settings. Throws ConfigError with everything wrong, misspelt or contradictory. */
export function readValues(env: Env): EnvValues {
  const { values, problems } = readEnv(env);
  const all = [...problems, ...contradictionsIn(env), ...misspeltIn(env)];
  if (values) all.push(...metricsProblemsIn(values));
  if (!values || all.length > 0) throw new ConfigError(all);
  return values;
}

const common = (values: EnvValues) => ({
  port: values.PORT,
  host: values.HOST,
  openBrowser: values.OPEN,
  dataDir: values.DATA_DIR,
  ...(values.REDIS_URL === undefined ? {} : { redisUrl: values.REDIS_URL }),
  sendRate: values.SEND_RATE,
  personLimits: values.PERSON_LIMITS === 'on',
  organisation: {
    name: values.ORGANISATION_NAME,
    centreAttribute: values.CENTRE_ATTRIBUTE,
    employeeRule: values.EMPLOYEE_RULE,
    acknowledgeWithinDays: values.ACKNOWLEDGE_WITHIN_DAYS,
  },
  ...(values.STATE_KEY === undefined ? {} : { stateKey: values.STATE_KEY }),
  startPatience: values.START_PATIENCE,
  endPatience: values.END_PATIENCE,
  pollSeconds: values.POLL_SECONDS,
  lookUnits: values.LOOK_UNITS,
  ...(values.NOTIFICATION_URL === undefined ? {} : { notificationUrl: values.NOTIFICATION_URL }),
  syncMinutes: values.SYNC_MINUTES,
  inspectionPhotoDays: values.INSPECTION_PHOTO_DAYS,
  managementBodies: values.MANAGEMENT_BODIES,
  ...telemetryOf(values),
  ...(values.HISTORY_LIVE_DAYS === undefined ? {} : { historyLiveDays: values.HISTORY_LIVE_DAYS }),
});

function cloudSettings(values: EnvValues): Settings {
  const { TENANT_ID, PUBLIC_URL, CATALOG_APP_ID, NOTIFICATION_URL, SEND_RATE, PERSON_LIMITS } = values;
  type Purpose = 'app' | 'provisioning' | 'site' | 'publicUrl' | 'program';
  const problems: Record<Purpose, string[]> = { app: [], provisioning: [], site: [], publicUrl: [], program: [] };
  const app = registration(values, 'APP', problems.app);
  if (!app) problems.app.push('APP_ID is missing: without it the bot would accept messages from anybody.');
  if (app && 'managedIdentity' in app.credential && values.STATE_KEY === undefined)
    problems.program.push(
      'STATE_KEY is missing: a managed identity has no key that plans on the disk could be sealed with (openssl rand -base64 32, in Key Vault).',
    );
  const provisioning = registration(values, 'PROVISIONING', problems.provisioning);
  problems.publicUrl.push(...publicUrlProblems(PUBLIC_URL));
  if (NOTIFICATION_URL && !NOTIFICATION_URL.startsWith('https://'))
    problems.program.push('NOTIFICATION_URL must begin with https://.');
  const site = siteOf(values, problems.site);
  if (!Number.isFinite(SEND_RATE)) problems.program.push('SEND_RATE cannot be unlimited on a real tenant.');
  if (PERSON_LIMITS === 'off') problems.program.push('PERSON_LIMITS cannot be off on a real tenant.');
  const manifestId = values.MANIFEST_ID ?? app?.clientId;
  return {
    ...common(values),
    stateDir: values.STATE_DIR ?? '.state',
    microsoft365: { kind: 'cloud' },
    licences: values.LICENCES ?? 1000,
    logLevel: values.LOG_LEVEL ?? 'info',
    ...(PUBLIC_URL === undefined || problems.publicUrl.length > 0 ? {} : { publicUrl: PUBLIC_URL }),
    ...(TENANT_ID === undefined ? {} : { tenantId: TENANT_ID }),
    ...(app && problems.app.length === 0 ? { app } : {}),
    ...(provisioning && problems.provisioning.length === 0 ? { provisioning } : {}),
    ...(site ? { site } : {}),
    ...(CATALOG_APP_ID === undefined ? {} : { catalogAppId: CATALOG_APP_ID }),
    ...(manifestId === undefined ? {} : { manifestId }),
    missing: {
      ...problems,
      tenantId: TENANT_ID === undefined ? ['TENANT_ID is missing: only people of this Entra tenant are let in.'] : [],
      catalogAppId:
        CATALOG_APP_ID === undefined ? ['CATALOG_APP_ID is missing: links in cards and installation need it.'] : [],
    },
  };
}

function siteOf(values: EnvValues, problems: string[]): Site | undefined {
  if (values.SITE_ID !== undefined) return { id: values.SITE_ID };
  if (values.SITE_HOST !== undefined && values.SITE_PATH !== undefined)
    return { host: values.SITE_HOST, path: values.SITE_PATH };
  problems.push('SITE_HOST and SITE_PATH (or SITE_ID) are missing: the lists live on that SharePoint site.');
  return undefined;
}
