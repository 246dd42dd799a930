import { asAppError, nowOf, type HeldRole, type Instant, type PersonId } from '../kernel/index.ts';
import { RoleGroups } from '../organisation/index.ts';
import { orWhileHeld, readAsKnown, type Graph } from '../sharepoint/index.ts';
import { readGroupMembers, type GroupMembers } from './group-members.ts';
import { readGroupRoles, type GroupRoles } from './group-roles.ts';
import { defaultDirectorySettings, type DirectorySettings } from './settings.ts';
import { syncPeople, type DirectoryContext, type DirectoryReport, type SyncProgress } from './sync-people.ts';

/** For the health page. `problem` is the error code of the latest failed sync. */
export interface DirectoryStatus {
  syncedAt?: Instant;
  running?: SyncProgress;
  latest?: DirectoryReport;
  problem?: string;
}

export interface Directory {
  /**
   * Syncs people and group roles. One run at a time: who asks meanwhile gets the same run. Safe to repeat at any time.
   * Throws AppError as syncPeople does.
   */
  sync(): Promise<DirectoryReport>;
  /**
   * Reads who holds a role by group, before anybody acts and anything promised is carried out: until then whoever has a
   * role by group would be refused for good what they may. One call of Graph for each group. Throws AppError `unavailable`.
   */
  loadRoles(): Promise<void>;
  /** Roles by membership of a mapped group, as of the latest sync. */
  groupRoles(personId: PersonId): readonly HeldRole[];
  /** Everybody who holds a role by group. */
  groupRoleHolders(): ReadonlyMap<PersonId, readonly HeldRole[]>;
  /** Members of a group named by `namedGroups`, as of the latest sync; `undefined` while they have not been read. */
  groupMembers(groupId: string): ReadonlySet<PersonId> | undefined;
  status(): DirectoryStatus;
}

const none: readonly HeldRole[] = [];

/** People, groups and managers as Entra knows them. `namedGroups`: whose members somebody asks for, beside roles. */
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

  const run = async (): Promise<DirectoryReport> => {
    try {
      // Roles first: they decide who may act, and a first sync of people may take long.
      roles = await readGroupRoles(context, graph);
      members = await readGroupMembers(context, graph, namedGroups(), members);
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
      running = undefined;
    }
  };

  return {
    sync: () => (running ??= run()),
    loadRoles: async () => {
      const groups = readAsKnown(() => orWhileHeld(() => context.list(RoleGroups).all(), []));
      roles = await readGroupRoles(context, graph, groups);
    },
    groupRoles: (personId) => roles.get(personId) ?? none,
    groupRoleHolders: () => roles,
    groupMembers: (groupId) => members.get(groupId),
    status: () => ({ ...status }),
  };
}
