import type { ManifestConfig } from '../../manifest/next-package.ts';
import { readConfig, readSettings, readValues, type Config, type Settings } from './config.ts';
import type { Env } from './env.ts';
import { microsoft365Of } from './whose.ts';

/**
 * This process's configuration. The desk's names are loaded only on the desk, so that production never uses them.
 * Throws ConfigError.
 */
export async function loadConfig(env: Env = process.env): Promise<Config> {
  if (microsoft365Of(env) === 'cloud') return readConfig(env);
  const { deskValues } = await import('./desk-values.ts');
  return readConfig(env, deskValues);
}

/** The settings given to this process, for a command. Throws ConfigError as `readSettings`. */
export async function loadSettings(env: Env = process.env): Promise<Settings> {
  if (microsoft365Of(env) === 'cloud') return readSettings(env);
  const { deskValues } = await import('./desk-values.ts');
  return readSettings(env, deskValues);
}

/**
 * The settings of the Teams app package only: it is built before the app is in the catalog, and often without the app's
 * credential. Throws ConfigError for wrong settings, never for missing ones.
 */
export async function loadManifestConfig(env: Env = process.env): Promise<ManifestConfig> {
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
