/** A whole site as a folder: records as in SharePoint, files with their versions, and hashes of everything. */
export { compareBackups } from './compare-backups.ts';
export { restoreMarker } from './format.ts';
export { restoreBackup, restoreOneList } from './restore-backup.ts';
export { writeBackup, type Site } from './write-backup.ts';
