import { neededPermissions } from '../doctor/permissions.ts';
import { table } from './lists-page.ts';

/** The app's permissions, as checked by doctor. */
export const permissionsTable = (): string =>
  table([
    ['permission', 'what it is used for', 'what would be lost without it'],
    ...neededPermissions.map(({ shown, use, lost }) => [shown, use, lost]),
  ]).join('\n');
