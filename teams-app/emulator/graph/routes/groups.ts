import { badRequest, directoryNotFound } from '../errors.ts';
import type { Answer } from '../http/http.ts';
import { graphRoot } from '../http/links.ts';
import { pick } from '../http/query.ts';
import type { Call, Route } from '../http/route.ts';
import type { DirectoryGroup } from '../store/directory-types.ts';
import { groupView, userView } from '../views/user-view.ts';
import { collection, directoryCost, type CollectionRules } from './collection.ts';
import { userRules } from './users.ts';

/** Permissions for groups, members and owners are equal. */
const readGroups = [
  'GroupMember.Read.All',
  'Group.Read.All',
  'Group.ReadWrite.All',
  'Directory.Read.All',
  'Directory.ReadWrite.All',
];

const rules: CollectionRules<DirectoryGroup> = {
  context: 'groups',
  pageSize: { standard: 100, largest: 999 },
  filterable: {
    id: ({ id }) => id,
    displayName: ({ displayName }) => displayName,
    mailNickname: ({ mailNickname }) => mailNickname,
    securityEnabled: () => true,
    mailEnabled: () => false,
  },
  searchable: ({ displayName }) => displayName,
};

function groupOf(call: Call): DirectoryGroup {
  const id = call.params.group ?? '';
  const group = call.world.directory.group(id);
  if (!group) throw directoryNotFound(id);
  return group;
}

const listGroups = (call: Call): Answer =>
  collection(call, call.world.directory.groups(), rules, (group) =>
    pick(groupView(group), call.query.select(), ['id']),
  );

function getGroup(call: Call): Answer {
  const view = pick(groupView(groupOf(call)), call.query.select(), ['id']);
  return { status: 200, body: { '@odata.context': `${graphRoot}/$metadata#groups/$entity`, ...view } };
}

interface Member {
  id: string;
  type: '#microsoft.graph.user' | '#microsoft.graph.group';
  view: Record<string, unknown>;
}

function memberOf(call: Call, id: string): Member | undefined {
  const { directory } = call.world;
  const select = call.query.select();
  const user = directory.user(id);
  if (user) return { id, type: '#microsoft.graph.user', view: userView(user, select) };
  const group = directory.group(id);
  return group && { id, type: '#microsoft.graph.group', view: pick(groupView(group), select, ['id']) };
}

const casts: Readonly<Record<string, Member['type']>> = {
  'microsoft.graph.user': '#microsoft.graph.user',
  'microsoft.graph.group': '#microsoft.graph.group',
};

/** Members or owners of all kinds, or one kind with a cast. */
const listPeople =
  (of: 'members' | 'transitiveMembers' | 'owners') =>
  (call: Call): Answer => {
    const { id } = groupOf(call);
    const ids = call.world.directory[of](id);
    const wanted = call.params.cast === undefined ? undefined : casts[call.params.cast];
    if (call.params.cast !== undefined && !wanted) {
      throw badRequest(`Resource not found for the segment '${call.params.cast}'.`);
    }
    const members = ids.flatMap((one) => memberOf(call, one) ?? []).filter((one) => !wanted || one.type === wanted);
    const context = { context: 'directoryObjects', pageSize: userRules.pageSize, filterable: {} };
    return collection(call, members, context, ({ type, view }) => ({ '@odata.type': type, ...view }));
  };

const at = (path: string, roles: readonly string[], base: number, run: Route['run']): Route => ({
  area: 'directory',
  roles,
  method: 'GET',
  path,
  run,
  cost: directoryCost(base),
});
export const groupRoutes: readonly Route[] = [
  at('/groups', readGroups, 1, listGroups),
  at('/groups/{group}', readGroups, 1, getGroup),
  at('/groups/{group}/members', readGroups, 3, listPeople('members')),
  at('/groups/{group}/members/{cast}', readGroups, 3, listPeople('members')),
  at('/groups/{group}/owners', readGroups, 3, listPeople('owners')),
  at('/groups/{group}/owners/{cast}', readGroups, 3, listPeople('owners')),
  at('/groups/{group}/transitiveMembers', readGroups, 3, listPeople('transitiveMembers')),
  at('/groups/{group}/transitiveMembers/{cast}', readGroups, 3, listPeople('transitiveMembers')),
];
