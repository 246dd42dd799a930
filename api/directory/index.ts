/** People, groups and managers from Entra (R9): who is employed, where, since when, and which groups give roles. */
export { createDirectory, type Directory, type DirectoryStatus } from './directory.ts';
export { membersOf } from './group-members.ts';
export { DirectoryState } from './directory-state-list.ts';
export { appInstallations, type AppInstallations } from './install-app.ts';
export type { DirectorySettings } from './settings.ts';
