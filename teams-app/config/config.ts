import { readFileSync } from 'node:fs';
import type { LocalDate } from '../../api/kernel/index.ts';
import { readCertificate, type Certificate } from './certificate.ts';
import { readEnv, type Env, type EnvValues } from './env.ts';
import { contradictionsIn, microsoft365Of, misspeltIn } from './whose.ts';

/** How an Entra app proves who it is. */
export type Credential = { secret: string; expiresOn?: LocalDate } | { certificate: Certificate };
export interface AppRegistration {
  clientId: string;
  credential: Credential;
}
export type Site = { host: string; path: string } | { id: string };

/** What the desk's own Microsoft 365 is called; `teams-app/desk/desk-values.ts` gives it. */
export interface DeskValues {
  tenantId: string;
  app: AppRegistration;
  provisioning: AppRegistration;
  site: Site;
  catalogAppId: string;
  manifestId: string;
}

/** Everything that can be set, grouped by what it is for. Made once at start. */
export interface Config {
  /** Port to listen on; 0 takes any free one. */
  port: number;
  host: string;
  openBrowser: boolean;
  dataDir: string;
  /** Where the journal lies; `:memory:` keeps nothing. */
  stateDir: string;
  /** Where a browser or Teams finds the program, without a slash at the end. */
  publicUrl: string;
  microsoft365:
    | { kind: 'desk'; emulatorUrl?: string; port: number; graphPort: number; people: number }
    | { kind: 'cloud' };
  tenantId: string;
  app: AppRegistration;
  /** May create lists and columns. Absent: the lists must be there already, and drift is only reported. */
  provisioning?: AppRegistration;
  site: Site;
  /** Messages a second; Infinity lifts the gate. */
  sendRate: number;
  /** Whether what one person asks for in a minute has an end. */
  personLimits: boolean;
  /** Decides the resource units a minute; Infinity when nothing throttles. */
  licences: number;
  organisation: {
    name: string;
    centreAttribute: EnvValues['CENTRE_ATTRIBUTE'];
    employeeRule: EnvValues['EMPLOYEE_RULE'];
    acknowledgeWithinDays: number;
  };
  /** Seconds for which a start tries again while Microsoft 365 does not answer. */
  startPatience: number;
  pollSeconds: number;
  /** Resource units a minute for looks at lists that nothing is told of. */
  lookUnits: number;
  /** Where Graph reaches this instance, when that is not `publicUrl`; without a slash at the end. */
  notificationUrl?: string;
  syncMinutes: number;
  /** Absent: as far as the rules look back. */
  historyLiveDays?: number;
  logLevel: NonNullable<EnvValues['LOG_LEVEL']>;
  /** Id in the organisation's Teams catalog, used by deep links and installation. */
  catalogAppId: string;
  manifestId: string;
}

/** Thrown when the program cannot start as it is set; the message lists everything that is wrong. */
export class ConfigError extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(
      `The program cannot start:\n${problems.map((problem) => `  - ${problem}`).join('\n')}\nSee README.md, "Settings".`,
    );
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

/**
 * The configuration from the environment. On the desk, `desk` says what its Microsoft 365 is called. Throws ConfigError
 * with every missing and wrong variable at once.
 */
export function readConfig(env: Env, desk?: DeskValues): Config {
  const values = readValues(env);
  if (microsoft365Of(env) === 'cloud') return cloudConfig(values);
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
    },
    licences: values.LICENCES ?? Infinity,
    logLevel: values.LOG_LEVEL ?? 'warn',
  };
}

/** The settings one by one. Throws ConfigError with all that is wrong, misspelt or contradictory. */
export function readValues(env: Env): EnvValues {
  const { values, problems } = readEnv(env);
  const all = [...problems, ...contradictionsIn(env), ...misspeltIn(env)];
  if (!values || all.length > 0) throw new ConfigError(all);
  return values;
}

const common = (values: EnvValues) => ({
  port: values.PORT,
  host: values.HOST,
  openBrowser: values.OPEN,
  dataDir: values.DATA_DIR,
  sendRate: values.SEND_RATE,
  personLimits: values.PERSON_LIMITS === 'on',
  organisation: {
    name: values.ORGANISATION_NAME,
    centreAttribute: values.CENTRE_ATTRIBUTE,
    employeeRule: values.EMPLOYEE_RULE,
    acknowledgeWithinDays: values.ACKNOWLEDGE_WITHIN_DAYS,
  },
  startPatience: values.START_PATIENCE,
  pollSeconds: values.POLL_SECONDS,
  lookUnits: values.LOOK_UNITS,
  ...(values.NOTIFICATION_URL === undefined ? {} : { notificationUrl: values.NOTIFICATION_URL }),
  syncMinutes: values.SYNC_MINUTES,
  ...(values.HISTORY_LIVE_DAYS === undefined ? {} : { historyLiveDays: values.HISTORY_LIVE_DAYS }),
});

