import { allApps } from '../../municipality.ts';

const number = (clientId: string) => allApps.findIndex((app) => app.clientId === clientId);
export const appName = (clientId: string): string => allApps[number(clientId)]?.name ?? 'SharePoint App';

const isApp = (author: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(author);
/** The displayed author: an app alone; or a person working in SharePoint itself, without an application. */
export const identitySet = (author: string) =>
  isApp(author)
    ? {
        application: { id: author, displayName: appName(author) },
        user: { displayName: 'SharePoint App' },
      }
    : { user: { displayName: author } };
/** Item id of "SharePoint App" in the site's user list. */
export const sharePointApp = '1073741822';
export const appLookupId = (clientId: string): string => String(number(clientId) + 3);
