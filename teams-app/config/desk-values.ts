import type { AppRegistration, DeskValues } from './config.ts';
import { apps, catalogAppId, manifestId, siteHost, sitePath, tenantId } from '../emulator/municipality.ts';

const registration = ({ clientId, secret }: { clientId: string; secret: string }): AppRegistration => ({
  clientId,
  credential: { secret },
});

/** Names in the desk's Microsoft 365, in the form of a real tenant's settings. */
export const deskValues: DeskValues = {
  tenantId,
  app: registration(apps.app),
  provisioning: registration(apps.provisioning),
  site: { host: siteHost, path: sitePath },
  catalogAppId,
  manifestId,
};
