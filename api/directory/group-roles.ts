import type { HeldRole, PersonId } from '../kernel/index.ts';
import { RoleGroups, type RoleGroup } from '../organisation/index.ts';
import { asAppError } from '../kernel/index.ts';
import { failedAs, type Graph } from '../sharepoint/index.ts';
import { membersOf } from './group-members.ts';
import type { DirectoryContext } from './sync-people.ts';

export type GroupRoles = ReadonlyMap<PersonId, readonly HeldRole[]>;

/**
 * The roles people hold through the groups of RoleGroups, including nested groups. A deleted group gives no roles and
 * is logged; when the directory does not answer the error is thrown and the old roles stay.
 */
export async function readGroupRoles(
  context: DirectoryContext,
  graph: Graph,
  groups: readonly RoleGroup[] = context.list(RoleGroups).all(),
): Promise<GroupRoles> {
  const roles = new Map<PersonId, HeldRole[]>();
  const members = new Map<string, Promise<PersonId[]>>();
  for (const group of groups) {
    const known = members.get(group.groupId) ?? membersOrNobody(context, graph, group.groupId);
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

async function membersOrNobody(context: DirectoryContext, graph: Graph, groupId: string): Promise<PersonId[]> {
  try {
    return await membersOf(graph, groupId);
  } catch (failure) {
    if (!failedAs(failure, 'itemGone', 'refused')) throw failure;
    context.log.warn({ groupId, code: asAppError(failure).code }, 'a group that gives a role cannot be read');
    return [];
  }
}
