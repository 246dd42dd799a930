import { badRequest, directoryNotFound, GraphFault } from '../errors.ts';
import type { Answer } from '../http/http.ts';
import { graphRoot } from '../http/links.ts';
import { pick, type Expansion } from '../http/query.ts';
import type { Call, Route } from '../http/route.ts';
import type { DirectoryUser } from '../store/directory-types.ts';
import { groupView, userProperties, userProperty, userView } from '../views/user-view.ts';
import { collection, directoryCost, type CollectionRules } from './collection.ts';

export const readUsers = ['User.Read.All', 'User.ReadWrite.All', 'Directory.Read.All', 'Directory.ReadWrite.All'];

const names = [
  'id',
  'userPrincipalName',
  'mail',
  'displayName',
  'department',
  'jobTitle',
  'accountEnabled',
  'userType',
];
const dates = ['employeeHireDate', 'createdDateTime', 'employeeId', 'employeeType', 'givenName', 'surname'];

export const userRules: CollectionRules<DirectoryUser> = {
  context: 'users',
  pageSize: { standard: 100, largest: 999 },
  filterable: Object.fromEntries(
    [...names, ...dates].map((name) => [name, (user: DirectoryUser) => userProperty(user, name)]),
  ),
  searchable: ({ displayName, mail }) => `${displayName} ${mail ?? ''}`,
};

/** The selected properties. Throws 400 for unknown ones. */
export function chosenProperties(call: Call): string[] | undefined {
  const select = call.query.select();
  const unknown = select?.find((name) => !userProperties.has(name));
  if (unknown !== undefined) {
    throw badRequest(`Could not find a property named '${unknown}' on type 'microsoft.graph.user'.`);
  }
  return select;
}

function managerExpansion(call: Call): Expansion | undefined {
  const expansions = call.query.expand();
  const other = expansions.find((one) => one.name !== 'manager');
  if (other) throw badRequest(`Could not find a property named '${other.name}' on type 'microsoft.graph.user'.`);
  return expansions[0];
}

export function userShape(call: Call): (user: DirectoryUser) => Record<string, unknown> {
  const select = chosenProperties(call);
  const manager = managerExpansion(call);
  return (user) => {
    const above = manager && user.managerId ? call.world.directory.user(user.managerId) : undefined;
    const shown = above && { '@odata.type': '#microsoft.graph.user', ...userView(above, manager?.select) };
    return { ...userView(user, select), ...(shown ? { manager: shown } : {}) };
  };
}

export function userOf(call: Call): DirectoryUser {
  const id = call.params.user ?? '';
  const user = call.world.directory.user(id);
  if (!user) throw directoryNotFound(id);
  return user;
}

const listUsers = (call: Call): Answer => {
  const answer = call.world.directory.users();
  return collection(call, answer, userRules, userShape(call));
};

const single = (context: string, view: Record<string, unknown>): Answer => ({
  status: 200,
  body: { '@odata.context': `${graphRoot}/$metadata#${context}/$entity`, ...view },
});

const getUser = (call: Call): Answer => single('users', userShape(call)(userOf(call)));

function getManager(call: Call): Answer {
  const { managerId } = userOf(call);
  const manager = managerId ? call.world.directory.user(managerId) : undefined;
  if (!manager) throw directoryNotFound('manager');
  return single('directoryObjects', {
    '@odata.type': '#microsoft.graph.user',
    ...userView(manager, chosenProperties(call)),
  });
}

function listReports(call: Call): Answer {
  const reports = call.world.directory.directReports(userOf(call).id);
  const select = chosenProperties(call);
  return collection(call, reports, { ...userRules, context: 'directoryObjects' }, (user) => ({
    '@odata.type': '#microsoft.graph.user',
    ...userView(user, select),
  }));
}

function listMemberOf(call: Call): Answer {
  const groups = call.world.directory.groupsOf(userOf(call).id);
  const rules = { context: 'directoryObjects', pageSize: userRules.pageSize, filterable: {} };
  return collection(call, groups, rules, (group) => ({
    '@odata.type': '#microsoft.graph.group',
    ...pick(groupView(group), call.query.select(), ['id']),
  }));
}

function noMe(): Answer {
  throw new GraphFault(400, 'BadRequest', '/me request is only valid with delegated authentication flow.');
}

const at = (path: string, base: number, run: Route['run']): Route => ({
  area: 'directory',
  roles: readUsers,
  method: 'GET',
  path,
  run,
  cost: directoryCost(base),
});
export const userRoutes: readonly Route[] = [
  at('/me', 1, noMe),
  at('/users', 2, listUsers),
  at('/users/{user}', 1, getUser),
  at('/users/{user}/manager', 1, getManager),
  at('/users/{user}/directReports', 2, listReports),
  at('/users/{user}/memberOf', 2, listMemberOf),
];
