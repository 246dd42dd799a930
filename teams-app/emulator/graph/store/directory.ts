import { randomUUID } from 'node:crypto';
import type { Clock } from '../../clock.ts';
import { textOf, type Database } from '../../database.ts';
import { domain } from '../../municipality.ts';
import type { Directory, DirectoryUser, NewUser, UserChange } from './directory-types.ts';
import { createGroups } from './groups.ts';
import { createInstallations } from './installations.ts';

const schema = `CREATE TABLE IF NOT EXISTS users (id TEXT PRIMARY KEY, user TEXT, sequence INTEGER NOT NULL,
  removed TEXT, changed TEXT NOT NULL, former_manager TEXT) WITHOUT ROWID;`;

interface Entry extends UserChange {
  user?: DirectoryUser;
}

function complete(user: NewUser, clock: Clock): DirectoryUser {
  const { appInstalled: _, ...given } = user;
  const id = user.id ?? randomUUID();
  const name = user.userPrincipalName ?? `${id.slice(0, 8)}@${domain}`;
  return {
    accountEnabled: true,
    userType: 'Member',
    teamsLicence: true,
    botBlocked: false,
    createdDateTime: clock.now().toISOString().replace(/\.\d+/, ''),
    mail: name,
    ...given,
    id,
    userPrincipalName: name,
  };
}

/** People, groups and installations of the tenant: in memory, written through to the database. */
export function createDirectory(db: Database, clock: Clock): Directory {
  db.raw.exec(schema);
  const entries = new Map<string, Entry>();
  const byName = new Map<string, string>();
  let sequence = 0;
  // In the order in which people came, as before a restart: a person's id never changes.
  for (const row of db.all("SELECT * FROM users ORDER BY coalesce(json_extract(changed, '$.id'), sequence)")) {
    const user = row.user ? (JSON.parse(textOf(row.user)) as DirectoryUser) : undefined;
    const id = textOf(row.id);
    entries.set(id, {
      id,
      sequence: Number(row.sequence),
      changed: JSON.parse(textOf(row.changed)) as Record<string, number>,
      ...(user && { user }),
      ...(row.removed ? { removed: row.removed === 'deleted' ? 'deleted' : 'changed' } : {}),
      ...(row.former_manager ? { formerManagerId: textOf(row.former_manager) } : {}),
    });
    if (user) byName.set(user.userPrincipalName.toLowerCase(), id);
    sequence = Math.max(sequence, Number(row.sequence));
  }
  const groups = createGroups(db, clock);
  const installations = createInstallations(db, clock);

  const save = (entry: Entry) => {
    entries.set(entry.id, entry);
    db.run(
      'INSERT OR REPLACE INTO users (id, user, sequence, removed, changed, former_manager) VALUES (?, ?, ?, ?, ?, ?)',
      entry.id,
      entry.user ? JSON.stringify(entry.user) : null,
      entry.sequence,
      entry.removed ?? null,
      JSON.stringify(entry.changed),
      entry.formerManagerId ?? null,
    );
  };
  const user = (idOrName: string) => entries.get(byName.get(idOrName.toLowerCase()) ?? idOrName)?.user;

  const directory: Directory = {
    addUser(given) {
      const fresh = complete(given, clock);
      if (user(fresh.id) ?? user(fresh.userPrincipalName)) throw new RangeError(`person exists: ${fresh.id}`);
      sequence += 1;
      const changed = Object.fromEntries(Object.keys(fresh).map((name) => [name, sequence]));
      save({ id: fresh.id, user: fresh, sequence, changed });
      byName.set(fresh.userPrincipalName.toLowerCase(), fresh.id);
      if (given.appInstalled) installations.install(fresh.id);
      return fresh;
    },
    updateUser(id, patch) {
      const entry = entries.get(id);
      const before = entry?.user;
      if (!entry || !before) throw new RangeError(`no such person: ${id}`);
      const known: Record<string, unknown> = { ...before };
      const differing = Object.entries(patch).filter(([name, value]) => value !== undefined && known[name] !== value);
      if (differing.length === 0) return before;
      sequence += 1;
      const after: DirectoryUser = Object.assign({ ...before }, Object.fromEntries(differing));
      const changed = { ...entry.changed, ...Object.fromEntries(differing.map(([name]) => [name, sequence])) };
      const former = 'managerId' in patch && before.managerId ? { formerManagerId: before.managerId } : {};
      byName.delete(before.userPrincipalName.toLowerCase());
      byName.set(after.userPrincipalName.toLowerCase(), id);
      save({ ...entry, user: after, sequence, changed, ...former });
      return after;
    },
    removeUser(id, permanently = false) {
      const entry = entries.get(id);
      if (!entry || (entry.removed && !permanently)) throw new RangeError(`no such person: ${id}`);
      if (entry.user) byName.delete(entry.user.userPrincipalName.toLowerCase());
      sequence += 1;
      db.transaction(() => {
        groups.forget(id);
        installations.uninstall(id);
        save({ id, sequence, changed: {}, removed: permanently ? 'deleted' : 'changed' });
      });
    },
    user,
    users: () => [...entries.values()].flatMap((entry) => entry.user ?? []),
    size: () => byName.size,
    directReports: (id) => directory.users().filter((person) => person.managerId === id),
    sequence: () => sequence,
    changesSince: (after) =>
      [...entries.values()].filter((entry) => entry.sequence > after).sort((a, b) => a.sequence - b.sequence),
    ...groups,
    ...installations,
    inBulk: (work) => db.transaction(work),
  };
  return directory;
}
