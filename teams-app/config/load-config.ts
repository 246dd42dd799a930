import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import type { ManifestConfig } from '../../manifest/next-package.ts';
import { ConfigError, readConfig, readSettings, readValues, type Config, type Settings } from './config.ts';
import type { Env } from './env.ts';
import { whyUnread } from './why-unread.ts';
import { microsoft365Of } from './whose.ts';

/** The name of the settings file of this process, if it has one. */
export const settingsFileOf = (env: Env = process.env): string | undefined => env['SETTINGS_FILE']?.trim() || undefined;

/** Names of secrets: they are never written to a settings file. */
export const isSecret = (name: string): boolean => /(_SECRET|_CERTIFICATE_KEY|^STATE_KEY|^IDENTITY_HEADER)$/.test(name);

/** A tenant's settings from answers so far, with the secrets of this process's environment. Throws ConfigError. */
export function settingsFrom(answers: Env, env: Env = process.env): Settings {
  const secrets = Object.fromEntries(Object.entries(env).filter(([name]) => isSecret(name)));
  return readSettings({ ...answers, ...secrets, MICROSOFT365: 'cloud' });
}

/** With the settings of SETTINGS_FILE, which the environment precedes. Throws ConfigError for an unreadable file. */
export function withSettingsFile(env: Env): Env {
  const file = env['SETTINGS_FILE']?.trim();
  if (!file) return env;
  try {
    return { ...parseEnv(readFileSync(file, 'utf8')), ...env };
  } catch (thrown) {
    throw new ConfigError([`SETTINGS_FILE names ${file}, which ${whyUnread(thrown)}.`]);
  }
}

/**
 * This process's configuration. The desk's names are loaded only on the desk, so that production never uses them.
 * Throws ConfigError.
 */
export async function loadConfig(given: Env = process.env): Promise<Config> {
  const env = withSettingsFile(given);
  if (microsoft365Of(env) === 'cloud') return readConfig(env);
  const { deskValues } = await import('./desk-values.ts');
  return readConfig(env, deskValues);
}

/** The settings given to this process, for a command. Throws ConfigError as `readSettings`. */
export async function loadSettings(given: Env = process.env): Promise<Settings> {
  const env = withSettingsFile(given);
  if (microsoft365Of(env) === 'cloud') return readSettings(env);
  const { deskValues } = await import('./desk-values.ts');
  return readSettings(env, deskValues);
}

/**
 * The settings of the Teams app package only: it is built before the app is in the catalog, and often without the app's
 * credential. Throws ConfigError for wrong settings, never for missing ones.
 */
export async function loadManifestConfig(given: Env = process.env): Promise<ManifestConfig> {
  const env = withSettingsFile(given);
  const { ORGANISATION_NAME: organisation, PUBLIC_URL, APP_ID, MANIFEST_ID, PORT } = readValues(env);
  const microsoft365 = microsoft365Of(env);
  if (microsoft365 === 'desk') {
    const { deskValues } = await import('./desk-values.ts');
    const { app, manifestId } = deskValues;
    const publicUrl = PUBLIC_URL ?? `http://127.0.0.1:${PORT}`;
    return { microsoft365, organisation, publicUrl, appId: app.clientId, manifestId };
  }
  return {
    microsoft365,
    organisation,
    ...(PUBLIC_URL === undefined ? {} : { publicUrl: PUBLIC_URL }),
    ...(APP_ID === undefined ? {} : { appId: APP_ID }),
    ...(MANIFEST_ID === undefined ? {} : { manifestId: MANIFEST_ID }),
  };
}
