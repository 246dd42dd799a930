import { asAppError, nowOf, type HeldRole, type Instant, type PersonId } from '../kernel/index.ts';
import { RoleGroups, type RoleGroup } from '../organisation/index.ts';
import { orWhileHeld, readAsKnown, type Graph, failedAs } from '../sharepoint/index.ts';
import { readGroupMembers, type GroupMembers, membersOf, type UnreadGroups } from './group-members.ts';
import { defaultDirectorySettings, type DirectorySettings } from './settings.ts';
import { syncPeople, type DirectoryContext, type DirectoryReport, type SyncProgress } from './sync-people.ts';

/** For the health page. `problem` is the error code of the latest failed sync. */
export interface DirectoryStatus {
  syncedAt?: Instant;
  running?: SyncProgress;
  latest?: DirectoryReport;
  problem?: string;
  /** Ids of groups that the latest look could not read: gone, or closed to the program. */
  unread?: UnreadGroups;
}

export interface Directory {
  /**
   * Syncs people and group roles. One run at a time: concurrent calls share it. Idempotent. Throws AppError as
   * syncPeople does.
   */
  sync(): Promise<DirectoryReport>;
  /**
   * Reads group role holders and the members of named groups before the first act, promised work and the jobs: without
   * them, holders of group roles would be refused for good, and figures frozen without whom a group obliges. One Graph
   * call for each 999 members of a group. Throws AppError `unavailable`.
   */
  loadGroups(): Promise<void>;
  /** Reads the groups as `sync` does, and writes nothing: for instances that do not lead. */
  readGroups(): Promise<void>;
  /** Roles by membership of mapped groups, as of the latest sync. */
  groupRoles(personId: PersonId): readonly HeldRole[];
  /** All holders of group roles. */
  groupRoleHolders(): ReadonlyMap<PersonId, readonly HeldRole[]>;
  /** Members of a `namedGroups` group, as of the latest sync; `undefined` until they are read. */
  groupMembers(groupId: string): ReadonlySet<PersonId> | undefined;
  status(): DirectoryStatus;
}

const none: readonly HeldRole[] = [];

/** People, groups and managers from Entra. `namedGroups`: further groups to read the members of. */
export function createDirectory(
  context: DirectoryContext,
  graph: Graph,
  settings: DirectorySettings = defaultDirectorySettings,
  namedGroups: () => readonly string[] = () => [],
): Directory {
  let roles: GroupRoles = new Map();
  let members: GroupMembers = new Map();
  let running: Promise<DirectoryReport> | undefined;
  const status: DirectoryStatus = {};

  const readGroups = async (groups: readonly RoleGroup[], named: readonly string[]): Promise<void> => {
    const unread: Record<keyof UnreadGroups, string[]> = { role: [], course: [] };
    roles = await readGroupRoles(context, graph, groups, unread.role);
    members = await readGroupMembers(context, graph, named, members, unread.course);
    status.unread = unread;
  };
  const readAllGroups = async (): Promise<void> => readGroups(context.list(RoleGroups).all(), namedGroups());

  const run = async (): Promise<DirectoryReport> => {
    try {
      // Roles first: they decide who may act, and a first sync of people may take long.
      await readAllGroups();
      const report = await syncPeople(context, graph, settings, (progress) => void (status.running = progress));
      Object.assign(status, { syncedAt: nowOf(context.clock), latest: report });
      delete status.problem;
      context.log.info({ ...report }, 'directory synced');
      return report;
    } catch (failure) {
      const { code, details } = asAppError(failure);
      status.problem = code;
      context.log.warn({ code, ...details }, 'directory sync failed');
      throw failure;
    } finally {
      delete status.running;
    }
  };

  return {
    // Cleared afterwards also where the run fails at once: a list is held.
    sync: () => (running ??= run().finally(() => void (running = undefined))),
    loadGroups: async () =>
      readGroups(
        readAsKnown(() => orWhileHeld(() => context.list(RoleGroups).all(), [])),
        readAsKnown(() => orWhileHeld(namedGroups, [])),
      ),
    readGroups: async () => {
      await readAllGroups();
      // Another instance syncs people; what this one reads is as of now.
      status.syncedAt = nowOf(context.clock);
      delete status.problem;
    },
    groupRoles: (personId) => roles.get(personId) ?? none,
    groupRoleHolders: () => roles,
    groupMembers: (groupId) => members.get(groupId),
    status: () => ({ ...status }),
  };
}

type GroupRoles = ReadonlyMap<PersonId, readonly HeldRole[]>;

/**
 * The roles people hold through the groups of RoleGroups, including nested groups. A deleted group gives no roles and
 * is logged; when the directory does not answer the error is thrown and the old roles stay.
 */
async function readGroupRoles(
  context: DirectoryContext,
  graph: Graph,
  groups: readonly RoleGroup[],
  unread: string[],
): Promise<GroupRoles> {
  const roles = new Map<PersonId, HeldRole[]>();
  const members = new Map<string, Promise<PersonId[]>>();
  for (const group of groups) {
    const known = members.get(group.groupId) ?? membersOrNobody(context, graph, group.groupId, unread);
    members.set(group.groupId, known);
    for (const personId of await known) {
      const held = roles.get(personId) ?? [];
      held.push(roleOf(group));
      roles.set(personId, held);
    }
  }
  return roles;
}

const roleOf = ({ role, centreId }: RoleGroup): HeldRole => (centreId === undefined ? { role } : { role, centreId });

async function membersOrNobody(
  context: DirectoryContext,
  graph: Graph,
  groupId: string,
  unread: string[],
): Promise<PersonId[]> {
  try {
    return await membersOf(graph, groupId);
  } catch (failure) {
    if (!failedAs(failure, 'itemGone', 'refused')) throw failure;
    context.log.warn({ groupId, code: asAppError(failure).code }, 'a group that gives a role cannot be read');
    unread.push(groupId);
    return [];
  }
}
