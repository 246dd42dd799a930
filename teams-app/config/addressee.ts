import { resolve } from 'node:path';
import type { Settings, Site } from './config.ts';

/** The program's target, in one line, so that desk and tenant are not confused. */
export function addressee({ microsoft365, tenantId, site, app, provisioning, dataDir }: Settings): string {
  if (microsoft365.kind === 'cloud') {
    const who = (app ?? provisioning)?.clientId ?? notSet;
    return `Microsoft 365: tenant ${tenantId ?? notSet}, site ${site ? nameOf(site) : notSet}, as app ${who}.`;
  }
  const { emulatorUrl } = microsoft365;
  if (emulatorUrl !== undefined) return `Microsoft 365: the desk at ${emulatorUrl}. No real tenant is touched.`;
  return dataDir === ':memory:'
    ? 'Microsoft 365: a desk in memory. No real tenant is touched.'
    : `Microsoft 365: the desk in ${resolve(dataDir)}. No real tenant is touched.`;
}

const notSet = '(not set)';
const nameOf = (site: Site): string => ('id' in site ? site.id : site.host + site.path);
