import { resolve } from 'node:path';
import type { Config } from './config.ts';

/** Whom the program talks to, in one line: nobody should take the desk for a tenant, or a tenant for the desk. */
export function addressee({ microsoft365, tenantId, site, app, dataDir }: Config): string {
  if (microsoft365.kind === 'cloud') {
    const where = 'id' in site ? site.id : site.host + site.path;
    return `Microsoft 365: tenant ${tenantId}, site ${where}, as app ${app.clientId}.`;
  }
  const { emulatorUrl } = microsoft365;
  if (emulatorUrl !== undefined) return `Microsoft 365: the desk at ${emulatorUrl}. No real tenant is touched.`;
  return dataDir === ':memory:'
    ? 'Microsoft 365: a desk in memory. No real tenant is touched.'
    : `Microsoft 365: the desk in ${resolve(dataDir)}. No real tenant is touched.`;
}
