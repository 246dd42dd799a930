import type { DeskValues } from '../config/config.ts';
import { municipality } from '../emulator/municipality.ts';

/** What the desk's Microsoft 365 is called, in the same form as a real tenant's settings. */
export const deskValues: DeskValues = {
  tenantId: municipality.tenantId,
  app: registrationOf(municipality.apps.app),
  provisioning: registrationOf(municipality.apps.provisioning),
  site: { host: municipality.siteHost, path: municipality.sitePath },
  catalogAppId: municipality.catalogAppId,
  manifestId: municipality.manifestId,
};

function registrationOf({ clientId, secret }: { clientId: string; secret: string }) {
  return { clientId, credential: { secret } };
}
