import type { Clock } from '../../clock.ts';
import { textOf, type Database } from '../../database.ts';
import { catalogAppId } from '../../municipality.ts';
import type { Directory, Installation } from './directory-types.ts';

const schema = `CREATE TABLE IF NOT EXISTS installations (user_id TEXT PRIMARY KEY, installed_at TEXT NOT NULL) WITHOUT ROWID;`;

/** Installations of the catalogue's Teams app. */
export function createInstallations(
  db: Database,
  clock: Clock,
): Pick<Directory, 'install' | 'installation' | 'isInstalled' | 'uninstall'> {
  db.raw.exec(schema);
  const all = new Map<string, Installation>();
  const entry = (userId: string, installedAt: string): Installation => ({
    id: Buffer.from(`1:1:${userId}##${catalogAppId}`).toString('base64url'),
    userId,
    installedAt,
  });
  for (const row of db.all('SELECT * FROM installations')) {
    all.set(textOf(row.user_id), entry(textOf(row.user_id), textOf(row.installed_at)));
  }
  return {
    isInstalled: (userId) => all.has(userId),
    installation: (userId) => all.get(userId),
    install(userId) {
      const fresh = entry(userId, clock.now().toISOString());
      all.set(userId, fresh);
      db.run('INSERT OR REPLACE INTO installations (user_id, installed_at) VALUES (?, ?)', userId, fresh.installedAt);
      return fresh;
    },
    uninstall(userId) {
      all.delete(userId);
      db.run('DELETE FROM installations WHERE user_id = ?', userId);
    },
  };
}
