/** People, groups and managers from Entra (R9): who is employed, where, since when, and which groups give roles. */
export { createDirectory, type Directory, type DirectoryStatus } from './directory.ts';
export { DirectoryState, type DirectoryStateRecord } from './directory-state-list.ts';
export { appInstallations, type AppInstallations, type InstalledChat } from './install-app.ts';
export { centreAttributes, defaultDirectorySettings, type DirectorySettings } from './settings.ts';
export type { DirectoryReport, SyncProgress } from './sync-people.ts';
