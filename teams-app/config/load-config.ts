import { microsoft365Of, readConfig, type Config } from './config.ts';

/**
 * The configuration of this process. The desk's names are only loaded when the program stands on the desk, so that
 * production never touches them. Throws ConfigError.
 */
export async function loadConfig(env: Readonly<Record<string, string | undefined>> = process.env): Promise<Config> {
  if (microsoft365Of(env) === 'cloud') return readConfig(env);
  const { deskValues } = await import('../desk/desk-values.ts');
  return readConfig(env, deskValues);
}