function cloudConfig(values: EnvValues): Config {
  const problems: string[] = [];
  const needed = (value: string | undefined, name: string, why: string): string => {
    if (value === undefined) problems.push(`${name} is missing: ${why}.`);
    return value ?? '';
  };
  const app = registration(values, 'APP', problems);
  if (!app) {
    problems.push('APP_ID is missing: without it the bot would accept messages from anybody.');
  }
  const provisioning = registration(values, 'PROVISIONING', problems);
  const publicUrl = needed(values.PUBLIC_URL, 'PUBLIC_URL', 'Teams must know where the program is');
  if (publicUrl && !publicUrl.startsWith('https://')) problems.push('PUBLIC_URL must begin with https://.');
  if (values.NOTIFICATION_URL && !values.NOTIFICATION_URL.startsWith('https://'))
    problems.push('NOTIFICATION_URL must begin with https://.');
  const tenantId = needed(values.TENANT_ID, 'TENANT_ID', 'only people of this Entra tenant are let in');
  const catalogAppId = needed(values.CATALOG_APP_ID, 'CATALOG_APP_ID', 'links in cards and installation need it');
  const site = siteOf(values, problems);
  if (!Number.isFinite(values.SEND_RATE)) problems.push('SEND_RATE cannot be unlimited on a real tenant.');
  if (values.PERSON_LIMITS === 'off') problems.push('PERSON_LIMITS cannot be off on a real tenant.');
  if (!app || !site || problems.length > 0) throw new ConfigError(problems);
  return {
    ...common(values),
    stateDir: values.STATE_DIR ?? '.state',
    publicUrl,
    microsoft365: { kind: 'cloud' },
    tenantId,
    app,
    ...(provisioning ? { provisioning } : {}),
    site,
    licences: values.LICENCES ?? 1000,
    logLevel: values.LOG_LEVEL ?? 'info',
    catalogAppId,
    manifestId: values.MANIFEST_ID ?? app.clientId,
  };
}

function siteOf(values: EnvValues, problems: string[]): Site | undefined {
  if (values.SITE_ID !== undefined) return { id: values.SITE_ID };
  if (values.SITE_HOST !== undefined && values.SITE_PATH !== undefined)
    return { host: values.SITE_HOST, path: values.SITE_PATH };
  problems.push('SITE_HOST and SITE_PATH (or SITE_ID) are missing: the lists live on that SharePoint site.');
  return undefined;
}

/** An app registration from its variables; absent when its id is not given. A certificate goes before a secret. */
function registration(
  values: EnvValues,
  prefix: 'APP' | 'PROVISIONING',
  problems: string[],
): AppRegistration | undefined {
  const clientId = prefix === 'APP' ? values.APP_ID : values.PROVISIONING_APP_ID;
  if (clientId === undefined) return undefined;
  const given = { thumbprint: values[`${prefix}_CERTIFICATE_THUMBPRINT`], pem: keyTextOf(values, prefix, problems) };
  const secret = values[`${prefix}_SECRET`];
  if (given.pem === undefined && given.thumbprint === undefined) {
    if (secret === undefined)
      problems.push(
        `${prefix}_CERTIFICATE_KEY and ${prefix}_CERTIFICATE_THUMBPRINT are missing (or ${prefix}_SECRET): the app has no credential.`,
      );
    const expiresOn = values[`${prefix}_SECRET_EXPIRES_ON`];
    return { clientId, credential: { secret: secret ?? '', ...(expiresOn === undefined ? {} : { expiresOn }) } };
  }
  const certificate = readCertificate(given);
  if ('missing' in certificate) {
    problems.push(`${prefix}_CERTIFICATE_${certificate.missing}`);
    return { clientId, credential: { secret: '' } };
  }
  return { clientId, credential: { certificate } };
}

function keyTextOf(values: EnvValues, prefix: 'APP' | 'PROVISIONING', problems: string[]): string | undefined {
  const file = values[`${prefix}_CERTIFICATE_KEY_FILE`];
  const given = values[`${prefix}_CERTIFICATE_KEY`];
  if (given !== undefined || file === undefined) return given;
  try {
    return readFileSync(file, 'utf8');
  } catch {
    problems.push(`${prefix}_CERTIFICATE_KEY_FILE names a file that cannot be read.`);
    return undefined;
  }
}
