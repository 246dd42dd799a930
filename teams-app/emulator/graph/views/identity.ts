import { allApps } from '../../municipality.ts';

const number = (clientId: string) => allApps.findIndex((app) => app.clientId === clientId);
export const appName = (clientId: string): string => allApps[number(clientId)]?.name ?? 'SharePoint App';

/** Who an app-only change is shown as having been made by. */
export const identitySet = (clientId: string) => ({
  application: { id: clientId, displayName: appName(clientId) },
  user: { displayName: 'SharePoint App' },
});
/** Item id of "SharePoint App" in the site's user list. */
export const sharePointApp = '1073741822';
export const appLookupId = (clientId: string): string => String(number(clientId) + 3);
