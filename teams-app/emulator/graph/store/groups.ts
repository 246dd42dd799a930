import { randomUUID } from 'node:crypto';
import type { Clock } from '../../clock.ts';
import { textOf, type Database } from '../../database.ts';
import type { Directory, DirectoryGroup } from './directory-types.ts';

const schema = `CREATE TABLE IF NOT EXISTS groups (id TEXT PRIMARY KEY, data TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS group_members (group_id TEXT, member_id TEXT, PRIMARY KEY (group_id, member_id)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS group_owners (group_id TEXT, owner_id TEXT, PRIMARY KEY (group_id, owner_id)) WITHOUT ROWID;`;

type Groups = Pick<
  Directory,
  | 'addGroup'
  | 'groups'
  | 'group'
  | 'addMember'
  | 'removeMember'
  | 'members'
  | 'transitiveMembers'
  | 'groupsOf'
  | 'addOwner'
  | 'owners'
> & { forget(memberId: string): void };

/** Security groups with members and owners. */
export function createGroups(db: Database, clock: Clock): Groups {
  db.raw.exec(schema);
  const all = new Map<string, DirectoryGroup>();
  const memberships = new Map<string, Set<string>>();
  for (const row of db.all('SELECT * FROM groups')) {
    all.set(textOf(row.id), JSON.parse(textOf(row.data)) as DirectoryGroup);
    memberships.set(textOf(row.id), new Set());
  }
  for (const row of db.all('SELECT * FROM group_members')) {
    memberships.get(textOf(row.group_id))?.add(textOf(row.member_id));
  }
  const membersOf = (groupId: string): Set<string> => {
    const members = memberships.get(groupId);
    if (!members) throw new RangeError(`no such group: ${groupId}`);
    return members;
  };
  const groups: Groups = {
    addGroup({ id = randomUUID(), displayName, description }) {
      const group: DirectoryGroup = {
        id,
        displayName,
        mailNickname: displayName.replace(/[^A-Za-z0-9]/g, ''),
        createdDateTime: clock.now().toISOString().replace(/\.\d+/, ''),
        ...(description === undefined ? {} : { description }),
      };
      db.run('INSERT OR REPLACE INTO groups (id, data) VALUES (?, ?)', id, JSON.stringify(group));
      all.set(id, group);
      if (!memberships.has(id)) memberships.set(id, new Set());
      return group;
    },
    groups: () => [...all.values()],
    group: (id) => all.get(id),
    addMember(groupId, memberId) {
      membersOf(groupId).add(memberId);
      db.run('INSERT OR IGNORE INTO group_members (group_id, member_id) VALUES (?, ?)', groupId, memberId);
    },
    removeMember(groupId, memberId) {
      membersOf(groupId).delete(memberId);
      db.run('DELETE FROM group_members WHERE group_id = ? AND member_id = ?', groupId, memberId);
    },
    addOwner(groupId, ownerId) {
      membersOf(groupId);
      db.run('INSERT OR IGNORE INTO group_owners (group_id, owner_id) VALUES (?, ?)', groupId, ownerId);
    },
    owners: (groupId) =>
      db.all('SELECT owner_id FROM group_owners WHERE group_id = ?', groupId).map((row) => textOf(row.owner_id)),
    members: (groupId) => [...membersOf(groupId)],
    transitiveMembers(groupId) {
      const seen = new Set<string>();
      const walk = (id: string) => {
        for (const member of memberships.get(id) ?? []) {
          if (seen.has(member)) continue;
          seen.add(member);
          walk(member);
        }
      };
      walk(groupId);
      return [...seen];
    },
    groupsOf: (memberId) => [...all.values()].filter((group) => memberships.get(group.id)?.has(memberId)),
    forget(memberId) {
      for (const members of memberships.values()) members.delete(memberId);
      db.run('DELETE FROM group_members WHERE member_id = ?', memberId);
      db.run('DELETE FROM group_owners WHERE owner_id = ?', memberId);
    },
  };
  return groups;
}
