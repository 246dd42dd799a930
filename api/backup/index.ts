/** A whole site as a folder: records as SharePoint holds them, files with their versions, and hashes of it all. */
export { compareBackups } from './compare-backups.ts';
export { restoreMarker } from './format.ts';
export { restoreBackup } from './restore-backup.ts';
export { writeBackup, type Site } from './write-backup.ts';
